package import GroundedLanguage

/// Answers as VQA compares them (Antol et al. 2015, the evaluation's rules): in English lower-case, without articles, with
/// digits for number words and spaces for punctuation. What is written is already so, and the evaluation leaves it alone.
package struct VQAAnswer: Sendable, Hashable {
  /// VQA's kinds of answers.
  package enum Kind: String, Sendable, CaseIterable {
    case truth = "yes/no"
    case number
    case other
  }

  package let text: String
  package let kind: Kind

  private static let digits = [
    "none": "0", "zero": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6",
    "seven": "7", "eight": "8", "nine": "9", "ten": "10",
  ]

  /// - Parameters:
  ///   - answer: as people give it.
  ///   - program: whose answer it is.
  package init(_ answer: String, to program: [ProgramStep], _ tongue: Tongue) {
    text = tongue == .english ? Self.normal(answer) : answer
    switch program.last?.function ?? "" {
    case "count", "choose_count": kind = .number
    case "which": kind = .other
    case let f where f.hasPrefix("choose_") || f.hasPrefix("query_"): kind = .other
    default: kind = .truth
    }
  }

  /// In the form in which English answers are compared.
  package static func normal(_ answer: String) -> String {
    let plain = answer.lowercased().map { $0.isLetter || $0.isNumber || $0 == "'" ? $0 : " " }
    return String(plain).split(separator: " ").filter { !["a", "an", "the"].contains($0) }
      .map { digits[String($0)] ?? String($0) }.joined(separator: " ")
  }
}
