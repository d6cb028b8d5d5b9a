import RoadNetwork
import Testing
import Traffic
import VectorMath

@Suite struct KerbsideTests {
  /// The street has a parking lane of 2.2 m from y = −3.25 to −5.45.
  @Test func parkedCarsPullOutWhenNobodyComes() throws {
    var scene = try Scene(.straightStreet)
    let lane = scene.lane(0, -1)
    try scene.put(lane: lane, at: 120, plan: .leaves(at: 1))
    // Traffic that comes from behind goes first.
    try scene.put(lane: lane, at: 100)
    scene.simulation.begin()
    let record = scene.simulation.run(steps: 250)
    let car = record.vehicles[0]
    let first = car.states[0]
    #expect(first.behaviours.contains(.parked) && first.lights.isEmpty && first.speed == 0)
    #expect((first.pose.translation.y + 5.45 - 0.9 - 0.2).magnitude < 0.05)
    let leaves = try #require(car.states.firstIndex { $0.speed > 0.1 })
    #expect(leaves > 18, "leaves at step \(leaves)")
    #expect(car.states[leaves - 5].lights.contains(.indicatorLeft))
    #expect((car.states.last?.pose.translation.y ?? 0) > -2)
    #expect(record.vehicles[1].states.prefix(80).allSatisfy { $0.acceleration > -2.5 })
  }

  @Test func carsParkAtTheKerb() throws {
    var scene = try Scene(.straightStreet)
    try scene.put(lane: scene.lane(0, -1), at: 40, wanted: 8, plan: .parks(after: 30))
    scene.simulation.begin()
    let record = scene.simulation.run(steps: 300)
    let last = try #require(record.vehicles[0].states.last)
    #expect(last.behaviours.contains(.parked) && last.speed == 0 && last.lights.isEmpty)
    #expect((last.pose.translation.y + 5.45 - 0.9 - 0.2).magnitude < 0.12, "\(last.pose.translation)")
    #expect(record.vehicles[0].intervals.contains { $0.name == "parking" })
    // Straight along the kerb.
    let ahead = last.pose.rotation * Vector3(1, 0, 0)
    #expect(ahead.y.magnitude < 0.06, "\(ahead)")
  }
}
