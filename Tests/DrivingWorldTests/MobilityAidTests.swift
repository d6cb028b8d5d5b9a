import Assets
import DrivingWorld
import Geometry
import Testing
import VectorMath
import WorldModel

/// Prams and wheelchairs on pavements.
@Suite struct MobilityAidTests {
  private static let recipe =
    "{road: {network: residential, number: 1}, pedestrians: 14, prams: 0.4, wheelchairs: 0.4, vehicles: 4, parked: 0}"

  @Test(arguments: [1, 2] as [UInt64]) func wheelsRollOnPavements(_ seed: UInt64) throws {
    let world = try Town.make(Self.recipe, seed: seed, duration: 4)
    let ground = GroundProbe(world)
    let aids = world.entities.filter { ["pram", "wheelchair"].contains($0.nativeClass.name) }
    #expect(
      aids.contains { $0.nativeClass.name == "pram" } && aids.contains { $0.nativeClass.name == "wheelchair" }
    )
    for aid in aids {
      let wheels = RollingWheels.wheels(of: aid.asset)
      let rest = aid.asset.objectFromNodes(aid.asset.restPoses)
      for t in [0.0, 1.5, 3] {
        let pose = aid.track.pose(at: t)
        for wheel in wheels {
          guard let i = aid.asset.nodes.firstIndex(where: { $0.name == wheel.node }) else { continue }
          let foot = pose * (rest[i].translation - Vector3(0, 0, wheel.radius))
          let z = try #require(ground.height(foot))
          #expect((foot.z - z).magnitude < 0.01, "\(aid.name) \(wheel.node) at \(t): \(foot.z - z)")
        }
        // The rear axle goes where the wheels point.
        let (a, b) = (aid.track.pose(at: t), aid.track.pose(at: t + 0.2))
        let way = a.inverse * b.translation
        #expect(way.y.magnitude < 0.012 + 0.06 * way.x.magnitude, "\(aid.name) slips \(way.y)")
        #expect(way.x > -0.001)
      }
    }
    // Each pram has somebody whose hands reach the handle, each wheelchair somebody in it.
    let people = world.entities.filter { $0.nativeClass.name == "person" }
    for aid in aids {
      let place = aid.track.pose(at: 1).translation
      let isPram = aid.nativeClass.name == "pram"
      let near = people.filter { person in
        let d = length(person.track.pose(at: 1).translation - place)
        return isPram ? (d - 0.8).magnitude < 0.01 : d < 1e-6
      }
      #expect(near.count == 1, "\(aid.name)")
      let word = Town.says(try #require(near.first), "behaviour", at: 1)
      #expect(word.contains(isPram ? "pushing" : "wheeling") || word.contains("stopped"), "\(word)")
    }
  }

  /// Nobody walks through a pram.
  @Test func nobodyWalksThroughThem() throws {
    for seed in [3, 4] as [UInt64] {
      let world = try Town.make(Self.recipe, seed: seed, duration: 4)
      let all = world.entities.filter { ["pram", "wheelchair", "person"].contains($0.nativeClass.name) }
      for t in stride(from: 0.0, through: 4, by: 0.5) {
        let boxes = all.map { entity -> GroundBox in
          let isPerson = entity.nativeClass.name == "person"
          let b = entity.asset.restBounds
          return isPerson
            ? GroundBox(entity.track.pose(at: t), low: Vector2(-0.15, -0.15), high: Vector2(0.15, 0.15))
            : GroundBox(entity.track.pose(at: t), low: Vector2(b.min.x, -0.25), high: Vector2(b.max.x, 0.25))
        }
        for i in all.indices where all[i].nativeClass.name != "person" {
          for j in all.indices where j != i {
            // Its own user sits in it; who pushes stands behind.
            if all[j].name.hasPrefix("wheelchair_user"),
              length(all[j].track.pose(at: t).translation - all[i].track.pose(at: t).translation) < 1e-6
            {
              continue
            }
            #expect(!boxes[i].meets(boxes[j]), "\(all[i].name) and \(all[j].name) at \(t)")
          }
        }
      }
    }
  }
}
