import Assets
import Furniture
import Geometry
import IndoorWorld
import RoomGeometry
import Testing
import VectorMath
import WorldModel

/// What is taken back so that all rooms can be reached.
struct HomePassagesTests {
  /// A block that stands in the hallway of `SamplePlans.flat`, its foot at `place`.
  private func block(_ name: String, _ size: Vector3, at place: Vector2, group: String)
    -> PlacedThing
  {
    var b = AssetBuilder(name: name, nativeClass: "storage_box")
    let paint = b.material(Material(name: "paint"))
    b.add(.box(size: size, center: Vector3(0, 0, size.z / 2)), material: paint)
    return PlacedThing(
      thing: Thing(b.asset()),
      at: FloorPose(position: place, forward: Vector2(1, 0)), elevation: 0, room: 2, hold: .floor,
      group: group)
  }

  /// From the wall at y = 3.8 into the hallway, 1.3 m wide.
  private func row(_ width: Double) -> PlacedThing {
    block("row", Vector3(0.3, width, 1), at: Vector2(5.5, 3.78 - width / 2), group: "row")
  }

  @Test func whatLeavesAWayStays() {
    let things = [
      row(0.55), block("post", Vector3(0.1, 0.1, 1), at: Vector2(1, 3.7), group: "post"),
    ]
    #expect(HomePassages(plan: SamplePlans.flat).open(things).map(\.thing.name) == ["row", "post"])
  }

  /// Each alone leaves a way, both together none: the smaller goes, with what stands on it, and who stands on what is
  /// counted anew.
  @Test func theSmallerOfTwoThatShutAWayGoes() {
    var cup = block("cup", Vector3(0.05, 0.05, 0.1), at: Vector2(5.5, 2.6), group: "stool")
    cup.hold = .thing(0)
    cup.position.z = 0.4
    var vase = block("vase", Vector3(0.05, 0.05, 0.1), at: Vector2(5.5, 3.6), group: "row")
    vase.hold = .thing(2)
    vase.position.z = 1
    let stool = block("stool", Vector3(0.3, 0.3, 0.4), at: Vector2(5.5, 2.67), group: "stool")
    let open = HomePassages(plan: SamplePlans.flat).open([stool, cup, row(0.5), vase])
    #expect(open.map(\.thing.name) == ["row", "vase"])
    #expect(open.last?.hold == .thing(0))
  }
}
