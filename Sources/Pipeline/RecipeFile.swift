package import LocatedYAML
package import RandomStreams
package import WorldModel

/// A recipe as written: what every generator shares, around the generator's own `world`.
package struct RecipeFile<World: WorldDescription>: YAMLDecodable {
  package static var summary: String { "A recipe: which world to build, what to record of it, and how much." }

  package var name: String
  package var seed: Int
  package var count: Int
  package var sequence: SequencePlan
  package var cameras: [CameraPlan]
  package var sound: Bool
  package var microphones: [MicrophonePlan]
  package var recording: RecordingPlan
  package var labels: [String]
  package var birdsEye: BirdsEyePlan
  package var language: LanguagePlan
  package var light: LightPlan
  package var world: World

  package init(from fields: FieldReader) {
    name = fields.read("name", .name, default: "dataset", "The dataset's name.")
    _ = fields.optional("about", .text, "A sentence for people.")
    _ = fields.read("generator", .text(among: [World.kind]), default: World.kind, "The kind of world.")
    seed = fields.read("seed", .integer(in: 0...(1 << 53)), default: 1, "Equal seeds give equal bytes.")
    count = fields.read("count", .integer(in: 0...10_000_000), default: 24, "How many samples.")
    sequence = fields.nested("sequence", SequencePlan.self)
    cameras = fields.read(
      "cameras", .list(of: .record(CameraPlan.self), count: 0...64), defaultYAML: "[{name: front}]",
      "The cameras on the carrier; none where one only listens.")
    let arrays = fields.optional(
      "microphones", .list(of: .record(MicrophonePlan.self), count: 1...16),
      "Arrays of microphones on the carrier; where there are some, sound is on.")
    sound = fields.read(
      "sound", .boolean, default: arrays != nil,
      "Whether the world is heard: by the microphones, or else by an ambisonic one where the carrier is.")
    microphones = sound ? arrays ?? [.standard] : []
    recording = fields.nested("recording", RecordingPlan.self)
    fields.check(
      !cameras.isEmpty || sound, "cameras", "nobody looks and nobody listens",
      remedy: "Name a camera, or say sound: on.")
    labels = fields.read(
      "labels", .list(of: .text(among: ["all"] + LabelSelection.names)), default: ["all"],
      "Which labels to make; `all` for every one but caption, referring and questions, which are asked for by name."
    )
    birdsEye = fields.nested("bev", BirdsEyePlan.self)
    language = fields.read(
      "language", LanguagePlan.form, defaultYAML: "{}",
      "What is said, of views and in worlds: a mapping, or just en or zh.")
    light = fields.nested("light", LightPlan.self)
    world = fields.nested("world", World.self)
  }
}

/// Samples of one world in time order.
package struct SequencePlan: YAMLDecodable, Sendable {
  package static let summary = "How many samples one world gives, and how far apart in time they are."
  package var frames: Int
  package var rate: Double
  package var points: Int
  package var views: Int
  package var imu: ImuPlan

  package init(from fields: FieldReader) {
    frames = fields.read("frames", .integer(in: 1...100_000), default: 1, "Samples in a row of one world.")
    rate = fields.read(
      "rate", .number(in: 0.01...1000, unit: "Hz"), default: 10, "Samples per second of world time.")
    points = fields.read(
      "points", .integer(in: 0...100_000), default: 256,
      "Rays that choose the surface points of point_tracks: through the images of all cameras in the first, middle and last frame."
    )
    views = fields.read(
      "views", .integer(in: 1...10_000), default: 1,
      "Sequences in a row that show one world, each from another place; for worlds that know good places (home)."
    )
    imu = fields.nested("imu", ImuPlan.self)
  }
}

/// A camera and where it sits on its carrier (x forward, y left, z up).
package struct CameraPlan: YAMLDecodable, Sendable {
  package static let summary = "A camera on the carrier."
  package var name: String
  package var projection: Projection
  package var width: Int
  package var height: Int
  package var fieldOfView: Distribution
  package var position: [Distribution]
  package var yaw: Distribution
  package var pitch: Distribution
  package var roll: Distribution
  package var near: Double
  package var stereo: Double?
  package var distortion: DistortionPlan
  /// Metres across the picture of a lens of parallel rays.
  package var span: Distribution
  package var attachment: Rig.Attachment

  /// The name of the right-hand camera of a stereo pair.
  var partner: String? { stereo.map { _ in name + "_right" } }

  package init(from fields: FieldReader) {
    name = fields.read("name", .name, default: "camera", "The sensor's name, unique in the rig.")
    let lens = fields.optional(
      "projection", .text(among: Projection.allCases.map(\.rawValue)),
      "The lens: pinhole where left out, equirectangular (the whole sphere, twice as wide as high), fisheye (equidistant), brown_conrady (a pinhole with distortion) or orthographic (parallel rays: a map to scale from above)."
    )
    projection = lens.flatMap { Projection(rawValue: $0) } ?? .pinhole
    width = fields.read("width", .integer(in: 1...8192, unit: "pixels"), default: 1280, "Image width.")
    height = fields.read("height", .integer(in: 1...8192, unit: "pixels"), default: 720, "Image height.")
    fieldOfView = fields.read(
      "fov", .distribution(in: 1...360, unit: "°"), default: 70,
      "Horizontal field of view: up to 170 for a pinhole, 360 for a fisheye; an equirectangular image shows everything. Of brown_conrady it is that without distortion."
    )
    position = fields.read(
      "at", .list(of: .distribution(in: -1000...1000, unit: "m"), count: 3...3), default: [0, 0, 0],
      "Place on the carrier: forward, left, up.")
    yaw = fields.read("yaw", .distribution(in: -360...360, unit: "°"), default: 0, "Turn to the left.")
    pitch = fields.read("pitch", .distribution(in: -90...90, unit: "°"), default: 0, "Turn upwards.")
    roll = fields.read(
      "roll", .distribution(in: -360...360, unit: "°"), default: 0, "Turn about the view axis.")
    near = fields.read(
      "near", .number(in: 0.001...100, unit: "m"), default: 0.05, "What is nearer is not seen.")
    stereo = fields.optional(
      "stereo", .number(in: 0.001...10, unit: "m"), "Baseline of a second camera to the right, for disparity."
    )
    distortion = fields.nested("distortion", DistortionPlan.self)
    span = fields.read(
      "span", .distribution(in: 0.1...2000, unit: "m"), default: 60,
      "Metres across the picture of an orthographic camera; pitch: -90 looks straight down, the carrier's front upwards. It sees 2048 m far."
    )
    let follows = fields.optional(
      "attach", .text(among: Rig.Attachment.allCases.map(\.rawValue)),
      "What an orthographic camera follows: carrier, level (the carrier's place and heading without pitch and roll) or world (stays where level has it at the sequence's start)."
    )
    attachment = follows.flatMap { Rig.Attachment(rawValue: $0) } ?? .carrier
    if projection.isPerspective { fieldOfView = Self.cut(fieldOfView) }
    checkLens(fields)
  }

  /// Angles of a pinhole: tails that are open up to the full turn end where a plane can still show what is seen.
  private static func cut(_ angle: Distribution) -> Distribution {
    switch angle {
    case .normal(let mean, let sd, let min, .some(360)):
      .normal(mean: mean, sd: sd, min: min, max: 170)
    case .logNormal(let median, let sigma, let min, .some(360)):
      .logNormal(median: median, sigma: sigma, min: min, max: 170)
    default: angle
    }
  }

  /// What lens, size and field of view ask of each other.
  private func checkLens(_ fields: FieldReader) {
    let widest = fieldOfView.bounds.upperBound
    switch projection {
    case .pinhole, .brownConrady:
      fields.check(
        widest <= 170, "fov", "a pinhole sees at most 170°, found \(widest)",
        remedy: "Say projection: fisheye, or projection: equirectangular for all around.")
    case .orthographic: break
    case .equirectangular:
      fields.check(
        width == 2 * height, "width",
        "an equirectangular image is twice as wide as high, found \(width) × \(height)",
        remedy: "Say width: \(2 * height), or height: \(max(1, width / 2)).")
    case .fisheye:
      let corner = widest / Double(width) * Double(width * width + height * height).squareRoot()
      fields.check(
        corner < 360, "fov",
        "no ray ends in the corners of a fisheye image of \(width) × \(height) pixels that spans \(widest)°",
        remedy: "Take less than \(Int(widest * 360 / corner))°.")
    }
    fields.check(
      projection == .brownConrady || distortion.isNone, "distortion",
      "distortion belongs to projection: brown_conrady, found projection: \(projection.rawValue)",
      remedy: "Say projection: brown_conrady, or remove distortion.")
    if projection == .brownConrady, widest <= 170 {
      let fault = distortion.extremes.lazy.compactMap {
        fold(of: camera(fieldOfView: widest * .pi / 180, $0))
      }.first
      fields.check(fault == nil, "distortion", fault ?? "", remedy: Self.foldRemedy)
    }
    fields.check(
      projection == .orthographic || attachment == .carrier, "attach",
      "only orthographic cameras leave the carrier, found projection: \(projection.rawValue)",
      remedy: "Say projection: orthographic, or remove attach.")
    fields.check(
      projection == .pinhole || stereo == nil, "stereo",
      "rectified stereo pairs need a pinhole, found projection: \(projection.rawValue)",
      remedy: "Remove stereo, or list two cameras.")
  }
}
