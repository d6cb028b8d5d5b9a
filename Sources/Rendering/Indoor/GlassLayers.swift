import Geometry
import VectorMath
import WorldModel

/// Panes and glasses: no label sees them, but colour does.
final class GlassLayers {
  private let snapshot: Snapshot
  /// Of the transparent pieces alone; `nil` when there is none.
  let caster: RayCaster?
  private let isGlass: [Bool]
  /// What a picture may show of them: rectangles of pixels.
  private var areas: [PixelRectangle] = []

  init(_ snapshot: Snapshot) {
    var solid = snapshot
    let isTransparent = snapshot.materials.map { $0.alpha == .blend && $0.baseColor.w < 0.5 }
    for i in solid.materials.indices where isTransparent[i] { solid.materials[i].alpha = .opaque }
    let isGlass = snapshot.pieces.map { isTransparent[$0.material] }
    caster = isGlass.contains(true) ? RayCaster(snapshot: solid, include: { isGlass[$0] }) : nil
    self.isGlass = isGlass
    self.snapshot = snapshot
  }

  /// Finds where in a picture there may be glass.
  func prepare(_ maps: [AffineTransform], lens: Lens, image: PixelRectangle) {
    areas = []
    guard caster != nil else { return }
    for (i, piece) in snapshot.pieces.enumerated() where isGlass[i] {
      guard !lens.isOutside(piece.bounds, maps[i], image) else { continue }
      var box = PixelRectangle(minU: .max, minV: .max, maxU: .min, maxV: .min)
      for corner in piece.bounds.corners {
        let p = maps[i] * corner
        guard p.z > lens.near else {
          box = image
          break
        }
        let u = max(-1e6, min(1e6, p.x / p.z * lens.fx + lens.cx))
        let v = max(-1e6, min(1e6, p.y / p.z * lens.fy + lens.cy))
        box.minU = min(box.minU, Int(u) - 2)
        box.minV = min(box.minV, Int(v) - 2)
        box.maxU = max(box.maxU, Int(u) + 3)
        box.maxV = max(box.maxV, Int(v) + 3)
      }
      areas.append(box)
    }
  }

  /// Whether any of the eight pixels from (u, v) on may show glass.
  @inline(__always)
  func covers(u: Int, v: Int) -> Bool {
    for a in areas where a.minV <= v && v < a.maxV && a.minU < u + 8 && u < a.maxU { return true }
    return false
  }

  /// Whether any of eight places in the image may show glass.
  func covers(u: SIMD8<Double>, v: SIMD8<Double>) -> Bool {
    for a in areas {
      for k in 0..<8
      where Double(a.minU) <= u[k] && u[k] < Double(a.maxU) && Double(a.minV) <= v[k] && v[k] < Double(a.maxV)
      {
        return true
      }
    }
    return false
  }

  /// One surface of glass before what is seen.
  struct Layer {
    /// In lengths of the ray's direction.
    var t: Double
    /// Unit, towards the eye.
    var normal: Vector3
    /// What passes of each colour, and what is mirrored.
    var tint: Vector3f
    var mirrored: Float
  }

  /// At most six surfaces along a ray, the nearest first.
  ///
  /// - Parameter normals: shading normals come from here.
  func layers(origin: Vector3, direction: Vector3, from: Double, to: Double, _ scene: IndoorScene) -> [Layer]
  {
    guard let caster else { return [] }
    var out: [Layer] = []
    var start = from
    while out.count < 6, let hit = caster.nearest(origin: origin, direction: direction, from: start, to: to) {
      let shape = scene.pieces[hit.piece]
      let w = Vector3(1 - hit.b1 - hit.b2, hit.b1, hit.b2)
      var n = shape.normal(hit.triangle, w)
      if dot(n, direction) > 0 { n = -n }
      let c = min(1, -dot(n, direction) / length(direction))
      let m = 1 - c
      let f = 0.04 + 0.96 * m * m * m * m * m
      // A wall of glass has two faces, of which one may be hidden from rays as a back.
      let both = 2 * f / (1 + f)
      let material = snapshot.materials[snapshot.pieces[hit.piece].material]
      let a = material.baseColor.w
      let colour = Vector3f(material.baseColor.x, material.baseColor.y, material.baseColor.z)
      out.append(
        Layer(
          t: hit.t, normal: n, tint: colour * a + (1 - a),
          mirrored: Float(material.isDoubleSided ? f : both)))
      start = hit.t + 1e-5
    }
    return out
  }
}
