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

  /// A recording: its sound and its labels.
  package struct Recording: Sendable, Codable {
    package struct Stem: Sendable, Hashable, Codable {
      package var event: Int
      package var file: String
    }

    package var sensor: String
    package var rate: Int
    /// Samples of each channel, and how many channels.
    package var count: Int
    package var channels: Int
    package var audio: String
    package var stems: [Stem]
    package var labels: [Label]

    /// What the sound is called among labels.
    package static let audioName = "audio"
  }

  package var index: Int
  package var sequence: Int
  package var frame: Int
  package var time: Double
  package var worldFromRig: Pose
  package var views: [View]
  /// Absent where nobody listens.
  package var recordings: [Recording]?
  package var drawn: [DrawnValue]
  package var attributes: [Attribute]
  /// All files of the sample but this one.
  package var files: [FileRecord]

  /// The file of what a sensor recorded: a label of a camera, or the sound (`audio`) or a label of microphones.
  package func file(of label: String, by sensor: String) -> String? {
    if let view = views.first(where: { $0.sensor == sensor }) {
      return view.labels.first { $0.name == label }?.file
    }
    guard let recording = recordings?.first(where: { $0.sensor == sensor }) else { return nil }
    return label == Recording.audioName ? recording.audio : recording.labels.first { $0.name == label }?.file
  }

  static func intrinsics(_ c: Camera, offset: Double) -> [[Double]]? {
    guard c.projection.isPerspective else { return nil }
    return [[c.fx, 0, c.cx + offset], [0, c.fy, c.cy + offset], [0, 0, 1]]
  }
}
