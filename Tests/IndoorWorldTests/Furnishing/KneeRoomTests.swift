import Assets
import Geometry
import IndoorWorld
import RoomGeometry
import Testing
import VectorMath
import WorldModel

/// How far chairs go below tables, by boxes.
struct KneeRoomTests {
  private func thing(_ meshes: [MeshBuilder]) -> Thing {
    var b = AssetBuilder(name: "thing", nativeClass: "storage_box")
    let paint = b.material(Material(name: "paint"))
    for mesh in meshes { b.add(mesh, material: paint) }
    return Thing(b.asset())
  }

  /// 0.5 m deep and wide; the seat 0.45 m high, the back 0.9 m high at the rear.
  private var chair: Thing {
    thing([
      .box(from: Vector3(-0.25, -0.25, 0), to: Vector3(0.25, 0.25, 0.45)),
      .box(from: Vector3(-0.25, -0.25, 0.45), to: Vector3(-0.2, 0.25, 0.9)),
    ])
  }

  /// A top of 1 m × 2 m over a foot of 0.4 m × 0.4 m in the middle that is `height` high.
  private func table(foot height: Double) -> Thing {
    thing([
      .box(from: Vector3(-0.5, -1, 0.71), to: Vector3(0.5, 1, 0.75)),
      .box(from: Vector3(-0.2, -0.2, 0), to: Vector3(0.2, 0.2, height)),
    ])
  }

  /// The chair's middle at x = -0.4, looking along x: its front at -0.15, 5 cm beyond the foot's face at -0.2.
  @Test func feetStopChairsAndTopsDoNot() {
    let pose = FloorPose(position: Vector2(-0.4, 0), forward: Vector2(1, 0))
    let room = KneeRoom(below: table(foot: 0.71))
    #expect((room.retreat(of: chair, at: pose) - 0.05 - KneeRoom.gap).magnitude < 1e-6)
    let away = FloorPose(position: Vector2(-0.46 - KneeRoom.gap, 0), forward: Vector2(1, 0))
    #expect(room.retreat(of: chair, at: away) == 0)
    // Beside the foot there is nothing but the top.
    let beside = FloorPose(position: Vector2(-0.4, 0.47), forward: Vector2(1, 0))
    #expect(room.retreat(of: chair, at: beside) == 0)
    let justNot = FloorPose(position: Vector2(-0.4, 0.45), forward: Vector2(1, 0))
    #expect(room.retreat(of: chair, at: justNot) > 0.05)
    // From the other side.
    let across = FloorPose(position: Vector2(0.4, 0), forward: Vector2(-1, 0))
    #expect((room.retreat(of: chair, at: across) - 0.05 - KneeRoom.gap).magnitude < 1e-6)
  }

  /// A chair whose seat is higher than the top's underside stays before the table.
  @Test func highSeatsStayOut() {
    let stool = thing([.box(from: Vector3(-0.2, -0.2, 0), to: Vector3(0.2, 0.2, 0.74))])
    let pose = FloorPose(position: Vector2(-0.5, 0.6), forward: Vector2(1, 0))
    let back = KneeRoom(below: table(foot: 0.71)).retreat(of: stool, at: pose)
    #expect((back - 0.2 - KneeRoom.gap).magnitude < 1e-6)
  }
}
