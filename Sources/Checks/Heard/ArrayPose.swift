import Annotations
import VectorMath

/// Where an array is, read from a label; `nil` for what is no pose.
struct ArrayPose {
  var time: Double
  var worldFromArray: RigidTransform<WorldSpace, ObjectSpace>

  init?(_ pose: RecordedArray.Pose) {
    let (t, q) = (pose.translation, pose.rotation)
    guard t.count == 3, q.count == 4 else { return nil }
    time = pose.time
    worldFromArray = RigidTransform(
      rotation: Quaternion(w: q[0], x: q[1], y: q[2], z: q[3]), translation: Vector3(t[0], t[1], t[2]))
  }
}
