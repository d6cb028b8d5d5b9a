extension OpenDRIVEWriter {
  mutating func junction(_ junction: Junction) {
    var attributes: MarkupWriter.Attributes = [
      ("id", junction.id), ("name", junction.name),
      ("type", junction.kind == .common ? nil : junction.kind.rawValue),
    ]
    if let stretch = junction.mainRoad {
      attributes += [
        ("mainRoad", stretch.road), ("sStart", n(stretch.start)), ("sEnd", n(stretch.end)),
        ("orientation", stretch.orientation.rawValue),
      ]
    }
    out.open("junction", attributes)
    let connected = junction.kind == .direct ? "linkedRoad" : "connectingRoad"
    for (i, connection) in junction.connections.enumerated() {
      out.open(
        "connection",
        [
          ("id", String(i)), ("incomingRoad", connection.incomingRoad),
          (connected, connection.connectingRoad), ("contactPoint", connection.contact.rawValue),
        ])
      for link in connection.laneLinks {
        out.leaf(
          "laneLink",
          [
            ("from", String(link.from)), ("to", String(link.to)),
            ("overlapZone", MarkupWriter.nonZero(link.overlap)),
          ])
      }
      out.close()
    }
    for path in junction.crossPaths {
      out.leaf(
        "crossPath",
        [
          ("id", path.id), ("crossingRoad", path.road), ("roadAtStart", path.roadAtStart),
          ("roadAtEnd", path.roadAtEnd),
        ])
    }
    for priority in junction.priorities {
      out.leaf("priority", [("high", priority.high), ("low", priority.low)])
    }
    for use in junction.controllers {
      out.leaf(
        "controller",
        [
          ("id", use.id), ("type", MarkupWriter.nonEmpty(use.type)),
          ("sequence", use.sequence.map { String($0) }),
        ])
    }
    if !junction.boundary.isEmpty {
      out.open("boundary")
      for segment in junction.boundary { self.segment(segment) }
      out.close()
    }
    if let grid = junction.elevationGrid { self.grid(grid) }
    out.close()
  }

  private mutating func segment(_ segment: Junction.BoundarySegment) {
    switch segment {
    case .lane(let road, let lane, let start, let end):
      out.leaf(
        "segment",
        [
          ("type", "lane"), ("roadId", road), ("boundaryLane", String(lane)), ("sStart", station(start)),
          ("sEnd", station(end)),
        ])
    case .joint(let road, let contact, let startLane, let endLane, let transition):
      out.leaf(
        "segment",
        [
          ("type", "joint"), ("roadId", road), ("contactPoint", contact.rawValue),
          ("jointLaneStart", startLane.map { String($0) }), ("jointLaneEnd", endLane.map { String($0) }),
          ("transitionLength", MarkupWriter.nonZero(transition)),
        ])
    }
  }

  private func station(_ station: Junction.BoundaryStation) -> String {
    switch station {
    case .begin: "begin"
    case .end: "end"
    case .s(let s): n(s)
    }
  }

  private mutating func grid(_ grid: Junction.ElevationGrid) {
    func list(_ heights: [Double]) -> String? {
      heights.isEmpty ? nil : heights.map(n).joined(separator: " ")
    }
    out.open("elevationGrid", [("gridSpacing", n(grid.spacing))])
    for row in grid.rows {
      out.leaf(
        "elevation", [("left", list(row.left)), ("center", n(row.center)), ("right", list(row.right))])
    }
    out.close()
  }
}
