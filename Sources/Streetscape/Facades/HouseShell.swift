import Assets
import VectorMath

/// The walls around a convex footprint with floor and lid: one closed surface.
struct HouseShell: Sendable {
  /// Corners counter-clockwise, asset frame; the first side is the front.
  let corners: [Vector2]
  var walls: [WallSheet]

  /// - Parameters:
  ///   - rows: heights of the lines between rows of cells, from the ground to the lid.
  ///   - surface: material of all walls until told otherwise.
  init(_ corners: [Vector2], rows: [Double], surface: Int) {
    self.corners = corners
    walls = corners.indices.map { i in
      let frame = WallFrame(from: corners[i], to: corners[(i + 1) % corners.count])
      return WallSheet(frame, rows: rows, surface: surface)
    }
  }

  var middle: Vector2 { corners.reduce(.zero, +) / Double(max(1, corners.count)) }

  /// - Parameter lid: material of the top.
  func add(to asset: inout AssetBuilder, lid: Int) {
    for wall in walls { wall.add(to: &asset) }
    guard let count = walls.first?.rows.count, count > 1 else { return }
    for (line, isTop) in [(0, false), (count - 1, true)] {
      var mesh = MeshBuilder()
      let z = walls[0].rows[line]
      let center = mesh.point(Vector3(middle.x, middle.y, z))
      for wall in walls {
        let places = wall.line(line).map { wall.frame.point($0.u, $0.z) }
        for (a, b) in zip(places, places.dropFirst()) {
          let (i, j) = (mesh.point(a), mesh.point(b))
          let uvs = [Vector2(middle.x, -middle.y), Vector2(a.x, -a.y), Vector2(b.x, -b.y)]
          if isTop {
            mesh.triangle(center, i, j, uv: (uvs[0], uvs[1], uvs[2]))
          } else {
            mesh.triangle(center, j, i, uv: (uvs[0], uvs[2], uvs[1]))
          }
        }
      }
      asset.add(mesh, material: lid)
    }
  }
}
