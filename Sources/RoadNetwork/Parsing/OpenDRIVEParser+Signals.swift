import Diagnostics

extension OpenDRIVEParser {
  /// The road's signals and references to signals of other roads.
  mutating func signals(_ road: MarkupElement) throws(DioramaError) -> [RoadSignal] {
    var result: [RoadSignal] = []
    for e in road.first("signals")?.children ?? [] {
      guard e.name == "signal" || e.name == "signalReference" else { continue }
      let value = e["value"].flatMap { Double($0) }
      var signal = RoadSignal(
        id: e["id"] ?? "", name: e["name"] ?? "", s: try attributes.number(e, "s"),
        t: try attributes.number(e, "t"), zOffset: try attributes.number(e, "zOffset", default: 0),
        headingOffset: try attributes.number(e, "hOffset", default: 0),
        orientation: orientation(e),
        isDynamic: e["dynamic"] == "yes", country: e["country"] ?? "", type: e["type"] ?? "",
        subtype: e["subtype"] ?? "", value: value?.isFinite == true ? value : nil, unit: e["unit"] ?? "",
        text: e["text"] ?? "", width: try attributes.number(e, "width", default: 0),
        height: try attributes.number(e, "height", default: 0), lanes: try validity(e),
        isReference: e.name == "signalReference")
      signal.pitch = try attributes.number(e, "pitch", default: 0)
      signal.roll = try attributes.number(e, "roll", default: 0)
      signal.length = try attributes.number(e, "length", default: 0)
      signal.countryRevision = e["countryRevision"] ?? ""
      signal.dependencies = e.all("dependency").map { .init(signal: $0["id"] ?? "", type: $0["type"] ?? "") }
      signal.references = e.all("reference").map {
        .init(signal: $0["elementId"] ?? "", type: $0["elementType"] ?? "")
      }
      signal.placement = try placement(e)
      signal.meanings = (e.first("semantics")?.children ?? []).map {
        .init(name: $0.name, type: $0["type"] ?? "", value: $0["value"] ?? "", unit: $0["unit"] ?? "")
      }
      if e.name == "signal", signal.isDynamic, e["dynamic"] != "yes" && e["dynamic"] != "no" {
        attributes.warn("dynamic of <signal> is neither yes nor no", at: e)
      }
      result.append(signal)
      lines.signals.append(e.line)
    }
    return result
  }

  private func placement(_ e: MarkupElement) throws(DioramaError) -> RoadSignal.Placement? {
    func number(_ of: MarkupElement, _ name: String) throws(DioramaError) -> Double {
      try attributes.number(of, name, default: 0)
    }
    // Named physicalPosition/… in 1.4 and 1.5, plainly since.
    let holder = e.first("physicalPosition") ?? e
    if let p = holder.first("positionInertial") {
      return .inertial(
        x: try attributes.number(p, "x"), y: try attributes.number(p, "y"), z: try number(p, "z"),
        heading: try number(p, "hdg"), pitch: try number(p, "pitch"), roll: try number(p, "roll"))
    }
    if let p = holder.first("positionRoad") {
      return .road(
        id: p["roadId"] ?? "", s: try attributes.number(p, "s"), t: try attributes.number(p, "t"),
        zOffset: try number(p, "zOffset"), headingOffset: try number(p, "hOffset"))
    }
    return nil
  }

  /// The signal groups of the file.
  mutating func controllers(_ root: MarkupElement) throws(DioramaError) -> [SignalController] {
    var result: [SignalController] = []
    for e in root.all("controller") {
      result.append(
        SignalController(
          id: e["id"] ?? "", name: e["name"] ?? "", signals: e.all("control").compactMap { $0["signalId"] },
          sequence: try attributes.optionalInteger(e, "sequence"),
          phase: e.all("userData").first { $0["code"] == SignalPhase.code }.flatMap {
            SignalPhase(text: $0["value"] ?? "")
          }))
      sourceLines.controllers.append(e.line)
    }
    return result
  }
}
