import Geometry
import VectorMath

extension RoadMap {
  /// The bodies of all objects that have a height, in order: barriers and walls along the road (continuous repeats), prisms
  /// over closed outlines, cylinders and boxes, once for each place of a repeat. What is flat is paint or ground.
  package var objectSolids: [ObjectSolid] {
    let places = Dictionary(grouping: objectPlaces) { SIMD2($0.road, $0.index) }
    return roads.indices.flatMap { r in
      roads[r].objects.indices.flatMap { i -> [ObjectSolid] in
        let object = roads[r].objects[i]
        guard !object.isReference else { return [] }
        let bars = object.repeats.filter { $0.distance <= 0 && $0.length > 0 }.compactMap { bar(r, i, $0) }
        let standing = places[SIMD2(r, i)] ?? []
        if object.outlines.contains(where: { $0.corners.contains { $0.height > 0 } }) {
          return bars + prisms(r, i, standing)
        }
        return bars + standing.compactMap { block(r, i, $0) }
      }
    }
  }

  /// A body along the road. Files that give no width mean thin rails.
  private func bar(_ r: Int, _ i: Int, _ each: RoadObject.Repeat) -> ObjectSolid? {
    let road = roads[r]
    let leastWidth = 0.05
    let end = min(road.length, each.s + each.length)
    guard end - each.s > 0.01, max(each.heightStart, each.heightEnd) > 0 else { return nil }
    let count = max(1, min(Self.repeatLimit, Int(((end - each.s) / 2).rounded(.up))))
    let rings = (0...count).map { k -> [Vector3] in
      let s = each.s + (end - each.s) * Double(k) / Double(count)
      let w = (s - each.s) / each.length
      func mix(_ a: Double, _ b: Double) -> Double { a + (b - a) * w }
      let half = max(leastWidth, mix(each.widthStart, each.widthEnd)) / 2
      let frame = road.crossFrame(at: s)
      let isLeaning = road.objects[i].isPerpendicular
      let (left, up) = (isLeaning ? frame.left : frame.flatLeft, isLeaning ? frame.up : Vector3(0, 0, 1))
      let foot = frame.position(
        t: mix(each.tStart, each.tEnd), height: mix(each.zOffsetStart, each.zOffsetEnd))
      let top = max(0.01, mix(each.heightStart, each.heightEnd)) * up
      return [foot - half * left, foot + half * left, foot + half * left + top, foot - half * left + top]
    }
    return ObjectSolid(road: r, object: i, rings: rings, cap: [SIMD3(0, 1, 2), SIMD3(0, 2, 3)])
  }

  /// Closed outer outlines as prisms: where the object stands, and moved to each place of its repeats.
  private func prisms(_ r: Int, _ i: Int, _ places: [FurniturePlace]) -> [ObjectSolid] {
    let (road, object) = (roads[r], roads[r].objects[i])
    let feet = outlines(road: r, object: i)
    let up = object.isPerpendicular ? road.crossFrame(at: object.s).up : Vector3(0, 0, 1)
    let anchor = road.pose(s: object.s, t: object.t, height: object.zOffset).position
    let home = wrapped(road.planSample(at: object.s).heading + object.heading)
    // The shape of each outline once, however often it is repeated.
    let shapes = zip(object.outlines, feet).compactMap {
      outline, points -> (corners: [(foot: Vector3, height: Double)], cap: [SIMD3<Int>])? in
      guard outline.isClosed, outline.isOuter, points.count <= 1000 else { return nil }
      var corners = zip(points, outline.corners).map { (foot: $0, height: max(0, $1.height)) }
      if corners.count > 3, let first = corners.first, let last = corners.last,
        length(first.foot - last.foot) < 1e-6
      {
        corners.removeLast()
      }
      guard corners.contains(where: { $0.height > 0 }) else { return nil }
      if Polygon(corners.map { Vector2($0.foot.x, $0.foot.y) }).signedArea < 0 { corners.reverse() }
      return (corners, Polygon(corners.map { Vector2($0.foot.x, $0.foot.y) }).triangulated())
    }
    return places.flatMap { place -> [ObjectSolid] in
      let turn = Quaternion(yaw: place.heading - home)
      return shapes.compactMap { shape in
        let bottom = shape.corners.map { place.position + turn * ($0.foot - anchor) }
        // Corners without a height of their own would make faces of no area.
        let top = zip(bottom, shape.corners).map { $0 + max(0.001, $1.height) * up }
        return ObjectSolid(road: r, object: i, rings: [bottom, top], cap: shape.cap)
      }
    }
  }

  /// A cylinder or box at a place.
  private func block(_ r: Int, _ i: Int, _ place: FurniturePlace) -> ObjectSolid? {
    let object = roads[r].objects[i]
    let height = place.height > 0 ? place.height : object.height
    let width = place.width > 0 ? place.width : object.width
    guard height > 0 else { return nil }
    var axes = object.axes(on: roads[r])
    if !object.isPerpendicular, object.pitch == 0, object.roll == 0 {
      let (sin, cos) = DeterministicMath.sincos(place.heading)
      axes = (Vector3(cos, sin, 0), Vector3(-sin, cos, 0), Vector3(0, 0, 1))
    }
    var ring: [Vector3] = []
    if object.radius > 0 {
      ring = (0..<16).map {
        let (sin, cos) = DeterministicMath.sincos(Double($0) * Double.pi / 8)
        return place.position + object.radius * (cos * axes.u + sin * axes.v)
      }
    } else if object.length > 0, width > 0 {
      let (u, v) = (axes.u * (object.length / 2), axes.v * (width / 2))
      let p = place.position
      ring = [p - u - v, p + u - v, p + u + v, p - u + v]
    }
    guard ring.count > 2 else { return nil }
    let cap = (1..<(ring.count - 1)).map { SIMD3(0, $0, $0 + 1) }
    return ObjectSolid(road: r, object: i, rings: [ring, ring.map { $0 + height * axes.w }], cap: cap)
  }
}
