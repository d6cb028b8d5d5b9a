import Geometry
import VectorMath

/// Paints the `markings` of objects: lines along sides of boxes (parking spaces) and between corners of outlines.
struct MarkingPainter {
  let map: RoadMap
  let origin: Vector3
  let focus: PlanCircle?
  /// Lines follow the surface in pieces of this length, metres.
  private static let piece = 1.0
  /// Most dashes of one line.
  private static let dashLimit = 2000

  func paint(on skin: SkinIndex, into builder: inout SurfaceMeshBuilder) {
    let places = Dictionary(grouping: map.objectPlaces) { SIMD2($0.road, $0.index) }
    for (r, road) in map.roads.enumerated() {
      for (i, object) in road.objects.enumerated() where !object.markings.isEmpty {
        let outlines = map.outlines(road: r, object: i)
        for marking in object.markings {
          if let side = marking.side {
            for place in places[SIMD2(r, i)] ?? [] {
              let (a, b) = Self.ends(side, place, object)
              line(a, b, marking, skin, &builder)
            }
          } else {
            let corners = marking.corners.compactMap { Self.corner($0, object, outlines) }
            for (a, b) in zip(corners, corners.dropFirst()) { line(a, b, marking, skin, &builder) }
          }
        }
      }
    }
  }

  private static func corner(_ id: Int, _ object: RoadObject, _ outlines: [[Vector3]]) -> Vector3? {
    for (outline, points) in zip(object.outlines, outlines) {
      if let k = outline.corners.firstIndex(where: { $0.id == id }), points.indices.contains(k) {
        return points[k]
      }
    }
    return nil
  }

  /// The ends of a side of the object's box; front is ahead of it.
  private static func ends(
    _ side: RoadObject.Marking.Side, _ place: FurniturePlace, _ object: RoadObject
  ) -> (Vector3, Vector3) {
    let (sin, cos) = DeterministicMath.sincos(place.heading)
    let u = Vector3(cos, sin, 0) * (object.length / 2)
    let v = Vector3(-sin, cos, 0) * ((place.width > 0 ? place.width : object.width) / 2)
    let p = place.position
    return switch side {
    case .front: (p + u + v, p + u - v)
    case .rear: (p - u + v, p - u - v)
    case .left: (p - u + v, p + u + v)
    case .right: (p - u - v, p + u - v)
    }
  }

  private func line(
    _ from: Vector3, _ to: Vector3, _ marking: RoadObject.Marking, _ skin: SkinIndex,
    _ builder: inout SurfaceMeshBuilder
  ) {
    let (a, b) = (from - origin, to - origin)
    let way = b - a
    let run = length(Vector2(way.x, way.y))
    guard run > 0.01, run < 1000, a.x.isFinite, a.y.isFinite else { return }
    if let focus, length(Vector2(from.x, from.y) - focus.centre) > focus.radius { return }
    let aside = Vector2(-way.y, way.x) / run * (marking.width / 2)
    func paint(_ start: Double, _ end: Double) {
      let pieces = max(1, Int(((end - start) / Self.piece).rounded(.up)))
      func pair(_ d: Double) -> (left: SurfaceVertex, right: SurfaceVertex) {
        let middle = a + way * (d / run)
        func vertex(_ sign: Double) -> SurfaceVertex {
          skin.painted(
            SurfaceVertex(
              position: Vector3(middle.x + sign * aside.x, middle.y + sign * aside.y, middle.z),
              normal: Vector3(0, 0, 1), uv: Vector2(d, sign * marking.width / 2)))
        }
        return (vertex(1), vertex(-1))
      }
      for k in 0..<pieces {
        let p = pair(start + (end - start) * Double(k) / Double(pieces))
        let q = pair(start + (end - start) * Double(k + 1) / Double(pieces))
        builder.add([p.right, q.right, q.left, p.left], .mark(marking.color))
      }
    }
    let end = run - marking.stopOffset
    var at = marking.startOffset
    guard marking.lineLength > 0, marking.spaceLength > 0 else {
      // `lineLength` alone limits nothing: the line is unbroken.
      if end - at > 0.01 { paint(at, end) }
      return
    }
    var dashes = 0
    while at < end - 1e-3, dashes < Self.dashLimit {
      paint(at, min(end, at + marking.lineLength))
      at += marking.lineLength + marking.spaceLength
      dashes += 1
    }
  }
}
