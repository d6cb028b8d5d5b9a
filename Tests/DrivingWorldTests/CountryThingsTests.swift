import Assets
import DrivingWorld
import Geometry
import RoadNetwork
import Testing
import VectorMath
import WorldModel

/// Animals, boards and water along roads.
@Suite struct CountryThingsTests {
  private static let surfaces: Set = ["road", "parking", "sidewalk", "kerb"]

  /// Over all seeds cows and deer stand and go on fields, feet on the ground.
  @Test func animalsStayInTheFields() throws {
    var kinds: Set<String> = []
    var said: Set<String> = []
    for seed in 1...5 as ClosedRange<UInt64> {
      let world = try Town.make(
        "{road: {network: rural, number: 1}, animals: 24, radius: 160, vehicles: 0, buildings: 0}",
        seed: seed, duration: 3)
      let ground = GroundProbe(world)
      var paved = world
      paved.entities = world.entities.filter { Self.surfaces.contains($0.nativeClass.name) }
      let roads = GroundProbe(paved)
      let animals = world.entities.filter { ["cow", "deer"].contains($0.nativeClass.name) }
      for animal in animals {
        kinds.insert(animal.nativeClass.name)
        said.insert(Town.says(animal, "behaviour", at: 1).split(separator: " ").last.map(String.init) ?? "")
        let asset = animal.asset
        for t in [0.0, 1.1, 2.6] {
          let poses = animal.articulation?.articulation(of: asset, at: t).poses ?? asset.restPoses
          let nodes = asset.objectFromNodes(poses)
          let pose = animal.track.pose(at: t)
          #expect(roads.height(pose.translation) == nil, "\(animal.name) on the road")
          for leg in GrazerLeg.allCases {
            guard let i = asset.nodes.firstIndex(where: { $0.name == "\(leg.rawValue)_hoof" }) else {
              continue
            }
            let low = asset.pieces.filter { $0.node == i && asset.parts[$0.part] == "hoof" }.flatMap {
              piece in
              piece.mesh.positions.map { pose * (nodes[i] * Vector3($0)) }
            }.min { $0.z < $1.z }
            let p = try #require(low)
            let z = try #require(ground.height(p))
            // A slope is not quite level between four feet.
            #expect(p.z - z > -0.08 && p.z - z < 0.2, "\(animal.name) \(leg) at \(p.z - z)")
          }
        }
      }
    }
    #expect(kinds == ["cow", "deer"])
    #expect(said.isSuperset(of: ["grazing", "standing"]), "\(said)")
  }

  @Test func townsHaveNoCattle() throws {
    let world = try Town.make("{road: {builtin: town-street}, animals: 40, radius: 80}", duration: 1)
    #expect(!world.entities.contains { ["cow", "deer"].contains($0.nativeClass.name) })
  }

  /// Boards say what is written on them, keep off the road and look against the way of those who pass.
  @Test func hoardingsFaceTheTraffic() throws {
    var count = 0
    for (road, number) in [("rural", 1), ("rural", 2), ("residential", 1), ("crossing", 1)] {
      let world = try Town.make(
        "{road: {network: \(road), number: \(number)}, buildings: 0, vehicles: 0, trees: 0}",
        seed: UInt64(number),
        duration: 1)
      var paved = world
      paved.entities = world.entities.filter { ["road", "parking"].contains($0.nativeClass.name) }
      let roads = GroundProbe(paved)
      for board in world.entities where board.asset.name == "hoarding" {
        count += 1
        #expect((board.attributes.first { $0.name == "text" }?.value.count ?? 0) > 6)
        let pose = board.track.pose(at: 0)
        for p in GroundBox(board, board.asset.restBounds, at: 0).points(step: 0.4) {
          #expect(roads.height(p) == nil, "\(board.name) on the road")
        }
        let face = pose.rotation * Vector3(1, 0, 0)
        #expect(face.z.magnitude < 1e-6)
        // It is read from the road: a place on it lies before the face.
        let before = (1...20).contains { k in
          let p = pose.translation + face * (2.5 * Double(k))
          return [-12.0, -9, -6, -3, 0, 3, 6, 9, 12].contains { aside in
            roads.height(p + Vector3(-face.y, face.x, 0) * aside) != nil
          }
        }
        #expect(before, "\(board.name) looks away from the road")
      }
    }
    #expect(count > 2)
  }

  /// Gantries have a limit over each lane, high enough to pass below and turned to those who come.
  @Test func gantriesShowTheirSigns() throws {
    var count = 0
    for number in 1...3 {
      let world = try Town.make(
        "{road: {network: motorway, number: \(number)}, vehicles: 0, radius: 400}", seed: UInt64(number),
        duration: 1)
      let ground = GroundProbe(world, reach: 12)
      for sign in world.entities where sign.asset.name == "gantry_sign" {
        count += 1
        let pose = sign.track.pose(at: 0)
        let z = try #require(ground.height(pose.translation))
        #expect((5.0...6.0).contains(pose.translation.z - z), "\(sign.name) at \(pose.translation.z - z)")
        // Its beam is right behind it.
        let beams = world.entities.filter {
          $0.asset.name.contains("gantry") && $0.asset.name != "gantry_sign"
        }
        #expect(!beams.isEmpty)
      }
    }
    #expect(count > 3)
  }

  /// Water lies on the ground, of one kind of ground each, and has a material of its own.
  @Test(arguments: [1, 2] as [UInt64]) func puddlesLieOnTheGround(_ seed: UInt64) throws {
    let dry = try Town.make("{road: {network: residential, number: 1}}", seed: seed, duration: 1)
    #expect(!dry.entities.contains { $0.asset.name == "puddle" })
    let world = try Town.make(
      "{road: {network: residential, number: 1}, ground: {puddles: 0.8}}", seed: seed, duration: 1)
    let ground = GroundProbe(world.without { $0.asset.name == "puddle" })
    let puddles = world.entities.filter { $0.asset.name == "puddle" }
    #expect(puddles.count > 10)
    for puddle in puddles {
      #expect(puddle.asset.materials.map(\.name) == ["water"])
      let pose = puddle.track.pose(at: 0)
      var own = world
      own.entities = world.entities.filter {
        $0.nativeClass == puddle.nativeClass && $0.asset.name != "puddle"
      }
      for p in puddle.asset.pieces.flatMap(\.mesh.positions) {
        let q = pose * Vector3(p)
        let z = try #require(ground.height(q))
        #expect((q.z - z - 0.006).magnitude < 0.004, "\(puddle.name): \(q.z - z)")
      }
    }
  }
}

extension World {
  fileprivate func without(_ isLeftOut: (Entity) -> Bool) -> World {
    var out = self
    out.entities.removeAll(where: isLeftOut)
    return out
  }
}
