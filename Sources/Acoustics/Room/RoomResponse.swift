import Signals

/// What microphones in a room hear of one impulse at a source: pressure in pascals a metre of a source that makes
/// 1/(4π) Pa at 1 m, one response a microphone.
///
/// The convention of images is 1/(4πd). Multiply by 4π to convolve samples that are pascals at 1 m (`convolved` does).
/// Time 0 is the emission, so the direct sound stands at distance/c.
package struct RoomResponse: Sendable {
  package let rate: Double
  /// By microphone.
  package let channels: [[Float]]
  /// Seconds from emission to arrival by microphone.
  package let delays: [Double]
  /// Images that were added.
  package let images: Int
  /// Seconds at which the diffuse tail began to take over; nil without one.
  package let mixingTime: Double?

  /// The sound of a source as the microphones hear it: `samples` are pascals at 1 m in the open.
  package func convolved(_ samples: [Float]) -> [[Float]] {
    let convolution = PartitionedConvolution.suited(to: channels.first?.count ?? 0)
    let source = convolution.source(samples)
    return channels.map {
      convolution.convolve(source, convolution.kernel(Levels.scaled($0, by: RoomResponse.perMetre)))
    }
  }

  /// 4π: from images' convention to pascals at 1 m.
  package static let perMetre = 12.566370614359172
}
