import Furniture
import Geometry
import IndoorWorld
import InteriorSurfaces
import RoomGeometry
import Testing
import VectorMath
import WorldModel

@Suite struct FurnitureGroupTests {
  private static func thing(_ name: String) throws -> Thing {
    try #require(ThingLibrary(style: .modern, seed: 7).thing(name, palette: Palette(.modern)))
  }

  /// What a group remembers of its members is what they say, whatever has been added and taken out.
  private func expectMeasured(_ group: FurnitureGroup) {
    let solids = group.members.filter { !$0.isFlat && !$0.isOverhead && $0.support == nil }.map(\.solid)
    #expect(group.solids == solids)
    let corners = solids.flatMap { $0.area.corners }
    #expect(group.depth == corners.map(\.x).max() ?? 0)
    #expect(group.span.lowerBound == min(0, corners.map(\.y).min() ?? 0))
    #expect(group.span.upperBound == max(0, corners.map(\.y).max() ?? 0))
  }

  @Test func sizesFollowTheMembers() throws {
    var group = FurnitureGroup("test", anchor: .middle)
    expectMeasured(group)
    let rug = try Self.thing("rug")
    group.add(rug, at: Vector2(0.2, -0.1))
    expectMeasured(group)
    #expect(group.solids.isEmpty)
    group.add(try Self.thing("sofa"), at: Vector2(0.5, 0.4), elevation: rug.bounds.max.z)
    expectMeasured(group)
    let table = group.add(try Self.thing("coffee_table"), at: Vector2(1.8, 0.4), forward: Vector2(0, 1))
    expectMeasured(group)
    group.add(try Self.thing("vase"), at: Vector2(1.8, 0.4), elevation: 0.4, on: table)
    expectMeasured(group)
    #expect(group.solids.count == 2 && group.depth > 1.8)
    group.removeRugs { _ in true }
    expectMeasured(group)
    #expect(group.members.count == 3)
    // The sofa has come down to the floor.
    #expect(group.solids.allSatisfy { $0.heights.lowerBound.magnitude < 1e-9 })
  }
}
