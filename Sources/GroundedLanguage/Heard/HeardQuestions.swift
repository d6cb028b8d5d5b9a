package import Annotations
package import RandomStreams
package import WorldModel

extension GroundedLanguageLabels {
  /// Questions about a recording, with the picture that was taken when it began.
  /// - Parameters:
  ///   - view: with the labels of `sources`; `nil` where nobody looks.
  ///   - stream: of the recording.
  package static func heardQuestions(
    _ label: RecordingLabel, _ view: Sample.View?, _ options: GroundedOptions, _ stream: RandomStream
  ) -> HeardQuestionsLabel {
    let picture = view.map { SceneFacts($0, egoVelocity: nil) }
    let seen = picture.map { ProgramExecutor($0) }
    let executor = HeardExecutor(HeardFacts(label, picture: picture))
    let maker = HeardQuestionMaker(executor: executor, search: seen.map { ReferringSearch($0) })
    let writer = HeardWriter(executor: executor, picture: seen.map { QuestionWriter(executor: $0) })
    let own = stream.child(HeardQuestionsLabel.name)
    var wording = own.child("wording")
    var entries: [HeardQuestionsLabel.Entry] = []
    for draft in maker.questions(options.questions, own) {
      guard let answer = executor.answer(draft.program) else { continue }
      let texts = options.tongues.compactMap { tongue in
        writer.sentence(draft, tongue, &wording).map {
          GroundedText($0, tongue, answer: writer.answer(answer, to: draft, tongue))
        }
      }
      let sounds = draft.names.flatMap { name in
        let members = executor.members(name.set)
        return members.indices.filter { members[$0] == .yes }.flatMap { executor.facts.sounds[$0].events }
      }
      entries.append(
        .init(
          id: entries.count, block: draft.block, family: draft.family.rawValue, program: draft.program.steps,
          answer: answer, events: Set(sounds).sorted(),
          things: picture.map { scene in
            scene.things(texts).filter { thing in
              scene.index(of: thing.instance).map { scene.objects[$0].isClear } ?? false
            }
          } ?? [], texts: texts))
    }
    return HeardQuestionsLabel(picture: view?.sensor, entries: entries)
  }
}
