import Geometry
import Imaging
import VectorMath
import WorldModel

/// Draws what lies around a carrier into cells, each decided at its centre.
struct BirdsEyeCanvas {
  let grid: BirdsEyeGrid
  /// Sets of layers, and the highest road user of each cell.
  private(set) var layers: Raster<UInt16>
  private(set) var instances: Raster<UInt32>
  /// How high what `instances` shows reaches, world metres.
  private var tops: [Double]
  private let origin: Vector2
  private let ahead: Vector2
  let heading: Double

  init(_ grid: BirdsEyeGrid, worldFromEgo pose: RigidTransform<WorldSpace, RigSpace>) {
    self.grid = grid
    layers = Raster(width: grid.columns, height: grid.rows, fill: 0)
    instances = Raster(width: grid.columns, height: grid.rows, fill: 0)
    tops = [Double](repeating: -.infinity, count: grid.columns * grid.rows)
    origin = Vector2(pose.translation.x, pose.translation.y)
    let forward = pose.rotation * Vector3(1, 0, 0)
    ahead = normalized(Vector2(forward.x, forward.y))
    heading = DeterministicMath.atan2(ahead.y, ahead.x)
  }

  var worldFromEgo: [Double] { [origin.x, origin.y, heading] }

  /// A point of the world's plan in the carrier's level frame, metres.
  func ego(_ p: Vector2) -> Vector2 {
    let d = p - origin
    return Vector2(dot(ahead, d), ahead.x * d.y - ahead.y * d.x)
  }

  /// Columns and rows counted from the raster's corner: cell (c, r) is the square from (c, r) to (c + 1, r + 1).
  private func corner(_ p: Vector2) -> Vector2 { grid.cell(ego(p)) + 0.5 }

  private func isOutside(_ box: Box3, _ map: AffineTransform) -> Bool {
    var (low, high) = (Vector2(repeating: .infinity), Vector2(repeating: -.infinity))
    for p in box.corners {
      let q = map * p
      let c = corner(Vector2(q.x, q.y))
      low = Vector2(min(low.x, c.x), min(low.y, c.y))
      high = Vector2(max(high.x, c.x), max(high.y, c.y))
    }
    return !(high.x > 0 && high.y > 0 && low.x < Double(layers.width) && low.y < Double(layers.height))
  }

  /// Draws what is seen of a piece from above: of surfaces their upper sides, of bodies all.
  ///
  /// - Parameter instance: the number of a road user; 0 for others.
  mutating func draw(_ piece: Snapshot.Piece, _ layer: BirdsEyeLayer, instance: UInt32) {
    let positions = piece.positions
    let box = piece.deformedPositions == nil ? piece.mesh.bounds : Box3(positions.map { Vector3($0) })
    guard !box.isEmpty, !isOutside(box, piece.worldFromMesh) else { return }
    let points = positions.map { piece.worldFromMesh * Vector3($0) }
    let cells = points.map { corner(Vector2($0.x, $0.y)) }
    let (width, height) = (layers.width, layers.height)
    for t in piece.mesh.triangles {
      let (i, j, k) = (Int(t.x), Int(t.y), Int(t.z))
      let (a, b, c) = (cells[i], cells[j], cells[k])
      let area = cross(b - a, c - a)
      // Seen from above, counter-clockwise is against the direction from columns to rows.
      guard layer.isBody ? area != 0 : area < 0 else { continue }
      let (za, zb, zc) = (points[i].z, points[j].z, points[k].z)
      let r = 1 / area
      PolygonFill.spans(ofTriangle: a, b, c, width: width, height: height) { row, columns in
        for column in columns {
          let at = row * width + column
          layers.values[at] |= layer.bit
          guard layer.isRoadUser else { continue }
          let p = Vector2(Double(column) + 0.5, Double(row) + 0.5) - a
          let z = za + cross(p, c - a) * r * (zb - za) + cross(b - a, p) * r * (zc - za)
          guard z > tops[at] else { continue }
          tops[at] = z
          instances.values[at] = instance
        }
      }
    }
  }

  mutating func draw(area ring: [Vector2], _ layer: BirdsEyeLayer) {
    let (width, height) = (layers.width, layers.height)
    PolygonFill.spans(of: [ring.map(corner)], width: width, height: height) { row, columns in
      for column in columns { layers.values[row * width + column] |= layer.bit }
    }
  }

  /// Draws all cells whose centres lie within half a cell of a line: a chain without gaps.
  mutating func draw(line: [Vector2], _ layer: BirdsEyeLayer) {
    let half = 0.5
    let points = line.map(corner)
    let (width, height) = (layers.width, layers.height)
    for (a, b) in zip(points, points.dropFirst()) {
      let low = Vector2(min(a.x, b.x), min(a.y, b.y)) - half
      let high = Vector2(max(a.x, b.x), max(a.y, b.y)) + half
      let d = b - a
      guard high.x > 0, high.y > 0, low.x < Double(width), low.y < Double(height), dot(d, d).isFinite else {
        continue
      }
      let square = max(dot(d, d), 1e-18)
      for row in Int(max(0, low.y))..<Int(min(Double(height), high.y.rounded(.up))) {
        for column in Int(max(0, low.x))..<Int(min(Double(width), high.x.rounded(.up))) {
          let p = Vector2(Double(column) + 0.5, Double(row) + 0.5) - a
          let s = max(0, min(1, dot(p, d) / square))
          let gap = p - d * s
          if dot(gap, gap) <= half * half { layers.values[row * width + column] |= layer.bit }
        }
      }
    }
  }
}
