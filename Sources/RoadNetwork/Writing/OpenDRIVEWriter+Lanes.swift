import Geometry

extension OpenDRIVEWriter {
  mutating func section(_ section: LaneSection) {
    out.open("laneSection", [("s", n(section.start))])
    let sides = [
      ("left", section.lanes.filter { $0.id > 0 }), ("center", section.lanes.filter { $0.id == 0 }),
      ("right", section.lanes.filter { $0.id < 0 }),
    ]
    for (name, lanes) in sides where !lanes.isEmpty {
      out.open(name)
      for lane in lanes { self.lane(lane) }
      out.close()
    }
    out.close()
  }

  private mutating func lane(_ lane: Lane) {
    out.open(
      "lane",
      [
        ("id", String(lane.id)), ("type", lane.type.rawValue), ("level", lane.isLevel ? "true" : "false"),
        ("direction", lane.direction == .standard ? nil : lane.direction.rawValue),
        ("roadWorks", lane.isRoadWorks ? "true" : nil), ("dynamicLaneType", lane.isDynamic ? "true" : nil),
      ])
    if !lane.predecessors.isEmpty || !lane.successors.isEmpty {
      out.open("link")
      for id in lane.predecessors { out.leaf("predecessor", [("id", String(id))]) }
      for id in lane.successors { out.leaf("successor", [("id", String(id))]) }
      out.close()
    }
    records("border", "sOffset", lane.borders)
    records("width", "sOffset", lane.widths)
    for mark in lane.marks { self.mark(mark) }
    for material in lane.materials {
      out.leaf(
        "material",
        [
          ("sOffset", n(material.start)), ("surface", MarkupWriter.nonEmpty(material.surface)),
          ("friction", material.friction.map(n)), ("roughness", material.roughness.map(n)),
        ])
    }
    for speed in lane.speeds {
      out.leaf("speed", [("sOffset", n(speed.start)), ("max", n(speed.limit)), ("unit", "m/s")])
    }
    for access in lane.access { self.access(access) }
    for height in lane.heights {
      out.leaf(
        "height",
        [("sOffset", n(height.start)), ("inner", n(height.inner)), ("outer", n(height.outer))])
    }
    for rule in lane.rules { out.leaf("rule", [("sOffset", n(rule.start)), ("value", rule.value)]) }
    out.close()
  }

  /// One kind of traffic as an attribute (to 1.7), several as elements (1.8).
  private mutating func access(_ access: Lane.Access) {
    let rule = access.isAllowed ? "allow" : "deny"
    if access.traffic.count <= 1 {
      out.leaf(
        "access", [("sOffset", n(access.start)), ("rule", rule), ("restriction", access.traffic.first)])
    } else {
      out.open("access", [("sOffset", n(access.start)), ("rule", rule)])
      for kind in access.traffic { out.leaf("restriction", [("type", kind)]) }
      out.close()
    }
  }

  private mutating func mark(_ mark: RoadMark) {
    let attributes: MarkupWriter.Attributes = [
      ("sOffset", n(mark.start)), ("type", mark.pattern.rawValue),
      ("weight", mark.isBold ? "bold" : "standard"), ("color", mark.color.rawValue),
      ("material", MarkupWriter.nonEmpty(mark.material)), ("width", n(mark.width)),
      ("laneChange", mark.laneChange.rawValue), ("height", MarkupWriter.nonZero(mark.height)),
    ]
    guard !mark.lines.isEmpty || !mark.sway.isEmpty else { return out.leaf("roadMark", attributes) }
    out.open("roadMark", attributes)
    records("sway", "ds", mark.sway)
    for (group, repeats) in [("type", true), ("explicit", false)] {
      let lines = mark.lines.filter { $0.repeats == repeats }
      guard !lines.isEmpty else { continue }
      out.open(group, repeats ? [("name", mark.pattern.rawValue), ("width", "0")] : [])
      for line in lines {
        out.leaf(
          "line",
          [
            ("length", n(line.length)), ("space", repeats ? n(line.space) : MarkupWriter.nonZero(line.space)),
            ("tOffset", n(line.lateralOffset)), ("sOffset", n(line.startOffset)),
            ("rule", MarkupWriter.nonEmpty(line.rule)), ("width", MarkupWriter.nonZero(line.width)),
            ("color", line.color?.rawValue),
          ])
      }
      out.close()
    }
    out.close()
  }
}
