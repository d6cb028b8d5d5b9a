import Diagnostics
import RandomStreams
import SoundSynthesis
import WorldModel

/// All sounds of a soundscape with their times, which may hang on each other.
struct Emissions {
  struct Emission {
    var source: SoundSource
    var sound: EmittedSound
    /// World time after the last sample, seconds.
    var end: Double
  }

  /// In the order of the sources; silent ones are left out.
  private(set) var all: [Emission] = []

  /// Backgrounds without a duration last as long as the recording, or as all other sounds.
  ///
  /// - Parameters:
  ///   - duration: of the recording, seconds; `nil` where the sounds decide.
  ///   - start: world time of a sample of the recording: sounds begin on its samples, so times in samples add up.
  ///   - voices: whose children by id are the speakers of the dataset.
  ///   - stream: whose children by name are the chance of the sources.
  /// - Throws: `.badInput` for sounds that cannot be made, or a start that hangs on no earlier source.
  init(
    _ world: World, rate: Double, start: Double, duration: Double?, voices: RandomStream, stream: RandomStream
  ) throws {
    var times: [String: Range<Double>] = [:]
    let sources = world.soundscape?.sources ?? []
    for var source in sources.filter({ !$0.fills }) + sources.filter(\.fills) {
      if source.fills, case .kind(var order) = source.content {
        let end = times.values.map(\.upperBound).max() ?? start
        order.duration = min(max(duration ?? (end - start + MicrophoneSensor.tail), 0.1), SoundKind.longest)
        source.content = .kind(order)
      }
      let own = stream.child(source.name)
      var begin = 0.0
      if case .at(let time) = source.start { begin = time }
      var sound = try EmittedSound(
        source, begin: begin, in: world, rate: rate, voices: voices, stream: own)
      let length = Double(sound.samples.count) / rate
      switch source.start {
      case .at: break
      case .after(let name, let gap):
        let other = try Self.earlier(name, times, source)
        let most = 0.4 * min(other.upperBound - other.lowerBound, length)
        sound.start = other.upperBound + max(gap, -most)
      case .during(let name, let share):
        let other = try Self.earlier(name, times, source)
        sound.start = other.lowerBound + share * (other.upperBound - other.lowerBound)
      }
      sound.start = start + ((sound.start - start) * rate).rounded() / rate
      times[source.name] = sound.start..<sound.start + length
      guard !sound.samples.isEmpty else { continue }
      all.append(Emission(source: source, sound: sound, end: sound.start + length))
    }
  }

  private static func earlier(
    _ name: String, _ times: [String: Range<Double>], _ source: SoundSource
  ) throws(DioramaError) -> Range<Double> {
    guard let range = times[name] else {
      throw DioramaError(
        .badInput, "the sound \(source.name) follows \(name), which is no earlier sound",
        remedy: "Put the sound that is followed before it.")
    }
    return range
  }
}

extension SoundSource {
  /// Whether it lasts as long as everything else.
  fileprivate var fills: Bool {
    guard isBackground, case .kind(let order) = content else { return false }
    return order.duration == nil && order.contacts.isEmpty
  }
}
