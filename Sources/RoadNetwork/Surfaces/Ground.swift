package import VectorMath

/// What one stands on at a plan point, read from the very triangles that are seen.
package struct Ground: Sendable {
  package struct Spot: Sendable {
    package var kind: SurfaceKind
    /// Map coordinates, metres.
    package var height: Double
    package var normal: Vector3
  }

  private struct Face: Sendable {
    var a: Vector3
    var b: Vector3
    var c: Vector3
    var kind: SurfaceKind
  }

  private var faces: [Face] = []
  private var columns = 0
  private var rows = 0
  private var corner = Vector2.zero
  /// Faces of cell i: `members[starts[i]..<starts[i + 1]]`.
  private var starts: [Int32] = [0]
  private var members: [Int32] = []
  private static let cellSize = 4.0

  package init(_ surfaces: RoadSurfaceSet) {
    var low = Vector2(repeating: .infinity)
    var high = Vector2(repeating: -.infinity)
    for mesh in surfaces.meshes where Self.carries(mesh.kind) {
      for t in mesh.triangles {
        let face = Face(
          a: mesh.positions[Int(t.x)] + surfaces.origin, b: mesh.positions[Int(t.y)] + surfaces.origin,
          c: mesh.positions[Int(t.z)] + surfaces.origin, kind: mesh.kind)
        let area = cross(Self.plan(face.b - face.a), Self.plan(face.c - face.a))
        guard area > 1e-9 else { continue }
        faces.append(face)
        for p in [face.a, face.b, face.c] {
          low = Vector2(min(low.x, p.x), min(low.y, p.y))
          high = Vector2(max(high.x, p.x), max(high.y, p.y))
        }
      }
    }
    guard low.x <= high.x else { return }
    corner = low
    columns = Int((high.x - low.x) / Self.cellSize) + 1
    rows = Int((high.y - low.y) / Self.cellSize) + 1
    var counts = [Int32](repeating: 0, count: columns * rows + 1)
    for face in faces { forEachCell(face) { counts[$0 + 1] += 1 } }
    for i in 1..<counts.count { counts[i] += counts[i - 1] }
    starts = counts
    members = [Int32](repeating: 0, count: Int(counts.last ?? 0))
    var next = counts
    for (i, face) in faces.enumerated() {
      forEachCell(face) { cell in
        members[Int(next[cell])] = Int32(i)
        next[cell] += 1
      }
    }
  }

  /// The highest surface at a plan point that is not above `ceiling`; nil beyond the ground's end.
  package func spot(_ p: Vector2, below ceiling: Double = .infinity) -> Spot? {
    guard columns > 0, p.x >= corner.x, p.y >= corner.y else { return nil }
    let x = Int((p.x - corner.x) / Self.cellSize)
    let y = Int((p.y - corner.y) / Self.cellSize)
    guard x < columns, y < rows else { return nil }
    let cell = y * columns + x
    var best: Spot?
    for k in starts[cell]..<starts[cell + 1] {
      let face = faces[Int(members[Int(k)])]
      guard let z = Self.height(face, p), z <= ceiling, z > (best?.height ?? -.infinity) else { continue }
      best = Spot(kind: face.kind, height: z, normal: normalized(cross(face.b - face.a, face.c - face.a)))
    }
    return best
  }

  private static func carries(_ kind: SurfaceKind) -> Bool {
    if case .mark = kind { false } else { true }
  }

  private static func plan(_ p: Vector3) -> Vector2 { Vector2(p.x, p.y) }

  private static func height(_ face: Face, _ p: Vector2) -> Double? {
    let (ab, ac, ap) = (plan(face.b - face.a), plan(face.c - face.a), p - plan(face.a))
    let area = cross(ab, ac)
    let v = cross(ap, ac) / area
    let w = cross(ab, ap) / area
    let slack = -1e-7
    guard v >= slack, w >= slack, v + w <= 1 - slack else { return nil }
    return face.a.z + v * (face.b.z - face.a.z) + w * (face.c.z - face.a.z)
  }

  private func forEachCell(_ face: Face, _ body: (Int) -> Void) {
    func index(_ v: Double, _ low: Double, _ count: Int) -> Int {
      max(0, min(count - 1, Int((v - low) / Self.cellSize)))
    }
    let x0 = index(min(face.a.x, min(face.b.x, face.c.x)), corner.x, columns)
    let x1 = index(max(face.a.x, max(face.b.x, face.c.x)), corner.x, columns)
    let y0 = index(min(face.a.y, min(face.b.y, face.c.y)), corner.y, rows)
    let y1 = index(max(face.a.y, max(face.b.y, face.c.y)), corner.y, rows)
    for y in y0...y1 { for x in x0...x1 { body(y * columns + x) } }
  }
}
