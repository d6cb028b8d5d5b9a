import Acoustics
package import Annotations
import RandomStreams
import Signals
import VectorMath

/// A recording on its way through a chain.
package struct DegradedSound: Sendable {
  /// By microphone, of one length; full scale ±1, more is allowed on the way.
  package var channels: [[Float]]
  /// Hertz.
  package let rate: Int
  /// The samples between the first onset and the last offset of what is no background: where ratios are measured.
  package var active: Range<Int>
  /// How many times as fast as it was recorded it is played by now.
  package var factor = 1.0
  /// By channel, in one frame; none where they are not known.
  private let microphones: [Microphone]
  /// Metres a second, in the air of the recording.
  private let soundSpeed: Double
  /// What the present step loses, in samples.
  package var gaps: [Range<Int>] = []
  /// When the present step adds something short: its first sample.
  package var marks: [Int] = []

  /// - Parameters:
  ///   - array: that heard it.
  ///   - soundSpeed: metres a second, in the air that it stands in.
  package init(
    channels: [[Float]], rate: Int, active: Range<Int>, array: RecordedArray? = nil, soundSpeed: Double
  ) {
    self.soundSpeed = soundSpeed
    self.channels = channels
    self.rate = rate
    self.active = active
    let known = (array?.microphones ?? []).compactMap(Microphone.init)
    microphones = known.count == channels.count ? known : []
  }

  /// The channel that hears all directions alike, or the first.
  var reference: Int { microphones.firstIndex { $0.pattern == .omnidirectional } ?? 0 }

  /// Noise from all directions alike as each microphone hears it, 0 dB where it hears all of them; of unknown microphones
  /// each has its own.
  func diffuseNoise(_ count: Int, _ stream: RandomStream) -> [[Float]] {
    guard !microphones.isEmpty else {
      return channels.indices.map { ShapedNoise.samples(count, rate: Double(rate), stream.child($0)) }
    }
    return DiffuseField(microphones, rate: Double(rate), soundSpeed: soundSpeed).noise(count, stream)
  }

  package var count: Int { channels.first?.count ?? 0 }

  /// Changes every channel by itself.
  mutating func change(_ body: (_ microphone: Int, _ samples: inout [Float]) throws -> Void) rethrows {
    for m in channels.indices { try body(m, &channels[m]) }
  }

  /// The largest magnitude in any channel.
  var peak: Double { channels.map(Levels.peak).max() ?? 0 }

  /// Adds one noise a microphone, all by one gain, so that the ratio at the first microphone is `decibels`, and notes what it
  /// is; nothing where there is no sound to relate it to.
  mutating func add(
    _ noises: [[Float]], ratio decibels: Double, _ definition: SignalToNoise, _ chance: inout StepChance
  ) {
    guard let signal = channels.first, let first = noises.first else { return }
    func ratio(_ gain: Double) -> Double? {
      definition.decibels(
        signal: signal, noise: Levels.scaled(first, by: gain), active: active, rate: Double(rate))
    }
    var gain = 1.0
    // Loudness is gated, frames are held within bounds: not quite what gains are.
    for _ in 0..<12 {
      guard let now = ratio(gain), (now - decibels).magnitude > 0.005 else { break }
      gain *= Decibels.amplitude(now - decibels)
    }
    guard gain.isFinite, let measured = ratio(gain) else { return chance.note("noise_gain", 0) }
    change { m, samples in
      guard noises.indices.contains(m) else { return }
      for n in samples.indices { samples[n] += Float(Double(noises[m][n]) * gain) }
    }
    chance.note("noise_gain", gain)
    chance.note("measured_ratio", measured, "dB")
  }
}

extension Microphone {
  /// As a label has it; nil for what no label of ours says.
  fileprivate init?(_ recorded: RecordedArray.Microphone) {
    guard recorded.position.count == 3, recorded.axis.count == 3,
      let pattern = Pattern(rawValue: recorded.pattern)
    else { return nil }
    let (p, a) = (recorded.position, recorded.axis)
    self.init(
      name: recorded.name, position: Vector3(p[0], p[1], p[2]), axis: Vector3(a[0], a[1], a[2]),
      pattern: pattern)
  }
}
