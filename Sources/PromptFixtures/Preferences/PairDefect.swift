/// What may be wrong with a rejected reply: a closed list.
package enum PairDefect: String, Sendable, Hashable, CaseIterable, Codable {
  /// More or fewer things than were asked for.
  case wrongCount = "wrong_count"
  /// A step is not there.
  case missingStep = "missing_step"
  /// The answer bears another unit.
  case wrongUnit = "wrong_unit"
  /// All is right but for the form that was asked for.
  case ignoredFormat = "ignored_format"
  /// All of it is in the other language.
  case wrongLanguage = "wrong_language"
  /// Nothing is harmful in the question, yet it is declined.
  case unjustifiedRefusal = "unjustified_refusal"
  /// All is said once more at the end.
  case verbosity
  /// It breaks off.
  case truncation

  /// How much worse than a right reply, 0 … 1.
  package var severity: Double {
    switch self {
    case .verbosity: 0.2
    case .ignoredFormat: 0.4
    case .missingStep, .wrongCount: 0.5
    case .wrongUnit: 0.6
    case .wrongLanguage, .truncation: 0.8
    case .unjustifiedRefusal: 1
    }
  }
}
