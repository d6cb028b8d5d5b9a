package import WorldModel

/// `lanes`: vehicles and lanes, of worlds that name them.
///
/// A world says when something comes to another lane: the attribute `lanes` of an entity, and `ego_lanes` of the world, list
/// `second lane` from then on, separated by semicolons; `ego_route` the lanes of the carrier's way.
package struct LanesAnnotator: Annotator {
  package init() {}
  package var name: String { LanesLabel.name }
  package var summary: String {
    "the lane of each vehicle, and where that is for the carrier: its own, beside, oncoming"
  }
  package var needs: CaptureChannels { [.visibility, .alone] }

  package func annotate(_ view: CapturedView, into labels: inout LabelSet) {
    let world = view.capture.world
    let time = view.capture.snapshot.time
    func attribute(_ name: String) -> String? { world.attributes.first { $0.name == name }?.value }
    guard let carrier = attribute("ego_lanes").flatMap({ Self.lane(in: $0, at: time) }) else { return }
    let route = (attribute("ego_route") ?? "").split(separator: ";").map(String.init)
    let entries = view.present.compactMap { i -> LanesLabel.Entry? in
      let entity = world.entities[i]
      guard let list = entity.attributes.first(where: { $0.name == "lanes" })?.value,
        let lane = Self.lane(in: list, at: time)
      else { return nil }
      let isParked = entity.attributes.contains { $0.name == "state" && $0.value == "parked" }
      return LanesLabel.Entry(
        instance: entity.id, lane: lane,
        place: isParked ? .parking : Self.place(lane, carrier: carrier, route: route))
    }
    labels.set(LanesLabel(carrier: carrier, route: route, entries: entries))
  }

  /// What a list says at a time, seconds.
  static func lane(in list: String, at time: Double) -> String? {
    var found: String?
    for entry in list.split(separator: ";") {
      guard let cut = entry.firstIndex(of: " "), let start = Double(entry[..<cut]) else { continue }
      if found == nil || start <= time { found = String(entry[entry.index(after: cut)...]) }
    }
    return found
  }

  static func place(_ lane: String, carrier: String, route: [String]) -> LanesLabel.Place {
    if lane == carrier || route.contains(lane) { return .own }
    guard let a = LaneName(lane), let b = LaneName(carrier), a.road == b.road else { return .elsewhere }
    return a.lane.signum() == b.lane.signum() ? .beside : .oncoming
  }
}
