import Annotations
package import RandomStreams
package import VectorMath
package import WorldModel

/// How much is to be said of each view, and in which languages.
package struct GroundedOptions: Sendable, Hashable {
  package var tongues: [Tongue]
  /// Captions of single things, and as many of how things stand to each other.
  package var captions: Int
  package var expressions: Int
  /// At least so many questions where the view offers them; blocks are not cut.
  package var questions: Int
  /// Events told of a sequence.
  package var events: Int

  package init(
    tongues: [Tongue] = Tongue.allCases, captions: Int = 4, expressions: Int = 4, questions: Int = 12,
    events: Int = 8
  ) {
    self.events = events
    self.tongues = tongues
    self.captions = captions
    self.expressions = expressions
    self.questions = questions
  }
}

/// The labels that are made of words: a new one is one type and one line here.
package enum GroundedLanguageLabels {
  /// Names and what `diorama list labels` says of them.
  package static let all: [(name: String, summary: String)] = [
    (
      CaptionLabel.name,
      "sentences about the whole, single things and relations, in Chinese and English; phrases with instances and boxes"
    ),
    (
      ReferringLabel.name,
      "expressions that mean one thing and no other, proven and minimal, in Chinese and English"
    ),
    (
      QuestionsLabel.name,
      "questions with programs and answers, every family with each of its answers equally often, in Chinese and English"
    ),
    (
      NarrationLabel.name,
      "what happens in a sequence, with its last frame: who appears, moves, turns, stops, overtakes; in Chinese and English, with instances, boxes and times"
    ),
    (
      HeardQuestionsLabel.name,
      "questions about each recording, and about who in the picture makes its sounds, with programs and answers, in Chinese and English"
    ),
  ]

  package static let names = all.map(\.name)

  /// The labels that they are made of, and checked by.
  package static let sources = [
    ObjectsLabel.name, Boxes2DLabel.name, VisibilityLabel.name, OcclusionLabel.name, Boxes3DLabel.name,
    MotionLabel.name, LanesLabel.name, MaterialSharesLabel.name, StatesLabel.name, SceneGraphLabel.name,
    LabelNames.instance, LabelNames.albedo,
  ]

  /// Tells what happens in a sequence as one camera sees it.
  /// - Parameters:
  ///   - moments: of that camera, in the order of time.
  ///   - stream: of the view.
  package static func narration(
    _ moments: [SceneMoment], _ options: GroundedOptions, _ stream: RandomStream
  ) -> NarrationLabel {
    NarrationMaker(finder: EventFinder(moments), tongues: options.tongues)
      .label(options.events, stream.child(NarrationLabel.name))
  }

  /// Adds the wanted ones to a view, but for `narration` and what is heard.
  /// - Parameters:
  ///   - number: of the view among all of the dataset: chooses where the round of families begins.
  ///   - egoVelocity: of the carrier, world frame, m/s.
  ///   - stream: of the view.
  package static func add(
    _ wanted: Set<String>, to view: inout Sample.View, number: Int, egoVelocity: Vector3,
    _ options: GroundedOptions, _ stream: RandomStream
  ) {
    let facts = SceneFacts(view, egoVelocity: egoVelocity)
    let executor = ProgramExecutor(facts)
    let search = ReferringSearch(executor)
    if wanted.contains(CaptionLabel.name) {
      let maker = CaptionMaker(executor: executor, search: search, tongues: options.tongues)
      view.labels.set(
        CaptionLabel(entries: maker.captions(options.captions, stream.child(CaptionLabel.name))))
    }
    if wanted.contains(ReferringLabel.name) {
      view.labels.set(
        referring(executor, search, options, stream.child(ReferringLabel.name)))
    }
    if wanted.contains(QuestionsLabel.name) {
      view.labels.set(
        questions(executor, search, number: number, options, stream.child(QuestionsLabel.name)))
    }
  }

  /// Expressions for things drawn from all that can be told apart; those whose class says enough come last.
  private static func referring(
    _ executor: ProgramExecutor, _ search: ReferringSearch, _ options: GroundedOptions,
    _ stream: RandomStream
  ) -> ReferringLabel {
    var stream = stream
    let facts = executor.facts
    let writer = QuestionWriter(executor: executor)
    var told = facts.objects.indices.filter { facts.objects[$0].isClear }
      .map { ($0, search.expressions(for: $0)) }.filter { !$0.1.isEmpty }
    stream.shuffle(&told)
    told =
      told.filter { !($0.1.first?.modifiers.isEmpty ?? true) }
      + told.filter { $0.1.first?.modifiers.isEmpty ?? true }
    var entries: [ReferringLabel.Entry] = []
    for (i, expressions) in told.prefix(options.expressions) {
      guard let description = stream.choose(expressions.prefix(3)) else { continue }
      let o = facts.objects[i]
      var texts: [GroundedText] = []
      for tongue in options.tongues {
        var phrase = writer.writer(tongue)
        phrase.describe(description, .definite, [o.instance])
        if let sentence = Sentence(phrase, isWhole: false) { texts.append(GroundedText(sentence, tongue)) }
      }
      guard texts.count == options.tongues.count else { continue }
      entries.append(
        .init(
          thing: GroundedThing(instance: o.instance, box: o.box), modifiers: description.modifiers.count,
          program: Program.locate(description.set).steps,
          anchors: facts.things(texts, without: o.instance), texts: texts))
    }
    return ReferringLabel(entries: entries)
  }

  private static func questions(
    _ executor: ProgramExecutor, _ search: ReferringSearch, number: Int, _ options: GroundedOptions,
    _ stream: RandomStream
  ) -> QuestionsLabel {
    let facts = executor.facts
    let drafts = QuestionMaker(executor, search).questions(options.questions, view: number, stream)
    let writer = QuestionWriter(executor: executor)
    var wording = stream.child("wording")
    var entries: [QuestionsLabel.Entry] = []
    for draft in drafts {
      guard let answer = executor.answer(draft.program) else { continue }
      let texts = options.tongues.compactMap { tongue in
        writer.sentence(draft, tongue, &wording).map {
          GroundedText($0, tongue, answer: writer.answer(answer, to: draft, tongue))
        }
      }
      entries.append(
        .init(
          id: entries.count, block: draft.block, family: draft.family.rawValue, program: draft.program.steps,
          answer: answer.text, hops: draft.program.hops, things: facts.things(texts), texts: texts))
    }
    return QuestionsLabel(
      egoVelocity: facts.egoVelocity.map { [$0.x, $0.y, $0.z] }, entries: entries)
  }
}
