import Annotations
package import VectorMath
package import WorldModel

/// One view's calibration and boxes in KITTI's conventions.
///
/// KITTI boxes turn only about the camera's y axis, as its cameras look level. The reference frame of labels
/// is therefore the camera turned so that its y axis points along the rig's −z and its z axis straight ahead;
/// for a level camera it is the camera itself, exactly, and P2 is the plain K. For a pitched or rolled camera
/// P2 = K · R carries the rest, so that P2 still projects labels onto the image. K has integers at pixel
/// centres, and boxes are 0-based pixel indices, as in the published files.
package struct KITTIGeometry: Sendable {
  /// Rotates camera coordinates into the reference frame of labels.
  package let referenceFromCamera: Matrix3
  let camera: Camera
  let cameraFromRig: RigidTransform<CameraSpace, RigSpace>
  /// Metres to the right camera; 0 without one.
  let baseline: Double

  package init(view: Sample.View) {
    camera = view.camera
    baseline = view.stereoBaseline ?? 0
    cameraFromRig = view.rigFromCamera.inverse
    let down = cameraFromRig.rotation * Vector3(0, 0, -1)
    let ahead = Vector3(0, 0, 1) - down * down.z
    let turn: Matrix3
    if length(ahead) < 1e-3 {
      // Looking straight up or down: no level direction is ahead.
      turn = .identity
    } else {
      let z = normalized(ahead)
      turn = Matrix3(rows: cross(down, z), down, z)
    }
    let off = [turn.x - Vector3(1, 0, 0), turn.y - Vector3(0, 1, 0), turn.z - Vector3(0, 0, 1)]
    referenceFromCamera = off.allSatisfy { length($0) < 1e-9 } ? .identity : turn
  }

  /// A box in the reference frame.
  struct Box: Sendable, Hashable {
    /// Height, width, length in metres.
    var dimensions: [Double]
    /// The centre of the bottom face.
    var location: Vector3
    /// About the y axis; 0 = the object's front points along x.
    var rotationY: Double
    /// How the object is seen: `rotationY` less the direction to it.
    var alpha: Double
    /// Radians between the box's own up and the frame's: what the format cannot say.
    var tilt: Double
  }

  /// `nil` when the entry lacks numbers or holds one that is not finite.
  func box(_ entry: Boxes3DLabel.Entry) -> Box? {
    let numbers = entry.size + entry.cameraCenter + entry.cameraRotation
    guard entry.size.count == 3, entry.cameraCenter.count == 3, entry.cameraRotation.count == 4,
      numbers.allSatisfy(\.isFinite)
    else { return nil }
    let q = entry.cameraRotation
    let rotation = Quaternion(w: q[0], x: q[1], y: q[2], z: q[3]).normalized
    let c = entry.cameraCenter
    let center = referenceFromCamera * Vector3(c[0], c[1], c[2])
    let front = referenceFromCamera * (rotation * Vector3(1, 0, 0))
    let up = referenceFromCamera * (rotation * Vector3(0, 0, 1))
    let location = center + Vector3(0, entry.size[2] / 2, 0)
    let yaw = DeterministicMath.atan2(-front.z, front.x)
    return Box(
      dimensions: [entry.size[2], entry.size[1], entry.size[0]], location: location, rotationY: yaw,
      alpha: Self.wrapped(yaw - DeterministicMath.atan2(location.x, location.z)),
      tilt: DeterministicMath.acos(min(1, max(-1, -up.y))))
  }

  /// Row-major 3 × 4: reference frame → left image.
  var p2: [Double] { projection(shift: 0) }
  /// Row-major 3 × 4: reference frame → right image.
  var p3: [Double] { projection(shift: -baseline) }

  private func projection(shift: Double) -> [Double] {
    let k = Matrix3(
      rows: Vector3(camera.fx, 0, camera.cx), Vector3(0, camera.fy, camera.cy), Vector3(0, 0, 1))
    let m = k * referenceFromCamera.transpose
    return [m.x.x, m.y.x, m.z.x, camera.fx * shift, m.x.y, m.y.y, m.z.y, 0, m.x.z, m.y.z, m.z.z, 0]
  }

  /// Row-major 3 × 4: rig frame (x forward, y left, z up; KITTI's velodyne axes) → reference frame.
  var referenceFromRig: [Double] {
    let r = referenceFromCamera * cameraFromRig.rotation.matrix
    let t = referenceFromCamera * cameraFromRig.translation
    return [r.x.x, r.y.x, r.z.x, t.x, r.x.y, r.y.y, r.z.y, t.y, r.x.z, r.y.z, r.z.z, t.z]
  }

  /// Into [−π, π].
  package static func wrapped(_ angle: Double) -> Double {
    if angle > Double.pi { return angle - 2 * Double.pi }
    if angle < -Double.pi { return angle + 2 * Double.pi }
    return angle
  }
}
