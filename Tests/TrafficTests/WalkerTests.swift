import RandomStreams
import RoadNetwork
import Testing
import Traffic
import VectorMath

@Suite struct WalkerTests {
  private func filled(_ rule: JunctionControl.Kind, seed: UInt64, cars: Int) throws -> Scene {
    var scene = try Scene(.crossroads, rule: rule, seed: seed, people: true)
    scene.fill(cars, seed: seed)
    let ways = try #require(scene.walkways)
    let pavements = ways.ways.indices.filter { ways.ways[$0].crosswalk == nil && ways.ways[$0].length > 3 }
    for i in 0..<50 {
      var stream = RandomStream(seed: seed).child("person/\(i)")
      let way = pavements[stream.integer(in: 0..<pavements.count)]
      let speed = stream.uniform(0.9, 1.7)
      guard
        let path = WalkPath(
          ways, way: way, from: stream.uniform(0, ways.ways[way].length - 1), isForward: stream.bool(),
          length: 100, share: 0.8, &stream)
      else { continue }
      _ = scene.simulation.add(
        WalkerStart(path: path, distance: 1, speed: speed, aside: stream.uniform(-0.6, 0.6), stature: 1.7))
    }
    scene.simulation.begin()
    return scene
  }

  private func plan(_ state: ActorState) -> Vector2 {
    Vector2(state.pose.translation.x, state.pose.translation.y)
  }

  @Test func crosswalksJoinThePavements() throws {
    let scene = try Scene(.crossroads, people: true)
    let ways = try #require(scene.walkways)
    #expect(ways.crosswalks.count == 4)
    let crossings = ways.ways.filter { $0.crosswalk != nil }
    #expect(crossings.count == 4)
    for way in crossings {
      // 6.5 m of road between kerbs, and half a pavement of 2.5 m on each side.
      #expect((way.length - 9).magnitude < 0.4)
      #expect((way.kerbs.upperBound - way.kerbs.lowerBound - 6.5).magnitude < 1e-6)
    }
    #expect(ways.crosswalks.allSatisfy { $0.junction == 0 && $0.approach != nil })
  }

  /// Nobody walks through anybody, nor is run over, nor strays from pavements and crosswalks.
  @Test(arguments: [JunctionControl.Kind.signals, .mainRoad], [1, 2] as [UInt64]) func peopleKeepApart(
    _ rule: JunctionControl.Kind, _ seed: UInt64
  ) throws {
    var scene = try filled(rule, seed: seed, cars: 12)
    let record = scene.simulation.run(steps: 600)
    #expect(record.walkers.count > 25)
    let locator = RoadLocator(scene.network.map)
    var crossed = 0
    for k in stride(from: 0, to: record.count, by: 3) {
      let places = record.walkers.map { plan($0.states[k]) }
      for j in places.indices {
        for i in 0..<j where length(places[i] - places[j]) < 0.5 { Issue.record("\(i) and \(j) at \(k)") }
      }
      let boxes = record.vehicles.indices.map { scene.simulation.box($0, record.vehicles[$0].states[k]) }
      for (i, p) in places.enumerated() {
        let body = Footprint(center: p, forward: Vector2(1, 0), half: Vector2(0.2, 0.2), low: -1, high: 2)
        #expect(!boxes.contains { $0.overlaps(body) }, "person \(i) at \(k)")
        guard k % 30 == 0 else { continue }
        let isOnRoad = locator.locateAll(p).contains {
          scene.network.map.lane($0.lane)?.type.isDrivable == true
        }
        if isOnRoad { crossed += 1 }
        #expect(
          !isOnRoad || record.walkers[i].states[k].behaviours.contains(.crossing), "person \(i) at \(k)")
      }
    }
    #expect(crossed > 3)
  }

  /// No step on to the road while the traffic that it would cross has green.
  @Test func peopleWaitForTheirLight() throws {
    var scene = try filled(.signals, seed: 3, cars: 6)
    let record = scene.simulation.run(steps: 900)
    let plan = try #require(scene.controls[0].plan)
    let ways = try #require(scene.walkways)
    var (begun, waited) = (0, 0)
    for track in record.walkers {
      if track.intervals.contains(where: { $0.name == "waiting" }) { waited += 1 }
      for (k, (a, b)) in zip(track.states, track.states.dropFirst()).enumerated()
      where !a.behaviours.contains(.crossing) && b.behaviours.contains(.crossing) {
        let p = b.pose.translation
        let walk = ways.crosswalks.min { x, y in
          let (q, r) = (x, y)
          func far(_ walk: Crosswalk) -> Double {
            length(scene.network.map.roads[walk.road].pose(s: walk.middle, t: 0).position - p)
          }
          return far(q) < far(r)
        }
        let approach = try #require(walk?.approach)
        begun += 1
        #expect(plan.aspect(scene.controls[0].groups[approach], at: Double(k) * 0.1) == .red)
      }
    }
    #expect(begun > 5 && waited > 3, "\(begun) \(waited)")
  }

  /// A car lets somebody cross who stands at the kerb, and says so.
  @Test func driversYieldAtCrosswalks() throws {
    var scene = try Scene(.crossroads, rule: .mainRoad, people: true)
    let ways = try #require(scene.walkways)
    try scene.put(lane: scene.lane(0, -1), at: 40)
    let crossing = try #require(
      ways.ways.indices.first { i in ways.ways[i].crosswalk.map { ways.crosswalks[$0].road == 0 } ?? false })
    var stream = RandomStream(seed: 1)
    let path = try #require(
      WalkPath(ways, way: crossing, from: 0, isForward: false, length: 12, share: 0, &stream))
    try scene.put(WalkerStart(path: path, distance: 0.5, speed: 0.8, aside: 0, stature: 1.7))
    scene.simulation.begin()
    let record = scene.simulation.run(steps: 400)
    #expect(record.walkers[0].states.contains { $0.behaviours.contains(.crossing) })
    let car = record.vehicles[0]
    #expect(car.intervals.contains { $0.name == "yielding" })
    #expect((car.states.map(\.speed).min() ?? 9) < 5)
    #expect((car.states.last?.travelled ?? 0) > 100)
  }

  @Test func companionsStayTogether() throws {
    var scene = try Scene(.straightStreet, people: true)
    let ways = try #require(scene.walkways)
    var stream = RandomStream(seed: 2)
    let path = try #require(WalkPath(ways, way: 0, from: 20, isForward: true, length: 120, share: 0, &stream))
    try scene.put(WalkerStart(path: path, distance: 1, speed: 1.3, aside: 0.34, stature: 1.7))
    try scene.put(
      WalkerStart(path: path, distance: 1, speed: 1.6, aside: -0.34, stature: 1.7, companion: 0))
    scene.simulation.begin()
    let record = scene.simulation.run(steps: 600)
    for k in stride(from: 0, to: record.count, by: 10) {
      let d = length(plan(record.walkers[0].states[k]) - plan(record.walkers[1].states[k]))
      #expect(d > 0.5 && d < 1.4, "\(d) at \(k)")
    }
    #expect(record.walkers[0].states[100].behaviours.contains(.inGroup))
    #expect((record.walkers[1].states.last?.travelled ?? 0) > 60)
  }
}
