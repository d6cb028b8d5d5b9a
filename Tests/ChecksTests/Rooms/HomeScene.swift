import Annotations
import Geometry
import Imaging
import Rendering
import VectorMath
import WorldModel

/// A home of two rooms whose every measure is written here, drawn by the renderer.
///
///     y = 3  +------------+-------+
///            |            |       |
///            | living     D  bed  +------+  y = 1.8
///            | room       D          L   |
///     y = 0  +------------+--------------+
///           x = 0        4 4.1  6.1     8.1
///
/// The door is between y = 0.95 and 1.85 and stands open into the bedroom; the living room has a window in its wall at
/// y = 3, a wardrobe with a box on it, a picture and a lamp.
struct HomeScene {
  static let height = 2.5
  static let doorHeight = 2.1
  static let livingRoom = [Vector2(0, 0), Vector2(4, 0), Vector2(4, 3), Vector2(0, 3)]
  static let bedroom = [
    Vector2(4.1, 0), Vector2(8.1, 0), Vector2(8.1, 1.8), Vector2(6.1, 1.8), Vector2(6.1, 3), Vector2(4.1, 3),
  ]

  static let plan: HomePlan = {
    func wall(
      _ a: Vector2, _ b: Vector2, _ left: Int?, _ right: Int?, _ openings: [HomePlan.Opening] = []
    ) -> HomePlan.Wall {
      HomePlan.Wall(start: a, end: b, thickness: 0.1, left: left, right: right, openings: openings)
    }
    let (l, m, x1, r, b, y1, t) = (-0.05, 4.05, 6.15, 8.15, -0.05, 1.85, 3.05)
    return HomePlan(
      rooms: [
        HomePlan.Room(kind: .livingRoom, outline: livingRoom, height: height),
        HomePlan.Room(kind: .bedroom, outline: bedroom, height: height),
      ],
      walls: [
        wall(Vector2(l, b), Vector2(m, b), 0, nil), wall(Vector2(m, b), Vector2(r, b), 1, nil),
        wall(Vector2(r, b), Vector2(r, y1), 1, nil), wall(Vector2(r, y1), Vector2(x1, y1), 1, nil),
        wall(Vector2(x1, y1), Vector2(x1, t), 1, nil), wall(Vector2(x1, t), Vector2(m, t), 1, nil),
        // From x = 4.05 to −0.05: the window is between x = 3 and x = 1.8.
        wall(
          Vector2(m, t), Vector2(l, t), 0, nil,
          [HomePlan.Opening(kind: .window, offset: 1.05, width: 1.2, sill: 0.9, height: 1.2)]),
        wall(Vector2(l, t), Vector2(l, b), 0, nil),
        wall(
          Vector2(m, b), Vector2(m, t), 0, 1,
          [
            HomePlan.Opening(
              kind: .hingedDoor, offset: 1, width: 0.9, sill: 0, height: doorHeight, hingeAtStart: false,
              opensToLeft: false)
          ]),
      ],
      footprint: [
        Vector2(-0.1, -0.1), Vector2(8.2, -0.1), Vector2(8.2, 1.9), Vector2(6.2, 1.9), Vector2(6.2, 3.1),
        Vector2(-0.1, 3.1),
      ])
  }()

  let world: World
  let camera = Camera(width: 160, height: 120, fx: 80, fy: 80, cx: 79.5, cy: 59.5, near: 0.05)
  static let eye = Vector3(0.6, 0.45, 1.4)
  static let yaw = 0.35

  init() {
    var build = HomeSceneBuilder()
    build.shell()
    build.door()
    build.window()
    // From x = 2.9 to 3.9, 1 cm off the wall at y = 3.
    let wardrobe = build.thing(
      "wardrobe", Vector3(1, 0.6, 1.9), at: Vector3(3.4, 2.69, 0), room: 0, by: "floor",
      supports: [
        Asset.Support(name: "top", center: Vector3(0, 0, 1.9), size: Vector2(0.9, 0.5))
      ])
    build.thing("box", Vector3(0.3, 0.2, 0.25), at: Vector3(3.3, 2.7, 1.9), room: 0, by: String(wardrobe))
    build.thing("picture", Vector3(0.6, 0.02, 0.4), at: Vector3(2.5, 0.01, 1.4), room: 0, by: "wall")
    build.thing("pendant_lamp", Vector3(0.3, 0.3, 0.5), at: Vector3(2, 1.5, 2), room: 0, by: "ceiling")
    build.thing("bed", Vector3(1.4, 1.6, 0.5), at: Vector3(7.2, 0.8, 0), room: 1, by: "floor")
    var world = World(entities: build.entities)
    world.plan = Self.plan
    world.rig = Rig(
      cameras: [
        Rig.MountedCamera(name: "left", camera: camera, rigFromCamera: Rig.mount(at: Self.eye, yaw: Self.yaw))
      ])
    self.world = world
  }

  static let labels = [
    LabelNames.depth, LabelNames.positionWorld, LabelNames.normalGeometric, LabelNames.instance,
    LabelNames.semantic, ObjectsLabel.name, Boxes3DLabel.name, LabelNames.room, RoomsLabel.name,
    FloorPlanLabel.name, SceneGraphLabel.name, LayoutLabel.name,
  ]

  var sample: Sample {
    let annotators = AnnotatorCatalog.all.filter { Self.labels.contains($0.name) }
    let channels = annotators.reduce(CaptureChannels()) { $0.union($1.needs) }
    let moment = CameraSensor.Moment(world: world, time: 0, step: 0.1)
    let capture = CameraSensor().capture(
      moment, world.rig.cameras[0], channels: channels, atlas: TextureAtlas(moment.now.materials))
    let view = Sample.View(
      sensor: capture.sensor, camera: capture.camera, rigFromCamera: capture.rigFromCamera,
      worldFromCamera: capture.worldFromCamera,
      labels: AnnotatorCatalog.labels(of: capture, by: annotators))
    return Sample(
      index: 0, sequence: 0, frame: 0, time: 0, worldFromRig: .identity, views: [view], drawn: [],
      attributes: [])
  }
}
