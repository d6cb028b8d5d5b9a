import RandomStreams
import RoadNetwork
import Testing
import Traffic
import VectorMath

@Suite struct LaneChangeTests {
  /// A fast car comes up behind a slow one on a free motorway.
  private func overtaking() throws -> (scene: Scene, record: TrafficRecord) {
    var scene = try Scene(.motorway)
    // Lane −4 is the right one, −3 the left one.
    try scene.put(Scene.lorry, .truck, lane: scene.lane(0, -4), at: 260, wanted: 18)
    try scene.put(lane: scene.lane(0, -4), at: 40, wanted: 32)
    scene.simulation.begin()
    let record = scene.simulation.run(steps: 300)
    return (scene, record)
  }

  @Test func fastCarsPassSlowOnesOnTheLeft() throws {
    let (_, record) = try overtaking()
    let car = record.vehicles[1]
    #expect(car.states.contains { $0.lane?.lane == -3 })
    #expect(car.intervals.contains { $0.name == "changing_lane_left" })
    let (lorry, last) = (try #require(record.vehicles[0].states.last), try #require(car.states.last))
    #expect(last.travelled + 40 > lorry.travelled + 260)
    #expect(car.states.allSatisfy { $0.acceleration > -3 })
  }

  /// The indicator is on well before the wheels turn, and goes off afterwards.
  @Test func changesAreShownBefore() throws {
    let (_, record) = try overtaking()
    let states = record.vehicles[1].states
    let shown = try #require(states.firstIndex { $0.lights.contains(.indicatorLeft) })
    let turned = try #require(
      states.firstIndex { $0.steer.magnitude > 0.002 && $0.lights.contains(.indicatorLeft) })
    #expect(turned - shown >= 14, "\(turned - shown) steps")
    #expect(states.contains { $0.lane?.lane == -3 && $0.lights.intersection(.hazard).isEmpty })
  }

  /// Sideways in the lane's own coordinates: no jumps, acceleration and jerk as passengers bear them.
  @Test func changesAreSmooth() throws {
    let (scene, record) = try overtaking()
    let locator = RoadLocator(scene.network.map)
    let offsets = record.vehicles[1].states.prefix(290).compactMap { state -> Double? in
      let p = state.pose.translation
      return locator.locate(Vector2(p.x, p.y))?.t
    }
    #expect(offsets.count == 290)
    #expect((offsets.max() ?? 0) - (offsets.min() ?? 0) > 3)
    func steps(_ values: [Double]) -> [Double] { zip(values, values.dropFirst()).map { ($1 - $0) / 0.1 } }
    let speeds = steps(offsets)
    #expect(speeds.allSatisfy { $0.magnitude < 2 })
    #expect(steps(speeds).allSatisfy { $0.magnitude < 1.5 })
    // Over half a second, for positions between samples are linear.
    let accelerations = (5..<285).map { k -> Double in
      let (a, b, c) = (offsets[k - 5], offsets[k], offsets[k + 5])
      return (a + c - 2 * b) / 0.25
    }
    for (a, b) in zip(accelerations, accelerations.dropFirst(5)) { #expect((b - a).magnitude < 1) }
  }

  /// Where the lane beside is full, one stays behind.
  @Test func nobodyCutsIn() throws {
    var scene = try Scene(.motorway)
    try scene.put(Scene.lorry, .truck, lane: scene.lane(0, -4), at: 120, wanted: 15)
    try scene.put(lane: scene.lane(0, -4), at: 60, wanted: 25)
    for k in 0..<6 { try? scene.put(lane: scene.lane(0, -3), at: 20 + 18 * Double(k), wanted: 15.5) }
    scene.simulation.begin()
    let record = scene.simulation.run(steps: 200)
    for track in record.vehicles { #expect(track.states.allSatisfy { $0.acceleration > -4 }) }
    #expect(scene.simulation.holds == 0)
  }

  /// In a street with one lane each way a bicycle is passed with room beside it, and not into oncoming traffic.
  @Test func bicyclesArePassedWithRoom() throws {
    var scene = try Scene(.straightStreet)
    try scene.put(Scene.bicycle, .bicycle, lane: scene.lane(0, -1), at: 60)
    try scene.put(lane: scene.lane(0, -1), at: 30)
    scene.simulation.begin()
    let record = scene.simulation.run(steps: 350)
    let car = record.vehicles[1]
    #expect(car.intervals.contains { $0.name == "overtaking" })
    var beside = 9.0
    for k in 0..<record.count {
      let (a, b) = (
        scene.simulation.box(0, record.vehicles[0].states[k]), scene.simulation.box(1, car.states[k])
      )
      if (a.center.x - b.center.x).magnitude < 3 {
        beside = min(beside, (a.center.y - b.center.y).magnitude - a.half.y - b.half.y)
      }
    }
    #expect(beside > 1 && beside < 2, "\(beside) m")
    #expect((car.states.last?.pose.translation.y ?? 0) < -1.2)
    // With a car coming the other way it waits.
    var other = try Scene(.straightStreet)
    try other.put(Scene.bicycle, .bicycle, lane: other.lane(0, -1), at: 60)
    try other.put(lane: other.lane(0, -1), at: 30)
    for k in 0..<4 { try other.put(lane: other.lane(0, 1), at: 120 + 40 * Double(k)) }
    other.simulation.begin()
    let second = other.simulation.run(steps: 350)
    #expect(other.simulation.holds == 0)
    for track in second.vehicles { #expect(track.states.allSatisfy { $0.acceleration > -4.5 }) }
  }
}
