import Diagnostics
import Geometry

extension OpenDRIVEParser {
  /// The road's objects, by place; damaged ones are left out with a warning.
  mutating func objects(_ road: MarkupElement) throws(DioramaError) -> [RoadObject] {
    var result: [RoadObject] = []
    for e in road.first("objects")?.all("object") ?? [] {
      func number(_ name: String, _ fallback: Double? = 0) throws(DioramaError) -> Double {
        try attributes.number(e, name, default: fallback)
      }
      var object = RoadObject(
        id: e["id"] ?? "", name: e["name"] ?? "", type: e["type"] ?? "none", subtype: e["subtype"] ?? "",
        s: try number("s", nil), t: try number("t", nil), zOffset: try number("zOffset"),
        heading: try number("hdg"), pitch: try number("pitch"), roll: try number("roll"),
        length: try number("length"), width: try number("width"), height: try number("height"),
        radius: try number("radius"), repeats: [], outlines: [])
      for r in e.all("repeat") { object.repeats.append(try objectRepeat(r, object)) }
      for outline in e.all("outline") + (e.first("outlines")?.all("outline") ?? []) {
        object.outlines.append(try self.outline(outline))
      }
      result.append(object)
    }
    return result
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
      zOffsetEnd: try number("zOffsetEnd", object.zOffset))
  }

  private func outline(_ e: MarkupElement) throws(DioramaError) -> RoadObject.Outline {
    let inRoad = e.first("cornerRoad") != nil
    var corners: [RoadObject.Outline.Corner] = []
    for corner in e.all(inRoad ? "cornerRoad" : "cornerLocal") {
      corners.append(
        .init(
          first: try attributes.number(corner, inRoad ? "s" : "u"),
          second: try attributes.number(corner, inRoad ? "t" : "v"),
          z: try attributes.number(corner, inRoad ? "dz" : "z", default: 0),
          height: try attributes.number(corner, "height", default: 0)))
    }
    return RoadObject.Outline(isRoadCoordinates: inRoad, isClosed: e["closed"] != "false", corners: corners)
  }

  /// The road's signals and references to signals of other roads.
  mutating func signals(_ road: MarkupElement) throws(DioramaError) -> [RoadSignal] {
    var result: [RoadSignal] = []
    for e in road.first("signals")?.children ?? [] {
      guard e.name == "signal" || e.name == "signalReference" else { continue }
      let value = e["value"].flatMap { Double($0) }
      var lanes: [ClosedRange<Int>] = []
      for v in e.all("validity") {
        let a = try attributes.integer(v, "fromLane")
        let b = try attributes.integer(v, "toLane")
        lanes.append(min(a, b)...max(a, b))
      }
      result.append(
        RoadSignal(
          id: e["id"] ?? "", name: e["name"] ?? "", s: try attributes.number(e, "s"),
          t: try attributes.number(e, "t"), zOffset: try attributes.number(e, "zOffset", default: 0),
          headingOffset: try attributes.number(e, "hOffset", default: 0),
          orientation: RoadSignal.Orientation(rawValue: e["orientation"] ?? "none") ?? .both,
          isDynamic: e["dynamic"] == "yes", country: e["country"] ?? "", type: e["type"] ?? "",
          subtype: e["subtype"] ?? "", value: value?.isFinite == true ? value : nil, unit: e["unit"] ?? "",
          text: e["text"] ?? "", width: try attributes.number(e, "width", default: 0),
          height: try attributes.number(e, "height", default: 0), lanes: lanes,
          isReference: e.name == "signalReference"))
    }
    return result
  }
}
