import VectorMath

extension RoadMap {
  /// The map with a pavement outside of the outermost lane on each side of a section that has none on that side.
  ///
  /// Motorways are left alone, as are sections without a drivable lane. A connecting road within a junction gets
  /// one where it continues the pavements of the roads at both of its ends; `RoadSurfaces` then keeps it only where
  /// no traffic lane lies, which leaves the corners.
  ///
  /// - Parameter width: metres.
  package func addingPavement(width: Double = 2) -> RoadMap {
    guard width > 0, width.isFinite else { return self }
    let changed = roads.map { road -> Road in
      var road = road
      for k in road.sections.indices {
        let section = road.sections[k]
        guard road.kind(at: section.start)?.name != "motorway",
          section.lanes.contains(where: { $0.type.isDrivable })
        else { continue }
        var lanes = section.lanes
        for side in [1, -1] {
          let own = lanes.filter { $0.id.signum() == side }
          guard !own.contains(where: { $0.type.isWalkable }) else { continue }
          if road.junction != nil, !continuesPavement(road, left: side > 0) { continue }
          let outermost = own.map { $0.id.magnitude }.max() ?? 0
          let id = side * (Int(outermost) + 1)
          lanes.append(Lane(id: id, type: .sidewalk, widths: PiecewiseCubic(constant: width)))
        }
        road.sections[k] = LaneSection(start: section.start, end: section.end, lanes: lanes)
      }
      return road
    }
    var result = self
    result.roads = changed
    return result
  }

  /// True when some lane is for people on foot.
  package var hasPavement: Bool {
    roads.contains { $0.sections.contains { $0.lanes.contains { $0.type.isWalkable } } }
  }

  /// The outer edge of a connecting road meets, at both ends, the line where a pavement begins or would begin.
  private func continuesPavement(_ road: Road, left: Bool) -> Bool {
    let ends: [(RoadLink?, Int, Double)] = [
      (road.predecessor, 0, 0), (road.successor, road.sections.count - 1, road.length),
    ]
    return ends.allSatisfy { link, section, s in
      guard case .road(let id, let contact)? = link?.target, let index = roadIndex(id) else { return false }
      let other = roads[index]
      let borders = road.laneBorders(at: s, section: section)
      guard let t = left ? borders.first : borders.last else { return false }
      let here = road.pose(s: s, t: t).position
      let place = contact == .start ? 0 : other.length
      return pavementLines(other, at: place, section: contact == .start ? 0 : other.sections.count - 1)
        .contains {
          let there = other.pose(s: place, t: $0).position
          return length(Vector2(there.x - here.x, there.y - here.y)) < 1
        }
    }
  }

  /// Lateral offsets at which pavements begin, left and right.
  private func pavementLines(_ road: Road, at s: Double, section index: Int) -> [Double] {
    let section = road.sections[index]
    let borders = road.laneBorders(at: s, section: index)
    let center = section.centerIndex
    var (left, right) = (0, borders.count - 1)
    for i in section.lanes.indices where section.lanes[i].type.isWalkable {
      if i < center { left = max(left, i + 1) } else { right = min(right, i - 1) }
    }
    return [left, right].filter { borders.indices.contains($0) }.map { borders[$0] }
  }
}
