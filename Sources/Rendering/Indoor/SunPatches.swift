import Geometry
import VectorMath
import WorldModel

/// Where the sun shines through windows onto floors and walls, as spots that light the room in their turn
/// (A. Keller, "Instant Radiosity", 1997): few and bright, they would be missed or met by chance otherwise.
enum SunPatches {
  /// Rays on a side of each window.
  private static let side = 12
  /// Rays on a side of the part of a window that becomes one spot, if it falls on one surface.
  private static let group = 2

  static func emitters(_ scene: IndoorScene) -> [Emitter] {
    let sun = scene.snapshot.sun
    guard sun.direction.z > -0.02, Emitter.luminance(sun.irradiance) > 1e-4 else { return [] }
    var out: [Emitter] = []
    for portal in scene.snapshot.portals {
      let across = cross(portal.halfU, portal.halfV)
      let normal = normalized(across)
      let entering = -dot(normal, sun.direction)
      guard entering > 0.02 else { continue }
      let cell = 4 * length(across) * entering / Double(side * side)
      let parts = side / group
      for block in 0..<(parts * parts) {
        var spots: [Spot] = []
        for k in 0..<(group * group) {
          let i = block % parts * group + k % group
          let j = block / parts * group + k / group
          let x = 2 * (Double(i) + 0.5) / Double(side) - 1
          let y = 2 * (Double(j) + 0.5) / Double(side) - 1
          let p = portal.center + portal.halfU * x + portal.halfV * y
          if let spot = spot(scene, p, cell) { spots.append(spot) }
        }
        merge(spots, into: &out)
      }
    }
    for i in out.indices { out[i].number = i }
    return out
  }

  private struct Spot {
    var point: Vector3
    var normal: Vector3
    /// Square metres across the sunlight, and on the surface.
    var section: Double
    var area: Double
    /// Linear RGB flux.
    var flux: Vector3
  }

  private static func spot(_ scene: IndoorScene, _ p: Vector3, _ section: Double) -> Spot? {
    let sun = scene.snapshot.sun
    guard scene.seesSun(p + sun.direction * 1e-3) else { return nil }
    guard let hit = scene.caster.nearest(origin: p, direction: -sun.direction, from: 1e-3, faces: .both)
    else {
      return nil
    }
    let shape = scene.pieces[hit.piece]
    guard hit.isFront || shape.isDoubleSided else { return nil }
    let r = scene.receiver(
      piece: hit.piece, triangle: hit.triangle, Vector3(1 - hit.b1 - hit.b2, hit.b1, hit.b2),
      back: !hit.isFront)
    let cosine = dot(r.face, sun.direction)
    guard r.room >= 0, cosine > 0.02 else { return nil }
    let albedo = Vector3(lowHalf(scene.albedo.base[hit.piece]))
    return Spot(
      point: r.point, normal: r.face, section: section, area: section / cosine,
      flux: Vector3(sun.irradiance) * albedo * section)
  }

  private static func lowHalf(_ v: SIMD4<Float>) -> Vector3f { Vector3f(v.x, v.y, v.z) }

  /// Neighbours on one plane become one spot.
  private static func merge(_ spots: [Spot], into out: inout [Emitter]) {
    var rest = spots[...]
    while let first = rest.first {
      let alike = rest.filter {
        dot($0.normal, first.normal) > 0.95 && dot($0.point - first.point, first.normal).magnitude < 0.05
      }
      rest = rest.filter {
        !(dot($0.normal, first.normal) > 0.95
          && dot($0.point - first.point, first.normal).magnitude < 0.05)
      }
      let n = Double(alike.count)
      let area = alike.reduce(0) { $0 + $1.area }
      let flux = alike.reduce(Vector3.zero) { $0 + $1.flux }
      out.append(
        Emitter(
          patch: alike.reduce(Vector3.zero) { $0 + $1.point } / n, normal: first.normal, area: area,
          exitance: Vector3f(flux / area)))
    }
  }
}
