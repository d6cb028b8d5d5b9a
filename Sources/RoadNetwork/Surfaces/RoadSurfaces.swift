import Geometry
package import VectorMath

/// Builds the visible surfaces of a road map: lanes, kerbs, pavements, paint, junctions and the ground.
///
/// The same map and options give the same bits. What lies on what: every plan point belongs to one lane facet
/// (`SurfaceLayers`); paint lies 4 mm above; a bed of asphalt 2 cm below junctions; the ground at least 12 cm below any
/// road, joined to its edges by sloping verges.
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
    /// Stop lines where lanes enter junctions; files rarely hold them.
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
    var kerbs: [SectionStrips.KerbFace] = []
    var edges: [SectionStrips.OuterEdge] = []
    var builder = SurfaceMeshBuilder(chunkSize: options.chunkSize)
    var painters: [MarkPainter] = []
    let merges = MergeJunctions(map)
    for (index, road) in map.roads.enumerated() {
      // Sections of less than a tenth of a millimetre only carry links.
      for k in road.sections.indices where road.sections[k].length > 1e-4 {
        let tessellation = SectionTessellation(
          road, road: index, section: k, chordError: options.chordError, longest: options.longestStep,
          focus: focus)
        guard let first = tessellation.runs.first?.first, let last = tessellation.runs.last?.last else {
          continue
        }
        var strips = SectionStrips(
          tessellation, origin: origin, kerbHeight: options.kerbHeight, inJunction: road.junction != nil)
        if k == 0, first.s <= road.sections[0].start {
          if road.predecessor == nil {
            strips.close(first, atEnd: false)
          } else {
            strips.cap(first, atEnd: false)
          }
        }
        if k == road.sections.count - 1, last.s >= road.sections[k].end {
          if road.successor == nil { strips.close(last, atEnd: true) } else { strips.cap(last, atEnd: true) }
        }
        facets += strips.facets
        kerbs += strips.kerbs
        edges += strips.edges
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
    if options.paintsStopLines { StopLines(map).paint(origin, focus, into: &builder) }
    var layers = SurfaceLayers()
    for priority in 0..<10 {
      for facet in facets where facet.priority == priority { layers.place(facet) }
    }
    for painter in painters { painter.paint(over: layers, into: &builder) }
    if options.paintsCrosswalks {
      CrosswalkPainter(map: map, origin: origin, focus: focus).paint(over: layers, into: &builder)
    }
    beds(facets, &builder)
    if options.terrainMargin > 0 {
      let field = TerrainField(facets, margin: options.terrainMargin, step: options.terrainStep)
      for (polygon, _) in layers.pieces { BridgeDeck.add(polygon, over: field, to: &builder) }
      for facet in Verge.facets(edges, over: field) { layers.place(facet) }
      TerrainMesh(field, margin: options.terrainMargin).add(to: &builder)
    }
    for (polygon, facet) in layers.pieces {
      builder.add(polygon.corners, facet.kind)
      if facet.raise > 0.01 { CutFaces.add(polygon, facet, to: &builder) }
    }
    for kerb in kerbs { add(kerb, layers, &builder) }
    return RoadSurfaceSet(origin: origin, meshes: builder.finish())
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

  /// A kerb's face, but where it would stand on another road's lanes.
  private func add(
    _ kerb: SectionStrips.KerbFace, _ layers: SurfaceLayers, _ builder: inout SurfaceMeshBuilder
  ) {
    for (from, to) in layers.uncovered(from: kerb.from.low, to: kerb.to.low, road: kerb.road, priority: 5) {
      let low = (
        SurfaceVertex.mix(kerb.from.low, kerb.to.low, from), SurfaceVertex.mix(kerb.from.low, kerb.to.low, to)
      )
      let high = (
        SurfaceVertex.mix(kerb.from.high, kerb.to.high, from),
        SurfaceVertex.mix(kerb.from.high, kerb.to.high, to)
      )
      builder.add([low.0, low.1, high.1, high.0], .kerb)
    }
  }

  private func beds(_ facets: [Facet], _ builder: inout SurfaceMeshBuilder) {
    for junction in map.junctions {
      var roads: Set<Int> = []
      for connection in junction.connections where junction.kind != .direct {
        if let road = map.roadIndex(connection.connectingRoad) { roads.insert(road) }
      }
      var low = Vector2(repeating: .infinity)
      var high = Vector2(repeating: -.infinity)
      for facet in facets where facet.priority < 6 && roads.contains(facet.road) {
        let box = facet.box
        low = Vector2(min(low.x, box.min.x), min(low.y, box.min.y))
        high = Vector2(max(high.x, box.max.x), max(high.y, box.max.y))
      }
      guard low.x <= high.x else { continue }
      // Only the junction's own lanes: a bridge over it must not raise the bed.
      JunctionBed.add(
        facets.filter { $0.priority < 6 && roads.contains($0.road) }, inside: (low, high), to: &builder)
    }
  }
}
