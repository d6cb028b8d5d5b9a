/// A reply to a problem in its parts: remarks, the working line by line, the answer.
struct WorkedReply: Sendable, Hashable {
  var language: ProblemLanguage
  /// Sentences before the working that say nothing of the matter; they make lengths equal.
  var remarks: [String] = []
  var lines: [String]
  /// The last line; `nil` when the reply breaks off.
  var answerLine: String?

  /// The right reply without remarks.
  init(_ problem: Problem, in language: ProblemLanguage) {
    self.language = language
    lines = problem.steps.enumerated().map { "\($0.offset + 1). \($0.element.text[language])" }
    answerLine = Self.answerLine(problem.answer.text(in: language), language)
  }

  static func answerLine(_ text: String, _ language: ProblemLanguage) -> String {
    language == .chinese ? "答案：\(text)" : "Answer: \(text)"
  }

  var text: String {
    let head = remarks.isEmpty ? [] : [remarks.joined(separator: language == .chinese ? "" : " ")]
    return (head + lines + (answerLine.map { [$0] } ?? [])).joined(separator: "\n")
  }

  /// Remarks to choose from, in the order in which they are said.
  static func remarks(_ language: ProblemLanguage) -> [String] {
    language == .chinese
      ? [
        "好的。", "解答如下。", "我们一步一步来看。", "先弄清题目给出的条件，再往下推。", "每一步都接着上一步的结果。",
        "为了便于核对，过程逐行写出，最后一行给出结果。",
      ]
      : [
        "Sure.", "Here is the solution.", "Let us take it step by step.",
        "It helps to be clear first about what is given and what is asked.",
        "Each line builds on the ones before it.",
        "The working is written out line by line so that it can be checked, and the result stands at the end.",
      ]
  }

  /// Sentences of a refusal; the first is always said.
  static func refusals(_ language: ProblemLanguage) -> [String] {
    language == .chinese
      ? [
        "很抱歉，我无法回答这个问题。", "这类请求超出了我可以处理的范围。", "如有需要，请向专业人士咨询。",
        "我不便对此给出任何计算过程或结论，以免造成误导。", "感谢您的理解。",
      ]
      : [
        "I am sorry, but I cannot answer this question.",
        "Requests of this kind are outside of what I am able to do.",
        "Please turn to someone who is qualified for it.",
        "I would rather not give any working or result, since it might mislead you.",
        "Thank you for your understanding.",
      ]
  }
}
