import Assets
import VectorMath

/// A vehicle's skin: one closed surface, the same on the left and on the right, of faces of several materials.
///
/// The left half is a grid. Its columns run around the vehicle in plan, the first and the last in the middle
/// (y = 0); its rows run from the middle of the floor up the side and over the top to the middle again. Points of
/// the grid that lie in one place become one point, so that faces may vanish where an edge has no width.
struct Hull {
  /// What a face of the skin is.
  struct Skin: Hashable {
    var material: Int
    /// `nil` = the asset's main part.
    var part: String?
  }

  private(set) var surface = MeshBuilder()
  /// The skin of each triangle of `surface`.
  private(set) var skins: [Skin] = []

  /// - Parameters:
  ///   - grid: points of the left half by column, metres; the first and the last of all rows and columns at y = 0.
  ///   - skin: what the face between columns c, c + 1 and rows r, r + 1 is, on the left (1) or right (−1).
  init(_ grid: [[Vector3]], skin: (_ column: Int, _ row: Int, _ side: Double) -> Skin) {
    // The columns next to the ends meet the middle where the ends do: between them faces would have no width.
    var grid = grid
    if grid.count > 3, grid.allSatisfy({ $0.count == grid[0].count && $0.count > 1 }) {
      let (n, top) = (grid.count, grid[0].count - 1)
      for (inner, end) in [(1, 0), (n - 2, n - 1)] {
        grid[inner][0] = grid[end][0]
        grid[inner][top] = grid[end][top]
      }
    }
    var known: [Vector3: Int] = [:]
    for side in [1.0, -1.0] {
      let ids = grid.map { column in
        column.map { p -> Int in
          // Negative zero would be another key.
          let q = Vector3(p.x, p.y == 0 ? 0 : p.y * side, p.z)
          if let id = known[q] { return id }
          let id = surface.point(q)
          known[q] = id
          return id
        }
      }
      for c in 0..<max(0, ids.count - 1) {
        for r in 0..<(min(ids[c].count, ids[c + 1].count) - 1) {
          let quad = [ids[c][r], ids[c][r + 1], ids[c + 1][r + 1], ids[c + 1][r]]
          add(side > 0 ? quad : quad.reversed(), skin(c, r, side))
        }
      }
    }
    surface.orientOutward()
    surface.projectUVs()
  }

  /// Adds the triangles of a quad that have three different corners, cut along the shorter diagonal.
  private mutating func add(_ quad: [Int], _ skin: Skin) {
    let p = quad.map { surface.points[$0] }
    let turned = length(p[1] - p[3]) < length(p[0] - p[2]) ? 1 : 0
    let q = (0..<4).map { quad[($0 + turned) % 4] }
    for t in [[q[0], q[1], q[2]], [q[0], q[2], q[3]]] where Set(t).count == 3 {
      surface.triangle(t[0], t[1], t[2])
      skins.append(skin)
    }
  }

  /// Adds all faces, shaded as one surface: creases are edges that bend by more than `crease` radians.
  func add(
    to asset: inout AssetBuilder, crease: Double = 0.6, node: Int = 0, turned: Quaternion = .identity
  ) {
    var order: [Skin] = []
    for skin in skins where !order.contains(skin) { order.append(skin) }
    let parts = surface.split(into: order.count, crease: crease) { order.firstIndex(of: skins[$0]) ?? 0 }
    for (skin, part) in zip(order, parts) {
      asset.add(part.rotated(turned), material: skin.material, part: skin.part, node: node, crease: crease)
    }
  }
}

extension Hull {
  /// Adds all faces turned over: the inside of a room.
  func addInverted(to asset: inout AssetBuilder, node: Int = 0, turned: Quaternion = .identity) {
    var order: [Skin] = []
    for skin in skins where !order.contains(skin) { order.append(skin) }
    var parts = [MeshBuilder](repeating: MeshBuilder(), count: order.count)
    for t in skins.indices {
      guard let k = order.firstIndex(of: skins[t]) else { continue }
      let ids = (0..<3).map { parts[k].point(surface.points[surface.corners[3 * t + $0].point]) }
      parts[k].triangle(ids[0], ids[2], ids[1])
    }
    for (skin, part) in zip(order, parts) {
      asset.add(part.rotated(turned), material: skin.material, part: skin.part, node: node)
    }
  }
}
