import DrivingWorld
import Geometry
import Testing
import VectorMath
import WorldModel

/// Fields, hedges, hamlets and the lanes between them.
@Suite struct FarmlandTests {
  static let recipes = [
    "{road: {network: rural, number: 1}, vehicles: 0, buildings: 0.5, radius: 160}",
    "{road: {network: rural, number: 4}, vehicles: 0, buildings: 0.5, radius: 160}",
    "{road: {network: motorway, number: 1}, vehicles: 0, buildings: 0.5, radius: 160}",
  ]

  private func triangles(_ world: World, _ name: String) -> [[Vector3]] {
    world.entities.filter { $0.asset.name == name }.flatMap { entity -> [[Vector3]] in
      let pose = entity.track.pose(at: 0)
      return entity.asset.pieces.flatMap { piece in
        let p = piece.mesh.positions.map { pose * Vector3($0) }
        return piece.mesh.triangles.map { [p[Int($0.x)], p[Int($0.y)], p[Int($0.z)]] }
      }
    }
  }

  private func area(_ t: [Vector3]) -> Double {
    let (u, v) = (t[1] - t[0], t[2] - t[0])
    return (u.x * v.y - u.y * v.x) / 2
  }

  /// Parcels lie side by side: no mesh of the net is turned over, and together they are as large as the ring that they fill.
  @Test(arguments: recipes) func fieldsDoNotOverlap(_ recipe: String) throws {
    let world = try Town.make(recipe, duration: 1)
    let net = triangles(world, "fields")
    #expect(net.count > 2000)
    for t in net { #expect(area(t) > 0, "turned over at \(t[0])") }
    let middle = net.reduce(Vector3.zero) { $0 + ($1[0] + $1[1] + $1[2]) / 3 } / Double(net.count)
    // Rim and hole are polygons of as many corners as there are spokes.
    func far(_ p: Vector3) -> Double { length(Vector2(p.x - middle.x, p.y - middle.y)) }
    let radii = net.flatMap { $0.map(far) }
    let (low, high) = (try #require(radii.min()), try #require(radii.max()))
    let k = Double(96) / 2 * DeterministicMath.sin(2 * Double.pi / 96)
    let ring = k * (high * high - low * low)
    let sum = net.reduce(0) { $0 + area($1) }
    #expect((sum / ring - 1).magnitude < 0.002, "\(sum) of \(ring)")
  }

  /// Where the near ground is, the fields' skin lies under it, everywhere and not at its knots alone.
  @Test(arguments: recipes) func fieldsLieUnderTheNearGround(_ recipe: String) throws {
    let world = try Town.make(recipe, duration: 1)
    let ground = GroundProbe(world, reach: 40)
    var seen = 0
    for t in triangles(world, "fields") {
      for (a, b) in [(1.0 / 3, 1.0 / 3), (0.1, 0.1), (0.8, 0.1), (0.1, 0.8)] {
        let p = t[0] * (1 - a - b) + t[1] * a + t[2] * b
        guard let z = ground.height(p) else { continue }
        seen += 1
        #expect(p.z < z - 0.05, "the fields come out by \(p.z - z) at \(p)")
      }
    }
    #expect(seen > 20)
  }

  /// Nothing that stands in the country stands on a road: neither hedges nor houses, and no lane runs over one.
  @Test(arguments: recipes) func nothingStandsOnTheRoad(_ recipe: String) throws {
    let world = try Town.make(recipe, duration: 1)
    var paved = world
    paved.entities = world.entities.filter {
      ["road", "parking", "sidewalk", "kerb"].contains($0.nativeClass.name)
    }
    let roads = GroundProbe(paved, reach: 40)
    for name in ["hedgerows", "far_lanes"] {
      for t in triangles(world, name) {
        for p in t + [(t[0] + t[1] + t[2]) / 3] {
          #expect(roads.height(p) == nil, "\(name) on a road at \(p)")
        }
      }
    }
    for entity in world.entities where entity.attributes.contains(where: { $0.name == "distance" }) {
      for p in GroundBox(entity, entity.asset.restBounds, at: 0).points(step: 2) {
        #expect(roads.height(p) == nil, "\(entity.name) on a road")
      }
    }
  }

  /// Far lanes lie on the fields' skin, hedges and houses reach into it: none floats.
  @Test(arguments: recipes.prefix(2)) func nothingFloats(_ recipe: String) throws {
    let world = try Town.make(recipe, duration: 1)
    var land = world
    land.entities = world.entities.filter { $0.asset.name == "fields" }
    let skin = GroundProbe(land, reach: 60, laid: [])
    let near = GroundProbe(world, reach: 60)
    var lanes = 0
    for t in triangles(world, "far_lanes") {
      for p in t where near.height(p) == nil {
        guard let z = skin.height(p) else { continue }
        lanes += 1
        #expect(p.z - z > 0.05, "a lane \(z - p.z) m under the fields")
      }
    }
    #expect(lanes > 100)
    for entity in world.entities where entity.attributes.contains(where: { $0.name == "distance" }) {
      let box = GroundBox(entity, entity.asset.restBounds, at: 0)
      let low = entity.track.pose(at: 0).translation
      let ground = near.height(low) ?? skin.height(low)
      #expect(low.z < (ground ?? .infinity), "\(entity.name) floats")
      _ = box
    }
  }

  /// A farm track begins at the very edge of the driven road, at its height, and goes on as a hamlet's lane.
  @Test func hamletLanesJoinTheRoad() throws {
    var found = 0
    for seed in 1...5 as ClosedRange<UInt64> {
      let world = try Town.make(Self.recipes[0], seed: seed, duration: 1)
      guard world.entities.contains(where: { $0.asset.name == "farm_track" }) else { continue }
      found += 1
      var paved = world
      paved.entities = world.entities.filter { ["road", "parking"].contains($0.nativeClass.name) }
      let road = GroundProbe(paved)
      let near = GroundProbe(world)
      let track = triangles(world, "farm_track")
      let mouth = track.prefix(8).flatMap { $0 }.filter { p in
        road.height(p) != nil || road.height(p + Vector3(0.1, 0, 0)) != nil
          || road.height(p - Vector3(0.1, 0, 0)) != nil
          || road.height(p + Vector3(0, 0.1, 0)) != nil || road.height(p - Vector3(0, 0.1, 0)) != nil
      }
      #expect(mouth.count > 4, "seed \(seed): the mouth does not touch the road")
      for p in mouth {
        guard let z = road.height(p) else { continue }
        #expect((p.z - z).magnitude < 0.02, "a step of \(p.z - z)")
      }
      // On the ground all along.
      for t in track {
        let p = (t[0] + t[1] + t[2]) / 3
        if let z = near.height(p) { #expect(p.z - z > -0.03 && p.z - z < 0.25, "\(p.z - z) over the ground") }
      }
      // A far lane begins where it ends.
      let ends = track.suffix(4).flatMap { $0 }
      let far = triangles(world, "far_lanes").flatMap { $0 }
      let gap = ends.map { e in far.map { length($0 - e) }.min() ?? .infinity }.min() ?? .infinity
      #expect(gap < 0.6, "seed \(seed): \(gap) m to the hamlet's lane")
    }
    #expect(found >= 2)
  }
}
