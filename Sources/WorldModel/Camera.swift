package import VectorMath

/// A camera's inner calibration. Pixel (u, v) has integers at pixel centres: the image spans
/// [−0.5, width − 0.5], and a centred camera has cx = (width − 1) / 2.
package struct Camera: Sendable, Hashable {
  package var width: Int
  package var height: Int
  /// Focal lengths, in pixels a unit slope, radian or metre (see `Projection`), and principal point in pixels,
  /// centre-origin.
  package var fx: Double
  package var fy: Double
  package var cx: Double
  package var cy: Double
  /// What is at less than this depth is not seen, metres.
  package var near: Double
  package var projection: Projection
  /// Of a `brownConrady` camera; others have none.
  package var distortion: Distortion

  package init(
    width: Int, height: Int, fx: Double, fy: Double, cx: Double, cy: Double, near: Double = 0.05,
    projection: Projection = .pinhole, distortion: Distortion = .none
  ) {
    self.width = width
    self.height = height
    self.fx = fx
    self.fy = fy
    self.cx = cx
    self.cy = cy
    self.near = near
    self.projection = projection
    self.distortion = projection == .brownConrady ? distortion : .none
  }

  /// A centred pinhole camera with square pixels and a horizontal field of view in radians.
  package init(width: Int, height: Int, horizontalFieldOfView: Double, near: Double = 0.05) {
    let f = Double(width) / 2 / DeterministicMath.tan(horizontalFieldOfView / 2)
    self.init(
      width: width, height: height, fx: f, fy: f, cx: Double(width - 1) / 2, cy: Double(height - 1) / 2,
      near: near)
  }

  /// Whether a place lies in the image, its border included: half a pixel beyond the outermost pixel centres.
  package func contains(_ pixel: Vector2) -> Bool {
    pixel.x >= -0.5 && pixel.y >= -0.5 && pixel.x <= Double(width) - 0.5 && pixel.y <= Double(height) - 0.5
  }
}

/// Named sensors on a moving carrier.
package struct Rig: Sendable {
  /// What a sensor follows.
  package enum Attachment: String, Sendable, Hashable, CaseIterable {
    /// The carrier, as if bolted on.
    case carrier
    /// The carrier's place and heading, but neither its pitch nor its roll.
    case level
    /// Nothing: it stays where `level` would have it at time 0.
    case world
  }

  package struct MountedCamera: Sendable {
    package var name: String
    package var camera: Camera
    /// In the frame of what it is attached to.
    package var rigFromCamera: RigidTransform<RigSpace, CameraSpace>
    package var attachment = Attachment.carrier
    /// The name of the camera to the right of this one in a rectified pair, if any: same K, shifted along +x.
    package var stereoPartner: String?

    package init(
      name: String, camera: Camera, rigFromCamera: RigidTransform<RigSpace, CameraSpace>,
      stereoPartner: String? = nil
    ) {
      self.name = name
      self.camera = camera
      self.rigFromCamera = rigFromCamera
      self.stereoPartner = stereoPartner
    }
  }

  /// An array of microphones and where it sits.
  package struct MountedArray: Sendable {
    package var name: String
    /// Its name in the catalog of arrays.
    package var array: String
    package var rigFromArray: RigidTransform<RigSpace, ObjectSpace>

    package init(name: String, array: String, rigFromArray: RigidTransform<RigSpace, ObjectSpace>) {
      self.name = name
      self.array = array
      self.rigFromArray = rigFromArray
    }
  }

  package var cameras: [MountedCamera]
  package var arrays: [MountedArray] = []
  /// The carrier's motion (its object frame is the rig frame).
  package var track: Track
  /// The inertial unit at the carrier's origin, if somebody reads one.
  package var inertialUnit: InertialUnit?
  /// The cells of bird's-eye labels.
  package var grid = BirdsEyeGrid()

  package init(cameras: [MountedCamera] = [], track: Track = Track(still: .identity)) {
    self.cameras = cameras
    self.track = track
  }

  package func worldFromRig(at t: Double) -> RigidTransform<WorldSpace, RigSpace> {
    let pose = track.pose(at: t)
    return RigidTransform(rotation: pose.rotation, translation: pose.translation)
  }

  package func worldFromCamera(_ camera: MountedCamera, at t: Double) -> RigidTransform<
    WorldSpace, CameraSpace
  > {
    switch camera.attachment {
    case .carrier: worldFromRig(at: t) * camera.rigFromCamera
    case .level: levelled(at: t) * camera.rigFromCamera
    case .world: levelled(at: 0) * camera.rigFromCamera
    }
  }

  /// Where a camera is on the carrier at an instant: fixed, unless it is attached to something else.
  package func rigFromCamera(_ camera: MountedCamera, at t: Double) -> RigidTransform<RigSpace, CameraSpace> {
    if camera.attachment == .carrier { return camera.rigFromCamera }
    return worldFromRig(at: t).inverse * worldFromCamera(camera, at: t)
  }

  /// The carrier's frame turned upright: its origin and heading, z up.
  package func levelled(at t: Double) -> RigidTransform<WorldSpace, RigSpace> {
    let pose = worldFromRig(at: t)
    let ahead = pose.rotation * Vector3(1, 0, 0)
    return RigidTransform(
      rotation: Quaternion(yaw: DeterministicMath.atan2(ahead.y, ahead.x), pitch: 0, roll: 0),
      translation: pose.translation)
  }

  /// The rotation of a camera that looks along +x of its carrier with +z up, turned by `yaw` to the left
  /// and `pitch` upwards, radians.
  package static func mount(
    at position: Vector3, yaw: Double = 0, pitch: Double = 0, roll: Double = 0
  ) -> RigidTransform<RigSpace, CameraSpace> {
    // Columns: where the camera's x (right), y (down) and z (forward) point in the rig frame.
    let axes = Matrix3(columns: Vector3(0, -1, 0), Vector3(0, 0, -1), Vector3(1, 0, 0))
    let turn = Quaternion(yaw: yaw, pitch: -pitch, roll: roll)
    return RigidTransform(rotation: (turn * Quaternion(axes)).normalized, translation: position)
  }
}
