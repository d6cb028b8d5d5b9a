package import VectorMath

/// Bars across lanes where traffic enters a junction.
package struct StopLines: Sendable {
  package struct Line: Sendable, Hashable {
    package var lane: LaneReference
    /// Where the bar's middle lies along the road.
    package var s: Double
    /// Broken: one gives way here, and need not stop.
    package var isGiveWay = false
  }

  /// Those that the map holds (objects of type `roadMark` and subtype `signalLines`), one for each lane below; where it holds
  /// none, one for each lane that leads into a junction where roads cross. In the order of lanes.
  package let lines: [Line]
  private let map: RoadMap
  /// Metres along the road.
  package static let thickness = 0.4
  /// From the lane's end to the bar's middle, metres.
  private static let setBack = 0.6

  /// - Parameter derives: where the map states none, lines are where one would expect them; else there are none.
  package init(_ map: RoadMap, derives: Bool = true) {
    self.map = map
    let stated = Self.stated(map)
    guard stated.isEmpty, derives else {
      lines = stated
      return
    }
    let graph = LaneGraph(map)
    let merges = MergeJunctions(map).ids
    lines = map.drivableLanes.compactMap { lane in
      guard map.roads[lane.road].junction == nil, let section = map.section(lane), section.length > 5,
        graph.successors(of: lane).contains(where: { next in
          map.roads[next.road].junction.map { !merges.contains($0) } ?? false
        })
      else { return nil }
      return Line(lane: lane, s: Self.place(map, lane, section))
    }
  }

  /// Lines that the map's own objects say, for the lanes that they lie on and whose traffic they concern.
  private static func stated(_ map: RoadMap) -> [Line] {
    var result: [Line] = []
    for (r, road) in map.roads.enumerated() {
      for object in road.objects where object.type == "roadMark" && object.subtype == "signalLines" {
        let s = min(road.length, max(0, object.s))
        let k = road.sectionIndex(at: s)
        let half = object.width / 2
        for lane in road.sections[k].lanes where lane.id != 0 && lane.type.isDrivable {
          let reference = LaneReference(road: r, section: k, lane: lane.id)
          guard let centre = map.laneCentre(reference, at: s), (centre - object.t).magnitude <= half,
            object.orientation == .both || (object.orientation == .forward) == map.runsForward(reference)
          else { continue }
          result.append(Line(lane: reference, s: s, isGiveWay: object.name == "GiveWayLine"))
        }
      }
    }
    return result.sorted { $0.lane != $1.lane ? $0.lane < $1.lane : $0.s < $1.s }
  }

  /// Near the lane's end, but before a crosswalk that lies there.
  private static func place(_ map: RoadMap, _ lane: LaneReference, _ section: LaneSection) -> Double {
    let forward = map.runsForward(lane)
    var s = forward ? section.end - setBack : section.start + setBack
    for object in map.roads[lane.road].objects where object.isCrosswalk {
      let stations = object.outlines.filter(\.isRoadCoordinates).flatMap { $0.corners.map(\.first) }
      guard let first = stations.min(), let last = stations.max() else { continue }
      if forward, last > section.end - 12, first - section.start > 5 { s = min(s, first - 1) }
      if !forward, first < section.start + 12, section.end - last > 5 { s = max(s, last + 1) }
    }
    return s
  }

  func paint(_ origin: Vector3, _ focus: PlanCircle?, into builder: inout SurfaceMeshBuilder) {
    for line in lines {
      let ends = [-Self.thickness / 2, Self.thickness / 2].compactMap { span(line, $0) }
      guard ends.count == 2 else { continue }
      if let focus {
        let p = point(line, 0, ends[0].left, origin).plan + Vector2(origin.x, origin.y)
        if length(p - focus.centre) > focus.radius { continue }
      }
      for (from, to) in pieces(line, ends[0].left - ends[0].right) {
        /// A share of the way from the right to the left.
        func at(_ k: Int, _ share: Double) -> SurfaceVertex {
          let ds = k == 0 ? -Self.thickness / 2 : Self.thickness / 2
          return point(line, ds, ends[k].right + share * (ends[k].left - ends[k].right), origin)
        }
        builder.add([at(0, from), at(1, from), at(1, to), at(0, to)], .mark(.white))
      }
    }
  }

  /// The corners of a whole bar in the order of a ring, dashes and gaps alike, map coordinates, metres.
  package func outline(of line: Line) -> [Vector3] {
    let ends = [-Self.thickness / 2, Self.thickness / 2].compactMap { ds in span(line, ds).map { (ds, $0) } }
    guard ends.count == 2 else { return [] }
    let ring = [
      (ends[0].0, ends[0].1.right), (ends[1].0, ends[1].1.right), (ends[1].0, ends[1].1.left),
      (ends[0].0, ends[0].1.left),
    ]
    return ring.map { point(line, $0.0, $0.1, .zero).position }
  }

  /// What is painted of a bar's width, as shares: all of it, or dashes of half a metre with gaps of a quarter.
  private func pieces(_ line: Line, _ width: Double) -> [(from: Double, to: Double)] {
    let (dash, gap) = (0.5, 0.25)
    let count = Int((width + gap) / (dash + gap))
    guard line.isGiveWay, count > 1 else { return [(0, 1)] }
    let start = (width - Double(count) * (dash + gap) + gap) / 2
    return (0..<count).map { k in
      let from = start + Double(k) * (dash + gap)
      return (from / width, (from + dash) / width)
    }
  }

  /// Offsets of the bar's ends, clear of the lines along the lane's borders.
  private func span(_ line: Line, _ ds: Double) -> (left: Double, right: Double)? {
    guard let span = map.laneSpan(line.lane, at: line.s + ds) else { return nil }
    let inset = min(0.25, (span.inner - span.outer).magnitude / 4)
    return (max(span.inner, span.outer) - inset, min(span.inner, span.outer) + inset)
  }

  private func point(_ line: Line, _ ds: Double, _ t: Double, _ origin: Vector3) -> SurfaceVertex {
    let s = line.s + ds
    let frame = map.roads[line.lane.road].crossFrame(at: s)
    return SurfaceVertex(
      position: frame.position(t: t, height: MarkPainter.lift) - origin, normal: frame.normal(t: t),
      uv: Vector2(s, t))
  }
}
