import Annotations
import GroundedLanguage
package import WorldModel

/// grounded-08: answers about recordings are what a second run of the programs over the raw labels comes to.
package struct HeardAnswersHold: SampleCheck {
  package static let rule = CheckRule(
    id: "grounded-08", name: "heard-answers-hold",
    summary:
      "The program of a question about a recording, run again by other code over the raw events and the picture's raw labels, comes to its answer and its events; phrases slice to words, things to what is seen.",
    unit: "questions and phrases", labels: [HeardQuestionsLabel.name])

  package init() {}

  package func examine(_ sample: Sample) -> CheckFinding {
    var finding = CheckFinding()
    for recording in sample.recordings {
      guard let label = recording.labels[HeardQuestionsLabel.self],
        let heard = recording.labels[RecordingLabel.self]
      else { continue }
      finding.applied += 1
      let view = sample.views.first { $0.sensor == label.picture }
      let scene = view.map { RawScene(ViewLabels($0, of: sample)) }
      let replay = HeardReplay(heard, scene)
      for entry in label.entries {
        examine(entry, replay, scene, heard, recording.sensor, of: sample, &finding)
      }
    }
    if finding.applied == 0 { finding.skip([HeardQuestionsLabel.name]) }
    return finding
  }

  private func examine(
    _ entry: HeardQuestionsLabel.Entry, _ replay: HeardReplay, _ scene: RawScene?, _ heard: RecordingLabel,
    _ sensor: String, of sample: Sample, _ finding: inout CheckFinding
  ) {
    func about(_ found: String, _ expected: String) -> Violation {
      Violation(
        sample: sample.index, sensor: sensor, item: "question \(entry.id), \(entry.family)", found: found,
        expected: expected)
    }
    let answer = replay.answer(entry.program)
    finding.expect(
      answer == entry.answer, about(entry.answer, answer ?? "a question that the recording decides"))
    let events = replay.events(entry.program)
    finding.expect(events == entry.events, about("events \(entry.events)", "events \(events)"))
    for thing in entry.things {
      let box = scene?.box(thing.instance)
      finding.expect(
        box == thing.box && scene?.isClear(thing.instance) == true,
        about("\(thing.instance) at \(thing.box)", box.map { "\($0)" } ?? "a thing that is seen"))
    }
    let makers = Set(heard.events.filter { entry.events.contains($0.id) }.compactMap(\.entity))
    let known = makers.union(entry.things.map { Int($0.instance) })
    for text in entry.texts {
      let count = text.text.unicodeScalars.count
      finding.expect(
        Tongue(rawValue: text.language) != nil && count > 0 && text.answer?.isEmpty == false,
        about("\"\(text.text.prefix(40))\" in \(text.language)", "a sentence with an answer"))
      for phrase in text.phrases {
        let isSound = phrase.start >= 0 && phrase.start < phrase.end && phrase.end <= count
        finding.expect(
          isSound && Set(phrase.objects.map { Int($0) }).isSubset(of: known)
            && Self.isWhole(phrase, text.text),
          about("phrase \(phrase.start)..<\(phrase.end) about \(phrase.objects)", "words within 0..<\(count)")
        )
      }
    }
    let spoken = Set(
      entry.texts.map { $0.phrases.map(\.objects).sorted { $0.lexicographicallyPrecedes($1) } })
    finding.expect(spoken.count == 1, about("\(spoken.count) ways", "the same things in each language"))
  }

  /// A phrase begins and ends with a character and, in English, with a word.
  private static func isWhole(_ phrase: Sentence.Phrase, _ text: String) -> Bool {
    let scalars = Array(text.unicodeScalars)
    guard phrase.start >= 0, phrase.start < phrase.end, phrase.end <= scalars.count else { return false }
    func isLatin(_ i: Int) -> Bool {
      scalars.indices.contains(i) && scalars[i].isASCII && scalars[i].properties.isAlphabetic
    }
    return GroundedTexts.isWord(scalars[phrase.start]) && GroundedTexts.endsPhrase(scalars[phrase.end - 1])
      && !(isLatin(phrase.start - 1) && isLatin(phrase.start))
      && !(isLatin(phrase.end - 1) && isLatin(phrase.end))
  }
}
