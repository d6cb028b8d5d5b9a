package import Conversations
package import JSON
package import RandomStreams

/// A question about one fact, or two that belong together, in a long text: where they stand and how long the text is are
/// chosen, and a search of the whole text proves that there is one answer.
///
///     "parameters":{"hops":2,"length":2000,"depths":[0.3,0.7],"question":{"relation":"locker","subject":"…"}}
///     "needles":[{"start":812,"end":831,"depth":0.31}],"answer":"…"
package struct NeedleTask: ConversationFamily {
  package let name = "needle"
  package let summary =
    "long texts with one fact, or a chain of two, at a chosen depth; one answer, proven by search"
  /// Characters of a Chinese text, words of an English one.
  package let lengths: [Int]

  package init(lengths: [Int] = [400, 1000, 2500]) { self.lengths = lengths }

  package func propose(_ tongues: [Tongue], _ stream: inout RandomStream) -> Conversation? {
    guard let length = stream.choose(lengths) else { return nil }
    let hops = stream.integer(in: 1...2)
    let chains: [[NeedleFact.Relation]] = [[.locker, .content], [.street, .speciality]]
    let singles: [[NeedleFact.Relation]] = [[.locker], [.code], [.colour], [.street], [.speciality]]
    guard let chain = stream.choose(hops == 2 ? chains : singles) else { return nil }
    // The needles, in the order of the chain.
    var needles: [NeedleFact] = []
    var subject = stream.integer(in: NeedleFact.subjects(chain[0]))
    for relation in chain {
      let fact = NeedleFact(
        relation: relation, subject: subject, value: NeedleFact.someValue(relation, &stream))
      needles.append(fact)
      subject = fact.value
    }
    // Others of the same kind, of other subjects: who skims will take them.
    var others: [NeedleFact] = []
    for _ in 0..<8 where others.count < 3 {
      guard let relation = stream.choose(chain) else { continue }
      let fact = NeedleFact(
        relation: relation, subject: stream.integer(in: NeedleFact.subjects(relation)),
        value: NeedleFact.someValue(relation, &stream))
      let isTaken = (needles + others).contains {
        $0.relation == relation && ($0.subject == fact.subject || $0.value == fact.value)
      }
      if !isTaken { others.append(fact) }
    }
    guard others.contains(where: { $0.relation == chain[chain.count - 1] }) else { return nil }
    // Deciles, so that each is as frequent.
    let depths = needles.map { _ in (Double(stream.integer(in: 0...9)) + 0.5) / 10 }
    guard Set(depths).count == depths.count else { return nil }
    let otherDepths = others.map { _ in stream.uniform() }
    var texts: [ConversationText] = []
    for tongue in tongues {
      guard
        let text = text(needles, others, depths, otherDepths, length, tongue, stream.child(tongue.rawValue))
      else { return nil }
      texts.append(text)
    }
    return Conversation(
      parameters: .object([
        .init("hops", .integer(hops)), .init("length", .integer(length)),
        .init("depths", .array(depths.map { .number($0) })),
        .init("relations", .array(chain.map { .string($0.rawValue) })),
        .init("subject", .integer(needles[0].subject)),
        .init("value", .integer(needles[needles.count - 1].value)),
      ]), texts: texts)
  }

  private func text(
    _ needles: [NeedleFact], _ others: [NeedleFact], _ depths: [Double], _ otherDepths: [Double],
    _ length: Int,
    _ tongue: Tongue, _ stream: RandomStream
  ) -> ConversationText? {
    var draw = stream
    let planted = zip(needles + others, depths + otherDepths).map {
      (text: $0.sentence(tongue).capitalisedIf(tongue), depth: $1)
    }
    .sorted { $0.depth < $1.depth }
    var left = planted[...]
    var sentences: [String] = []
    var used = planted.reduce(0) { $0 + Haystack.length($1.text, tongue) }
    var written = 0
    while used < length || !left.isEmpty {
      if let next = left.first, Double(written) >= next.depth * Double(length) || used >= length {
        sentences.append(next.text)
        written += Haystack.length(next.text, tongue)
        left = left.dropFirst()
      } else {
        let sentence = Haystack.sentence(tongue, &draw)
        sentences.append(sentence)
        used += Haystack.length(sentence, tongue)
        written += Haystack.length(sentence, tongue)
      }
    }
    // Paragraphs of five to nine.
    var paragraphs: [String] = []
    var rest = sentences[...]
    while !rest.isEmpty {
      let count = draw.integer(in: 5...9)
      paragraphs.append(rest.prefix(count).joined(separator: tongue == .chinese ? "" : " "))
      rest = rest.dropFirst(count)
    }
    let body = paragraphs.joined(separator: "\n\n")
    guard let question = NeedleQuestion.text(needles, tongue, &draw), let last = needles.last else {
      return nil
    }
    let lead = tongue == .chinese ? "请读下面的文字，然后回答问题。" : "Read the text and answer the question."
    let prompt = "\(lead)\n\n\(body)\n\n\(question)"
    let answer = NeedleQuestion.answer(last, tongue)
    var text = ConversationText(tongue, [ChatMessage(.user, prompt), ChatMessage(.assistant, answer)])
    if let decoy = others.first(where: { $0.relation == last.relation }) {
      text.preference = ConversationPreference(
        prompt: [ChatMessage(.user, prompt)], chosen: ChatMessage(.assistant, answer),
        rejected: ChatMessage(.assistant, NeedleQuestion.answer(decoy, tongue)), defect: "wrong_attribute",
        margin: 1)
    }
    let places = needles.compactMap { fact in
      Self.place(of: fact.sentence(tongue).capitalisedIf(tongue), in: prompt)
    }
    guard places.count == needles.count else { return nil }
    let total = Double(max(1, prompt.unicodeScalars.count))
    text.labels = [
      .init("answer", .string(last.valueText(tongue))),
      .init(
        "needles",
        .array(
          places.map {
            .object([
              .init("start", .integer($0.lowerBound)), .init("end", .integer($0.upperBound)),
              .init("depth", .number((1000 * Double($0.lowerBound) / total).rounded() / 1000)),
            ])
          })),
    ]
    return text
  }

  /// Where a sentence stands, in Unicode scalars.
  private static func place(of sentence: String, in text: String) -> Range<Int>? {
    guard let range = text.firstRange(of: sentence) else { return nil }
    let start = text.unicodeScalars.distance(from: text.startIndex, to: range.lowerBound)
    return start..<start + sentence.unicodeScalars.count
  }

  package func faults(of record: JSONValue) -> [String] { NeedleAudit.faults(of: record) }
}

extension String {
  /// English sentences begin with a capital.
  func capitalisedIf(_ tongue: Tongue) -> String { tongue == .chinese ? self : capitalised }
}
