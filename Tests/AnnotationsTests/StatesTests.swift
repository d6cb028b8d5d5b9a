import Annotations
import Assets
import Geometry
import Rendering
import Testing
import VectorMath
import WorldModel

/// States of a small kitchen whose every measure is written here.
struct StatesTests {
  private static let place = RigidTransform<WorldSpace, ObjectSpace>(
    rotation: Quaternion(yaw: 0.4), translation: Vector3(3, 0.2, 0.1))

  /// A box with a door hinged at its left front edge and a drawer below, open by a third and a half.
  private static func world() -> World {
    var b = AssetBuilder(name: "cabinet", nativeClass: "cabinet")
    let wood = b.material(Material(name: "wood"))
    b.add(.box(size: Vector3(0.5, 0.6, 0.8), center: Vector3(-0.25, 0, 0.4)), material: wood)
    let door = b.joint(
      "door", rest: NodePose(translation: Vector3(0.01, 0.3, 0.3)), .hinge(axis: Vector3(0, 0, 1), angle: 1.8)
    )
    b.add(
      .box(from: Vector3(0, -0.6, 0), to: Vector3(0.02, 0, 0.5)), material: wood, part: "door", node: door)
    let drawer = b.joint(
      "drawer", rest: NodePose(translation: Vector3(0.01, 0, 0.05)), .slide(Vector3(0.3, 0, 0)))
    b.add(
      .box(from: Vector3(0, -0.3, 0), to: Vector3(0.02, 0.3, 0.2)), material: wood, part: "drawer",
      node: drawer)
    // A handle's part is used by the body too: it tells nothing of joints.
    b.add(.box(from: Vector3(0.02, -0.1, 0.1), to: Vector3(0.04, 0.1, 0.12)), material: wood, node: drawer)
    let cabinet = b.asset()
    var g = AssetBuilder(name: "glass", nativeClass: "drinking_glass")
    let pane = g.material(Material(name: "pane"))
    g.add(.cylinder(from: .zero, to: Vector3(0, 0, 0.004), radius: 0.04), material: pane)
    g.vessel("glass", profile: [Vector2(0.03, 0.004), Vector2(0.03, 0.104)])
    let glass = g.asset()
    let full = glass.filled(vessel: 0, fraction: 0.6, content: "water", material: Material(name: "water"))
    var l = AssetBuilder(name: "lamp", nativeClass: "table_lamp")
    l.add(
      .box(size: Vector3(0.1, 0.1, 0.2), center: Vector3(0, 0, 0.1)),
      material: l.material(Material(name: "shade")))
    l.fittings.emitters = [
      Asset.Emitter(center: Vector3(0, 0, 0.1), shape: .ball(radius: 0.03), flux: 400, materials: [0])
    ]
    let lamp = l.asset()
    func still(_ x: Double, _ y: Double, _ z: Double) -> Track {
      Track(still: RigidTransform(translation: Vector3(x, y, z)))
    }
    var world = World(entities: [
      Entity(
        id: 4, name: "cabinet", asset: cabinet, track: Track(still: place),
        articulation: OpenJoints([("door", 1.0 / 3), ("drawer", 0.5)])),
      Entity(
        id: 6, name: "glass", asset: full ?? glass, track: still(2, 0.5, 1),
        attributes: [(name: "supported_by", value: "4")]),
      Entity(
        id: 7, name: "empty", asset: glass, track: still(2, -0.5, 1),
        attributes: [(name: "supported_by", value: "4")]),
      Entity(
        id: 9, name: "lamp", asset: lamp, track: still(2.4, -0.4, 1),
        attributes: [(name: "state", value: "on")]),
      Entity(
        id: 10, name: "dark", asset: lamp, track: still(2.4, 0.1, 1.1),
        attributes: [(name: "state", value: "off")]),
    ])
    world.lights = [
      AreaLight(
        center: Vector3(2.4, -0.4, 1.1), shape: .ball(radius: 0.03), exitance: Vector3f(1, 1, 1), entity: 9)
    ]
    world.rig = Rig(
      cameras: [
        Rig.MountedCamera(
          name: "camera", camera: Camera(width: 160, height: 120, fx: 90, fy: 90, cx: 79.5, cy: 59.5),
          rigFromCamera: Rig.mount(at: .zero))
      ], track: still(0, 0, 0.9))
    return world
  }

  private static func label() throws -> StatesLabel {
    let world = world()
    let annotators = ["states", "part", "depth", "objects"].compactMap { AnnotatorCatalog.named($0) }
    let needs = annotators.reduce(into: CaptureChannels()) { $0.formUnion($1.needs) }
    let moment = CameraSensor.Moment(world: world, time: 0, step: 0.1)
    let capture = CameraSensor().capture(
      moment, world.rig.cameras[0], channels: needs, atlas: TextureAtlas(moment.now.materials))
    let labels = AnnotatorCatalog.labels(of: capture, by: annotators)
    return try #require(labels[StatesLabel.self])
  }

  @Test func jointsAreMeasured() throws {
    let states = try Self.label()
    let entry = try #require(states.entries.first { $0.instance == 4 })
    #expect(entry.joints.map(\.name) == ["door", "drawer"])
    let (door, drawer) = (entry.joints[0], entry.joints[1])
    #expect((door.value - 0.6).magnitude < 1e-9 && (door.range - 1.8).magnitude < 1e-12)
    #expect((door.openness - 1.0 / 3).magnitude < 1e-9)
    #expect((drawer.value - 0.15).magnitude < 1e-9 && drawer.motion == "slide")
    #expect((entry.openness ?? 0) == drawer.openness)
    // The hinge stands at the left front edge of the cabinet, upright.
    let pivot = Self.place * Vector3(0.01, 0.3, 0.3)
    for i in 0..<3 {
      #expect((door.pivot[i] - pivot[i]).magnitude < 1e-9)
      #expect((door.axis[i] - [0, 0, 1][i]).magnitude < 1e-9)
    }
    let ahead = Self.place.rotation * Vector3(1, 0, 0)
    for i in 0..<3 { #expect((drawer.axis[i] - ahead[i]).magnitude < 1e-9) }
    // `part` ids: those of the door and the drawer, not of the handle that shares the body's.
    #expect(door.parts == [4 << 8 | 2] && drawer.parts == [4 << 8 | 3])
    let middle = Self.place * Vector3(0.02, 0, 0.55)
    for i in 0..<3 { #expect((door.shutCenter[i] - middle[i]).magnitude < 1e-6) }
  }

  @Test func fillingsAndLampsAreTold() throws {
    let states = try Self.label()
    let full = try #require(states.entries.first { $0.instance == 6 }?.vessels.first)
    #expect(full.content == "water" && (full.fraction - 0.6).magnitude < 1e-9)
    #expect(((full.surface ?? 0) - 1.064).magnitude < 1e-9)
    #expect(((full.brim ?? 0) - 1.104).magnitude < 1e-9 && ((full.floor ?? 0) - 1.004).magnitude < 1e-9)
    let empty = try #require(states.entries.first { $0.instance == 7 }?.vessels.first)
    #expect(empty.content == nil && empty.fraction == 0 && empty.surface == empty.floor)
    #expect(states.entries.first { $0.instance == 9 }?.power == "on")
    #expect(states.entries.first { $0.instance == 9 }?.lights == 1)
    #expect(states.entries.first { $0.instance == 10 }?.power == "off")
    #expect(states.entries.first { $0.instance == 4 }?.holds == [6, 7])
  }

  /// The water is a closed body whose highest points are its surface and which stays within the walls.
  @Test func whatIsPouredInFillsTheHollow() throws {
    let world = Self.world()
    let glass = world.entities[1].asset
    let water = try #require(glass.pieces.first { glass.parts[$0.part] == "water" })
    let z = water.mesh.positions.map { Double($0.z) }
    #expect(((z.max() ?? 0) - 0.064).magnitude < 1e-6)
    #expect(water.mesh.positions.allSatisfy { length(Vector2(Double($0.x), Double($0.y))) < 0.03 })
    #expect(glass.filled(vessel: 0, fraction: 0.5, content: "milk", material: Material(name: "milk")) == nil)
  }
}
