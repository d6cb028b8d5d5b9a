/// Sounds that play together, and their sum: what a recording and its stems are.
///
/// The sum is that of the stems as they are, added in order in single precision, so who adds them again gets the same bits.
/// Where it would be too loud for a file, one gain brings down everything alike, which no ratio between stems notices.
package struct Mixture: Sendable {
  /// One source as all microphones hear it.
  package struct Stem: Sendable, Hashable {
    package var name: String
    /// By microphone, full scale ±1.
    package var channels: [[Float]]

    package init(name: String, channels: [[Float]]) {
      self.name = name
      self.channels = channels
    }
  }

  /// With the gain applied; channels of one length.
  package let stems: [Stem]
  /// The sum, by microphone.
  package let channels: [[Float]]
  /// What every stem was multiplied by, 0 … 1: 1 where nothing was too loud.
  package let gain: Double

  /// Mixes stems of the same number of microphones; shorter ones end in silence. `limit` is the highest true peak of the sum
  /// in dBTP.
  package init(_ stems: [Stem], limit: Double = -1) {
    let count = stems.flatMap { $0.channels.map(\.count) }.max() ?? 0
    let width = stems.map(\.channels.count).max() ?? 0
    let whole = stems.map { stem in
      Stem(
        name: stem.name,
        channels: (0..<width).map { c in
          let samples = c < stem.channels.count ? stem.channels[c] : []
          return samples + [Float](repeating: 0, count: count - samples.count)
        })
    }
    let sum = Mixture.sum(whole, width: width, count: count)
    let gain = TruePeak.guardGain(sum, limit: limit)
    self.gain = gain
    guard gain < 1 else {
      (self.stems, channels) = (whole, sum)
      return
    }
    let scaled = whole.map { stem in
      Stem(name: stem.name, channels: stem.channels.map { Levels.scaled($0, by: gain) })
    }
    (self.stems, channels) = (scaled, Mixture.sum(scaled, width: width, count: count))
  }

  /// Stems of one length and width times `scale`, on the grid of 24 bits, and their sum, which then lies on it too: so who adds
  /// up the files of stems gets that of the sum, bit by bit. `gain` comes on top of `scale`.
  package init(onGrid stems: [Stem], scale: Double, width: Int, count: Int, limit: Double = -1) {
    let loud = Mixture.sum(stems, width: width, count: count).map { Levels.scaled($0, by: scale) }
    let gain = TruePeak.guardGain(loud, limit: limit)
    self.gain = gain
    let gridded = stems.map { stem in
      Stem(name: stem.name, channels: stem.channels.map { Mixture.onGrid($0, by: scale * gain) })
    }
    (self.stems, channels) = (gridded, Mixture.sum(gridded, width: width, count: count))
  }

  /// `samples` × `gain`, to the nearest multiple of 2⁻²³.
  private static func onGrid(_ samples: [Float], by gain: Double) -> [Float] {
    let (up, down) = (gain * 8_388_608, Float(1.0 / 8_388_608))
    return [Float](unsafeUninitializedCapacity: samples.count) { out, initialized in
      samples.withUnsafeBufferPointer { samples in
        for n in samples.indices { out[n] = Float(Double(samples[n]) * up).rounded(.toNearestOrEven) * down }
      }
      initialized = samples.count
    }
  }

  private static func sum(_ stems: [Stem], width: Int, count: Int) -> [[Float]] {
    (0..<width).map { c in Mixture.sum(stems.map { $0.channels[c] }, count: count) }
  }

  /// The sum of signals, added in their order; shorter ones end in silence.
  package static func sum(_ signals: [[Float]], count: Int) -> [Float] {
    var sum = [Float](repeating: 0, count: count)
    for signal in signals {
      let length = min(count, signal.count)
      sum.withUnsafeMutableBufferPointer { sum in
        signal.withUnsafeBufferPointer { signal in
          for n in 0..<length { sum[n] += signal[n] }
        }
      }
    }
    return sum
  }
}
