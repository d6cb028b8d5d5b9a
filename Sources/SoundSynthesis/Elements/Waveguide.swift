import VectorMath

/// A pipe: sound goes along it, is reflected and filtered at its ends, and partly leaves.
struct Waveguide: Sendable {
  /// Metres that sound runs before it comes back to where it was.
  var roundTrip: Double
  /// Factor of a reflected wave; negative at open ends.
  var reflection: Double
  /// Hz above which reflections fade.
  var loss: Double
  /// m/s; about 343 in air, 500 in hot exhaust gas.
  var speed: Double = 343

  /// What leaves the pipe when `input` enters it.
  func response(to input: consuming Waveform) -> Waveform {
    var out = input
    let delay = max(2, roundTrip / speed * Waveform.rate)
    let whole = Int(delay)
    let fraction = delay - Double(whole)
    let a = 1 - DeterministicMath.exp(-2 * Double.pi * min(loss, 20_000) / Waveform.rate)
    var line = [Double](repeating: 0, count: whole + 2)
    var place = 0
    var low = 0.0
    let size = line.count
    out.samples.withUnsafeMutableBufferPointer { samples in
      line.withUnsafeMutableBufferPointer { line in
        for i in samples.indices {
          // The line is two longer than the delay, so these are 2 and 1 places on.
          let near = line[place + 2 < size ? place + 2 : place + 2 - size]
          let far = line[place + 1 < size ? place + 1 : place + 1 - size]
          let late = near + fraction * (far - near)
          low += a * (late - low)
          let y = samples[i] + reflection * low
          line[place] = y
          place = place + 1 == size ? 0 : place + 1
          samples[i] = y
        }
      }
    }
    return out
  }
}
