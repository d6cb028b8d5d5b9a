import Geometry
package import VectorMath

/// Builds the visible surfaces of a road map: lanes, kerbs, pavements, paint, junctions and the ground.
///
/// The same map and options give the same bits. What lies on what: lanes are one skin without cracks (`SurfaceWeave`);
/// paint lies 4 mm above; the ground at least 12 cm below any road, joined to its rim by sloping verges.
package struct RoadSurfaces: Sendable {
  package struct Options: Sendable, Hashable {
    /// Largest distance of a curve from its straight pieces, metres.
    package var chordError = 0.01
    /// Longest straight piece along the road, metres.
    package var longestStep = 20.0
    /// Height of pavements where the file states none, metres.
    package var kerbHeight = RoadMap.kerbHeight
    /// Side of the squares that meshes are divided by, metres.
    package var chunkSize = 64.0
    /// How far the ground reaches beyond the roads, metres; 0 = no ground.
    package var terrainMargin = 150.0
    /// Side of the finest squares of ground, next to roads, metres.
    package var terrainStep = 2.0
    package var paintsMarks = true
    /// Zebra stripes on objects of type `crosswalk`.
    package var paintsCrosswalks = true
    /// Stop lines where lanes enter junctions, in maps that state none themselves.
    package var paintsStopLines = false

    package init() {}
  }

  package let map: RoadMap
  package var options: Options

  package init(_ map: RoadMap, options: Options = Options()) {
    self.map = map
    self.options = options
  }

  /// All surfaces of the map; for large maps prefer a circle.
  package func surfaces() -> RoadSurfaceSet { build(nil) }

  /// The surfaces within `radius` metres of a plan point: whole steps of road that reach into the circle.
  package func surfaces(around centre: Vector2, radius: Double) -> RoadSurfaceSet {
    build(PlanCircle(centre: centre, radius: max(0, radius)))
  }

  private func build(_ focus: PlanCircle?) -> RoadSurfaceSet {
    let origin = origin(focus)
    var facets: [Facet] = []
    var builder = SurfaceMeshBuilder(chunkSize: options.chunkSize)
    var painters: [MarkPainter] = []
    let merges = MergeJunctions(map)
    for (index, road) in map.roads.enumerated() {
      // Sections of less than a tenth of a millimetre only carry links.
      for k in road.sections.indices where road.sections[k].length > 1e-4 {
        let tessellation = SectionTessellation(
          road, road: index, section: k, chordError: options.chordError, longest: options.longestStep,
          focus: focus)
        guard !tessellation.runs.isEmpty else { continue }
        facets +=
          SectionStrips(
            tessellation, origin: origin, kerbHeight: options.kerbHeight, inJunction: road.junction != nil,
            chordError: options.chordError
          ).facets
        let isMerge = road.junction.map { merges.ids.contains($0) } ?? false
        if options.paintsMarks, road.junction == nil || isMerge {
          let kind = road.kind(at: road.sections[k].start)
          let isFast = kind?.name == "motorway" || kind?.name == "rural" || (kind?.speedLimit ?? 0) > 20
          painters.append(
            MarkPainter(
              tessellation, origin: origin, kerbHeight: options.kerbHeight, isFast: isFast, givesWay: isMerge,
              gaps: options.paintsCrosswalks ? CrosswalkPainter.stations(road) : []))
        }
      }
    }
    if options.paintsMarks || options.paintsStopLines {
      StopLines(map, derives: options.paintsStopLines).paint(origin, focus, into: &builder)
    }
    facets = (0..<10).flatMap { priority in facets.filter { $0.priority == priority } }
    var layers = SurfaceLayers()
    for facet in facets { layers.note(facet) }
    let weave = SurfaceWeave(facets)
    let skin = SkinIndex(weave)
    for painter in painters { painter.paint(over: layers, on: skin, into: &builder) }
    if options.paintsCrosswalks {
      CrosswalkPainter(map: map, origin: origin, focus: focus).paint(on: skin, into: &builder)
    }
    if options.paintsMarks {
      MarkingPainter(map: map, origin: origin, focus: focus).paint(on: skin, into: &builder)
      OutlinePainter(map: map, origin: origin, focus: focus).paint(on: skin, into: &builder)
    }
    var ground: TerrainField?
    if options.terrainMargin > 0 {
      let field = TerrainField(facets, margin: options.terrainMargin, step: options.terrainStep)
      BridgeDeck.add(weave, over: field, to: &builder)
      let sides = RimSide.all(weave.rim, over: field)
      for side in sides { BridgeDeck.add(side, over: field, to: &builder) }
      BridgeSupports(map: map, origin: origin, focus: focus, facets: facets, field: field).add(to: &builder)
      for facet in Verge.facets(sides, over: field) { layers.place(facet) }
      for (polygon, facet) in layers.pieces { builder.add(polygon.corners, facet.kind) }
      TerrainMesh(field, margin: options.terrainMargin).add(to: &builder)
      ground = field
    }
    weave.add(over: ground, to: &builder)
    let rim = weave.rim.map { RimSegment(from: $0.from.position, to: $0.to.position) } + weave.rimSteps
    return RoadSurfaceSet(origin: origin, meshes: builder.finish(), rim: rim)
  }

  /// Whole metres near the middle of what is shown, so that files with projected coordinates lose no digits.
  private func origin(_ focus: PlanCircle?) -> Vector3 {
    if let focus { return Vector3(focus.centre.x.rounded(), focus.centre.y.rounded(), 0) }
    var low = Vector2(repeating: .infinity)
    var high = Vector2(repeating: -.infinity)
    for road in map.roads {
      for segment in road.planView {
        let p = segment.curve.start
        low = Vector2(min(low.x, p.x), min(low.y, p.y))
        high = Vector2(max(high.x, p.x), max(high.y, p.y))
      }
    }
    guard low.x <= high.x else { return .zero }
    let middle = (low + high) / 2
    return Vector3(middle.x.rounded(), middle.y.rounded(), 0)
  }
}
