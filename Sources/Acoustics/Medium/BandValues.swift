import Signals

/// One value for each octave band from 125 Hz to 8 kHz; the eighth lane repeats the seventh.
///
/// Lanes beyond the bands of a sampling rate are carried along and not used.
package typealias BandValues = SIMD8<Double>

extension BandValues {
  /// Values of the seven bands in order; missing ones repeat the last, none are zeros.
  package init(bands: [Double]) {
    self.init(repeating: 0)
    guard let last = bands.last else { return }
    for i in 0..<8 { self[i] = i < bands.count ? bands[i] : last }
  }

  /// The function of every lane.
  package func mapped(_ f: (Double) -> Double) -> BandValues {
    var out = self
    for i in 0..<8 { out[i] = f(self[i]) }
    return out
  }

  /// The first `count` lanes.
  package func prefix(_ count: Int) -> [Double] { (0..<Swift.min(count, 8)).map { self[$0] } }
}
