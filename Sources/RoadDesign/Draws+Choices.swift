import RandomStreams

extension Draws {
  /// Uniform between two values, rounded to whole steps as designers write them down.
  mutating func between(_ low: Double, _ high: Double, step: Double = 0.05, _ name: String) -> Double {
    let value = draw(.uniform(min: low, max: high), name)
    return min(high, max(low, (value / step).rounded() * step))
  }

  mutating func whole(_ range: ClosedRange<Int>, _ name: String) -> Int {
    let value = draw(.uniform(min: Double(range.lowerBound), max: Double(range.upperBound) + 1), name)
    return min(range.upperBound, max(range.lowerBound, Int(value)))
  }

  mutating func chance(_ probability: Double, _ name: String) -> Bool {
    draw(.uniform(min: 0, max: 1), name) < probability
  }
}
