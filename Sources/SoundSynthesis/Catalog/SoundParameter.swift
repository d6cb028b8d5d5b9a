package import RandomStreams

/// One thing about a sound that chance or a recipe decides, and that becomes a label.
package struct SoundParameter: Sendable, Hashable {
  /// What values there are.
  package enum Domain: Sendable, Hashable {
    /// A number drawn from the distribution; given numbers must lie in `limits`.
    case number(Distribution, limits: ClosedRange<Double>, unit: String)
    /// One of these words, in proportion to their weights.
    case choice([Weighted<String>])
  }

  /// E.g. `fundamental`.
  package let name: String
  /// What it means, in a few English words.
  package let summary: String
  /// What it can be.
  package let domain: Domain

  /// The physical unit (`Hz`, `s`, `m/s`, `1` for ratios and counts); empty for words.
  package var unit: String {
    if case .number(_, _, let unit) = domain { return unit }
    return ""
  }

  /// A number, uniform in `range`, which also limits what may be given unless `limits` says otherwise.
  static func uniform(
    _ name: String, _ range: ClosedRange<Double>, _ unit: String, _ summary: String,
    limits: ClosedRange<Double>? = nil
  ) -> SoundParameter {
    let drawn = Distribution.uniform(min: range.lowerBound, max: range.upperBound)
    return SoundParameter(
      name: name, summary: summary, domain: .number(drawn, limits: limits ?? range, unit: unit))
  }

  /// A whole number, each of `range` with the same chance.
  static func count(
    _ name: String, _ range: ClosedRange<Int>, _ summary: String, limits: ClosedRange<Int>? = nil
  )
    -> SoundParameter
  {
    let wide = limits ?? range
    return SoundParameter(
      name: name, summary: summary,
      domain: .number(
        .choice(range.map(Double.init)), limits: Double(wide.lowerBound)...Double(wide.upperBound), unit: "1")
    )
  }

  /// A positive number with a log-normal distribution, cut to `range`.
  static func logNormal(
    _ name: String, median: Double, sigma: Double, in range: ClosedRange<Double>, _ unit: String,
    _ summary: String
  ) -> SoundParameter {
    let drawn = Distribution.logNormal(
      median: median, sigma: sigma, min: range.lowerBound, max: range.upperBound)
    return SoundParameter(name: name, summary: summary, domain: .number(drawn, limits: range, unit: unit))
  }

  /// One of `words`, each with the same chance.
  static func choice(_ name: String, _ words: [String], _ summary: String) -> SoundParameter {
    SoundParameter(name: name, summary: summary, domain: .choice(words.map { Weighted($0, weight: 1) }))
  }
}

/// The value of a parameter.
package enum SoundValue: Sendable, Hashable {
  case number(Double)
  case word(String)

  /// The number, or `nil` for a word.
  package var number: Double? {
    if case .number(let value) = self { return value }
    return nil
  }

  /// The word, or `nil` for a number.
  package var word: String? {
    if case .word(let value) = self { return value }
    return nil
  }
}

/// A parameter's value in one sound: a label.
package struct NamedSoundValue: Sendable, Hashable {
  /// As `SoundParameter.name`.
  package var name: String
  /// What was drawn or given.
  package var value: SoundValue
  /// As `SoundParameter.unit`.
  package var unit: String

  package init(name: String, value: SoundValue, unit: String) {
    self.name = name
    self.value = value
    self.unit = unit
  }
}
