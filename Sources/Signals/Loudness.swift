/// Programme loudness by ITU-R BS.1770-4 of signals whose full scale is ±1, in LUFS (= LKFS).
///
/// Signals in pascals are first divided by their `FullScale`.
package struct Loudness: Sendable {
  /// K-weighted power, weighted and summed over channels, of each block of 400 ms, a block every 100 ms.
  package let blockPowers: [Double]
  /// K-weighted power over the whole signal, whatever its length.
  private let wholePower: Double
  /// Samples of the signal over samples of a block.
  private let blocksLong: Double

  /// Measures channels of one length. `weights` by channel are 1 for left, right and centre, 1.41 for surrounds, 0 for the
  /// low-frequency channel; those that are missing count as 1.
  ///
  /// Arrays are no loudspeaker channels: measure one microphone, or W of an ambisonic signal.
  package init(_ channels: [[Float]], weights: [Double] = [], rate: Double) {
    let count = channels.map(\.count).min() ?? 0
    let block = max(1, Int((0.4 * rate).rounded()))
    let hop = 0.1 * rate
    var blocks = 0
    while Int((Double(blocks) * hop).rounded()) + block <= count { blocks += 1 }
    var powers = [Double](repeating: 0, count: blocks)
    var whole = 0.0
    for (c, channel) in channels.enumerated() {
      let weight = c < weights.count ? weights[c] : 1
      guard weight > 0 else { continue }
      var filter = KWeighting.filter(rate: rate)
      var weighted = channel.prefix(count).map { Double($0) }
      filter.process(&weighted)
      // Running sums would lose digits over an hour: each block is summed on its own.
      for b in powers.indices {
        let start = Int((Double(b) * hop).rounded())
        var sum = 0.0
        for n in start..<start + block { sum += weighted[n] * weighted[n] }
        powers[b] += weight * sum / Double(block)
      }
      var sum = 0.0
      for x in weighted { sum += x * x }
      whole += count > 0 ? weight * sum / Double(count) : 0
    }
    blockPowers = powers
    wholePower = whole
    blocksLong = Double(count) / Double(block)
  }

  /// Loudness of a weighted power.
  package static func loudness(_ power: Double) -> Double { -0.691 + Decibels.ofPower(power) }

  /// Integrated loudness with both gates (−70 LUFS absolute, −10 LU relative). Nil where nothing passes: silence, or less
  /// than 400 ms, for which BS.1770 says nothing.
  package var integrated: Double? {
    let absolute = Decibels.power(-70 + 0.691)
    let heard = blockPowers.filter { $0 > absolute }
    guard !heard.isEmpty else { return nil }
    let relative = heard.reduce(0, +) / Double(heard.count) / 10
    let loud = heard.filter { $0 > relative }
    guard !loud.isEmpty else { return nil }
    return Self.loudness(loud.reduce(0, +) / Double(loud.count))
  }

  /// The rule `lufs_padded` for short signals: as `integrated`, but a signal of less than 400 ms is measured as one block
  /// that silence fills up. Nil for silence.
  package var padded: Double? {
    if blocksLong >= 1 { return integrated }
    let power = wholePower * blocksLong
    return power > Decibels.power(-70 + 0.691) ? Self.loudness(power) : nil
  }

  /// Loudness of the loudest 400 ms; nil where there is no block or only silence.
  package var momentaryMaximum: Double? {
    guard let top = blockPowers.max(), top > 0 else { return nil }
    return Self.loudness(top)
  }
}
