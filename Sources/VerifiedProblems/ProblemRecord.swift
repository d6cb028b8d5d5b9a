package import JSON
import RandomStreams

/// The line of a problem in a dataset: what it is, and in each language how it is asked and answered.
///
///     {"family":"clock-angle","index":7,"level":2,"parameters":{…},"texts":[{"language":"en","prompt":"…",
///      "reply":"…","answer":"…","options":["…"],"key":"B","steps":[{"text":"1. …","right":true}],
///      "preference":{"prompt":"…","chosen":"…","rejected":"…","defect":"wrong_unit","margin":0.6}}]}
package enum ProblemRecord {
  /// - Returns: `nil` only if the family of the index has no problem.
  package static func json(of series: ProblemSeries, at index: Int) -> JSONValue? {
    guard let (problem, stream) = series.problem(at: index) else { return nil }
    let choice = MultipleChoice(problem, stream)
    let texts = series.languages.map { language -> JSONValue in
      let supervised = SupervisedSteps(problem, in: language, stream.child(language.rawValue))
      let last = supervised.lines.count - 1
      var members: [JSONValue.Member] = [
        .init("language", .string(language.rawValue)), .init("prompt", .string(problem.prompt(in: language))),
        .init("reply", .string(problem.reply(in: language))),
        .init("answer", .string(problem.answer.text(in: language))),
        .init(
          "steps",
          .array(
            supervised.lines.enumerated().map { number, line in
              .object([
                .init("text", .string(line)),
                .init("right", .boolean(!(supervised.endsWithSlip && number == last))),
              ])
            })),
      ]
      if let choice {
        members += [
          .init("options", .array(choice.options.map { .string($0.text(in: language)) })),
          .init("key", .string(choice.letter)),
        ]
      }
      if let pair = series.preference(problem, in: language, stream) {
        members.append(.init("preference", json(of: pair)))
      }
      return .object(members)
    }
    return .object([
      .init("index", .integer(index)), .init("family", .string(problem.family)),
      .init("level", .integer(problem.level)), .init("parameters", problem.parameters),
      .init("difficulty", .object(problem.difficulty.map { .init($0.name, .number($0.value)) })),
      .init("texts", .array(texts)),
    ])
  }

  private static func json(of pair: PreferencePair) -> JSONValue {
    .object([
      .init("prompt", .string(pair.prompt)), .init("chosen", .string(pair.chosen)),
      .init("rejected", .string(pair.rejected)), .init("defect", .string(pair.defect.rawValue)),
      .init("margin", .number(pair.margin)),
    ])
  }
}
