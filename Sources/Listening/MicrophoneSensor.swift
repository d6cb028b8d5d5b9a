import Acoustics
import Annotations
import Diagnostics
package import RandomStreams
import Signals
import VectorMath
package import WorldModel

/// Records what arrays of microphones hear of a world: pure, so the same world and stream give the same samples.
package struct MicrophoneSensor: Sendable {
  /// Hertz.
  package var rate: Int
  /// World time of sample 0, seconds.
  package var start: Double
  /// Seconds; `nil` = until all that sounds has arrived, and `tail` more.
  package var duration: Double?
  /// Whether the part of each source is kept.
  package var keepsStems: Bool
  package var propagation: Propagation
  /// Variance of the index of refraction of air outdoors (`Turbulence`); 0 = still air.
  package var turbulence: Double

  package init(
    rate: Int, start: Double = 0, duration: Double?, keepsStems: Bool = false,
    propagation: Propagation = .geometry, turbulence: Double = 0
  ) {
    self.rate = rate
    self.start = start
    self.duration = duration
    self.keepsStems = keepsStems
    self.propagation = propagation
    self.turbulence = turbulence
  }

  /// Seconds of what fades away after the last sound, where the sounds decide how long a recording is.
  package static let tail = 0.5

  /// The recordings of arrays, which hear the same sounds, made once.
  ///
  /// - Parameters:
  ///   - voices: the stream whose children are the dataset's speakers.
  ///   - stream: of this sequence alone.
  /// - Throws: `.badInput` where the world asks for sounds that cannot be made or places that cannot be heard.
  package func record(
    _ world: World, by arrays: [Rig.MountedArray], voices: RandomStream, stream: RandomStream
  ) throws -> [Sample.Recording] {
    let soundscape = world.soundscape ?? Soundscape(.outdoors(ground: "asphalt", height: 0))
    let emissions = try Emissions(
      world, rate: Double(rate), start: start, duration: duration, voices: voices,
      stream: stream.child("sound"))
    let longest = duration ?? max(0, (emissions.all.map(\.end).max() ?? start) - start) + Self.tail
    let space = try HeardSpace(
      world, soundscape, rate: Double(rate), propagation: propagation, turbulence: turbulence,
      start: start, duration: longest)
    return try arrays.map { try record(emissions, soundscape.background, space, world, $0, stream) }
  }

  private func record(
    _ emissions: Emissions, _ wanted: BackgroundLevel?, _ space: HeardSpace, _ world: World,
    _ mounted: Rig.MountedArray, _ stream: RandomStream
  ) throws -> Sample.Recording {
    guard let array = MicrophoneArray.catalog.first(where: { $0.name == mounted.array }) else {
      throw DioramaError(
        .badInput, "there is no array of microphones \(mounted.array)",
        remedy: "Arrays are \(MicrophoneArray.catalog.map(\.name).joined(separator: ", ")).")
    }
    let length = duration ?? Self.length(of: emissions, from: start, world, mounted, space)
    let count = max(1, Int((length * Double(rate)).rounded()))
    let motion = try motion(of: mounted, array, in: world, length)
      .ready(from: start, count: count, rate: Double(rate))
    let isStill = world.rig.track.isStill
    let session = ListeningSession(
      rate: rate, start: start, count: count, motion: motion,
      isStill: isStill,
      carrier: try space.carrier(
        to: motion, isStill: isStill, from: start, duration: length, stream: stream.child("room")),
      soundSpeed: space.air.soundSpeed)
    var heard: [HeardSource] = []
    for emission in emissions.all {
      if let one = try session.hear(emission, world, stream.child("room").child(emission.source.name)) {
        heard.append(one)
      }
    }
    let background = try session.balance(&heard, wanted)
    let mixture = session.mix(heard)
    let total = session.total(heard)
    var label = RecordingLabel(
      rate: rate, count: session.count, start: start,
      pascals: FullScale.standard.peakPressure / mixture.gain, gain: mixture.gain,
      microphones: session.geometry(of: array, mounted, in: world), space: space.label,
      events: heard.enumerated().map { session.event($0, $1, total: total) },
      loudness: Loudness([mixture.channels[0]], rate: Double(rate)).integrated,
      truePeak: mixture.channels.contains { Levels.peak($0) > 0 }
        ? mixture.channels.map(TruePeak.decibels).max() : nil,
      background: background)
    if array.isInCar, label.space.kind == "outdoors" { label.space.enclosure = "car" }
    label.captions = SoundscapeCaption.all(of: label)
    var labels = LabelSet()
    labels.set(label)
    return Sample.Recording(
      sensor: mounted.name, rate: rate, channels: mixture.channels,
      stems: keepsStems
        ? mixture.stems.enumerated().map { Sample.Stem(event: $0 + 1, channels: $1.channels) } : [],
      labels: labels)
  }

  /// Until the last sound has passed the array's first place, and the tail is over.
  private static func length(
    of emissions: Emissions, from start: Double, _ world: World, _ mounted: Rig.MountedArray,
    _ space: HeardSpace
  ) -> Double {
    let ear = world.rig.track.pose(at: start) * mounted.rigFromArray.translation
    let ends = emissions.all.filter { !$0.source.isBackground }.map { emission in
      let track = world.track(of: emission.source)
      let place = track.map { $0.pose(at: emission.end) * emission.source.place } ?? emission.source.place
      return emission.end + VectorMath.length(place - ear) / space.air.soundSpeed
    }
    return max(0, (ends.max() ?? start) - start) + tail
  }

  private func motion(
    of mounted: Rig.MountedArray, _ array: MicrophoneArray, in world: World, _ length: Double
  ) throws -> ArrayMotion {
    let rig = world.rig.track
    let rigFromArray = mounted.rigFromArray.inObject
    guard !rig.isStill else {
      let pose = rig.pose(at: start) * rigFromArray
      let rotation = pose.rotation
      return ArrayMotion(array, path: SmoothPath(still: pose.translation)) { _ in rotation }
    }
    let times = Self.times(from: start, to: start + length)
    let path = try SmoothPath(
      times: times, places: times.map { (rig.pose(at: $0) * rigFromArray).translation })
    return ArrayMotion(array, path: path) { (rig.pose(at: $0) * rigFromArray).rotation }
  }

  /// Every 50 ms over a time and some more on both sides.
  static func times(from start: Double, to end: Double) -> [Double] {
    let count = Int(((end - start + 1) / 0.05).rounded(.up))
    return (0...max(1, count)).map { start - 0.5 + Double($0) * 0.05 }
  }
}
