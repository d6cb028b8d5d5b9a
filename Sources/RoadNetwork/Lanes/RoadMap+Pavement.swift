extension RoadMap {
  /// The map with a pavement outside of the outermost lane on each side of a section that has none on that side.
  ///
  /// Motorways are left alone, as are sections without a drivable lane. Where connecting roads cross in a
  /// junction, `RoadSurfaces` keeps the pavement only where no traffic lane lies, which leaves the corners.
  ///
  /// - Parameter width: metres.
  package func addingPavement(width: Double = 2) -> RoadMap {
    guard width > 0, width.isFinite else { return self }
    let changed = roads.map { road -> Road in
      var road = road
      road.sections = road.sections.map { section in
        let kind = road.kind(at: section.start)?.name
        guard kind != "motorway", section.lanes.contains(where: { $0.type.isDrivable }) else {
          return section
        }
        var lanes = section.lanes
        for side in [1, -1] {
          let own = lanes.filter { $0.id.signum() == side }
          guard !own.contains(where: { $0.type.isWalkable }) else { continue }
          // A road with lanes on one side only: along its reference line runs the other direction's road.
          if own.isEmpty && road.junction != nil { continue }
          let outermost = own.map { $0.id.magnitude }.max() ?? 0
          let id = side * (Int(outermost) + 1)
          lanes.append(Lane(id: id, type: .sidewalk, widths: PiecewiseCubic(constant: width)))
        }
        return LaneSection(start: section.start, end: section.end, lanes: lanes)
      }
      return road
    }
    return RoadMap(
      header: header, roads: changed, junctions: junctions, controllers: controllers, warnings: warnings)
  }

  /// True when some lane is for people on foot.
  package var hasPavement: Bool {
    roads.contains { $0.sections.contains { $0.lanes.contains { $0.type.isWalkable } } }
  }
}
