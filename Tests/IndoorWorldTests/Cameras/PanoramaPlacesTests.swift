import Geometry
import IndoorWorld
import LocatedYAML
import RandomStreams
import Testing
import VectorMath
import WorldModel

/// Where cameras that see all around stand.
@Suite struct PanoramaPlacesTests {
  private static func home(_ seed: Int) throws -> World {
    let document = try YAMLDocument(text: "bedrooms: 1\nview: {mode: panorama}\n", file: "home.yaml")
    let generator = try document.decode(HomeDescription.self).value.prepare { _ in }
    var draws = Draws(stream: RandomStream(seed: 11).child(seed), index: seed)
    return try generator.world(&draws, duration: 1)
  }

  @Test(arguments: 0..<2) func placesAreFreeAndInTheMiddle(_ seed: Int) throws {
    let world = try Self.home(seed)
    let plan = try #require(world.plan)
    let places = try #require(PanoramaPlaces(world)).places
    // Each room has one, but those that are full.
    #expect(places.count >= (plan.rooms.count + 1) / 2, "\(places.count) of \(plan.rooms.count)")
    #expect(places.map(\.room) == places.map(\.room).sorted())
    let obstacles = world.floorObstacles(between: 0.03, and: 1.8, at: 0)
    for (room, pose) in places {
      let outline = Polygon(plan.rooms[room].outline)
      let p = Vector2(pose.translation.x, pose.translation.y)
      #expect(
        outline.contains(p) && pose.translation.z == 1.6 && outline.distanceToBoundary(p) >= 0.25 - 1e-9)
      let own = obstacles.map { $0.distance(to: p) }.min() ?? .infinity
      #expect(own >= 0.25 - 1e-9)
      // Nothing wider is nearer to the middle, on a lattice of its own.
      let clear = min(own, outline.distanceToBoundary(p))
      let wanted = clear >= 0.6 ? 0.6 : clear >= 0.45 ? 0.45 : clear >= 0.3 ? 0.3 : 0.25
      let middle = outline.centroid
      for i in -30...30 {
        for j in -30...30 {
          let q = middle + Vector2(Double(i), Double(j)) * 0.1
          guard length(q - middle) < length(p - middle) - 0.15, outline.contains(q),
            outline.distanceToBoundary(q) >= wanted + 0.15
          else { continue }
          let free = obstacles.map { $0.distance(to: q) }.min() ?? .infinity
          #expect(free < wanted + 0.15, "room \(room): \(q) is free and nearer to the middle than \(p)")
        }
      }
    }
  }

  @Test func onlyTheRoomsAskedFor() throws {
    let world = try Self.home(1)
    let plan = try #require(world.plan)
    let places = try #require(PanoramaPlaces(world, kinds: [.bathroom]))
    #expect(places.places.allSatisfy { plan.rooms[$0.room].kind == .bathroom })
    #expect(PanoramaPlaces(world, kinds: [.warehouse]) == nil)
    // In turn.
    let all = try #require(PanoramaPlaces(world))
    #expect(all.place(of: 0) == all.place(of: all.places.count))
    #expect(all.place(of: 0).translation != all.place(of: 1).translation)
  }
}
