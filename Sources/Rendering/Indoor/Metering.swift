import VectorMath
import WorldModel

/// Exposure and white balance of a room, as a camera's automatic finds them, from some hundred rays.
enum Metering {
  /// Who looks from where.
  struct View: Hashable {
    var camera: Camera
    var worldFromCamera: RigidTransform<WorldSpace, CameraSpace>
  }

  private static let columns = 32
  private static let rows = 24
  /// Radiance × π on which the brightest tenth of the picture may lie, exposed, and how far what goes beyond is brought
  /// back there.
  private static let brightest = 1.2
  private static let restraint = 0.85
  /// How far the balance goes from the light's colour towards white.
  private static let adaptation = 0.75

  /// Factors on linear red, green and blue; `nil` where too little of the picture is indoors.
  static func exposure(_ view: View, _ light: IndoorLight) -> Vector3f? {
    let scene = light.scene
    let rotation = view.worldFromCamera.rotation.matrix
    let origin = view.worldFromCamera.translation
    var (arriving, leaving, count) = (0.0, 0.0, 0.0)
    var shown: [(light: Double, part: Double)] = []
    var colour = Vector3f.zero
    var whole = 0.0
    for j in 0..<rows {
      for i in 0..<columns {
        let u = (Double(i) + 0.5) / Double(columns) * Double(view.camera.width) - 0.5
        let v = (Double(j) + 0.5) / Double(rows) * Double(view.camera.height) - 0.5
        let ray = view.camera.ray(u, v)
        let direction = rotation * ray
        // Towards the poles of a panorama rays crowd.
        let part =
          view.camera.projection == .equirectangular ? (ray.x * ray.x + ray.z * ray.z).squareRoot() : 1
        whole += part
        guard
          let hit = scene.caster.nearest(origin: origin, direction: direction, from: view.camera.near)
        else { continue }
        let w = Vector3(1 - hit.b1 - hit.b2, hit.b1, hit.b2)
        let r = scene.receiver(piece: hit.piece, triangle: hit.triangle, w, back: !hit.isFront)
        guard r.room >= 0 else { continue }
        let all = light.cache.cells.irradiance(
          hit, origin + direction * hit.t, normalized(direction), light.cache)
        var e = Vector3f(all.x, all.y, all.z)
        let cosine = dot(r.normal, scene.snapshot.sun.direction)
        if cosine > 0, scene.seesSun(r.point) { e += scene.snapshot.sun.irradiance * Float(cosine) }
        let bright = Double(Emitter.luminance(e)) + 1e-6
        let a = scene.albedo.base[hit.piece]
        let back = Double(Emitter.luminance(e * Vector3f(a.x, a.y, a.z))) + 1e-6
        arriving += part * DeterministicMath.log(bright)
        leaving += part * DeterministicMath.log(back)
        // Each spot counts by its colour alone: one in the sun does not outvote the room.
        colour += e / Float(bright) * Float(part)
        count += part
        shown.append((back, part))
      }
    }
    guard count > 0.1 * whole else { return nil }
    // White walls at six tenths of the curve's middle, dark rooms a little brighter than they are.
    let incident = 0.44 / DeterministicMath.exp(arriving / count)
    let reflected = 0.15 / DeterministicMath.exp(leaving / count)
    var factor = DeterministicMath.pow(incident, 0.7) * DeterministicMath.pow(reflected, 0.3)
    // A dark hallway before a bright room is shown darker than it would be alone.
    let excess = factor * bright(shown, count) / brightest
    if excess > 1 { factor /= DeterministicMath.pow(excess, restraint) }
    let mean = Double(Emitter.luminance(colour))
    func gain(_ k: Int) -> Double {
      DeterministicMath.pow(mean / max(Double(colour[k]), 0.05 * mean), adaptation)
    }
    let gains = Vector3(gain(0), gain(1), gain(2))
    let white = dot(gains * Vector3(colour) / mean, Vector3(0.2126, 0.7152, 0.0722))
    return Vector3f(gains * (factor / white))
  }

  /// The light that nine tenths of what is shown stay below.
  private static func bright(_ shown: [(light: Double, part: Double)], _ whole: Double) -> Double {
    var rest = 0.1 * whole
    for one in shown.sorted(by: { $0.light > $1.light }) {
      rest -= one.part
      if rest < 0 { return one.light }
    }
    return 0
  }
}
