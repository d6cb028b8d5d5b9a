package import Diagnostics
import Signals
import VectorMath

/// The sound of one moving source at moving microphones, with the Doppler effect that comes from delays that change.
///
/// Each path colours the source (`PathColour`) and is then read at times of emission (`PathReading`).
package struct MovingSound: Sendable {
  /// Pascals at 1 m on the axis.
  package var samples: [Float]
  /// Seconds at which its first sample is emitted.
  package var start: Double
  package var path: SmoothPath
  /// How it speaks to its directions, by time in seconds.
  package var directivity: @Sendable (Double) -> SourceDirectivity

  package init(
    samples: [Float], start: Double = 0, path: SmoothPath,
    directivity: @escaping @Sendable (Double) -> SourceDirectivity = { _ in .omnidirectional }
  ) {
    self.samples = samples
    self.start = start
    self.path = path
    self.directivity = directivity
  }

  /// What each microphone hears from `from` seconds on, `count` samples at `rate`.
  ///
  /// Throws where a delay would change by more than half a sample a sample (a source at half the speed of sound).
  package func heard(
    by receiver: ArrayMotion, along paths: [SoundPath] = [.direct], air: Air = Air(), airAbsorbs: Bool = true,
    from: Double = 0, count: Int, rate: Double
  ) throws(DioramaError) -> [[Float]] {
    guard count > 0, !samples.isEmpty, rate > 0 else {
      return receiver.array.microphones.map { _ in [Float](repeating: 0, count: max(count, 0)) }
    }
    let knots = receiver.knots(from: from, count: count, rate: rate)
    let groups = knots.groups
    var out = HeardChannels(channels: knots.microphones.count, count: count, step: knots.step)
    let colour = PathColour(rate: rate)
    let blocks = colour.blocks(samples)
    var coloured = ColouredSound(blocks, colour, stretch: knots.step)
    let loss = airAbsorbs ? air.energyLoss : BandValues()
    for path in paths {
      let source = path.seeming ?? self.path
      // Colour follows the array's origin: microphones are near one another.
      colour.filter(blocks, into: &coloured) { seconds in
        let emission = start + seconds
        let image = path.image(of: source.place(at: emission))
        let arrival = Arrival.arrival(
          of: emission, source: source, receiver: receiver.path, path: path, soundSpeed: air.soundSpeed)
        let offset = receiver.path.place(at: arrival) - image
        let distance = length(offset)
        let left =
          path.gains(over: offset, at: emission) * (loss * (-0.5 * distance)).mapped(DeterministicMath.exp)
        guard path.seeming == nil else { return left }
        // Back through the mirrors.
        let towards = path.linear.transpose * normalized(offset)
        return left * directivity(emission).gains(towards: towards)
      }
      let reading = PathReading(path: path, source: source, knots: knots, air: air, start: start)
      for group in groups { try reading.add(coloured, group, to: &out) }
    }
    return out.channels
  }
}
