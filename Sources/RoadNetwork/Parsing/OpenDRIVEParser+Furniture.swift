import Diagnostics
import Geometry

extension OpenDRIVEParser {
  /// The road's objects and references to objects of other roads.
  mutating func objects(_ road: MarkupElement) throws(DioramaError) -> [RoadObject] {
    var result: [RoadObject] = []
    for e in road.first("objects")?.children ?? [] {
      guard e.name == "object" || e.name == "objectReference" else { continue }
      func number(_ name: String, _ fallback: Double? = 0) throws(DioramaError) -> Double {
        try attributes.number(e, name, default: fallback)
      }
      var object = RoadObject(
        id: e["id"] ?? "", type: e["type"] ?? "none", s: try number("s", nil), t: try number("t", nil))
      object.isReference = e.name == "objectReference"
      object.name = e["name"] ?? ""
      object.subtype = e["subtype"] ?? ""
      object.zOffset = try number("zOffset")
      (object.heading, object.pitch, object.roll) = (
        try number("hdg"), try number("pitch"), try number("roll")
      )
      (object.length, object.width) = (try number("length"), try number("width"))
      (object.height, object.radius) = (try number("height"), try number("radius"))
      object.orientation = orientation(e)
      object.validLength = max(0, try number("validLength"))
      object.isDynamic = e["dynamic"] == "yes"
      object.isPerpendicular = e["perpToRoad"] == "true" || e["perpToRoad"] == "1"
      object.lanes = try validity(e)
      for r in e.all("repeat") { object.repeats.append(try objectRepeat(r, object)) }
      for outline in e.all("outline") + (e.first("outlines")?.all("outline") ?? []) {
        object.outlines.append(try self.outline(outline))
      }
      try details(e, &object)
      result.append(object)
      lines.objects.append(e.line)
    }
    return result
  }

  private mutating func details(_ e: MarkupElement, _ object: inout RoadObject) throws(DioramaError) {
    for marking in e.first("markings")?.all("marking") ?? [] {
      object.markings.append(try self.marking(marking, object))
    }
    for border in e.first("borders")?.all("border") ?? [] {
      var corners: [Int] = []
      for c in border.all("cornerReference") { corners.append(try attributes.integer(c, "id")) }
      object.borders.append(
        .init(
          type: border["type"] ?? "concrete",
          width: max(0, try attributes.number(border, "width", default: 0, limit: 1000)),
          outline: try attributes.optionalInteger(border, "outlineId"),
          usesWholeOutline: border["useCompleteOutline"] == "true" || corners.isEmpty, corners: corners))
    }
    if let space = e.first("parkingSpace") {
      object.parkingSpace = .init(
        access: space["access"] ?? "all", restrictions: space["restrictions"] ?? "")
    }
    for material in e.all("material") {
      object.materials.append(
        .init(
          surface: material["surface"] ?? "",
          friction: try attributes.optionalNumber(material, "friction"),
          roughness: try attributes.optionalNumber(material, "roughness")))
    }
    for line in e.first("skeleton")?.all("polyline") ?? [] {
      let inRoad = line.first("vertexRoad") != nil
      var corners: [RoadObject.Outline.Corner] = []
      var radius: Double?
      for v in line.all(inRoad ? "vertexRoad" : "vertexLocal") {
        corners.append(try corner(v, inRoad))
        radius = try attributes.optionalNumber(v, "radius") ?? radius
      }
      object.skeletons.append(.init(isRoadCoordinates: inRoad, corners: corners, radius: radius))
    }
    if let crg = e.first("surface")?.first("CRG") {
      object.surfaceFile = crg["file"] ?? ""
      attributes.warn("the OpenCRG surface of object \"\(object.id)\" is not applied", at: crg)
    }
  }

  private mutating func marking(
    _ e: MarkupElement, _ object: RoadObject
  ) throws(DioramaError) -> RoadObject.Marking {
    var corners: [Int] = []
    for c in e.all("cornerReference") { corners.append(try attributes.integer(c, "id")) }
    let side = e["side"].flatMap { RoadObject.Marking.Side(rawValue: $0) }
    if let name = e["side"], side == nil {
      attributes.warn("a marking at side \"\(name)\" is not painted: there is no such side", at: e)
    } else if side == nil, corners.count < 2 {
      attributes.warn("a marking names neither a side nor two corners; not painted", at: e)
    }
    let ids = object.outlines.flatMap(\.corners).compactMap(\.id)
    for id in corners where !ids.contains(id) {
      attributes.warn(
        "a marking of object \"\(object.id)\" refers to corner \(id), which is not there", at: e)
    }
    var width = try attributes.number(e, "width", default: 0, limit: 1000)
    if width <= 0 { width = e["weight"] == "bold" ? RoadMark.boldWidth : RoadMark.standardWidth }
    return RoadObject.Marking(
      side: side, corners: corners, color: color(e["color"], e) ?? .white, width: width,
      zOffset: try attributes.number(e, "zOffset", default: 0),
      lineLength: max(0, try attributes.number(e, "lineLength", default: 0)),
      spaceLength: max(0, try attributes.number(e, "spaceLength", default: 0)),
      startOffset: max(0, try attributes.number(e, "startOffset", default: 0)),
      stopOffset: max(0, try attributes.number(e, "stopOffset", default: 0)))
  }

  private func objectRepeat(_ r: MarkupElement, _ object: RoadObject) throws(DioramaError)
    -> RoadObject.Repeat
  {
    func number(_ name: String, _ fallback: Double? = 0) throws(DioramaError) -> Double {
      try attributes.number(r, name, default: fallback)
    }
    return RoadObject.Repeat(
      s: try number("s", nil), length: max(0, try number("length")), distance: max(0, try number("distance")),
      tStart: try number("tStart", object.t), tEnd: try number("tEnd", object.t),
      widthStart: try number("widthStart", object.width), widthEnd: try number("widthEnd", object.width),
      heightStart: try number("heightStart", object.height),
      heightEnd: try number("heightEnd", object.height),
      zOffsetStart: try number("zOffsetStart", object.zOffset),
      zOffsetEnd: try number("zOffsetEnd", object.zOffset),
      lengthStart: try number("lengthStart", object.length),
      lengthEnd: try number("lengthEnd", object.length),
      radiusStart: try number("radiusStart", object.radius),
      radiusEnd: try number("radiusEnd", object.radius))
  }

  private mutating func outline(_ e: MarkupElement) throws(DioramaError) -> RoadObject.Outline {
    let inRoad = e.first("cornerRoad") != nil
    if inRoad, e.first("cornerLocal") != nil {
      attributes.warn("an outline mixes cornerRoad and cornerLocal; the latter are left out", at: e)
    }
    var corners: [RoadObject.Outline.Corner] = []
    for element in e.all(inRoad ? "cornerRoad" : "cornerLocal") {
      corners.append(try corner(element, inRoad))
    }
    let laneType = e["laneType"].flatMap { LaneType(rawValue: $0) }
    if let name = e["laneType"], laneType == nil {
      attributes.warn("the lane type \"\(name)\" of an outline is unknown", at: e)
    }
    return RoadObject.Outline(
      id: try attributes.optionalInteger(e, "id"), isRoadCoordinates: inRoad,
      isClosed: e["closed"] != "false",
      isOuter: e["outer"] != "false", fill: e["fillType"] ?? "", laneType: laneType, corners: corners)
  }

  private func corner(_ e: MarkupElement, _ inRoad: Bool) throws(DioramaError) -> RoadObject.Outline.Corner {
    .init(
      id: try attributes.optionalInteger(e, "id"),
      first: try attributes.number(e, inRoad ? "s" : "u"),
      second: try attributes.number(e, inRoad ? "t" : "v"),
      z: try attributes.number(e, inRoad ? "dz" : "z", default: 0),
      height: try attributes.number(e, "height", default: 0))
  }

  /// The road's bridges and tunnels.
  mutating func structures(_ road: MarkupElement) throws(DioramaError) -> [RoadStructure] {
    var result: [RoadStructure] = []
    for e in road.first("objects")?.children ?? [] {
      guard let kind = RoadStructure.Kind(rawValue: e.name) else { continue }
      func share(_ name: String) throws(DioramaError) -> Double {
        min(1, max(0, try attributes.number(e, name, default: 0)))
      }
      result.append(
        RoadStructure(
          kind: kind, id: e["id"] ?? "", name: e["name"] ?? "", type: e["type"] ?? "",
          s: try attributes.number(e, "s"), length: max(0, try attributes.number(e, "length")),
          lanes: try validity(e), lighting: try share("lighting"), daylight: try share("daylight")))
    }
    return result
  }

  /// Ranges of lanes from `validity` elements.
  func validity(_ e: MarkupElement) throws(DioramaError) -> [ClosedRange<Int>] {
    var lanes: [ClosedRange<Int>] = []
    for v in e.all("validity") {
      let a = try attributes.integer(v, "fromLane")
      let b = try attributes.integer(v, "toLane")
      lanes.append(min(a, b)...max(a, b))
    }
    return lanes
  }

  mutating func orientation(_ e: MarkupElement) -> RoadSignal.Orientation {
    guard let name = e["orientation"] else { return .both }
    if let known = RoadSignal.Orientation(rawValue: name) { return known }
    attributes.warn("orientation \"\(name)\" of <\(e.name)> is none of + - none; taken as none", at: e)
    return .both
  }
}
