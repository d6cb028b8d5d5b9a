import Diagnostics
import Geometry
import VectorMath

extension OpenDRIVEParser {
  /// Longest road that is believed, metres.
  static let lengthLimit = 2e6

  /// One road, or nil with a warning where nothing of it can be used.
  mutating func road(_ element: MarkupElement) throws(DioramaError) -> Road? {
    let id = try attributes.text(element, "id")
    let stated = try attributes.number(element, "length", limit: Self.lengthLimit)
    let plan = try planView(element)
    guard let last = plan.last else {
      attributes.warn("road \"\(id)\" has no plan view; left out", at: element)
      return nil
    }
    let drawn = last.start + last.curve.length
    if (drawn - stated).magnitude > 0.01 {
      attributes.warn(
        "road \"\(id)\": length is \(stated) but its geometry ends at \(drawn); the shorter one is used",
        at: element)
    }
    let length = min(stated, drawn)
    guard length > 1e-9 else {
      attributes.warn("road \"\(id)\" has no length; left out", at: element)
      return nil
    }
    var road = Road(id: id, length: length, planView: plan, sections: [])
    road.name = element["name"] ?? ""
    if let rule = element["rule"] {
      let known = TrafficRule(rawValue: rule)
      if known == nil {
        attributes.warn("rule \"\(rule)\" is neither RHT nor LHT; taken as RHT", at: element)
      }
      road.rule = known ?? .rightHand
    }
    if let junction = element["junction"], junction != "-1", !junction.isEmpty { road.junction = junction }
    if let link = element.first("link") {
      road.predecessor = try roadLink(link.first("predecessor"))
      road.successor = try roadLink(link.first("successor"))
    }
    for kind in element.all("type") {
      road.kinds.append(
        RoadKind(
          start: try attributes.number(kind, "s", default: 0), name: kind["type"] ?? "unknown",
          speedLimit: try kind.first("speed").flatMap { e throws(DioramaError) in try attributes.speed(e) },
          country: kind["country"] ?? ""))
    }
    try profiles(element, &road)
    road.laneOffset = try attributes.piecewise(element.first("lanes")?.all("laneOffset") ?? [], start: "s")
    road.sections = try laneSections(element, roadLength: length, id: id)
    road.objects = try objects(element)
    road.structures = try structures(element)
    road.signals = try signals(element)
    for crg in element.first("surface")?.all("CRG") ?? [] {
      road.surfaceFiles.append(
        RoadSurfaceFile(
          file: crg["file"] ?? "", start: try attributes.number(crg, "sStart", default: 0),
          end: try attributes.number(crg, "sEnd", default: length)))
      attributes.warn("the OpenCRG surface of road \"\(id)\" is not applied", at: crg)
    }
    try validate(road, element)
    return road
  }

  private mutating func roadLink(_ element: MarkupElement?) throws(DioramaError) -> RoadLink? {
    guard let element else { return nil }
    guard let id = element["elementId"] else {
      attributes.warn("a road link without elementId is left out", at: element)
      return nil
    }
    if element["elementType"] == "junction" { return RoadLink(.junction(id: id)) }
    var link = RoadLink(.road(id: id, contact: contact(element)))
    link.station = try attributes.optionalNumber(element, "elementS")
    link.direction = RoadSignal.Orientation(rawValue: element["elementDir"] ?? "none") ?? .both
    if element["contactPoint"] == nil, link.station == nil {
      attributes.warn("a link to road \"\(id)\" names no contactPoint; taken as start", at: element)
    }
    return link
  }

  private mutating func planView(_ road: MarkupElement) throws(DioramaError) -> [PlanSegment] {
    var segments: [PlanSegment] = []
    for g in road.first("planView")?.all("geometry") ?? [] {
      let s = try attributes.number(g, "s", limit: Self.lengthLimit)
      let length = try attributes.number(g, "length", limit: Self.lengthLimit)
      let start = Vector2(try attributes.number(g, "x"), try attributes.number(g, "y"))
      let heading = try attributes.number(g, "hdg", limit: 1e5)
      guard length > 1e-9 else {
        attributes.warn("a geometry of length \(length) is passed over", at: g)
        continue
      }
      guard s >= (segments.last?.start ?? 0) else {
        attributes.warn("a geometry begins before its forerunner; passed over", at: g)
        continue
      }
      guard let shape = try planShape(g, length: length) else {
        throw attributes.failure(
          "<geometry> holds no known shape", at: g, remedy: "use line, arc, spiral, poly3 or paramPoly3")
      }
      let curve = PlanCurve(start: start, heading: heading, length: length, shape: shape)
      let end = curve.sample(at: length)
      guard end.point.x.isFinite, end.point.y.isFinite, length_(end.point - start) <= length * 1.001 + 1e-6,
        curve.intrinsicLength <= 1e3 * length + 1
      else {
        throw attributes.failure(
          "the geometry's shape does not fit its length", at: g, remedy: "check its coefficients")
      }
      if (curve.intrinsicLength - length).magnitude > 1e-3 * length + 1e-3 {
        attributes.warn("paramPoly3 is \(curve.intrinsicLength) m long, not \(length) m; stretched", at: g)
      }
      if let previous = segments.last { checkJoint(previous, s, curve, g) }
      segments.append(PlanSegment(start: s, curve: curve))
    }
    return segments
  }

  private func length_(_ v: Vector2) -> Double { dot(v, v).squareRoot() }

  private mutating func checkJoint(
    _ previous: PlanSegment, _ s: Double, _ curve: PlanCurve, _ element: MarkupElement
  ) {
    let end = previous.curve.sample(at: previous.curve.length)
    let gap = length_(end.point - curve.start)
    let turn = DeterministicMath.sin((end.heading - curve.sample(at: 0).heading) / 2).magnitude * 2
    if gap > 0.01 || (s - previous.start - previous.curve.length).magnitude > 0.01 {
      attributes.warn("the reference line has a gap of \(gap) m here", at: element)
    } else if turn > 0.01 {
      attributes.warn("the reference line has a kink of \(turn) rad here", at: element)
    }
  }

  private mutating func planShape(
    _ g: MarkupElement, length: Double
  ) throws(DioramaError) -> PlanCurve.Shape? {
    // A radius below 10 cm is no road, and would ask for endless detail.
    let curvatureLimit = 10.0
    for child in g.children {
      switch child.name {
      case "line": return .line
      case "arc":
        return .arc(curvature: try turning(child, "curvature", length, curvatureLimit))
      case "spiral":
        return .clothoid(
          startCurvature: try turning(child, "curvStart", length, curvatureLimit),
          endCurvature: try turning(child, "curvEnd", length, curvatureLimit))
      case "poly3": return .cubic(try attributes.cubic(child))
      case "paramPoly3":
        func cubic(_ axis: String) throws(DioramaError) -> CubicPolynomial {
          CubicPolynomial(
            try attributes.number(child, "a\(axis)", default: 0),
            try attributes.number(child, "b\(axis)", default: 0),
            try attributes.number(child, "c\(axis)", default: 0),
            try attributes.number(child, "d\(axis)", default: 0))
        }
        return .parametricCubic(
          u: try cubic("U"), v: try cubic("V"),
          span: child["pRange"] == "arcLength" ? .arcLength : .normalized)
      default: continue
      }
    }
    return nil
  }

  private func turning(
    _ e: MarkupElement, _ name: String, _ length: Double, _ limit: Double
  ) throws(DioramaError) -> Double {
    let k = try attributes.number(e, name, limit: limit)
    guard (k * length).magnitude <= 1000 else {
      throw attributes.failure(
        "<\(e.name)> turns more than 1000 rad", at: e, remedy: "check curvature and length")
    }
    return k
  }

  private mutating func profiles(_ element: MarkupElement, _ road: inout Road) throws(DioramaError) {
    road.elevation = try attributes.piecewise(
      element.first("elevationProfile")?.all("elevation") ?? [], start: "s")
    guard let lateral = element.first("lateralProfile") else { return }
    road.superelevation = try attributes.piecewise(lateral.all("superelevation"), start: "s")
    var shape = LateralShape()
    for record in lateral.all("shape") {
      let s = try attributes.number(record, "s", limit: Self.lengthLimit)
      let cubic = PiecewiseCubic.Record(
        start: try attributes.number(record, "t", limit: 1e4), cubic: try attributes.cubic(record))
      if let i = shape.profiles.firstIndex(where: { $0.s == s }) {
        shape.profiles[i].heights = PiecewiseCubic(shape.profiles[i].heights.records + [cubic])
      } else {
        shape.profiles.append(.init(s: s, heights: PiecewiseCubic([cubic])))
      }
    }
    shape.profiles.sort { $0.s < $1.s }
    let falls = lateral.all("crossfall")
    shape.leftFall = try attributes.piecewise(falls.filter { $0["side"] != "right" }, start: "s")
    shape.rightFall = try attributes.piecewise(falls.filter { $0["side"] != "left" }, start: "s")
    road.lateralShape = shape
    if let surface = lateral.first("crossSectionSurface") {
      road.lateralShape.surface = try crossSectionSurface(surface)
      if !road.superelevation.isEmpty || !shape.isFlat {
        attributes.warn(
          "road \"\(road.id)\" has a crossSectionSurface beside superelevation or shape; it rules alone",
          at: lateral)
        road.superelevation = PiecewiseCubic()
      }
    }
  }

  private mutating func crossSectionSurface(
    _ e: MarkupElement
  ) throws(DioramaError) -> CrossSectionSurface {
    func profile(_ of: MarkupElement, _ name: String) throws(DioramaError) -> PiecewiseCubic {
      try attributes.piecewise(of.first(name)?.all("coefficients") ?? [], start: "s")
    }
    var surface = CrossSectionSurface(offset: try profile(e, "tOffset"), strips: [])
    for strip in e.first("surfaceStrips")?.all("strip") ?? [] {
      let id = try attributes.integer(strip, "id")
      guard (1...2).contains(id.magnitude), !surface.strips.contains(where: { $0.id == id }) else {
        attributes.warn("strip \(id) is none of -2 -1 1 2 or comes twice; left out", at: strip)
        continue
      }
      surface.strips.append(
        .init(
          id: id, isRelative: strip["mode"] == "relative", width: try profile(strip, "width"),
          constant: try profile(strip, "constant"), linear: try profile(strip, "linear"),
          quadratic: try profile(strip, "quadratic"), cubic: try profile(strip, "cubic")))
    }
    for outer in surface.strips where outer.id.magnitude == 2 {
      let inner = surface.strips.first { $0.id == outer.id.signum() }
      if inner == nil || inner?.width.isEmpty == true {
        attributes.warn("strip \(outer.id) has no inner strip with a width; it is never reached", at: e)
      }
    }
    return surface
  }

  /// Samples the road's profiles: whatever a polynomial runs away to is refused here, once, so that no later
  /// step meets an absurd place.
  private func validate(_ road: Road, _ element: MarkupElement) throws(DioramaError) {
    let steps = 64
    for section in road.sections {
      for i in 0...steps {
        let s = section.start + section.length * Double(i) / Double(steps)
        let borders = section.outerOffsets(at: s - section.start)
        let pose = road.pose(s: s, t: road.laneOffset.value(at: s))
        guard borders.allSatisfy({ $0.magnitude <= 1000 }), road.laneOffset.value(at: s).magnitude <= 1000,
          pose.position.z.magnitude <= 1e5, road.elevation.slope(at: s).magnitude <= 100,
          road.superelevation.value(at: s).magnitude <= 1.6, pose.position.x.isFinite,
          pose.position.y.isFinite
        else {
          throw attributes.failure(
            "road \"\(road.id)\" leaves all bounds at s = \(s)", at: element,
            remedy: "check the polynomials of its widths, borders, lane offset, elevation and superelevation")
        }
      }
    }
  }
}
