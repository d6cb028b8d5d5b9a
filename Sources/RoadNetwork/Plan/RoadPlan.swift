import Diagnostics
import Geometry
import VectorMath

/// A map of the network as one sees it from above: lanes by type with their ids, marks, objects, signals, and a red
/// ring where a warning points.
package struct RoadPlan: Sendable {
  private let map: RoadMap
  private static let tolerance = 0.05

  package init(_ map: RoadMap) { self.map = map }

  /// The plan, +y up.
  package var drawing: PlanDrawing {
    var drawing = PlanDrawing()
    drawing.beginGroup("lanes")
    lanes(&drawing)
    drawing.endGroup()
    drawing.beginGroup("marks")
    marks(&drawing)
    drawing.endGroup()
    drawing.beginGroup("objects")
    objects(&drawing)
    drawing.endGroup()
    drawing.beginGroup("signals")
    signals(&drawing)
    drawing.endGroup()
    drawing.beginGroup("reference-lines")
    referenceLines(&drawing)
    drawing.endGroup()
    drawing.beginGroup("lane-ids")
    laneIDs(&drawing)
    drawing.endGroup()
    drawing.beginGroup("warnings")
    warnings(&drawing)
    drawing.endGroup()
    return drawing
  }

  private static func plan(_ points: [Vector3]) -> [Vector2] { points.map { Vector2($0.x, $0.y) } }

  private static func color(_ type: LaneType) -> String {
    switch type {
    case .sidewalk, .walking: "#d8cfc4"
    case .shoulder, .stop, .parking: "#b9bcc4"
    case .border, .none, .median: "#bcd6a8"
    case .curb: "#9a9a92"
    case .biking: "#c98f7c"
    case .rail, .tram: "#a99a86"
    case .bus, .taxi, .HOV: "#a7a3c4"
    case .restricted, .roadWorks, .special1, .special2, .special3: "#c9b98f"
    default: "#8f949e"
    }
  }

  private static func fill(_ object: RoadObject) -> String {
    switch object.type {
    case "crosswalk", "roadMark": "#f4f4f4"
    case "parkingSpace": "#aeb2ba"
    default: "#c9a96a"
    }
  }

  private static func paint(_ color: RoadMark.Color) -> String {
    switch color {
    case .white: "#ffffff"
    case .yellow: "#f2c230"
    case .blue: "#3b6fc4"
    case .green: "#3f8f5a"
    case .red: "#c4402f"
    case .black: "#202020"
    case .orange: "#e38a2a"
    case .violet: "#8a55a8"
    }
  }

  /// From below to above in storeys of three metres, so that bridges cover what they cross; within one what lies beside
  /// the road first, traffic lanes on top, junctions last.
  private func lanes(_ drawing: inout PlanDrawing) {
    let order = map.allLanes.map { lane -> (storey: Double, rank: Int, lane: LaneReference) in
      let isInside = map.roads[lane.road].junction != nil
      let rank = (map.lane(lane)?.type.isDrivable == true ? 2 : 0) + (isInside ? 1 : 0)
      let section = map.section(lane)
      let middle = ((section?.start ?? 0) + (section?.end ?? 0)) / 2
      return ((map.roads[lane.road].elevation.value(at: middle) / 3).rounded(.down), rank, lane)
    }.sorted { a, b in
      if a.storey != b.storey { return a.storey < b.storey }
      return a.rank != b.rank ? a.rank < b.rank : a.lane < b.lane
    }
    for (_, _, lane) in order {
      guard let own = map.lane(lane), let section = map.section(lane), section.length > 1e-3,
        let left = map.boundary(lane, left: true, tolerance: Self.tolerance),
        let right = map.boundary(lane, left: false, tolerance: Self.tolerance)
      else { continue }
      let road = map.roads[lane.road]
      drawing.polygon(
        Self.plan(left.points + right.points.reversed()),
        .init(fill: Self.color(own.type), stroke: "#6c7078", width: 0.03),
        title: "road \(road.id), section \(lane.section), lane \(lane.lane): \(own.type.rawValue)"
          + (road.junction.map { ", junction \($0)" } ?? ""))
    }
  }

  private func marks(_ drawing: inout PlanDrawing) {
    for (r, road) in map.roads.enumerated() {
      for (k, section) in road.sections.enumerated() where section.length > 1e-3 {
        for lane in section.lanes {
          for (i, mark) in lane.marks.enumerated() {
            let end = i + 1 < lane.marks.count ? lane.marks[i + 1].start : section.length
            let isFast = (road.kind(at: section.start)?.speedLimit ?? 0) > 20
            for line in mark.paintedLines(isFast: isFast) {
              let dashes = line.repeats && line.length > 0 && line.space > 0 ? [line.length, line.space] : []
              let from = mark.start + max(0, line.startOffset)
              let to = line.repeats || line.length <= 0 ? end : min(end, from + line.length)
              let points = self.line(r, k, lane.id, line.lateralOffset, from, min(section.length, to))
              drawing.line(
                points,
                .init(
                  stroke: Self.paint(line.color ?? mark.color), width: max(0.08, line.width), dashes: dashes))
            }
          }
        }
      }
    }
  }

  /// Points beside the outer border of a lane, `offset` to the left, from and to metres into the section.
  private func line(
    _ road: Int, _ section: Int, _ lane: Int, _ offset: Double, _ from: Double, _ to: Double
  ) -> [Vector2] {
    let source = map.roads[road]
    let start = source.sections[section].start
    guard to - from > 1e-3 else { return [] }
    let count = max(1, min(5000, Int(((to - from) / 2).rounded(.up))))
    return (0...count).compactMap { i in
      let s = start + from + (to - from) * Double(i) / Double(count)
      guard let span = source.laneSpan(lane, at: s, section: section) else { return nil }
      let p = source.crossFrame(at: s, section: section).position(t: span.outer + offset)
      return Vector2(p.x, p.y)
    }
  }

  private func objects(_ drawing: inout PlanDrawing) {
    for (r, road) in map.roads.enumerated() {
      for (i, object) in road.objects.enumerated() {
        let title = "object \(object.id): \(object.type) \(object.name), road \(road.id)"
        for (outline, points) in zip(object.outlines, map.outlines(road: r, object: i)) {
          let plan = Self.plan(points)
          let style = PlanDrawing.Style(
            fill: outline.isClosed ? Self.fill(object) : nil, stroke: "#7a6230",
            width: 0.1)
          if outline.isClosed {
            drawing.polygon(plan, style, title: title)
          } else {
            drawing.line(plan, style, title: title)
          }
        }
      }
    }
    for place in map.objectPlaces {
      let object = map.roads[place.road].objects[place.index]
      guard object.outlines.isEmpty else { continue }
      let title = "object \(object.id): \(object.type) \(object.name), road \(map.roads[place.road].id)"
      let centre = Vector2(place.position.x, place.position.y)
      let (length, width) = (object.length, place.width > 0 ? place.width : object.width)
      let style = PlanDrawing.Style(fill: "#c9a96a", stroke: "#7a6230", width: 0.1)
      if length > 0, width > 0 {
        let (sin, cos) = DeterministicMath.sincos(place.heading)
        let (u, v) = (Vector2(cos, sin) * (length / 2), Vector2(-sin, cos) * (width / 2))
        drawing.polygon(
          [centre - u - v, centre + u - v, centre + u + v, centre - u + v], style, title: title)
      } else {
        drawing.circle(centre, radius: max(0.3, object.radius), style, title: title)
      }
    }
  }

  /// A stroke across the way that the signal looks, with a dot.
  private func signals(_ drawing: inout PlanDrawing) {
    for place in map.signalPlaces {
      let signal = map.roads[place.road].signals[place.index]
      let centre = Vector2(place.position.x, place.position.y)
      let (sin, cos) = DeterministicMath.sincos(place.heading)
      let ink = signal.isReference ? "#8a8a8a" : (signal.isDynamic ? "#d0302a" : "#2a62c0")
      let name = signal.isReference ? "reference to signal" : "signal"
      drawing.line([centre, centre + 1.2 * Vector2(cos, sin)], .init(stroke: ink, width: 0.15))
      drawing.circle(
        centre, radius: 0.4, .init(fill: ink),
        title:
          "\(name) \(signal.id): \(signal.country) \(signal.type)/\(signal.subtype) \(signal.name), road "
          + map.roads[place.road].id)
    }
  }

  /// Thin lines with an arrow along +s and the road's id at the middle.
  private func referenceLines(_ drawing: inout PlanDrawing) {
    for road in map.roads where road.length > 0.5 {
      let count = max(1, min(5000, Int((road.length / 2).rounded(.up))))
      let points = (0...count).map { road.planSample(at: road.length * Double($0) / Double(count)).point }
      let ink = road.junction == nil ? "#123a8c" : "#8c1261"
      drawing.line(points, .init(stroke: ink, width: 0.06))
      let middle = road.planSample(at: road.length / 2)
      let (sin, cos) = DeterministicMath.sincos(middle.heading)
      let (u, v) = (Vector2(cos, sin), Vector2(-sin, cos))
      drawing.polygon(
        [middle.point + 0.9 * u, middle.point - 0.3 * u + 0.45 * v, middle.point - 0.3 * u - 0.45 * v],
        .init(fill: ink), title: "road \(road.id) \(road.name), \((road.length * 100).rounded() / 100) m")
      if road.junction == nil {
        drawing.text(road.id, at: middle.point + 2.2 * u, size: 1.6, angle: middle.heading, fill: ink)
      }
    }
  }

  /// Where a lane is wide enough for a number: within junctions they would lie upon one another.
  private func laneIDs(_ drawing: inout PlanDrawing) {
    for lane in map.allLanes where map.roads[lane.road].junction == nil {
      guard let section = map.section(lane), section.length >= 3 else { continue }
      // Once for every hundred metres.
      let count = max(1, Int(section.length / 100))
      for k in 0..<count {
        let s = section.start + section.length * (Double(k) + 0.35) / Double(count)
        guard let width = map.laneWidth(lane, at: s), width >= 0.8, let t = map.laneCentre(lane, at: s) else {
          continue
        }
        let pose = map.roads[lane.road].pose(s: s, t: t)
        drawing.text(
          "\(lane.lane)", at: Vector2(pose.position.x, pose.position.y), size: min(1.6, width * 0.6),
          angle: pose.heading, fill: "#101418")
      }
    }
  }

  /// A ring at the middle of the road, or of the lane, whose line a warning names.
  private func warnings(_ drawing: inout PlanDrawing) {
    for warning in map.warnings {
      guard let line = warning.location?.line, let place = place(line) else { continue }
      drawing.circle(
        place, radius: 3, .init(stroke: "#e01010", width: 0.5), title: "line \(line): \(warning.message)")
    }
  }

  private func place(_ line: Int) -> Vector2? {
    guard let r = map.lines.roads.lastIndex(where: { $0.road > 0 && $0.road <= line }) else { return nil }
    // Behind the last road come junctions and controllers.
    if r == map.lines.roads.count - 1, let first = map.lines.junctions.filter({ $0 > 0 }).min(), line >= first
    {
      return nil
    }
    let road = map.roads[r]
    var found: LaneReference?
    for (k, lanes) in map.lines.roads[r].lanes.enumerated() {
      for (id, own) in lanes.sorted(by: { $0.key < $1.key }) where own == line && id != 0 {
        found = LaneReference(road: r, section: k, lane: id)
      }
    }
    if let found, let section = map.section(found) {
      let s = (section.start + section.end) / 2
      let p = road.pose(s: s, t: map.laneCentre(found, at: s) ?? 0).position
      return Vector2(p.x, p.y)
    }
    return road.planSample(at: road.length / 2).point
  }
}
