/// The peak between samples: the signal is looked at four times as finely (ITU-R BS.1770-4, annex 2).
package enum TruePeak {
  /// The largest magnitude at any quarter of a sample, as an amplitude. Never less than the sample peak.
  package static func amplitude(_ samples: [Float]) -> Double {
    var top = Levels.peak(samples)
    // Far below the sample peak nothing between samples can overtake it: a band-limited signal would have to rise by more
    // than 12 dB between two samples.
    let floor = Float(top / 4)
    samples.withUnsafeBufferPointer { source in
      for n in source.indices {
        let next = n + 1 < source.count ? source[n + 1].magnitude : 0
        guard source[n].magnitude > floor || next > floor else { continue }
        for quarter in 1...3 {
          let x = FractionalDelay.standard.read(source, at: Double(n) + 0.25 * Double(quarter))
          top = max(top, Double(x.magnitude))
        }
      }
    }
    return top
  }

  /// dBTP of samples whose full scale is ±1; −∞ for silence.
  package static func decibels(_ samples: [Float]) -> Double { Decibels.ofAmplitude(amplitude(samples)) }

  /// The one gain, at most 1, that brings the loudest of all channels down to `limit` dBTP.
  package static func guardGain(_ channels: [[Float]], limit: Double = -1) -> Double {
    let top = channels.map(amplitude).max() ?? 0
    let bound = Decibels.amplitude(limit)
    return top > bound ? bound / top : 1
  }
}
