import Diagnostics
import Geometry

extension OpenDRIVEParser {
  /// Most lanes that one section may have.
  static let laneLimit = 200

  /// The lane sections in order, without gaps; at least one (with lane 0 only, where the file has none).
  mutating func laneSections(
    _ road: MarkupElement, roadLength: Double, id: String
  ) throws(DioramaError) -> [LaneSection] {
    var found: [(start: Double, element: MarkupElement)] = []
    for element in road.first("lanes")?.all("laneSection") ?? [] {
      let s = try attributes.number(element, "s", default: 0, limit: Self.lengthLimit)
      guard s < roadLength - 1e-9 else {
        attributes.warn("a lane section begins behind the end of road \"\(id)\"; left out", at: element)
        continue
      }
      if let last = found.last, s < last.start {
        attributes.warn("the lane sections of road \"\(id)\" are out of order; sorted", at: element)
      }
      found.append((max(0, s), element))
    }
    found = found.enumerated().sorted {
      $0.element.start != $1.element.start ? $0.element.start < $1.element.start : $0.offset < $1.offset
    }.map(\.element)
    guard !found.isEmpty else {
      attributes.warn("road \"\(id)\" has no lanes", at: road)
      return [LaneSection(start: 0, end: roadLength, lanes: [Lane(id: 0, type: .none)])]
    }
    var sections: [LaneSection] = []
    for (i, entry) in found.enumerated() {
      let start = i == 0 ? 0 : entry.start
      let end = i + 1 < found.count ? found[i + 1].start : roadLength
      guard end - start > 1e-9 else {
        attributes.warn("a lane section of no length is left out", at: entry.element)
        continue
      }
      lines.lanes.append([:])
      sections.append(try laneSection(entry.element, start: start, end: end))
    }
    return sections
  }

  private mutating func laneSection(
    _ element: MarkupElement, start: Double, end: Double
  ) throws(DioramaError) -> LaneSection {
    var lanes: [Lane] = []
    for side in ["left", "center", "right"] {
      for e in element.first(side)?.all("lane") ?? [] {
        let lane = try lane(e, sectionLength: end - start)
        let fits = side == "left" ? lane.id > 0 : side == "right" ? lane.id < 0 : lane.id == 0
        guard fits, !lanes.contains(where: { $0.id == lane.id }) else {
          attributes.warn("lane \(lane.id) does not belong to <\(side)> or comes twice; left out", at: e)
          continue
        }
        lanes.append(lane)
        lines.lanes[lines.lanes.count - 1][lane.id] = e.line
        guard lanes.count <= Self.laneLimit else {
          throw attributes.failure(
            "more than \(Self.laneLimit) lanes in a section", at: element, remedy: "check the file")
        }
      }
    }
    if !lanes.contains(where: { $0.id == 0 }) {
      attributes.warn("a lane section lacks lane 0; added", at: element)
      lanes.append(Lane(id: 0, type: .none))
    }
    let ids = lanes.map(\.id)
    for side in [1, -1] {
      let own = ids.filter { $0.signum() == side }.map { Int($0.magnitude) }.sorted()
      if own != Array(1..<(own.count + 1)) {
        attributes.warn("lane ids of a section leave gaps: \(own.map { $0 * side })", at: element)
      }
    }
    return LaneSection(start: start, end: end, lanes: lanes)
  }

  private mutating func lane(_ e: MarkupElement, sectionLength: Double) throws(DioramaError) -> Lane {
    let name = e["type"] ?? "none"
    let type = LaneType(rawValue: name) ?? Self.oldNames[name]
    if type == nil { attributes.warn("lane type \"\(name)\" is unknown; taken as none", at: e) }
    var lane = Lane(id: try attributes.integer(e, "id"), type: type ?? .none)
    lane.isLevel = e["level"] == "true" || e["level"] == "1"
    let direction = e["direction"] ?? "standard"
    if let known = Lane.Direction(rawValue: direction) {
      lane.direction = known
    } else {
      attributes.warn("direction \"\(direction)\" of lane \(lane.id) is unknown; taken as standard", at: e)
    }
    lane.isRoadWorks = e["roadWorks"] == "true" || e["roadWorks"] == "1"
    lane.isDynamic = e["dynamicLaneType"] == "true" || e["dynamicLaneDirection"] == "true"
    lane.widths = try attributes.piecewise(e.all("width"), start: "sOffset")
    lane.borders = try attributes.piecewise(e.all("border"), start: "sOffset")
    if lane.id != 0 {
      if lane.widths.isEmpty && lane.borders.isEmpty {
        attributes.warn("lane \(lane.id) has neither width nor border; its width is 0", at: e)
      }
      if !lane.widths.isEmpty {
        if !lane.borders.isEmpty {
          attributes.warn("lane \(lane.id) has both width and border; width counts", at: e)
        }
        lane.borders = PiecewiseCubic()
      }
      checkWidths(lane, sectionLength, e)
    }
    for link in e.all("link") {
      for p in link.all("predecessor") { lane.predecessors.append(try attributes.integer(p, "id")) }
      for s in link.all("successor") { lane.successors.append(try attributes.integer(s, "id")) }
    }
    for mark in e.all("roadMark") { lane.marks.append(try roadMark(mark)) }
    lane.marks = lane.marks.enumerated().sorted {
      $0.element.start != $1.element.start ? $0.element.start < $1.element.start : $0.offset < $1.offset
    }.map(\.element)
    for speed in e.all("speed") {
      if let limit = try attributes.speed(speed) {
        lane.speeds.append(.init(start: try attributes.number(speed, "sOffset", default: 0), limit: limit))
      }
    }
    for height in e.all("height") {
      lane.heights.append(
        .init(
          start: try attributes.number(height, "sOffset", default: 0),
          inner: try attributes.number(height, "inner", default: 0, limit: 100),
          outer: try attributes.number(height, "outer", default: 0, limit: 100)))
    }
    try usage(e, &lane)
    return lane
  }

  /// Who uses the lane, what it is made of and what holds on it.
  private mutating func usage(_ e: MarkupElement, _ lane: inout Lane) throws(DioramaError) {
    for access in e.all("access") {
      var traffic = access.all("restriction").compactMap { $0["type"] }
      if traffic.isEmpty, let one = access["restriction"] { traffic = [one] }
      lane.access.append(
        .init(
          start: try attributes.number(access, "sOffset", default: 0), isAllowed: access["rule"] != "deny",
          traffic: traffic))
    }
    for material in e.all("material") {
      lane.materials.append(
        .init(
          start: try attributes.number(material, "sOffset", default: 0), surface: material["surface"] ?? "",
          friction: try attributes.optionalNumber(material, "friction"),
          roughness: try attributes.optionalNumber(material, "roughness")))
    }
    for rule in e.all("rule") {
      lane.rules.append(
        .init(start: try attributes.number(rule, "sOffset", default: 0), value: rule["value"] ?? ""))
    }
  }

  /// Names of lane types before 1.4 and common slips.
  private static let oldNames: [String: LaneType] = [
    "mwyEntry": .mwyEntry, "mwyExit": .mwyExit, "roadWorks": .roadWorks, "hov": .HOV, "kerb": .curb,
    "bike": .biking, "pavement": .sidewalk,
  ]

  private mutating func checkWidths(_ lane: Lane, _ sectionLength: Double, _ e: MarkupElement) {
    for (i, record) in lane.widths.records.enumerated() {
      let next = i + 1 < lane.widths.records.count ? lane.widths.records[i + 1].start : sectionLength
      let end = min(next, sectionLength) - record.start
      guard end > 0 else { continue }
      let least = record.cubic.minimum(upTo: end)
      if least < -0.01 {
        attributes.warn("lane \(lane.id) gets \(least) m wide; negative widths count as 0", at: e)
        return
      }
    }
  }

  private mutating func roadMark(_ e: MarkupElement) throws(DioramaError) -> RoadMark {
    let name = e["type"] ?? "none"
    let pattern = RoadMark.Pattern(rawValue: name)
    if pattern == nil { attributes.warn("road mark type \"\(name)\" is unknown; not painted", at: e) }
    var width = try attributes.number(e, "width", default: 0, limit: 100)
    if width <= 0 { width = e["weight"] == "bold" ? RoadMark.boldWidth : RoadMark.standardWidth }
    let start = try attributes.number(e, "sOffset", default: 0)
    if start < 0 { attributes.warn("a road mark begins \(-start) m before its section; moved", at: e) }
    let change = e["laneChange"].flatMap { RoadMark.LaneChange(rawValue: $0) }
    if let name = e["laneChange"], change == nil {
      attributes.warn("laneChange \"\(name)\" is unknown; the line's usual meaning counts", at: e)
    }
    var mark = RoadMark(
      start: max(0, start), pattern: pattern ?? .none,
      color: color(e["color"], e) ?? .white, width: width,
      laneChange: change ?? (pattern ?? .none).usualLaneChange,
      sway: try attributes.piecewise(e.all("sway"), start: "ds"))
    mark.isBold = e["weight"] == "bold"
    mark.material = e["material"] ?? ""
    mark.height = try attributes.number(e, "height", default: 0, limit: 100)
    for (group, repeats) in [("type", true), ("explicit", false)] {
      for kind in e.all(group) {
        let inherited = try attributes.number(kind, "width", default: 0, limit: 100)
        for line in kind.all("line") {
          let own = try attributes.number(line, "width", default: 0, limit: 100)
          var entry = RoadMark.Line(
            length: max(0, try attributes.number(line, "length", default: 0)),
            space: max(0, try attributes.number(line, "space", default: 0)),
            lateralOffset: try attributes.number(line, "tOffset", default: 0, limit: 100),
            startOffset: try attributes.number(line, "sOffset", default: 0),
            width: own > 0 ? own : max(0, inherited), color: color(line["color"], line), repeats: repeats)
          entry.rule = line["rule"] ?? ""
          mark.lines.append(entry)
        }
      }
    }
    return mark
  }

  mutating func color(_ name: String?, _ e: MarkupElement) -> RoadMark.Color? {
    guard let name, name != "standard", !name.isEmpty else { return nil }
    let color = RoadMark.Color(rawValue: name)
    if color == nil { attributes.warn("color \"\(name)\" of <\(e.name)> is unknown; painted white", at: e) }
    return color
  }
}
