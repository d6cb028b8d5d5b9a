import Geometry
import VectorMath

/// A room as planes, lines and corners: which lie on which follows from the outline alone.
///
/// With n sides: planes are the floor, the ceiling and n walls; lines n along the floor, n along the ceiling and n
/// upright; corners n below and n above.
struct RoomWireframe {
  let surfaces: RoomSurfaces
  var sides: Int { surfaces.sides.count }

  /// Normals point into the room.
  var planes: [Plane] {
    [
      Plane(normal: Vector3(0, 0, 1), offset: surfaces.low),
      Plane(normal: Vector3(0, 0, -1), offset: -surfaces.high),
    ] + surfaces.sides.map(\.plane)
  }

  var corners: [Vector3] {
    [surfaces.low, surfaces.high].flatMap { z in surfaces.corners.map { Vector3($0.x, $0.y, z) } }
  }

  /// A line's two planes and two corners.
  var lines: [(planes: (Int, Int), corners: (Int, Int))] {
    let n = sides
    return (0..<n).map { ((0, 2 + $0), ($0, ($0 + 1) % n)) }
      + (0..<n).map { ((1, 2 + $0), (n + $0, n + ($0 + 1) % n)) }
      + (0..<n).map { ((2 + ($0 + n - 1) % n, 2 + $0), ($0, n + $0)) }
  }

  /// A plane's outline, by its corners.
  func ring(of plane: Int) -> [Int] {
    let n = sides
    switch plane {
    case 0: return Array(0..<n)
    case 1: return Array(n..<2 * n)
    default:
      let (a, b) = (plane - 2, (plane - 1) % n)
      return [a, b, n + b, n + a]
    }
  }

  var isManhattan: Bool {
    let first = surfaces.sides[0].direction
    return surfaces.sides.allSatisfy {
      dot($0.direction, first).magnitude < 1e-9 || cross($0.direction, first).magnitude < 1e-9
    }
  }

  var isCuboid: Bool { sides == 4 && isManhattan }
}
