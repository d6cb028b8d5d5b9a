extension Resampler {
  /// What plays a signal `factor` times as fast at its own rate: sample n comes to lie at n / factor.
  ///
  /// Factors of whole thousandths are exact ratios; others are as exact as the resampler's phases.
  package init(playing factor: Double) {
    let thousandths = (factor * 1000).rounded()
    if (factor * 1000 - thousandths).magnitude < 1e-9 {
      self.init(from: thousandths, to: 1000)
    } else {
      self.init(from: factor, to: 1)
    }
  }
}
