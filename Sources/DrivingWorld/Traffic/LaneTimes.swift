import RoadNetwork

/// When a vehicle's rear axle comes to which lane.
struct LaneTimes: Sendable {
  /// Seconds of world time, ascending, each with the lane from then on.
  let changes: [(time: Double, lane: String)]

  /// - Parameters:
  ///   - i: number of the vehicle in the simulation.
  ///   - margin: seconds that the simulation begins before the world.
  init(_ vehicle: TrafficVehicle, _ simulation: TrafficSimulation, _ i: Int, _ map: RoadMap, margin: Double) {
    var changes: [(time: Double, lane: String)] = []
    for (k, distance) in simulation.distances[i].enumerated() {
      guard let lane = vehicle.line.lane(at: distance) else { continue }
      let name = Self.name(lane, map)
      if changes.last?.lane != name {
        // Hundredths of a second, which the steps are multiples of.
        let time = ((Double(k) * TrafficSimulation.step - margin) * 100).rounded() / 100
        changes.append((time: time, lane: name))
      }
    }
    self.changes = changes
  }

  /// `second lane; second lane; …` without spaces about the semicolons.
  var text: String { changes.map { "\($0.time) \($0.lane)" }.joined(separator: ";") }

  /// `road/section/lane`, each with the road's own id.
  static func name(_ lane: LaneReference, _ map: RoadMap) -> String {
    "\(map.roads[lane.road].id)/\(lane.section)/\(lane.lane)"
  }

  /// The lanes that a line leads along, in order.
  static func route(_ line: DrivingLine, _ map: RoadMap) -> String {
    var names: [String] = []
    for lane in line.lanes {
      let name = name(lane, map)
      if names.last != name { names.append(name) }
    }
    return names.joined(separator: ";")
  }
}
