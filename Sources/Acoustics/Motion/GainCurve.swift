/// Pressure gains by octave band over time, straight lines between equidistant times, constant beyond the ends.
package struct GainCurve: Sendable {
  /// Seconds of the first value, and from one to the next.
  package let start: Double
  package let step: Double
  package private(set) var values: [BandValues]

  package init(start: Double, step: Double, values: [BandValues]) {
    self.start = start
    self.step = max(step, 1e-6)
    self.values = values
  }

  /// At a time in seconds; ones where there are no values.
  package subscript(time: Double) -> BandValues {
    guard let last = values.last else { return BandValues(repeating: 1) }
    let place = (time - start) / step
    guard place > 0 else { return values[0] }
    guard place < Double(values.count - 1) else { return last }
    let low = Int(place)
    return values[low] + (values[low + 1] - values[low]) * (place - Double(low))
  }

  /// Whether nothing is ever left, to within 80 dB of `most`.
  package func isSilent(beside most: Double = 1) -> Bool { values.allSatisfy { $0.max() <= 1e-4 * most } }
}
