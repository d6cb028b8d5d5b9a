import VectorMath
import WorldModel

/// A small world whose every label follows in closed form: a ground plane, a ball, two crates, a post, and a camera
/// that moves from frame to frame. All in doubles, by formulas of its own.
struct AnalyticScene {
  struct Pose {
    var position: Vector3
    var yaw: Double

    func toWorld(_ p: Vector3) -> Vector3 { turn(p, yaw) + position }
    func toLocal(_ p: Vector3) -> Vector3 { turn(p - position, -yaw) }
    func turn(_ p: Vector3, _ angle: Double) -> Vector3 {
      let (s, c) = DeterministicMath.sincos(angle)
      return Vector3(c * p.x - s * p.y, s * p.x + c * p.y, p.z)
    }
  }

  enum Shape {
    case ground
    case ball(radius: Double)
    /// Half extents; the origin at its centre.
    case crate(Vector3)
  }

  struct Body {
    var id: UInt32
    var name: String
    var category: String
    var asset: String
    var shape: Shape
    /// By frame, from frame −1 on.
    var poses: [Pose]
    var keypoints: [(name: String, position: Vector3)] = []

    func pose(_ frame: Int) -> Pose { poses[min(max(0, frame + 1), poses.count - 1)] }
    var half: Vector3? {
      switch shape {
      case .ground: nil
      case .ball(let r): Vector3(r, r, r)
      case .crate(let h): h
      }
    }
  }

  struct Hit {
    var body: Int
    var depth: Double
    var point: Vector3
    var normal: Vector3
    /// 0 the whole, 1 a crate's top.
    var part: Int
  }

  /// Seconds between frames.
  let dt = 0.1
  var camera = Camera(width: 96, height: 64, fx: 80, fy: 82, cx: 46.5, cy: 30.25, near: 0.05)
  let baseline = 0.3
  let rigFromCamera = Rig.mount(at: Vector3(0.4, 0.1, 1.7), yaw: 0.05, pitch: -0.2)

  /// By frame, from −1 on: a step to the right, a rest, then forward with a turn.
  let rigPoses = [
    Pose(position: Vector3(-0.1, 0.3, 0), yaw: 0),
    Pose(position: Vector3(0, 0, 0), yaw: 0),
    Pose(position: Vector3(0, -0.3, 0), yaw: 0.001),
    Pose(position: Vector3(0, -0.3, 0), yaw: 0.001),
    Pose(position: Vector3(0.3, -0.35, 0), yaw: 0.03),
    Pose(position: Vector3(0.6, -0.4, 0), yaw: 0.05),
  ]

  let bodies: [Body] = [
    Body(
      id: 1, name: "ground", category: "road", asset: "plane", shape: .ground,
      poses: [Pose(position: .zero, yaw: 0)]),
    Body(
      id: 2, name: "ball", category: "object", asset: "ball", shape: .ball(radius: 0.6),
      poses: (0..<6).map { Pose(position: Vector3(6, 1.6 - 0.35 * Double($0), 0.6), yaw: 0) }),
    Body(
      id: 7, name: "crate", category: "car", asset: "crate", shape: .crate(Vector3(0.9, 0.6, 0.5)),
      poses: (0..<6).map {
        Pose(
          position: Vector3(8 - 0.1 * Double($0), -0.4 + 0.05 * Double($0), 0.5), yaw: 0.5 + 0.04 * Double($0)
        )
      },
      keypoints: [
        ("top", Vector3(0, 0, 0.5)), ("near corner", Vector3(-0.9, -0.6, 0.5)),
        ("far side", Vector3(0.9, 0, -0.2)),
      ]),
    Body(
      id: 9, name: "barrier", category: "barrier", asset: "crate", shape: .crate(Vector3(0.4, 1.2, 0.4)),
      poses: [Pose(position: Vector3(5, 3.4, 0.4), yaw: -0.2)],
      keypoints: [("end", Vector3(0, 1.2, 0)), ("middle", Vector3(0, 0, 0.4))]),
    // Two to three pixels wide.
    Body(
      id: 11, name: "post", category: "pole", asset: "crate", shape: .crate(Vector3(0.08, 0.08, 1)),
      poses: [Pose(position: Vector3(6, -2.2, 1), yaw: 0.3)]),
  ]

  func worldFromRig(_ frame: Int) -> RigidTransform<WorldSpace, RigSpace> {
    let pose = rigPoses[frame + 1]
    return RigidTransform(rotation: Quaternion(yaw: pose.yaw), translation: pose.position)
  }

  /// `isRight` = the right camera of the pair.
  func rigFromCamera(isRight: Bool) -> RigidTransform<RigSpace, CameraSpace> {
    isRight
      ? RigidTransform(
        rotation: rigFromCamera.rotation, translation: rigFromCamera * Vector3(baseline, 0, 0))
      : rigFromCamera
  }

  func worldFromCamera(_ frame: Int, isRight: Bool) -> RigidTransform<WorldSpace, CameraSpace> {
    worldFromRig(frame) * rigFromCamera(isRight: isRight)
  }

  /// Where the point of body `b` that is at `point` in `frame` will be in `other`.
  func moved(_ point: Vector3, body b: Int, from frame: Int, to other: Int) -> Vector3 {
    let (now, then) = (bodies[b].pose(frame), bodies[b].pose(other))
    if now.position == then.position && now.yaw == then.yaw { return point }
    return then.toWorld(now.toLocal(point))
  }

  /// The nearest hit of a ray `origin + depth · direction`, where `direction` has length 1 along the
  /// camera's axis; of one body alone when `only` says so.
  func trace(_ origin: Vector3, _ direction: Vector3, frame: Int, only: Int? = nil) -> Hit? {
    var best: Hit?
    for b in bodies.indices where only == nil || only == b {
      guard let hit = intersect(b, origin, direction, frame), hit.depth > camera.near else { continue }
      if hit.depth < best?.depth ?? .infinity { best = hit }
    }
    return best
  }

  private func intersect(_ b: Int, _ origin: Vector3, _ direction: Vector3, _ frame: Int) -> Hit? {
    let body = bodies[b]
    let pose = body.pose(frame)
    switch body.shape {
    case .ground:
      guard direction.z < 0 else { return nil }
      let t = -origin.z / direction.z
      return Hit(
        body: b, depth: t, point: origin + direction * t, normal: Vector3(0, 0, 1), part: 0)
    case .ball(let radius):
      let m = origin - pose.position
      let (qa, qb, qc) = (dot(direction, direction), dot(m, direction), dot(m, m) - radius * radius)
      let discriminant = qb * qb - qa * qc
      guard discriminant > 0 else { return nil }
      let t = (-qb - discriminant.squareRoot()) / qa
      let point = origin + direction * t
      return Hit(body: b, depth: t, point: point, normal: normalized(point - pose.position), part: 0)
    case .crate(let half):
      let o = pose.toLocal(origin)
      let d = pose.turn(direction, -pose.yaw)
      var (enter, leave, axis) = (-Double.infinity, Double.infinity, 0)
      for i in 0..<3 {
        let (a, c) = ((-half[i] - o[i]) / d[i], (half[i] - o[i]) / d[i])
        if min(a, c) > enter { (enter, axis) = (min(a, c), i) }
        leave = min(leave, max(a, c))
      }
      guard enter < leave else { return nil }
      var normal = Vector3.zero
      normal[axis] = d[axis] > 0 ? -1 : 1
      return Hit(
        body: b, depth: enter, point: origin + direction * enter, normal: pose.turn(normal, pose.yaw),
        part: axis == 2 ? 1 : 0)
    }
  }

  /// sRGB codes, a smooth function of the place on the surface that fades far out, where pixels are large.
  func albedo(_ hit: Hit, frame: Int) -> [UInt8] {
    let p = bodies[hit.body].pose(frame).toLocal(hit.point)
    let wave = DeterministicMath.sin(p.x * 0.8) * DeterministicMath.cos(p.y * 0.9) / (1 + dot(p, p) / 400)
    let base = Double(40 * hit.body)
    return [UInt8(100 + 60 * wave), UInt8(60 + base), UInt8(150 - base / 2 + 20 * wave)]
  }
}
