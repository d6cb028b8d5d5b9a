package import VectorMath

/// Rotations about the centre of a model's box that carry it onto itself, colours too.
///
/// How flat faces are cut into triangles has no say: a surface is known by the directed edges where its flat regions of
/// one colour end, each with the region's normal. Pictures on a model may break what its colours do not, so models with
/// any have none.
package struct ModelSymmetry {
  /// Beyond the identity: turns about one axis of the box, the one with most, and half turns about the axes across it.
  package let rotations: [Matrix3]

  /// Farther apart than this, two vertices are two, metres.
  private static let slack = 2e-6
  private static let folds = [64, 48, 40, 36, 32, 30, 28, 24, 20, 18, 16, 14, 12, 10, 9, 8, 7, 6, 5, 4, 3, 2]

  package init(_ model: ObjectModel) {
    guard !model.isTextured, !model.triangles.isEmpty else {
      rotations = []
      return
    }
    let shape = Shape(model)
    var best: (axis: Int, fold: Int) = (2, 1)
    for axis in [2, 0, 1] {
      for fold in Self.folds where fold > best.fold {
        if shape.isKept(by: Self.turn(axis, 2 * Double.pi / Double(fold))) {
          best = (axis, fold)
          break
        }
      }
    }
    var out = (1..<max(1, best.fold)).map {
      Self.turn(best.axis, 2 * Double.pi * Double($0) / Double(best.fold))
    }
    let across = Self.turn((best.axis + 1) % 3, Double.pi)
    if shape.isKept(by: across) { out += ([.identity] + out).map { $0 * across } }
    rotations = out
  }

  /// A right-handed turn about a coordinate axis, quarter turns exact.
  private static func turn(_ axis: Int, _ angle: Double) -> Matrix3 {
    let sincos = DeterministicMath.sincos(angle)
    func clean(_ x: Double) -> Double { abs(x - x.rounded()) < 1e-12 ? x.rounded() : x }
    let (s, c) = (clean(sincos.sin), clean(sincos.cos))
    let (a, b) = ((axis + 1) % 3, (axis + 2) % 3)
    var columns = [Vector3](repeating: .zero, count: 3)
    columns[axis][axis] = 1
    columns[a][a] = c
    columns[a][b] = s
    columns[b][a] = -s
    columns[b][b] = c
    return Matrix3(columns: columns[0], columns[1], columns[2])
  }

  /// Vertices at their places, and the edges of flat regions between places.
  private struct Shape {
    private struct Edge: Hashable {
      var from: UInt32
      var to: UInt32
      /// Of a region's one colour; of all three corners where a triangle has several.
      var colours: [SIMD4<UInt8>]
    }
    private let places: [Vector3]
    private let cells: [SIMD3<Int64>: [UInt32]]
    /// The normals of the regions that end there.
    private let edges: [Edge: [Vector3]]

    package init(_ model: ObjectModel) {
      var places: [Vector3] = []
      var cells: [SIMD3<Int64>: [UInt32]] = [:]
      let index = model.positions.map { p -> UInt32 in
        if let found = Self.find(p, places, cells) { return found }
        cells[Self.cell(p), default: []].append(UInt32(places.count))
        places.append(p)
        return UInt32(places.count - 1)
      }
      var edges: [Edge: [Vector3]] = [:]
      for t in model.triangles {
        let corners = [index[Int(t.x)], index[Int(t.y)], index[Int(t.z)]]
        let p = corners.map { places[Int($0)] }
        let across = cross(p[1] - p[0], p[2] - p[0])
        guard length(across) > 1e-15 else { continue }
        let normal = normalized(across)
        let own = [t.x, t.y, t.z].map { model.colours[Int($0)] }
        let isPlain = own[0] == own[1] && own[1] == own[2]
        for k in 0..<3 {
          let (i, j) = (corners[k], corners[(k + 1) % 3])
          let turned = [own[k], own[(k + 1) % 3], own[(k + 2) % 3]]
          // Two triangles of one flat region meet here: the edge is none of its own.
          let other = Edge(from: j, to: i, colours: [own[0]])
          if isPlain, let k = edges[other]?.firstIndex(where: { Self.areEqual($0, normal) }) {
            edges[other]?.remove(at: k)
            if edges[other]?.isEmpty == true { edges[other] = nil }
          } else {
            edges[Edge(from: i, to: j, colours: isPlain ? [own[0]] : turned), default: []].append(normal)
          }
        }
      }
      self.edges = edges
      self.places = places
      self.cells = cells
    }

    private static func areEqual(_ a: Vector3, _ b: Vector3) -> Bool { dot(a, b) > 1 - 1e-7 }

    private static func cell(_ p: Vector3) -> SIMD3<Int64> {
      let c = (p / (4 * slack)).rounded(.down).clamped(
        lowerBound: Vector3(repeating: -4e18), upperBound: Vector3(repeating: 4e18))
      return SIMD3(Int64(c.x), Int64(c.y), Int64(c.z))
    }

    private static func find(_ p: Vector3, _ places: [Vector3], _ cells: [SIMD3<Int64>: [UInt32]]) -> UInt32?
    {
      let reach = Vector3(repeating: slack)
      let (low, high) = (cell(p - reach), cell(p + reach))
      for x in low.x...high.x {
        for y in low.y...high.y {
          for z in low.z...high.z {
            for i in cells[SIMD3(x, y, z)] ?? [] where length(places[Int(i)] - p) <= slack { return i }
          }
        }
      }
      return nil
    }

    func isKept(by rotation: Matrix3) -> Bool {
      var image: [UInt32] = []
      image.reserveCapacity(places.count)
      for p in places {
        guard let found = Self.find(rotation * p, places, cells) else { return false }
        image.append(found)
      }
      return edges.allSatisfy { edge, normals in
        let turned = Edge(from: image[Int(edge.from)], to: image[Int(edge.to)], colours: edge.colours)
        guard let there = edges[turned], there.count == normals.count else { return false }
        return normals.allSatisfy { n in there.contains { Self.areEqual($0, rotation * n) } }
      }
    }
  }
}
