package import Diagnostics

/// Sound as files hold it: channels of one length, full scale ±1.
package struct AudioClip: Sendable, Hashable {
  package let channels: [[Float]]
  /// Samples a second, a whole number of hertz.
  package let rate: Int

  /// Refuses channels of different lengths, none or more than 64 of them, and rates outside of 1 … 768 000 Hz.
  package init(channels: [[Float]], rate: Int) throws(DioramaError) {
    guard let first = channels.first, channels.count <= AudioClip.mostChannels else {
      throw DioramaError(
        .badInput, "a sound has \(channels.count) channels: 1 to \(AudioClip.mostChannels) can be written")
    }
    guard channels.allSatisfy({ $0.count == first.count }) else {
      throw DioramaError(
        .badInput, "the channels of a sound have different lengths: \(channels.map(\.count))")
    }
    guard AudioClip.rates.contains(rate) else {
      throw DioramaError(.badInput, "a sampling rate of \(rate) Hz: 1 to 768000 can be written")
    }
    self.channels = channels
    self.rate = rate
  }

  /// Samples of a channel.
  package var count: Int { channels.first?.count ?? 0 }

  static let mostChannels = 64
  static let rates = 1...768_000
}
