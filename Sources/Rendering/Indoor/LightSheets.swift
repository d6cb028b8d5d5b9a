import Geometry
import VectorMath

/// Finds the flat faces of a scene: large flat triangles of one entity in one plane that hang together.
final class LightSheets {
  private let sheets: ScratchBuffer<LightSheet>
  /// The sheet of each triangle by number, or −1.
  private let indices: ScratchBuffer<Int32>

  /// Triangles shorter than this are left to themselves, metres.
  private static let least = 0.15
  /// Faces smaller than the first or narrower than the second make no sheet, metres.
  private static let small = 0.3
  private static let narrow = 0.05
  /// Nor do those that fill less than this of their rectangle, as the legs of a table.
  private static let filled = 0.3

  private struct Key: Hashable {
    var entity: Int
    var normal: SIMD3<Int32>
    var distance: Int
  }

  private struct Face {
    var u: Vector3
    var normal: Vector3
    var triangles: [(piece: Int, triangle: Int, area: Double)] = []
  }

  init(_ scene: IndoorScene) {
    indices = ScratchBuffer(capacity: max(1, scene.caster.triangleCount))
    var faces: [Face] = []
    var known: [Key: Int] = [:]
    for (piece, shape) in scene.pieces.enumerated() {
      for triangle in shape.mesh.triangles.indices {
        indices.base[shape.firstTriangle + triangle] = -1
        let (a, b, c) = scene.caster.corners(piece: piece, triangle: triangle)
        guard let flat = Self.flat(shape, triangle, a, b, c) else { continue }
        // A quarter of a millimetre off: what is built in whole and half millimetres is not rounded now up, now down.
        let distance = (dot(flat.normal, a) * 1000 + 0.25).rounded()
        guard distance.magnitude < 1e9 else { continue }
        let n = flat.normal * 1024
        let key = Key(
          entity: shape.entity,
          normal: SIMD3(Int32(n.x.rounded()), Int32(n.y.rounded()), Int32(n.z.rounded())),
          distance: Int(distance))
        let index = known[key] ?? faces.count
        if index == faces.count {
          known[key] = index
          faces.append(Face(u: Self.leg(a, b, c, normal: flat.normal), normal: flat.normal))
        }
        faces[index].triangles.append((piece, triangle, flat.area))
      }
    }
    let found = faces.flatMap { Self.parts($0, scene) }.compactMap { face in
      Self.sheet(face, scene).map { ($0, face) }
    }
    sheets = ScratchBuffer(capacity: max(1, found.count))
    for (i, (sheet, face)) in found.enumerated() {
      sheets.base[i] = sheet
      for t in face.triangles {
        indices.base[scene.caster.number(piece: t.piece, triangle: t.triangle)] = Int32(i)
      }
    }
  }

  /// The sheet that a triangle is part of, by number.
  @inline(__always)
  func sheet(of number: Int) -> UnsafePointer<LightSheet>? {
    let i = indices.base[number]
    return i < 0 ? nil : UnsafePointer(sheets.base + Int(i))
  }

  /// Outward normal and area of a triangle that is large and shaded flat.
  private static func flat(
    _ shape: IndoorScene.Piece, _ triangle: Int, _ a: Vector3, _ b: Vector3, _ c: Vector3
  ) -> (normal: Vector3, area: Double)? {
    let (ab, bc, ca) = (b - a, c - b, a - c)
    guard max(dot(ab, ab), dot(bc, bc), dot(ca, ca)) > least * least else { return nil }
    let across = cross(ab, c - a)
    let size = length(across)
    guard size > 1e-9, size.isFinite else { return nil }
    let n = across / (shape.isMirrored ? -size : size)
    for k in 0..<3 {
      let w = Vector3(k == 0 ? 1 : 0, k == 1 ? 1 : 0, k == 2 ? 1 : 0)
      guard dot(shape.normal(triangle, w), n) > 0.9999 else { return nil }
    }
    return (n, size / 2)
  }

  /// A direction along one of the two edges that come nearest to a right angle, or square to it: unit, and of the four the
  /// one that does not depend on how the face is cut.
  private static func leg(_ a: Vector3, _ b: Vector3, _ c: Vector3, normal: Vector3) -> Vector3 {
    let pairs = [(b - a, c - a), (c - b, a - b), (a - c, b - c)]
    func skew(_ p: (Vector3, Vector3)) -> Double { dot(normalized(p.0), normalized(p.1)).magnitude }
    let best = pairs.min { skew($0) < skew($1) } ?? pairs[0]
    let u = normalized(best.0)
    let v = cross(normal, u)
    let reference = Vector3(0.83, 0.47, 0.29)
    let (x, y) = (dot(u, reference), dot(v, reference))
    return x.magnitude > y.magnitude ? (x > 0 ? u : -u) : (y > 0 ? v : -v)
  }

  /// The parts of a face whose triangles hang together by their corners: the panels of doors side by side are several.
  private static func parts(_ face: Face, _ scene: IndoorScene) -> [Face] {
    guard face.triangles.count > 1 else { return [face] }
    // Each triangle leads to an earlier one of its part, the first to itself.
    var leads = Array(face.triangles.indices)
    func first(_ i: Int) -> Int {
      var i = i
      while leads[i] != i { i = leads[i] }
      return i
    }
    var owners: [Vector3: Int] = [:]
    for (i, t) in face.triangles.enumerated() {
      let (a, b, c) = scene.caster.corners(piece: t.piece, triangle: t.triangle)
      for p in [a, b, c] {
        let (x, y) = (first(owners[p] ?? i), first(i))
        leads[max(x, y)] = min(x, y)
        owners[p] = min(x, y)
      }
    }
    var parts: [Face] = []
    var places: [Int: Int] = [:]
    for (i, t) in face.triangles.enumerated() {
      let place = places[first(i)] ?? parts.count
      if place == parts.count {
        places[first(i)] = place
        parts.append(Face(u: face.u, normal: face.normal))
      }
      parts[place].triangles.append(t)
    }
    return parts
  }

  private static func sheet(_ face: Face, _ scene: IndoorScene) -> LightSheet? {
    guard let first = face.triangles.first else { return nil }
    let area = face.triangles.reduce(0) { $0 + $1.area }
    let (u, v) = (face.u, cross(face.normal, face.u))
    var (lowU, highU, lowV, highV) = (Double.infinity, -Double.infinity, Double.infinity, -Double.infinity)
    var origin = Vector3.zero
    for t in face.triangles {
      let (a, b, c) = scene.caster.corners(piece: t.piece, triangle: t.triangle)
      origin = face.normal * dot(a, face.normal)
      for p in [a, b, c] {
        (lowU, highU) = (min(lowU, dot(p, u)), max(highU, dot(p, u)))
        (lowV, highV) = (min(lowV, dot(p, v)), max(highV, dot(p, v)))
      }
    }
    let (width, height) = (highU - lowU, highV - lowV)
    guard max(width, height) >= small, min(width, height) >= narrow, area >= filled * width * height else {
      return nil
    }
    return LightSheet(
      origin: origin + u * lowU + v * lowV, u: u, v: v, normal: face.normal, width: width, height: height,
      number: scene.caster.number(piece: first.piece, triangle: first.triangle))
  }
}
