import Foundation
import RandomStreams

/// White noise in ±1, another for every name.
func noise(_ count: Int, _ name: String = "noise") -> [Float] {
  var stream = RandomStream(seed: 7).child(name)
  return (0..<count).map { _ in Float(stream.uniform(-1, 1)) }
}

/// RMS of the difference over RMS of the expected, in dB.
func error(_ found: [Float], _ expected: [Float]) -> Double {
  var (difference, whole) = (0.0, 0.0)
  for (a, b) in zip(found, expected) {
    difference += (Double(a) - Double(b)) * (Double(a) - Double(b))
    whole += Double(b) * Double(b)
  }
  return difference == 0 ? -400 : 10 * log10(difference / whole)
}
