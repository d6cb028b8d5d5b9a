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
  func response(to input: consuming Waveform) -> Waveform { input.through(Line(self)) }

  /// The pipe with what is in it.
  struct Line: SampleFilter {
    private var line: [Double]
    private var place = 0
    private var low = 0.0
    private let fraction: Double
    private let a: Double
    private let reflection: Double

    init(_ pipe: Waveguide) {
      let delay = max(2, pipe.roundTrip / pipe.speed * Waveform.rate)
      let whole = Int(delay)
      fraction = delay - Double(whole)
      a = 1 - DeterministicMath.exp(-2 * Double.pi * min(pipe.loss, 20_000) / Waveform.rate)
      reflection = pipe.reflection
      line = [Double](repeating: 0, count: whole + 2)
    }

    @inline(__always)
    mutating func step(_ x: Double) -> Double {
      let size = line.count
      // The line is two longer than the delay, so these are 2 and 1 places on.
      let near = line[place + 2 < size ? place + 2 : place + 2 - size]
      let far = line[place + 1 < size ? place + 1 : place + 1 - size]
      let late = near + fraction * (far - near)
      low += a * (late - low)
      let y = x + reflection * low
      line[place] = y
      place = place + 1 == size ? 0 : place + 1
      return y
    }
  }
}
