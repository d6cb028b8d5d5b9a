import Diagnostics
import Geometry
import VectorMath

/// What only the whole map can tell: links that nobody returns, lanes that are not there, ends that do not meet.
///
/// Each finding becomes a warning at the line of the element that is at fault.
struct NetworkReview {
  /// Ends of linked lanes farther apart, or turned by more, are named: metres, radians.
  static let gap = 0.01
  static let turn = 0.0174532925199432957692

  private let map: RoadMap

  init(_ map: RoadMap) { self.map = map }

  func report(into attributes: inout AttributeReader) {
    for (r, road) in map.roads.enumerated() {
      links(r, road, &attributes)
      laneLinks(r, road, &attributes)
      places(r, road, &attributes)
      steps(r, road, &attributes)
    }
    for (j, junction) in map.junctions.enumerated() { self.junction(j, junction, &attributes) }
    signals(&attributes)
    joints(&attributes)
  }

  /// Roads that are linked name each other.
  private func links(_ r: Int, _ road: Road, _ attributes: inout AttributeReader) {
    for (link, own) in [(road.predecessor, ContactPoint.start), (road.successor, .end)] {
      guard case .road(let id, let contact)? = link?.target, link?.station == nil,
        let other = map.roadIndex(id)
      else { continue }
      let back = contact == .start ? map.roads[other].predecessor : map.roads[other].successor
      switch back?.target {
      case .road(road.id, own): continue
      // A connecting road names the incoming one, which names the junction.
      case .junction(let junction)? where road.junction == junction || map.isDirect(junction): continue
      default:
        attributes.warn(
          "road \"\(road.id)\" is linked to the \(contact.rawValue) of road \"\(id)\", which does not return the link",
          line: map.lines.road(r))
      }
    }
    if let junction = road.junction, map.junction(junction) == nil {
      attributes.warn(
        "road \"\(road.id)\" belongs to junction \"\(junction)\", which is not in the file",
        line: map.lines.road(r))
    }
  }

  /// Lane links lead to lanes that are there.
  private func laneLinks(_ r: Int, _ road: Road, _ attributes: inout AttributeReader) {
    func missing(_ reference: LaneReference, _ which: String, _ id: Int, _ target: LaneSection?) {
      guard let target, target.lane(id) == nil else { return }
      attributes.warn(
        "lane \(reference.lane) of road \"\(road.id)\": its \(which) \(id) is not there",
        line: map.lines.lane(reference))
    }
    for (k, section) in road.sections.enumerated() {
      for lane in section.lanes {
        let reference = LaneReference(road: r, section: k, lane: lane.id)
        let before = k > 0 ? road.sections[k - 1] : linked(road.predecessor)
        let after = k + 1 < road.sections.count ? road.sections[k + 1] : linked(road.successor)
        for id in lane.predecessors { missing(reference, "predecessor", id, before) }
        for id in lane.successors { missing(reference, "successor", id, after) }
      }
    }
  }

  /// The section that a plain link leads to.
  private func linked(_ link: RoadLink?) -> LaneSection? {
    guard case .road(let id, let contact)? = link?.target, let index = map.roadIndex(id) else { return nil }
    return contact == .start ? map.roads[index].sections.first : map.roads[index].sections.last
  }

  /// Objects, signals and structures lie on their road and speak of lanes that exist.
  private func places(_ r: Int, _ road: Road, _ attributes: inout AttributeReader) {
    guard map.lines.roads.indices.contains(r) else { return }
    let lines = map.lines.roads[r]
    func check(_ what: String, _ s: Double, _ lanes: [ClosedRange<Int>], _ line: Int) {
      if s < -0.01 || s > road.length + 0.01 {
        attributes.warn("\(what) stands at s = \(s), off road \"\(road.id)\" of \(road.length) m", line: line)
        return
      }
      let own = road.sections[road.sectionIndex(at: min(road.length, max(0, s)))].lanes.map(\.id)
      for range in lanes where !own.contains(where: { range.contains($0) }) {
        attributes.warn(
          "\(what) holds for lanes \(range.lowerBound) to \(range.upperBound), which are not there",
          line: line)
      }
    }
    for (i, object) in road.objects.enumerated() where lines.objects.indices.contains(i) {
      check("object \"\(object.id)\"", object.s, object.lanes, lines.objects[i])
    }
    for (i, signal) in road.signals.enumerated() where lines.signals.indices.contains(i) {
      check("signal \"\(signal.id)\"", signal.s, signal.lanes, lines.signals[i])
    }
    for structure in road.structures {
      check("\(structure.kind.rawValue) \"\(structure.id)\"", structure.s, structure.lanes, lines.road)
      if structure.end > road.length + 0.01 {
        attributes.warn(
          "\(structure.kind.rawValue) \"\(structure.id)\" ends behind road \"\(road.id)\"", line: lines.road)
      }
    }
  }

  /// Profiles of a road run on without steps.
  private func steps(_ r: Int, _ road: Road, _ attributes: inout AttributeReader) {
    let profiles = [
      ("elevation", road.elevation, 0.01, "m"), ("superelevation", road.superelevation, Self.turn, "rad"),
    ]
    for (name, profile, limit, unit) in profiles {
      for (a, b) in zip(profile.records, profile.records.dropFirst()) where b.start < road.length {
        let step = (b.cubic.a - a.cubic.value(at: b.start - a.start)).magnitude
        if step > limit {
          attributes.warn(
            "the \(name) of road \"\(road.id)\" has a step of \(step) \(unit) at s = \(b.start)",
            line: map.lines.road(r))
        }
      }
    }
  }

  private func junction(_ j: Int, _ junction: Junction, _ attributes: inout AttributeReader) {
    let lines = map.lines
    for (c, connection) in junction.connections.enumerated() {
      let line = lines.connections.indices.contains(j) ? lines.connections[j][c] : 0
      guard let incoming = map.roadIndex(connection.incomingRoad),
        let connecting = map.roadIndex(connection.connectingRoad)
      else { continue }
      let (from, to) = (map.roads[incoming], map.roads[connecting])
      if junction.kind == .common, to.junction != junction.id {
        attributes.warn(
          "connecting road \"\(to.id)\" does not say that it belongs to junction \"\(junction.id)\"",
          line: line)
      }
      let touches = [from.predecessor, from.successor].contains {
        $0?.target == .junction(id: junction.id)
      }
      if junction.kind == .common || junction.kind == .direct, !touches {
        attributes.warn(
          "incoming road \"\(from.id)\" is not linked to junction \"\(junction.id)\"", line: line)
      }
      let entry = connection.contact == .start ? to.sections.first : to.sections.last
      for link in connection.laneLinks {
        if let entry, entry.lane(link.to) == nil {
          attributes.warn(
            "a lane link leads to lane \(link.to), which road \"\(to.id)\" has not", line: line)
        }
        let exists = [from.sections.first, from.sections.last].contains { $0?.lane(link.from) != nil }
        if !exists, junction.kind != .virtual {
          attributes.warn(
            "a lane link comes from lane \(link.from), which road \"\(from.id)\" has not", line: line)
        }
      }
    }
    let line = lines.junctions.indices.contains(j) ? lines.junctions[j] : 0
    for use in junction.controllers where !map.controllers.contains(where: { $0.id == use.id }) {
      attributes.warn(
        "junction \"\(junction.id)\" names controller \"\(use.id)\", which is not in the file", line: line)
    }
    if let stretch = junction.mainRoad, map.roadIndex(stretch.road) == nil {
      attributes.warn("the main road of junction \"\(junction.id)\" is not in the file", line: line)
    }
  }

  /// Ids are unique, and whatever speaks of a signal speaks of one that is there.
  private func signals(_ attributes: inout AttributeReader) {
    var known: Set<String> = []
    for (r, road) in map.roads.enumerated() {
      for (i, signal) in road.signals.enumerated() where !signal.isReference {
        if !signal.id.isEmpty, !known.insert(signal.id).inserted {
          attributes.warn("signal id \"\(signal.id)\" comes twice", line: line(r, i))
        }
      }
    }
    for (r, road) in map.roads.enumerated() {
      for (i, signal) in road.signals.enumerated() {
        if signal.isReference, !known.contains(signal.id) {
          attributes.warn(
            "a signalReference names signal \"\(signal.id)\", which is not there", line: line(r, i))
        }
        for dependency in signal.dependencies where !known.contains(dependency.signal) {
          attributes.warn(
            "signal \"\(signal.id)\" depends on \"\(dependency.signal)\", which is not there",
            line: line(r, i))
        }
      }
    }
    for (i, controller) in map.controllers.enumerated() {
      for id in controller.signals where !known.contains(id) {
        attributes.warn(
          "controller \"\(controller.id)\" controls signal \"\(id)\", which is not there",
          line: map.lines.controllers.indices.contains(i) ? map.lines.controllers[i] : 0)
      }
    }
  }

  private func line(_ road: Int, _ signal: Int) -> Int {
    guard map.lines.roads.indices.contains(road), map.lines.roads[road].signals.indices.contains(signal)
    else { return 0 }
    return map.lines.roads[road].signals[signal]
  }

  /// Where one lane follows another their ends meet.
  private func joints(_ attributes: inout AttributeReader) {
    let graph = LaneGraph(map)
    for joint in graph.joints where joint.gap > Self.gap || joint.turn > Self.turn {
      let (from, to) = (map.roads[joint.from.road], map.roads[joint.to.road])
      let gap = (joint.gap * 1000).rounded() / 1000
      let turn = (joint.turn * 1800 / Double.pi).rounded() / 10
      attributes.warn(
        "lane \(joint.from.lane) of road \"\(from.id)\" leads to lane \(joint.to.lane) of road \"\(to.id)\" with a "
          + "gap of \(gap) m and a turn of \(turn)°", line: map.lines.lane(joint.from))
    }
  }
}
