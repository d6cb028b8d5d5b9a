import Diagnostics

extension OpenDRIVEParser {
  mutating func junction(
    _ element: MarkupElement, roads: Set<String>
  ) throws(DioramaError) -> Junction {
    let name = element["type"] ?? "default"
    let kind = Junction.Kind(rawValue: name)
    if kind == nil { attributes.warn("junction type \"\(name)\" is unknown; taken as default", at: element) }
    var junction = Junction(
      id: try attributes.text(element, "id"), name: element["name"] ?? "", kind: kind ?? .common,
      connections: [])
    connectionLines = []
    for connection in element.all("connection") {
      guard let incoming = connection["incomingRoad"],
        let connecting = connection["connectingRoad"] ?? connection["linkedRoad"]
      else {
        // Virtual connections once (1.6) gave links by predecessor and successor elements alone.
        if connection["type"] != "virtual" {
          attributes.warn("a connection without roads is left out", at: connection)
        }
        continue
      }
      guard roads.contains(incoming), roads.contains(connecting) else {
        attributes.warn("a connection names a road that is not in the file; left out", at: connection)
        continue
      }
      var links: [Junction.LaneLink] = []
      for link in connection.all("laneLink") {
        links.append(
          .init(
            from: try attributes.integer(link, "from"), to: try attributes.integer(link, "to"),
            overlap: max(0, try attributes.number(link, "overlapZone", default: 0))))
      }
      junction.connections.append(
        .init(
          incomingRoad: incoming, connectingRoad: connecting,
          contact: contact(connection), laneLinks: links))
      connectionLines.append(connection.line)
    }
    junction.priorities = element.all("priority").map {
      .init(high: $0["high"] ?? "", low: $0["low"] ?? "")
    }
    for e in element.all("controller") {
      junction.controllers.append(
        .init(
          id: e["id"] ?? "", type: e["type"] ?? "", sequence: try attributes.optionalInteger(e, "sequence")))
    }
    try extents(element, &junction)
    return junction
  }

  private mutating func extents(_ element: MarkupElement, _ junction: inout Junction) throws(DioramaError) {
    if junction.kind == .virtual {
      if let road = element["mainRoad"] {
        junction.mainRoad = .init(
          road: road, start: try attributes.number(element, "sStart", default: 0),
          end: try attributes.number(element, "sEnd", default: 0), orientation: orientation(element))
      } else {
        attributes.warn("virtual junction \"\(junction.id)\" names no mainRoad", at: element)
      }
    }
    for segment in element.first("boundary")?.all("segment") ?? [] {
      guard let road = segment["roadId"] else {
        attributes.warn("a boundary segment names no road; left out", at: segment)
        continue
      }
      if segment["type"] == "joint" {
        junction.boundary.append(
          .joint(
            road: road, contact: contact(segment),
            startLane: try attributes.optionalInteger(segment, "jointLaneStart"),
            endLane: try attributes.optionalInteger(segment, "jointLaneEnd"),
            transition: try attributes.number(segment, "transitionLength", default: 0)))
      } else {
        junction.boundary.append(
          .lane(
            road: road, lane: try attributes.optionalInteger(segment, "boundaryLane") ?? 0,
            start: try station(segment, "sStart", .begin), end: try station(segment, "sEnd", .end)))
      }
    }
    junction.crossPaths = element.all("crossPath").map { e in
      .init(
        id: e["id"] ?? "", road: e["crossingRoad"] ?? "", roadAtStart: e["roadAtStart"] ?? "",
        roadAtEnd: e["roadAtEnd"] ?? "")
    }
    if let grid = element.first("elevationGrid") {
      var rows: [Junction.ElevationGrid.Row] = []
      for e in grid.all("elevation") {
        rows.append(
          .init(
            left: try heights(e, "left"), center: try attributes.number(e, "center", default: 0),
            right: try heights(e, "right")))
      }
      junction.elevationGrid = .init(
        spacing: try attributes.number(grid, "gridSpacing", default: 0, limit: 1e4), rows: rows)
      attributes.warn(
        "the elevation grid of junction \"\(junction.id)\" is kept; its surface follows the connecting roads",
        at: grid)
    }
  }

  /// Numbers separated by white space.
  private func heights(_ e: MarkupElement, _ name: String) throws(DioramaError) -> [Double] {
    var result: [Double] = []
    for part in (e[name] ?? "").split(whereSeparator: \.isWhitespace) {
      guard let value = Double(part), value.isFinite, value.magnitude < 1e5 else {
        throw attributes.failure(
          "\(name)=\"\(part.prefix(40))\" of <elevation> is no height", at: e, remedy: "write metres")
      }
      result.append(value)
    }
    return result
  }

  private func station(
    _ e: MarkupElement, _ name: String, _ fallback: Junction.BoundaryStation
  ) throws(DioramaError) -> Junction.BoundaryStation {
    switch e[name] {
    case nil: fallback
    case "begin": .begin
    case "end": .end
    default: .s(try attributes.number(e, name))
    }
  }

  mutating func contact(_ e: MarkupElement) -> ContactPoint {
    guard let name = e["contactPoint"] else { return .start }
    if let known = ContactPoint(rawValue: name) { return known }
    attributes.warn("contactPoint \"\(name)\" is neither start nor end; taken as start", at: e)
    return .start
  }

  /// Groups of junctions, such as roundabouts.
  func junctionGroups(_ root: MarkupElement) -> [JunctionGroup] {
    root.all("junctionGroup").map { e in
      JunctionGroup(
        id: e["id"] ?? "", name: e["name"] ?? "", type: e["type"] ?? "unknown",
        junctions: e.all("junctionReference").compactMap { $0["junction"] })
    }
  }
}
