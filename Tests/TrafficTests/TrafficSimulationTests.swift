import Geometry
import RandomStreams
import RoadNetwork
import Testing
import Traffic
import VectorMath

@Suite struct TrafficSimulationTests {
  /// The rule that nothing may break, by the recorded poses alone.
  @Test(arguments: BuiltInRoads.allCases, [1, 2, 3] as [UInt64]) func bodiesStayApart(
    _ road: BuiltInRoads, _ seed: UInt64
  ) throws {
    var scene = try Scene(road, seed: seed)
    scene.fill(30, seed: seed)
    #expect(scene.simulation.count > 12)
    scene.simulation.begin()
    let record = scene.simulation.run(steps: 600)
    var moved = 0
    for k in 0..<record.count {
      let boxes = record.vehicles.indices.map { scene.simulation.box($0, record.vehicles[$0].states[k]) }
      for j in boxes.indices {
        for i in 0..<j where boxes[i].overlaps(boxes[j]) { Issue.record("\(i) and \(j) at step \(k)") }
      }
    }
    for track in record.vehicles where (track.states.last?.travelled ?? 0) > 20 { moved += 1 }
    #expect(moved > 5)
    #expect(scene.simulation.holds <= 2)
  }

  /// Drivers whose model would stop three metres inside of who is ahead: only the last rule keeps them apart.
  @Test func whatModelsGetWrongTheLastRuleHolds() throws {
    var scene = try Scene(.straightStreet)
    let lane = scene.lane(0, -1)
    var careless = DriverProfile()
    (careless.standstillGap, careless.headway) = (-3, 0)
    try scene.put(Scene.car, .car, lane: lane, at: 150, wanted: 0)
    for k in 0..<3 {
      try scene.put(lane: lane, at: 100 - 20 * Double(k), driver: careless, wanted: 12)
    }
    scene.simulation.begin()
    let record = scene.simulation.run(steps: 300)
    #expect(scene.simulation.holds > 0)
    for k in 0..<record.count {
      let boxes = record.vehicles.indices.map { scene.simulation.box($0, record.vehicles[$0].states[k]) }
      for j in boxes.indices {
        for i in 0..<j { #expect(!boxes[i].overlaps(boxes[j]), "\(i) and \(j) at \(k)") }
      }
    }
    // They did come so near that nothing else can have stopped them.
    let states = record.vehicles.map { $0.states[300] }
    #expect(scene.simulation.box(1, states[1]).overlaps(scene.simulation.box(0, states[0]), gap: 1))
  }

  @Test func equalStartsGiveEqualTracks() throws {
    func run() throws -> [ActorTrack] {
      var scene = try Scene(.crossroads, seed: 4)
      scene.fill(20, seed: 4)
      scene.simulation.begin()
      return scene.simulation.run(steps: 300).vehicles
    }
    for (a, b) in zip(try run(), try run()) {
      for (s, t) in zip(a.states, b.states) {
        #expect(s.pose == t.pose && s.steer == t.steer && s.behaviours == t.behaviours)
      }
    }
  }

  /// Tracks as labels have them: speed is the rear axle's, which moves along the body.
  @Test func wheelsDoNotSlip() throws {
    var scene = try Scene(.crossroads, seed: 2)
    scene.fill(16, seed: 8)
    scene.simulation.begin()
    let record = scene.simulation.run(steps: 400)
    var (seen, turned) = (0, 0)
    for track in record.vehicles {
      for (a, b) in zip(track.states, track.states.dropFirst()) {
        let way = b.pose.translation - a.pose.translation
        #expect((length(way) / 0.1 - (a.speed + b.speed) / 2).magnitude < 0.2)
        #expect((b.travelled - a.travelled - length(way)).magnitude < 0.01)
        guard length(way) > 0.2 else { continue }
        let forward = normalized(
          a.pose.rotation * Vector3(1, 0, 0) + b.pose.rotation * Vector3(1, 0, 0))
        seen += 1
        if a.steer.magnitude > 0.1 { turned += 1 }
        #expect(length(cross(forward, normalized(way))) < 0.05)
      }
    }
    #expect(seen > 500 && turned > 20)
  }

  /// In a platoon that has settled, gaps are the model's own equilibrium (Treiber et al. 2000, eq. 7).
  @Test func gapsSettleWhereTheModelSays() throws {
    var scene = try Scene(.motorway)
    var leader = DriverProfile()
    leader.speedFactor = 1
    let lane = scene.lane(0, -3)
    try scene.put(lane: lane, at: 60, driver: leader, wanted: 12)
    var driver = DriverProfile()
    driver.politeness = 0
    try scene.put(lane: lane, at: 20, driver: driver, wanted: 14)
    // The lane to the left is taken, so that nobody overtakes.
    scene.simulation.begin()
    let record = scene.simulation.run(steps: 700)
    let (a, b) = (record.vehicles[0].states[700], record.vehicles[1].states[700])
    guard a.lane == b.lane else { return }
    let gap = length(a.pose.translation - b.pose.translation) - Scene.car.ahead - Scene.car.behind
    let ratio = b.speed / 14
    let wanted =
      (driver.standstillGap + b.speed * driver.headway) / (1 - ratio * ratio * ratio * ratio).squareRoot()
    #expect((gap - wanted).magnitude < 0.08 * wanted, "\(gap) for \(wanted) at \(b.speed)")
  }

  @Test func roadsEndWithAStop() throws {
    var scene = try Scene(.townStreet)
    try scene.put(lane: scene.lane(0, -1), at: 280)
    scene.simulation.begin()
    let record = scene.simulation.run(steps: 500)
    let last = try #require(record.vehicles[0].states.last)
    #expect(last.speed == 0)
    #expect(last.behaviours.contains(.stopped) && last.lights.contains(.brake))
    let nose = last.pose * Vector3(Scene.car.ahead, 0, 0)
    let map = scene.network.map
    let end = map.roads[0].pose(s: map.roads[0].length, t: -1.6).position
    #expect(length(nose - end) < 2.5)
    #expect(RoadLocator(map).locate(Vector2(nose.x, nose.y)) != nil)
    let braked = record.vehicles[0].states.filter { $0.acceleration < -1 }
    #expect(!braked.isEmpty && braked.allSatisfy { $0.lights.contains(.brake) || $0.acceleration > -1.2 })
  }

  /// Who is well before the line when it turns red does not enter before it is green again.
  @Test func redLightsHold() throws {
    for seed in [1, 2, 3] as [UInt64] {
      var scene = try Scene(.crossroads, rule: .signals, seed: seed)
      scene.fill(24, seed: seed)
      scene.simulation.begin()
      let record = scene.simulation.run(steps: 900)
      let plan = try #require(scene.controls[0].plan)
      let map = scene.network.map
      var waited = 0
      for track in record.vehicles {
        if track.intervals.contains(where: { $0.name == "waiting_at_signal" }) { waited += 1 }
        for (k, state) in track.states.enumerated() {
          guard let lane = state.lane, map.roads[lane.road].junction == nil, map.runsForward(lane),
            let index = scene.network.index(lane), k + 20 < track.states.count
          else { continue }
          let approach = scene.network.junctions[0].approaches.firstIndex { $0.road == lane.road } ?? 0
          let group = scene.controls[0].groups[approach]
          let own = scene.network.lanes[index]
          let p = state.pose.translation
          let left = length((own.points.last ?? .zero) - p)
          // Red for the next two seconds, and further off than one gets in amber.
          guard left > 12, (0...20).allSatisfy({ plan.aspect(group, at: Double(k + $0) * 0.1) == .red })
          else {
            continue
          }
          #expect(map.roads[track.states[k + 20].lane?.road ?? 0].junction == nil || left < state.speed * 2)
          let next = track.states[k + 1]
          if left < Scene.car.ahead + 8, next.speed < 0.1 { waited += 1 }
        }
      }
      #expect(waited > 0)
    }
  }

  /// Two cars that would meet: the one from the right goes first.
  @Test func whoComesFromTheRightGoesFirst() throws {
    var scene = try Scene(.crossroads, rule: .rightBeforeLeft)
    // Arms come in from west (0), south (1), east (2), north (3); from the west, the south is on the right.
    for arm in [0, 1] {
      let straight = scene.network.junctions[0].lanes.first {
        scene.network.lanes[$0].turn == .straight && scene.network.lanes[$0].approach == arm
      }
      try scene.put(lane: scene.lane(arm, -1), at: 60, route: [try #require(straight)])
    }
    scene.simulation.begin()
    let record = scene.simulation.run(steps: 300)
    let entries = record.vehicles.map { track in
      track.states.firstIndex { $0.lane.map { scene.network.map.roads[$0.road].junction != nil } ?? false }
        ?? 999
    }
    #expect(entries[1] < 999 && entries[0] < 999)
    #expect(entries[1] + 8 < entries[0], "\(entries)")
    #expect(record.vehicles[0].intervals.contains { $0.name == "yielding" })
    #expect(!record.vehicles[1].intervals.contains { $0.name == "yielding" })
  }

  @Test func mainRoadsGoFirst() throws {
    var scene = try Scene(.crossroads, rule: .mainRoad)
    scene.controls[0].isMain = scene.network.junctions[0].approaches.map { [0, 2].contains($0.road) }
    scene.simulation = TrafficSimulation(
      scene.network, rules: RightOfWay(scene.network, controls: scene.controls))
    for arm in [0, 1] {
      let straight = scene.network.junctions[0].lanes.first {
        scene.network.lanes[$0].turn == .straight && scene.network.lanes[$0].approach == arm
      }
      try scene.put(lane: scene.lane(arm, -1), at: 60, route: [try #require(straight)])
    }
    scene.simulation.begin()
    let record = scene.simulation.run(steps: 300)
    let entries = record.vehicles.map { track in
      track.states.firstIndex { $0.lane.map { scene.network.map.roads[$0.road].junction != nil } ?? false }
        ?? 999
    }
    #expect(entries[0] + 8 < entries[1] && entries[1] < 999, "\(entries)")
  }

  /// A way that is asked for is taken, through lanes between forks too.
  @Test(arguments: [0, 1, 2]) func routesAreFollowed(_ way: Int) throws {
    var scene = try Scene(.crossroads, rule: .mainRoad)
    let start = scene.lane(0, -1)
    let turn = scene.network.lanes[start].successors[way]
    let exit = try #require(scene.network.lanes[turn].successors.first)
    try scene.put(lane: start, at: 70, route: [start, turn, exit])
    scene.simulation.begin()
    let record = scene.simulation.run(steps: 250)
    let lanes = record.vehicles[0].laneChanges.map(\.lane)
    #expect(lanes == [start, turn, exit].map { scene.network.lanes[$0].reference })
    #expect(scene.simulation.route(0) == lanes)
  }

  @Test func bicyclesKeepToTheEdge() throws {
    var scene = try Scene(.straightStreet)
    try scene.put(Scene.bicycle, .bicycle, lane: scene.lane(0, -1), at: 40, driver: DriverProfile())
    scene.simulation.begin()
    let record = scene.simulation.run(steps: 200)
    for state in record.vehicles[0].states {
      // The lane reaches from y = 0 to −3.25.
      #expect((state.pose.translation.y + 2.45).magnitude < 0.15)
      #expect(state.speed < 6.1)
    }
  }
}
