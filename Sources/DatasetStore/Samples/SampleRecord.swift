package import RandomStreams
import VectorMath
package import WorldModel

/// `sample.json`: all of a sample but its pixels and structured labels, which it points to.
package struct SampleRecord: Sendable, Codable {
  /// A pose: rotation as quaternion (w, x, y, z), translation in metres. The key that holds it names the frames.
  package struct Pose: Sendable, Hashable, Codable {
    package var rotation: [Double]
    package var translation: [Double]

    init<T, S>(_ pose: RigidTransform<T, S>) {
      let (q, t) = (pose.rotation, pose.translation)
      rotation = [q.w, q.x, q.y, q.z]
      translation = [t.x, t.y, t.z]
    }

    /// The transform; `nil` when a vector has the wrong length.
    func transform<T, S>() -> RigidTransform<T, S>? {
      guard rotation.count == 4, translation.count == 3 else { return nil }
      return RigidTransform(
        rotation: Quaternion(w: rotation[0], x: rotation[1], y: rotation[2], z: rotation[3]),
        translation: Vector3(translation[0], translation[1], translation[2]))
    }
  }

  package struct Attribute: Sendable, Hashable, Codable {
    package var name: String
    package var value: String
  }

  /// A label's file and how to read it.
  package struct Label: Sendable, Hashable, Codable {
    package var name: String
    package var file: String
    /// Absent for structured labels, whose file is JSON.
    package var encoding: RasterFile?
    package var dtype: String?
    /// (height, width) or (height, width, channels).
    package var shape: [Int]?
    package var unit: String?
    package var sentinel: String?
  }

  package struct View: Sendable, Codable {
    package var sensor: String
    package var camera: Camera
    /// The 3×3 matrix by rows for pixels with integers at their centres (as all labels here); absent for lenses
    /// that no matrix describes. Of a distorted pinhole it is that of the bent rays.
    package var intrinsicsCenterOrigin: [[Double]]?
    /// The same for pixels whose top left corner has the integers: cx and cy greater by one half.
    package var intrinsicsCornerOrigin: [[Double]]?
    package var rigFromCamera: Pose
    package var worldFromCamera: Pose
    package var stereoBaseline: Double?
    package var labels: [Label]
  }

  package var index: Int
  package var sequence: Int
  package var frame: Int
  package var time: Double
  package var worldFromRig: Pose
  package var views: [View]
  package var drawn: [DrawnValue]
  package var attributes: [Attribute]
  /// All files of the sample but this one.
  package var files: [FileRecord]

  static func intrinsics(_ c: Camera, offset: Double) -> [[Double]]? {
    guard c.projection.isPlanar else { return nil }
    return [[c.fx, 0, c.cx + offset], [0, c.fy, c.cy + offset], [0, 0, 1]]
  }
}
