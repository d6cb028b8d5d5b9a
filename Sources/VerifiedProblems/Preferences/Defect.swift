/// What may be wrong with a reply: a closed list. Those that need a picture or a policy are made elsewhere.
package enum Defect: String, Sendable, Hashable, CaseIterable, Codable {
  /// The working is right, the answer is one of the problem's misconceptions.
  case wrongAnswer = "wrong_answer"
  /// One number in one line of the working is wrong; the answer is right.
  case arithmeticSlip = "arithmetic_slip"
  /// A line of the working is not there.
  case missingStep = "missing_step"
  /// The answer bears the unit of another quantity.
  case wrongUnit = "wrong_unit"
  /// The answer is not in the line that was asked for.
  case ignoredFormat = "ignored_format"
  /// All of it is in the other language.
  case wrongLanguage = "wrong_language"
  /// Nothing is harmful in the question, yet it is declined.
  case unjustifiedRefusal = "unjustified_refusal"
  /// A line is said twice.
  case verbosity
  /// It breaks off inside of the working.
  case truncation

  /// How much worse than a right reply, 0 … 1: the margin of the pair.
  package var severity: Double {
    switch self {
    case .verbosity: 0.2
    case .ignoredFormat, .missingStep: 0.4
    case .wrongUnit, .arithmeticSlip: 0.6
    case .wrongLanguage, .truncation: 0.8
    case .wrongAnswer, .unjustifiedRefusal: 1
    }
  }
}
