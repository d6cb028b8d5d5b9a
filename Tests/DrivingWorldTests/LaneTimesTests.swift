import DrivingWorld
import Geometry
import RoadNetwork
import Testing
import VectorMath
import WorldModel

/// When vehicles come to which lane, against where the map says that their rear axles are.
@Suite struct LaneTimesTests {
  private typealias Change = (time: Double, lane: String)

  private func changes(_ text: String) -> [Change] {
    text.split(separator: ";").compactMap { entry in
      let parts = entry.split(separator: " ", maxSplits: 1)
      guard parts.count == 2, let time = Double(parts[0]) else { return nil }
      return (time: time, lane: String(parts[1]))
    }
  }

  private func lane(_ changes: [Change], at t: Double) -> String? {
    changes.last { $0.time <= t }?.lane ?? changes.first?.lane
  }

  @Test(arguments: Town.roads) func lanesAreWhereTheMapSays(_ road: String) throws {
    let world = try Town.make("{road: {builtin: \(road)}, vehicles: 20}", seed: 4, duration: 6)
    let map = try #require(BuiltInRoads(rawValue: road)).map()
    let locator = RoadLocator(map)
    func attribute(_ name: String) -> String { world.attributes.first { $0.name == name }?.value ?? "" }
    func names(_ p: Vector3) -> [String] {
      locator.locateAll(Vector2(p.x, p.y)).map {
        "\(map.roads[$0.lane.road].id)/\($0.lane.section)/\($0.lane.lane)"
      }
    }
    var lists = [(list: changes(attribute("ego_lanes")), track: world.rig.track, back: 0.0)]
    for entity in world.entities where !entity.track.isStill {
      if let text = entity.attributes.first(where: { $0.name == "lanes" })?.value {
        // Rear axles are about so far behind the middle of bodies.
        lists.append((list: changes(text), track: entity.track, back: 0.27 * entity.asset.restBounds.size.x))
      }
    }
    #expect(lists.count > 5)
    let route = attribute("ego_route").split(separator: ";").map(String.init)
    #expect(lists[0].list.allSatisfy { route.contains($0.lane) } && Set(route).count == route.count)
    var (asked, wrong) = (0, 0)
    for (list, track, back) in lists {
      #expect(zip(list, list.dropFirst()).allSatisfy { $0.time < $1.time && $0.lane != $1.lane })
      for t in stride(from: 0.0, through: 6, by: 0.25) {
        // Not where it is just crossing over.
        guard let name = lane(list, at: t), lane(list, at: t - 0.2) == name, lane(list, at: t + 0.2) == name
        else {
          continue
        }
        let pose = track.pose(at: t)
        asked += 1
        if !names(pose.translation - pose.rotation * Vector3(back, 0, 0)).contains(name) {
          wrong += 1
          if back == 0 { Issue.record("the carrier at \(t): \(name)") }
        }
      }
    }
    // Who stands with its rear axle on the line may be on either side of it.
    #expect(asked > 100 && wrong * 50 <= asked, "\(wrong) of \(asked)")
    // Who drives is on the one lane shortly before a change, and on the other shortly after.
    var (crossed, missed) = (0, 0)
    for (list, track, back) in lists {
      for (a, b) in zip(list, list.dropFirst())
      where (0.5...5.5).contains(b.time) && length(track.velocity(at: b.time)) > 3 {
        for (t, name) in [(b.time - 0.4, a.lane), (b.time + 0.4, b.lane)] where lane(list, at: t) == name {
          let pose = track.pose(at: t)
          crossed += 1
          if !names(pose.translation - pose.rotation * Vector3(back, 0, 0)).contains(name) { missed += 1 }
        }
      }
    }
    #expect(missed * 10 <= crossed, "\(missed) of \(crossed)")
    if road == "crossroads" { #expect(crossed > 1) }
  }
}
