import Acoustics
import Annotations
package import Degradation
package import Listening
package import LocatedYAML
package import RandomStreams
import VectorMath
import WorldModel

/// Microphones on the carrier (x forward, y left, z up).
package struct MicrophonePlan: YAMLDecodable, Sendable {
  package static let summary = "An array of microphones on the carrier."
  package var name: String
  package var array: String
  package var position: [Distribution]
  package var yaw: Distribution
  package var pitch: Distribution

  /// What hears where nothing else is said: all directions, at the height of a head.
  static let standard = MicrophonePlan(
    name: "microphones", array: "ambisonic", position: [0, 0, 1.5], yaw: 0, pitch: 0)

  private init(
    name: String, array: String, position: [Distribution], yaw: Distribution, pitch: Distribution
  ) {
    self.name = name
    self.array = array
    self.position = position
    self.yaw = yaw
    self.pitch = pitch
  }

  package init(from fields: FieldReader) {
    name = fields.read("name", .name, default: "microphones", "The sensor's name, unique in the rig.")
    array = fields.read(
      "array", .text(among: Self.arrays), default: "ambisonic",
      "What it is made of; `diorama list microphones` tells the geometry of each.")
    position = fields.read(
      "at", .list(of: .distribution(in: -100...100, unit: "m"), count: 3...3), default: [0, 0, 1.5],
      "Place on the carrier: forward, left, up.")
    yaw = fields.read("yaw", .distribution(in: -360...360, unit: "°"), default: 0, "Turn to the left.")
    pitch = fields.read("pitch", .distribution(in: -90...90, unit: "°"), default: 0, "Turn upwards.")
  }

  static let arrays = MicrophoneArray.catalog.map(\.name)

  func mounted(_ draws: inout Draws) -> Rig.MountedArray {
    let path = "microphones/\(name)"
    func degrees(_ d: Distribution, _ name: String) -> Double {
      draws.draw(d, "\(path)/\(name)") * .pi / 180
    }
    let up = Quaternion(axis: Vector3(0, 1, 0), angle: -degrees(pitch, "pitch"))
    let left = Quaternion(axis: Vector3(0, 0, 1), angle: degrees(yaw, "yaw"))
    let place = Vector3(
      draws.draw(position[0], "\(path)/at/0"), draws.draw(position[1], "\(path)/at/1"),
      draws.draw(position[2], "\(path)/at/2"))
    return Rig.MountedArray(
      name: name, array: array, rigFromArray: RigidTransform(rotation: left * up, translation: place))
  }
}

/// How long and how finely microphones record.
package struct RecordingPlan: YAMLDecodable, Sendable {
  package static let summary = "What microphones record of each sequence, from its first frame on."
  package var rate: Int
  package var duration: Double?
  package var keepsStems: Bool
  package var propagation: Propagation
  package var turbulence: Double
  package var degradation: DegradationChain

  package init(from fields: FieldReader) {
    rate = fields.read(
      "rate", .integer(in: 8000...96_000, unit: "Hz"), default: 48_000, "Samples a second.")
    duration = fields.optional(
      "duration", .number(in: 0.1...180, unit: "s"),
      "Length; without it that of the sequence, and where that is a single frame as long as the sounds last.")
    keepsStems = fields.read(
      "stems", .boolean, default: false, "Whether each source's part is kept too; they sum to the recording.")
    propagation = fields.read(
      "propagation", .choice(), default: .geometry,
      "How sound gets to the microphones: geometry = by what stands in the world (rays in furnished rooms, other rooms by their doors and through walls, façades and corners of streets), plain = by the room's box and its reverberation time, or by the ground alone."
    )
    turbulence = fields.read(
      "turbulence", .number(in: 0...1e-4), default: 0,
      "Variance of the index of refraction of air outdoors, by whose eddies sound wanders: 0 = still air, 1e-7 under clouds in little wind, 1e-5 on a windy sunny day."
    )
    degradation = DegradationChain(
      joining: fields.read(
        "degrade", DegradationChain.form, defaultYAML: "[]",
        "What is done to a copy of each recording, step by step; it is kept beside the clean one, as <name>-degraded."
      ))
  }
}
