package import VectorMath

/// One channel of a recording: where it is, and from where it hears how much.
package struct Microphone: Sendable, Hashable, Codable {
  /// How sensitivity depends on the angle θ between the axis and where sound comes from.
  package enum Pattern: String, Sendable, Hashable, Codable, CaseIterable {
    case omnidirectional
    case subcardioid
    case cardioid
    case supercardioid
    case hypercardioid
    case figureOfEight = "figure_of_eight"
    /// An ear on a hard sphere (see `SphericalHead`); the axis points out of the ear, the position is the head's centre.
    case sphericalHeadEar = "spherical_head_ear"

    /// The a of a + (1 − a) cos θ.
    package var omnidirectionalShare: Double {
      switch self {
      case .omnidirectional, .sphericalHeadEar: 1
      case .subcardioid: 0.7
      case .cardioid: 0.5
      case .supercardioid: 0.366
      case .hypercardioid: 0.25
      case .figureOfEight: 0
      }
    }
  }

  /// Unique in an array: `left`, `W`, `roof_front_left`.
  package var name: String
  /// In metres, in the array's frame: x forward, y left, z up.
  package var position: Vector3
  /// Unit vector in the array's frame.
  package var axis: Vector3
  package var pattern: Pattern

  package init(
    name: String, position: Vector3 = .zero, axis: Vector3 = Vector3(1, 0, 0),
    pattern: Pattern = .omnidirectional
  ) {
    self.name = name
    self.position = position
    self.axis = normalized(axis)
    self.pattern = pattern
  }

  /// Sensitivity to sound from the unit vector `direction` (towards the source), relative to the axis; ears count as open
  /// spheres here.
  package func sensitivity(to direction: Vector3) -> Double {
    let a = pattern.omnidirectionalShare
    return a + (1 - a) * dot(axis, direction)
  }

  /// The same microphone in the frame `Target`.
  package func placed<Target>(_ targetFromArray: RigidTransform<Target, ArraySpace>) -> Microphone {
    Microphone(
      name: name, position: targetFromArray * position, axis: targetFromArray.rotation * axis,
      pattern: pattern)
  }
}

/// The frame of a microphone array: x forward, y left, z up.
package enum ArraySpace {}
