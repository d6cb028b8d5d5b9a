import Acoustics
import Annotations
import Diagnostics
import RandomStreams
import Signals
import VectorMath
import WorldModel

/// A source as the microphones hear it.
struct HeardSource {
  var source: SoundSource
  var sound: EmittedSound
  var path: SmoothPath
  var channels: [[Float]]
  var measures: SoundEvent.RoomMeasures?
  var onsets: [Int]
  var offsets: [Int]
}

/// One array listening for some time: hearing, mixing, and what is to be said of it.
struct ListeningSession {
  let rate: Int
  /// World time of sample 0, seconds.
  let start: Double
  /// Samples.
  let count: Int
  let motion: ArrayMotion
  /// Whether the array stands still.
  let isStill: Bool
  let carrier: any SoundCarrier
  /// Metres a second.
  let soundSpeed: Double

  private var duration: Double { Double(count) / Double(rate) }

  /// - Returns: `nil` where nothing of it is heard.
  func hear(
    _ emission: Emissions.Emission, _ world: World, _ stream: RandomStream
  ) throws -> HeardSource? {
    let (source, sound) = (emission.source, emission.sound)
    let track = world.track(of: source)
    let path = try SmoothPath(source, track, from: sound.start, to: emission.end)
    let arrivals = motion.array.microphones.map { microphone in
      let ear = motion.path(of: microphone, from: start, to: start + duration)
      return [sound.start, emission.end].map {
        Arrival.arrival(of: $0, source: path, receiver: ear, soundSpeed: soundSpeed)
      }
    }
    func sample(_ time: Double) -> Int {
      Int(min(max(((time - start) * Double(rate)).rounded(), 0), Double(count)))
    }
    let (onsets, offsets) = (arrivals.map { sample($0[0]) }, arrivals.map { sample($0[1]) })
    guard zip(onsets, offsets).contains(where: { $0 < $1 }) else { return nil }
    let mouth = source.mouth
    let moving = MovingSound(samples: sound.samples, start: sound.start, path: path) { time in
      guard let mouth else { return .omnidirectional }
      let axis = track.map { $0.pose(at: time).rotation * mouth } ?? mouth
      return .mouth(axis: normalized(axis))
    }
    let heard = try carrier.heard(
      Hearing(
        sound: moving, owner: source.entity ?? 0, isStill: isStill && (track?.isStill ?? true), array: motion,
        from: start, count: count, stream: stream))
    return HeardSource(
      source: source, sound: sound, path: path, channels: heard.channels, measures: heard.measures,
      onsets: onsets, offsets: offsets)
  }

  // MARK: Mixing

  /// Brings the background to the ratio that is asked for.
  func balance(
    _ heard: inout [HeardSource], _ wanted: BackgroundLevel?
  ) throws -> RecordedBackground? {
    guard let wanted else { return nil }
    guard let definition = SignalToNoise(rawValue: wanted.definition) else {
      throw DioramaError(
        .badInput, "there is no ratio of signal to noise \(wanted.definition)",
        remedy: "Definitions are \(SignalToNoise.allCases.map(\.rawValue).joined(separator: ", ")).")
    }
    func sum(_ isBackground: Bool) -> [Float] {
      Mixture.sum(
        heard.filter { $0.source.isBackground == isBackground }.map { $0.channels[0] }, count: count)
    }
    let foreground = heard.filter { !$0.source.isBackground }
    guard let from = foreground.map({ $0.onsets[0] }).min(), let to = foreground.map({ $0.offsets[0] }).max(),
      let gain = definition.gain(
        toReach: wanted.decibels, signal: sum(false), noise: sum(true), active: from..<to, rate: Double(rate)),
      gain > 0, gain.isFinite
    else {
      throw DioramaError(
        .badInput,
        "a ratio of \(wanted.decibels) dB (\(wanted.definition)) to the background cannot be reached",
        remedy: "Let something sound before a background, or ask for a ratio nearer to 0 dB.")
    }
    for i in heard.indices where heard[i].source.isBackground {
      heard[i].channels = heard[i].channels.map { Levels.scaled($0, by: 1 / gain) }
    }
    return RecordedBackground(
      definition: wanted.definition, decibels: wanted.decibels, gain: 1 / gain)
  }

  /// All sources on their way into a file.
  func mix(_ heard: [HeardSource]) -> Mixture {
    Mixture(
      onGrid: heard.map { Mixture.Stem(name: $0.source.name, channels: $0.channels) },
      scale: 1 / FullScale.standard.peakPressure, width: motion.array.microphones.count, count: count)
  }

  /// All sources at the first microphone, in double precision: taking one away leaves the others.
  func total(_ all: [HeardSource]) -> [Double] {
    var total = [Double](repeating: 0, count: count)
    for one in all {
      let channel = one.channels[0]
      for n in total.indices { total[n] += Double(channel[n]) }
    }
    return total
  }

  // MARK: Labels

  /// - Parameter total: all sources together at the first microphone.
  func event(
    _ index: Int, _ one: HeardSource, total: [Double]
  ) -> SoundEvent {
    let active = one.onsets[0]..<max(one.onsets[0], one.offsets[0])
    let own = one.channels[0]
    var rest = [Float](repeating: 0, count: count)
    for n in active { rest[n] = Float(total[n] - Double(own[n])) }
    let level = active.isEmpty ? -Double.infinity : Levels.soundPressureLevel(own, in: active)
    return SoundEvent(
      id: index + 1, entity: one.source.entity.map { Int($0) }, source: one.source.name,
      kind: one.sound.name.kind,
      english: one.sound.name.english, chinese: one.sound.name.chinese, foreign: one.sound.name.foreign,
      parameters: one.sound.parameters, emissionStart: one.sound.start,
      emissionEnd: one.sound.start + Double(one.sound.samples.count) / Double(rate),
      onsets: one.onsets, offsets: one.offsets, level: level.isFinite ? level : nil,
      signalToNoise: SignalToNoise.rmsActive.decibels(
        signal: own, noise: rest, active: active, rate: Double(rate)),
      directions: directions(of: one), room: one.measures, speech: one.sound.speech,
      isBackground: one.source.isBackground, isAnomaly: one.source.isAnomaly)
  }

  /// On the grid of 0.1 s, as long as direct sound arrives at the array's origin.
  private func directions(
    of one: HeardSource
  ) -> [SoundEvent.Direction] {
    let speed = soundSpeed
    let end = one.sound.start + Double(one.sound.samples.count) / Double(rate)
    let first = Arrival.arrival(
      of: one.sound.start, source: one.path, receiver: motion.path, soundSpeed: speed)
    let last = Arrival.arrival(of: end, source: one.path, receiver: motion.path, soundSpeed: speed)
    let from = max(0, Int(((first - start) * 10).rounded(.up)))
    let to = min(Int((duration * 10).rounded(.down)), Int(((last - start) * 10).rounded(.down)))
    // What is shorter than the grid has one direction, that of its beginning.
    let times = from <= to ? (from...to).map { start + Double($0) / 10 } : [max(first, start)]
    return times.map { time in
      let emission = Arrival.emission(
        at: time, source: one.path, receiver: motion.path, soundSpeed: speed)
      let (place, velocity) = one.path.state(at: emission)
      let (ear, earVelocity) = motion.path.state(at: time)
      let offset = place - ear
      let distance = length(offset)
      let towards = distance > 1e-9 ? offset / distance : Vector3(1, 0, 0)
      let angles = MicrophoneArray.angles(motion.rotation(time).conjugate * towards)
      return SoundEvent.Direction(
        time: time, azimuth: angles.azimuth, elevation: angles.elevation, distance: distance,
        radialVelocity: dot(velocity - earVelocity, towards), position: place.list)
    }
  }

  func geometry(
    of array: MicrophoneArray, _ mounted: Rig.MountedArray, in world: World
  ) -> RecordedArray {
    let steps = isStill ? 0 : Int((duration * 10).rounded(.up))
    return RecordedArray(
      name: array.name, convention: array.convention,
      microphones: array.microphones.map {
        RecordedArray.Microphone(
          name: $0.name, position: $0.position.list, axis: $0.axis.list, pattern: $0.pattern.rawValue)
      },
      poses: (0...steps).map { k in
        let time = start + min(Double(k) / 10, duration)
        let pose = world.rig.track.pose(at: time) * mounted.rigFromArray.inObject
        let q = pose.rotation
        return RecordedArray.Pose(
          time: time, translation: pose.translation.list, rotation: [q.w, q.x, q.y, q.z])
      })
  }
}

extension RigidTransform {
  /// In the frame of the carrier's track, which is its own.
  var inObject: RigidTransform<ObjectSpace, ArraySpace> {
    RigidTransform<ObjectSpace, ArraySpace>(rotation: rotation, translation: translation)
  }
}

extension SmoothPath {
  /// Where a source is while it sounds, and half a second around.
  init(_ source: SoundSource, _ track: Track?, from start: Double, to end: Double) throws(DioramaError) {
    guard let track else {
      self.init(still: source.place)
      return
    }
    guard !track.isStill else {
      self.init(still: track.pose(at: start) * source.place)
      return
    }
    let times = MicrophoneSensor.times(from: start, to: end)
    try self.init(times: times, places: times.map { track.pose(at: $0) * source.place })
  }
}

extension ArrayMotion {
  /// Where one of the microphones is.
  func path(of microphone: Microphone, from start: Double, to end: Double) -> SmoothPath {
    let times = MicrophoneSensor.times(from: start, to: end)
    let places = times.map { path.place(at: $0) + rotation($0) * microphone.position }
    return (try? SmoothPath(times: times, places: places)) ?? path
  }
}
