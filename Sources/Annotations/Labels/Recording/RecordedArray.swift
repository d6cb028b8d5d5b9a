/// The geometry of an array of microphones, in its own frame (x forward, y left, z up; metres).
package struct RecordedArray: Codable, Sendable, Hashable {
  package struct Microphone: Codable, Sendable, Hashable {
    package var name: String
    package var position: [Double]
    /// Where it looks, unit.
    package var axis: [Double]
    /// E.g. `omnidirectional`, `figure_of_eight`.
    package var pattern: String

    package init(name: String, position: [Double], axis: [Double], pattern: String) {
      self.name = name
      self.position = position
      self.axis = axis
      self.pattern = pattern
    }
  }

  /// Where the array is at a time of the world.
  package struct Pose: Codable, Sendable, Hashable {
    package var time: Double
    package var translation: [Double]
    /// Quaternion (w, x, y, z), world from array.
    package var rotation: [Double]

    package init(time: Double, translation: [Double], rotation: [Double]) {
      self.time = time
      self.translation = translation
      self.rotation = rotation
    }
  }

  /// Of the catalog of arrays, e.g. `ambisonic`.
  package var name: String
  /// What the order and scale of channels follow, e.g. `ambiX: ACN, SN3D`.
  package var convention: String?
  package var microphones: [Microphone]
  /// Every 0.1 s from the recording's start to its end, the end included; one where it stands still.
  package var poses: [Pose]

  package init(name: String, convention: String?, microphones: [Microphone], poses: [Pose]) {
    self.name = name
    self.convention = convention
    self.microphones = microphones
    self.poses = poses
  }
}
