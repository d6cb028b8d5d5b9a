extension OpenDRIVEWriter {
  /// Objects, structures and signals of a road.
  mutating func furniture(_ road: Road) {
    if !road.objects.isEmpty || !road.structures.isEmpty {
      out.open("objects")
      for object in road.objects { self.object(object) }
      for structure in road.structures { self.structure(structure) }
      out.close()
    }
    if !road.signals.isEmpty {
      out.open("signals")
      for signal in road.signals { self.signal(signal) }
      out.close()
    }
  }

  private mutating func object(_ object: RoadObject) {
    let zero = MarkupWriter.nonZero
    var attributes: MarkupWriter.Attributes = [
      ("id", object.id), ("s", n(object.s)), ("t", n(object.t)), ("zOffset", n(object.zOffset)),
    ]
    if object.isReference {
      attributes += [
        ("orientation", object.orientation.rawValue), ("validLength", zero(object.validLength)),
      ]
      out.open("objectReference", attributes)
    } else {
      attributes += [
        ("type", object.type), ("subtype", MarkupWriter.nonEmpty(object.subtype)),
        ("name", MarkupWriter.nonEmpty(object.name)), ("hdg", n(object.heading)),
        ("pitch", zero(object.pitch)), ("roll", zero(object.roll)),
        ("orientation", object.orientation.rawValue), ("validLength", zero(object.validLength)),
        ("dynamic", object.isDynamic ? "yes" : nil), ("perpToRoad", object.isPerpendicular ? "true" : nil),
        ("length", zero(object.length)), ("width", zero(object.width)), ("height", zero(object.height)),
        ("radius", zero(object.radius)),
      ]
      out.open("object", attributes)
    }
    for each in object.repeats { self.repetition(each) }
    if !object.outlines.isEmpty {
      out.open("outlines")
      for outline in object.outlines { self.outline(outline) }
      out.close()
    }
    skeletons(object)
    for material in object.materials {
      out.leaf(
        "material",
        [
          ("surface", MarkupWriter.nonEmpty(material.surface)), ("friction", material.friction.map(n)),
          ("roughness", material.roughness.map(n)),
        ])
    }
    validity(object.lanes)
    if let space = object.parkingSpace {
      out.leaf(
        "parkingSpace",
        [("access", space.access), ("restrictions", MarkupWriter.nonEmpty(space.restrictions))])
    }
    paint(object)
    if let file = object.surfaceFile {
      out.open("surface")
      out.leaf("CRG", [("file", file)])
      out.close()
    }
    out.close()
  }

  private mutating func repetition(_ r: RoadObject.Repeat) {
    out.leaf(
      "repeat",
      [
        ("s", n(r.s)), ("length", n(r.length)), ("distance", n(r.distance)), ("tStart", n(r.tStart)),
        ("tEnd", n(r.tEnd)), ("heightStart", n(r.heightStart)), ("heightEnd", n(r.heightEnd)),
        ("zOffsetStart", n(r.zOffsetStart)), ("zOffsetEnd", n(r.zOffsetEnd)), ("widthStart", n(r.widthStart)),
        ("widthEnd", n(r.widthEnd)), ("lengthStart", n(r.lengthStart)), ("lengthEnd", n(r.lengthEnd)),
        ("radiusStart", n(r.radiusStart)), ("radiusEnd", n(r.radiusEnd)),
      ])
  }

  private mutating func outline(_ outline: RoadObject.Outline) {
    out.open(
      "outline",
      [
        ("id", outline.id.map { String($0) }), ("fillType", MarkupWriter.nonEmpty(outline.fill)),
        ("outer", outline.isOuter ? "true" : "false"), ("closed", outline.isClosed ? "true" : "false"),
        ("laneType", outline.laneType?.rawValue),
      ])
    for c in outline.corners {
      corner(c, outline.isRoadCoordinates ? "cornerRoad" : "cornerLocal", outline.isRoadCoordinates)
    }
    out.close()
  }

  private mutating func corner(
    _ c: RoadObject.Outline.Corner, _ name: String, _ inRoad: Bool, radius: Double? = nil
  ) {
    out.leaf(
      name,
      [
        ("id", c.id.map { String($0) }), (inRoad ? "s" : "u", n(c.first)), (inRoad ? "t" : "v", n(c.second)),
        (inRoad ? "dz" : "z", n(c.z)), ("height", radius == nil ? n(c.height) : nil),
        ("radius", radius.map(n)),
      ])
  }

  private mutating func skeletons(_ object: RoadObject) {
    guard !object.skeletons.isEmpty else { return }
    out.open("skeleton")
    for (i, line) in object.skeletons.enumerated() {
      out.open("polyline", [("id", String(i))])
      let name = line.isRoadCoordinates ? "vertexRoad" : "vertexLocal"
      for c in line.corners { corner(c, name, line.isRoadCoordinates, radius: line.radius) }
      out.close()
    }
    out.close()
  }

  private mutating func paint(_ object: RoadObject) {
    if !object.markings.isEmpty {
      out.open("markings")
      for marking in object.markings {
        out.open(
          "marking",
          [
            ("side", marking.side?.rawValue), ("color", marking.color.rawValue), ("width", n(marking.width)),
            ("zOffset", MarkupWriter.nonZero(marking.zOffset)), ("lineLength", n(marking.lineLength)),
            ("spaceLength", n(marking.spaceLength)), ("startOffset", n(marking.startOffset)),
            ("stopOffset", n(marking.stopOffset)),
          ])
        for id in marking.corners { out.leaf("cornerReference", [("id", String(id))]) }
        out.close()
      }
      out.close()
    }
    guard !object.borders.isEmpty else { return }
    out.open("borders")
    for border in object.borders {
      out.open(
        "border",
        [
          ("width", n(border.width)), ("type", border.type), ("outlineId", border.outline.map { String($0) }),
          ("useCompleteOutline", border.usesWholeOutline ? "true" : "false"),
        ])
      for id in border.corners { out.leaf("cornerReference", [("id", String(id))]) }
      out.close()
    }
    out.close()
  }

  private mutating func structure(_ structure: RoadStructure) {
    let isTunnel = structure.kind == .tunnel
    out.open(
      structure.kind.rawValue,
      [
        ("id", structure.id), ("s", n(structure.s)), ("length", n(structure.length)),
        ("name", MarkupWriter.nonEmpty(structure.name)), ("type", structure.type),
        ("lighting", isTunnel ? n(structure.lighting) : nil),
        ("daylight", isTunnel ? n(structure.daylight) : nil),
      ])
    validity(structure.lanes)
    out.close()
  }

  private mutating func signal(_ signal: RoadSignal) {
    var attributes: MarkupWriter.Attributes = [
      ("s", n(signal.s)), ("t", n(signal.t)), ("id", signal.id),
      ("orientation", signal.orientation.rawValue),
    ]
    if signal.isReference {
      out.open("signalReference", attributes)
      validity(signal.lanes)
      return out.close()
    }
    let zero = MarkupWriter.nonZero
    let filled = MarkupWriter.nonEmpty
    attributes += [
      ("name", filled(signal.name)), ("dynamic", signal.isDynamic ? "yes" : "no"),
      ("zOffset", n(signal.zOffset)), ("country", filled(signal.country)),
      ("countryRevision", filled(signal.countryRevision)), ("type", signal.type),
      ("subtype", signal.subtype), ("value", signal.value.map(n)), ("unit", filled(signal.unit)),
      ("height", zero(signal.height)), ("width", zero(signal.width)), ("length", zero(signal.length)),
      ("text", filled(signal.text)), ("hOffset", n(signal.headingOffset)), ("pitch", zero(signal.pitch)),
      ("roll", zero(signal.roll)),
    ]
    out.open("signal", attributes)
    validity(signal.lanes)
    for each in signal.dependencies {
      out.leaf("dependency", [("id", each.signal), ("type", filled(each.type))])
    }
    for each in signal.references {
      out.leaf("reference", [("elementType", each.type), ("elementId", each.signal)])
    }
    if let placement = signal.placement { self.placement(placement) }
    if !signal.meanings.isEmpty {
      out.open("semantics")
      for meaning in signal.meanings {
        out.leaf(
          meaning.name,
          [
            ("type", filled(meaning.type)), ("value", filled(meaning.value)), ("unit", filled(meaning.unit)),
          ])
      }
      out.close()
    }
    out.close()
  }

  private mutating func placement(_ placement: RoadSignal.Placement) {
    switch placement {
    case .inertial(let x, let y, let z, let heading, let pitch, let roll):
      out.leaf(
        "positionInertial",
        [
          ("x", n(x)), ("y", n(y)), ("z", n(z)), ("hdg", n(heading)), ("pitch", n(pitch)), ("roll", n(roll)),
        ])
    case .road(let id, let s, let t, let z, let heading):
      out.leaf(
        "positionRoad",
        [("roadId", id), ("s", n(s)), ("t", n(t)), ("zOffset", n(z)), ("hOffset", n(heading))])
    }
  }

  private mutating func validity(_ lanes: [ClosedRange<Int>]) {
    for range in lanes {
      out.leaf(
        "validity",
        [("fromLane", String(range.lowerBound)), ("toLane", String(range.upperBound))])
    }
  }
}
