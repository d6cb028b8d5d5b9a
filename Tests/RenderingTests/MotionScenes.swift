import Geometry
import Rendering
import VectorMath
import WorldModel

/// An analytic scene seen by a rig's camera at two instants.
struct MotionScene: Sendable, CustomStringConvertible {
  var description: String
  var world: World
  var scene: AnalyticScene
  /// Seconds of the frame and to the neighbouring frames.
  var time = 0.5
  var step = 0.1

  init(
    _ name: String, movesCamera: Bool, movesObjects: Bool,
    camera: Camera = Camera(width: 160, height: 120, horizontalFieldOfView: 1.1)
  ) {
    description = name
    func body(
      _ shape: AnalyticShape, _ a: RigidTransform<WorldSpace, ObjectSpace>,
      _ b: RigidTransform<WorldSpace, ObjectSpace>
    ) -> AnalyticBody {
      movesObjects
        ? .moving(shape, from: a, to: b) : AnalyticBody(shape, at: a.translation, rotation: a.rotation)
    }
    scene = AnalyticScene(bodies: [
      AnalyticBody(.rectangle(width: 200, height: 150), at: .zero),
      body(
        .box(size: Vector3(2, 1, 1)),
        RigidTransform(rotation: Quaternion(yaw: 0.2), translation: Vector3(-1, 0, 1)),
        RigidTransform(rotation: Quaternion(yaw: 1.2, pitch: 0.3), translation: Vector3(1, 0.5, 1.3))),
      body(
        .sphere(radius: 0.6, subdivisions: 6), RigidTransform(translation: Vector3(1.5, -1.5, 0.7)),
        RigidTransform(
          rotation: Quaternion(yaw: 1, pitch: 0.4, roll: -1), translation: Vector3(0.3, -1.2, 1.6))),
      body(
        .rectangle(width: 1, height: 3),
        RigidTransform(
          rotation: Quaternion(yaw: 0.5, roll: 1.3), translation: Vector3(-1.5, -2, 1.5)),
        RigidTransform(rotation: Quaternion(yaw: 0.8, roll: 1.2), translation: Vector3(-0.9, -2, 1.5))),
    ])
    world = scene.world
    let start = RigidTransform<WorldSpace, ObjectSpace>(
      rotation: Quaternion(yaw: 1.9, pitch: 0.25), translation: Vector3(2.5, -6, 3))
    let end = RigidTransform<WorldSpace, ObjectSpace>(
      rotation: Quaternion(yaw: 2.2, pitch: 0.15, roll: 0.2), translation: Vector3(4, -5, 2.5))
    world.rig.track =
      movesCamera
      ? Track(keys: [
        Track.Key(time: 0, worldFromObject: start), Track.Key(time: 1, worldFromObject: end),
      ]) : Track(still: start)
    world.rig.cameras = [
      Rig.MountedCamera(
        name: "left", camera: camera, rigFromCamera: Rig.mount(at: Vector3(0.2, 0, 0.1), yaw: 0.05),
        stereoPartner: "right"),
      Rig.MountedCamera(
        name: "right", camera: camera,
        rigFromCamera: RigidTransform(
          rotation: Rig.mount(at: .zero, yaw: 0.05).rotation,
          translation: Vector3(0.2, 0, 0.1)
            + Rig.mount(at: .zero, yaw: 0.05).rotation * Vector3(0.4, 0, 0))),
    ]
  }

  static let all = [
    MotionScene("nothing moves", movesCamera: false, movesObjects: false),
    MotionScene("the camera moves", movesCamera: true, movesObjects: false),
    MotionScene("the objects move", movesCamera: false, movesObjects: true),
    MotionScene("all move", movesCamera: true, movesObjects: true),
    MotionScene(
      "all move, odd camera", movesCamera: true, movesObjects: true,
      camera: Camera(width: 131, height: 67, fx: 100, fy: 120, cx: 40.5, cy: 40, near: 0.2)),
  ]

  var camera: Rig.MountedCamera { world.rig.cameras[0] }
  func worldFromCamera(_ t: Double) -> RigidTransform<WorldSpace, CameraSpace> {
    world.rig.worldFromCamera(camera, at: t)
  }

  func capture(_ channels: CaptureChannels, sensor: CameraSensor = CameraSensor()) -> Capture {
    let moment = CameraSensor.Moment(world: world, time: time, step: step)
    return sensor.capture(moment, camera, channels: channels, atlas: TextureAtlas(moment.now.materials))
  }
}
