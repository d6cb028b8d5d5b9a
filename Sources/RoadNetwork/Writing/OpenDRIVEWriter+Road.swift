import Geometry

extension OpenDRIVEWriter {
  mutating func road(_ road: Road) {
    out.open(
      "road",
      [
        ("name", road.name), ("length", n(road.length)), ("id", road.id),
        ("junction", road.junction ?? "-1"), ("rule", road.rule.rawValue),
      ])
    if road.predecessor != nil || road.successor != nil {
      out.open("link")
      if let link = road.predecessor { self.link("predecessor", link) }
      if let link = road.successor { self.link("successor", link) }
      out.close()
    }
    for kind in road.kinds { self.kind(kind) }
    out.open("planView")
    for segment in road.planView { geometry(segment) }
    out.close()
    if !road.elevation.isEmpty {
      out.open("elevationProfile")
      records("elevation", "s", road.elevation)
      out.close()
    }
    lateral(road)
    out.open("lanes")
    records("laneOffset", "s", road.laneOffset)
    for section in road.sections { self.section(section) }
    out.close()
    furniture(road)
    if !road.surfaceFiles.isEmpty {
      out.open("surface")
      for crg in road.surfaceFiles {
        out.leaf("CRG", [("file", crg.file), ("sStart", n(crg.start)), ("sEnd", n(crg.end))])
      }
      out.close()
    }
    out.close()
  }

  private mutating func link(_ name: String, _ link: RoadLink) {
    var attributes: MarkupWriter.Attributes = []
    switch link.target {
    case .road(let id, let contact):
      attributes = [("elementType", "road"), ("elementId", id)]
      attributes.append(("contactPoint", link.station == nil ? contact.rawValue : nil))
    case .junction(let id): attributes = [("elementType", "junction"), ("elementId", id)]
    }
    if let station = link.station {
      attributes += [("elementS", n(station)), ("elementDir", link.direction.rawValue)]
    }
    out.leaf(name, attributes)
  }

  private mutating func kind(_ kind: RoadKind) {
    let attributes: MarkupWriter.Attributes = [
      ("s", n(kind.start)), ("type", kind.name), ("country", MarkupWriter.nonEmpty(kind.country)),
    ]
    guard let limit = kind.speedLimit else { return out.leaf("type", attributes) }
    out.open("type", attributes)
    out.leaf("speed", [("max", n(limit)), ("unit", "m/s")])
    out.close()
  }

  private mutating func geometry(_ segment: PlanSegment) {
    let curve = segment.curve
    out.open(
      "geometry",
      [
        ("s", n(segment.start)), ("x", n(curve.start.x)), ("y", n(curve.start.y)), ("hdg", n(curve.heading)),
        ("length", n(curve.length)),
      ])
    switch curve.shape {
    case .line: out.leaf("line")
    case .arc(let k): out.leaf("arc", [("curvature", n(k))])
    case .clothoid(let from, let to): out.leaf("spiral", [("curvStart", n(from)), ("curvEnd", n(to))])
    case .cubic(let v): out.leaf("poly3", coefficients(v))
    case .parametricCubic(let u, let v, let span):
      out.leaf(
        "paramPoly3",
        [
          ("aU", n(u.a)), ("bU", n(u.b)), ("cU", n(u.c)), ("dU", n(u.d)), ("aV", n(v.a)), ("bV", n(v.b)),
          ("cV", n(v.c)), ("dV", n(v.d)), ("pRange", span == .arcLength ? "arcLength" : "normalized"),
        ])
    }
    out.close()
  }

  private mutating func lateral(_ road: Road) {
    let shape = road.lateralShape
    guard !road.superelevation.isEmpty || !shape.isFlat else { return }
    out.open("lateralProfile")
    records("superelevation", "s", road.superelevation)
    for (side, fall) in [("left", shape.leftFall), ("right", shape.rightFall)] {
      records("crossfall", "s", fall, [("side", side)])
    }
    for profile in shape.profiles { records("shape", "t", profile.heights, [("s", n(profile.s))]) }
    if let surface = shape.surface { crossSection(surface) }
    out.close()
  }

  private mutating func crossSection(_ surface: CrossSectionSurface) {
    func group(_ name: String, _ records: PiecewiseCubic) {
      guard !records.isEmpty else { return }
      out.open(name)
      self.records("coefficients", "s", records)
      out.close()
    }
    out.open("crossSectionSurface")
    group("tOffset", surface.offset)
    out.open("surfaceStrips")
    for strip in surface.strips {
      out.open("strip", [("id", String(strip.id)), ("mode", strip.isRelative ? "relative" : "independent")])
      group("width", strip.width)
      group("constant", strip.constant)
      group("linear", strip.linear)
      group("quadratic", strip.quadratic)
      group("cubic", strip.cubic)
      out.close()
    }
    out.close()
    out.close()
  }

  func coefficients(_ cubic: CubicPolynomial) -> MarkupWriter.Attributes {
    [("a", n(cubic.a)), ("b", n(cubic.b)), ("c", n(cubic.c)), ("d", n(cubic.d))]
  }

  /// Records `start a b c d`.
  mutating func records(
    _ name: String, _ start: String, _ function: PiecewiseCubic, _ more: MarkupWriter.Attributes = []
  ) {
    for record in function.records {
      out.leaf(name, more + [(start, n(record.start))] + coefficients(record.cubic))
    }
  }
}
