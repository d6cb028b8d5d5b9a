import RandomStreams
import RoadNetwork
import Testing
import Traffic
import VectorMath

@Suite struct TrailerTests {
  private static let trailer = Trailer(
    hitch: 0.55, axle: 7.7, front: 1.69, rear: 11.93, width: 2.55, height: 4)
  private static let lorry = VehicleBody(
    length: 6.07, width: 2.5, height: 3.7, rearAxle: -2.085, frontAxle: 1.615
  ).drawing(trailer)

  private static func forward(_ pose: RigidTransform<WorldSpace, ObjectSpace>) -> Vector2 {
    let ahead = pose.rotation * Vector3(1, 0, 0)
    return normalized(Vector2(ahead.x, ahead.y))
  }

  private func lorries(_ road: BuiltInRoads, seed: UInt64) throws -> (Scene, TrafficRecord) {
    var scene = try Scene(road, seed: seed)
    let places = LanePlaces(scene.network)
    var count = 0
    for i in 0..<40 where count < 4 {
      var stream = RandomStream(seed: seed).child(i)
      guard let place = places.place(&stream) else { continue }
      let start = VehicleStart(
        kind: .truck, body: Self.lorry, driver: DriverProfile(.truck, &stream), lane: place.lane,
        distance: place.distance, forks: stream.child("forks"))
      if scene.simulation.add(start) { count += 1 }
    }
    #expect(count > 1)
    scene.fill(16, seed: seed)
    scene.simulation.begin()
    let record = scene.simulation.run(steps: 400)
    return (scene, record)
  }

  /// A lorry with its trailer is as long as both in a line.
  @Test func bothInALine() {
    #expect((Self.lorry.length - 6.07 - 11.93 + 0.55 + 0.95).magnitude < 1e-9)
    #expect((Self.lorry.wheelbase - 3.7).magnitude < 1e-9 && (Self.lorry.ahead - 5.12).magnitude < 1e-9)
  }

  /// The kingpin stays in its plate, and the trailer's axles go where they point: by small steps along the tractor's
  /// recorded way they come to the same place.
  @Test func theTrailerFollowsItsHitch() throws {
    let (_, record) = try lorries(.townStreet, seed: 3)
    var bent = 0.0
    for track in record.vehicles {
      guard let first = track.states.first?.trailer else { continue }
      var way = Self.forward(first)
      var axle = Vector2(first.translation.x, first.translation.y)
      for (a, b) in zip(track.states, track.states.dropFirst()) {
        guard let trailer = b.trailer else {
          Issue.record("the trailer is lost")
          return
        }
        func hitch(_ w: Double) -> Vector2 {
          let p = a.pose.translation + (b.pose.translation - a.pose.translation) * w
          let ahead = normalized(Self.forward(a.pose) + (Self.forward(b.pose) - Self.forward(a.pose)) * w)
          return Vector2(p.x, p.y) + ahead * Self.trailer.hitch
        }
        for k in 1...10 {
          let to = hitch(Double(k) / 10)
          way = normalized(to - axle)
          axle = to - way * Self.trailer.axle
        }
        let (ahead, p) = (Self.forward(trailer), trailer.translation)
        let pin = Vector2(p.x, p.y) + ahead * Self.trailer.axle
        // On slopes the plan is a little shorter than the surface.
        #expect(length(pin - hitch(1)) < 0.02)
        #expect(length(Vector2(p.x, p.y) - axle) < 0.06)
        bent = max(bent, cross(Self.forward(b.pose), ahead).magnitude)
      }
    }
    #expect(bent > 0.1, "bends by \(bent)")
  }

  /// Trailers keep clear of others, by the recorded poses alone.
  @Test(arguments: [BuiltInRoads.crossroads, .motorway]) func trailersStayApart(_ road: BuiltInRoads) throws {
    let (scene, record) = try lorries(road, seed: 5)
    for k in stride(from: 0, to: record.count, by: 2) {
      var bodies: [(owner: Int, box: Footprint)] = []
      for (i, track) in record.vehicles.enumerated() {
        bodies.append((i, scene.simulation.box(i, track.states[k])))
        if let box = scene.simulation.trailerBox(i, track.states[k]) { bodies.append((i, box)) }
      }
      for j in bodies.indices {
        for i in 0..<j
        where bodies[i].owner != bodies[j].owner && bodies[i].box.overlaps(bodies[j].box) {
          Issue.record("\(bodies[i].owner) and \(bodies[j].owner) at step \(k)")
        }
      }
    }
  }

  /// Who comes from behind stops at the trailer's end, not at the tractor's.
  @Test func followersSeeTheTrailer() throws {
    var scene = try Scene(.straightStreet)
    let lane = scene.lane(0, -1)
    try scene.put(Self.lorry, .truck, lane: lane, at: 120, wanted: 0)
    try scene.put(lane: lane, at: 20, wanted: 12)
    scene.simulation.begin()
    let record = scene.simulation.run(steps: 400)
    let trailer = try #require(record.vehicles[0].states.last.flatMap { scene.simulation.trailerBox(0, $0) })
    let car = try #require(record.vehicles[1].states.last.map { scene.simulation.box(1, $0) })
    let gap = length(trailer.center - car.center) - trailer.half.x - car.half.x
    #expect(gap > 1.2 && gap < 3.5, "\(gap)")
  }
}
