import Annotations
import Geometry
import VectorMath

/// A room of a `layout` label whose lists have the lengths that belong together, so that they can be indexed.
///
/// With n walls: n + 2 planes (floor, ceiling, walls), 3 n lines, 2 n junctions.
struct LayoutGeometry {
  let room: LayoutLabel.Room
  let walls: Int
  let planes: [Plane]
  let corners: [Vector3]

  init?(_ room: LayoutLabel.Room) {
    let n = room.planes.count - 2
    guard n >= 3, n <= 10_000, room.lines.count == 3 * n, room.junctions.count == 2 * n,
      room.planeLines.count == n + 2, room.planeLines.allSatisfy({ $0.count == 3 * n }),
      room.lineJunctions.count == 3 * n, room.lineJunctions.allSatisfy({ $0.count == 2 * n }),
      room.planes.allSatisfy({
        $0.normal.count == 3 && $0.normal.allSatisfy(\.isFinite) && $0.offset.isFinite
          && $0.offset.magnitude < 1e9
      }),
      room.junctions.allSatisfy({
        $0.position.count == 3 && $0.camera.count == 3
          && ($0.position + $0.camera).allSatisfy { $0.isFinite && $0.magnitude < 1e9 }
      }),
      room.lines.allSatisfy({
        $0.point.count == 3 && $0.direction.count == 3
          && ($0.point + $0.direction).allSatisfy { $0.isFinite && $0.magnitude < 1e9 }
          && ([$0.segment].compactMap { $0 } + ($0.segments ?? [])).allSatisfy {
            $0.count == 2 && $0.allSatisfy { $0.count == 2 }
          }
      })
    else { return nil }
    self.room = room
    walls = n
    planes = room.planes.map {
      var plane = Plane(normal: Vector3($0.normal[0], $0.normal[1], $0.normal[2]), offset: 0)
      plane.normal = Vector3($0.normal[0], $0.normal[1], $0.normal[2])
      plane.offset = $0.offset
      return plane
    }
    corners = room.junctions.map { Vector3($0.position[0], $0.position[1], $0.position[2]) }
  }

  /// The outline of a plane: floor and ceiling by their corners, a wall from its two corners up.
  func ring(of plane: Int) -> [Vector3] {
    let n = walls
    switch plane {
    case 0: return Array(corners[0..<n])
    case 1: return Array(corners[n..<2 * n])
    default:
      let (a, b) = (plane - 2, (plane - 1) % n)
      return [corners[a], corners[b], corners[n + b], corners[n + a]]
    }
  }

  var floor: Polygon { Polygon(corners[0..<walls].map { Vector2($0.x, $0.y) }) }
}
