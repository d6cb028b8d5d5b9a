package import VectorMath

/// Microphones that record together: the geometry that lies beside every recording of more than one channel.
package struct MicrophoneArray: Sendable, Hashable, Codable {
  /// `ambisonic`, `tetrahedral`, …
  package var name: String
  /// What order and scale of channels is meant where that is a convention, such as `AmbiX (ACN, SN3D)`.
  package var convention: String?
  /// In the order of the channels.
  package var microphones: [Microphone]

  package init(name: String, convention: String? = nil, microphones: [Microphone]) {
    self.name = name
    self.convention = convention
    self.microphones = microphones
  }

  /// The microphones in another frame.
  package func placed<Target>(_ targetFromArray: RigidTransform<Target, ArraySpace>) -> [Microphone] {
    microphones.map { $0.placed(targetFromArray) }
  }
}

extension MicrophoneArray {
  /// One omnidirectional microphone.
  package static let mono = MicrophoneArray(name: "mono", microphones: [Microphone(name: "mono")])

  /// Two omnidirectional microphones, `spacing` metres apart (AB).
  package static func stereoAB(spacing: Double = 0.4) -> MicrophoneArray {
    MicrophoneArray(
      name: "stereo_ab",
      microphones: [
        Microphone(name: "left", position: Vector3(0, spacing / 2, 0)),
        Microphone(name: "right", position: Vector3(0, -spacing / 2, 0)),
      ])
  }

  /// Two cardioids, 17 cm apart, 110° between their axes (ORTF).
  package static let stereoORTF = MicrophoneArray(
    name: "stereo_ortf",
    microphones: [("left", 1.0), ("right", -1.0)].map { name, side in
      Microphone(
        name: name, position: Vector3(0, side * 0.085, 0), axis: direction(azimuth: side * 55, elevation: 0),
        pattern: .cardioid)
    })

  /// First-order ambisonics at one point: W, Y, Z, X, scaled 1, sin φ cos θ, sin θ, cos φ cos θ.
  package static let ambisonic = MicrophoneArray(
    name: "ambisonic", convention: "AmbiX (ACN, SN3D)",
    microphones: [
      Microphone(name: "W"),
      Microphone(name: "Y", axis: Vector3(0, 1, 0), pattern: .figureOfEight),
      Microphone(name: "Z", axis: Vector3(0, 0, 1), pattern: .figureOfEight),
      Microphone(name: "X", axis: Vector3(1, 0, 0), pattern: .figureOfEight),
    ])

  /// Four cardioids on a sphere of 4.2 cm that look outwards from the corners of a tetrahedron: front left up, front right
  /// down, back left down, back right up.
  package static let tetrahedral = MicrophoneArray(
    name: "tetrahedral",
    microphones: [
      ("front_left_up", 45.0, 35.0), ("front_right_down", -45, -35), ("back_left_down", 135, -35),
      ("back_right_up", -135, 35),
    ].map { name, azimuth, elevation in
      let u = direction(azimuth: azimuth, elevation: elevation)
      return Microphone(name: name, position: u * 0.042, axis: u, pattern: .cardioid)
    })

  /// `count` omnidirectional microphones on a circle of `radius` metres, the first in front, then counter-clockwise.
  package static func circular(_ count: Int, radius: Double = 0.042) -> MicrophoneArray {
    let count = min(max(count, 1), 32)
    return MicrophoneArray(
      name: "circular_\(count)",
      microphones: (0..<count).map {
        let azimuth = 360 * Double($0) / Double(count)
        return Microphone(name: "ring_\($0)", position: direction(azimuth: azimuth, elevation: 0) * radius)
      })
  }

  /// `count` omnidirectional microphones in a row from left to right, `spacing` metres apart.
  package static func linear(_ count: Int, spacing: Double = 0.05) -> MicrophoneArray {
    let count = min(max(count, 1), 32)
    return MicrophoneArray(
      name: "linear_\(count)",
      microphones: (0..<count).map {
        Microphone(
          name: "row_\($0)", position: Vector3(0, (Double(count - 1) / 2 - Double($0)) * spacing, 0))
      })
  }

  /// Two ears on a hard sphere.
  package static let binaural = MicrophoneArray(
    name: "binaural",
    microphones: [
      Microphone(name: "left", axis: Vector3(0, 1, 0), pattern: .sphericalHeadEar),
      Microphone(name: "right", axis: Vector3(0, -1, 0), pattern: .sphericalHeadEar),
    ])

  /// Four omnidirectional microphones at the corners of a car's roof, `length` × `width` metres.
  package static func carRoof(length: Double = 1.6, width: Double = 1.1) -> MicrophoneArray {
    MicrophoneArray(
      name: "car_roof",
      microphones: [
        ("roof_front_left", 1.0, 1.0), ("roof_front_right", 1, -1), ("roof_back_left", -1, 1),
        ("roof_back_right", -1, -1),
      ].map { name, x, y in
        Microphone(name: name, position: Vector3(x * length / 2, y * width / 2, 0))
      })
  }

  /// Two subcardioids in the door mirrors, that look outwards.
  package static func doorMirrors(width: Double = 1.9) -> MicrophoneArray {
    MicrophoneArray(
      name: "door_mirrors",
      microphones: [("mirror_left", 1.0), ("mirror_right", -1.0)].map { name, side in
        Microphone(
          name: name, position: Vector3(0, side * width / 2, 0), axis: Vector3(0, side, 0),
          pattern: .subcardioid)
      })
  }

  /// One omnidirectional microphone above each of four seats.
  package static let cabin = MicrophoneArray(
    name: "cabin",
    microphones: [
      ("seat_front_left", 0.35, 0.37), ("seat_front_right", 0.35, -0.37), ("seat_back_left", -0.5, 0.37),
      ("seat_back_right", -0.5, -0.37),
    ].map { Microphone(name: $0, position: Vector3($1, $2, 0)) })

  /// All of them, with their usual measures.
  package static let catalog: [MicrophoneArray] = [
    .mono, .stereoAB(), .stereoORTF, .ambisonic, .tetrahedral, .circular(4), .circular(6, radius: 0.046),
    .circular(8, radius: 0.046), .linear(4), .binaural, .carRoof(), .doorMirrors(), .cabin,
  ]

  /// The unit vector of an azimuth (counter-clockwise from the front) and elevation (up) in degrees.
  package static func direction(azimuth: Double, elevation: Double) -> Vector3 {
    let (sa, ca) = DeterministicMath.sincos(azimuth * Double.pi / 180)
    let (se, ce) = DeterministicMath.sincos(elevation * Double.pi / 180)
    return Vector3(ca * ce, sa * ce, se)
  }

  /// Azimuth in [−180, 180) and elevation in degrees of a direction; (0, 0) for the zero vector.
  package static func angles(_ direction: Vector3) -> (azimuth: Double, elevation: Double) {
    let flat = (direction.x * direction.x + direction.y * direction.y).squareRoot()
    guard flat > 0 || direction.z != 0 else { return (0, 0) }
    let azimuth = DeterministicMath.atan2(direction.y, direction.x) * 180 / Double.pi
    return (
      azimuth >= 180 ? azimuth - 360 : azimuth, DeterministicMath.atan2(direction.z, flat) * 180 / Double.pi
    )
  }
}
