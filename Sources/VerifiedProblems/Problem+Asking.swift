extension Problem {
  /// The question, with the form that a reply is to have.
  package func prompt(in language: ProblemLanguage) -> String {
    question[language] + "\n"
      + (language == .chinese ? "请写出过程，最后一行写“答案：……”。" : "Show your working; end with a line “Answer: …”.")
  }

  /// The worked solution, line by line, with the answer in the last.
  package func reply(in language: ProblemLanguage) -> String { WorkedReply(self, in: language).text }
}
