import Annotations
import WorldModel

/// Invariant A6: words, syllables, phones and entities of speech lie in their event and in their text, in order.
struct WordsFillTheirEvent: RecordingCheck {
  static let rule = CheckRule(
    id: "audio-06", name: "words-fill-their-event",
    summary:
      "Words begin with their event and end with it, in order and apart; phones lie side by side; entities are made of whole syllables.",
    unit: "words", labels: [RecordingLabel.name])

  func examine(_ heard: HeardRecording, into finding: inout CheckFinding) {
    for event in heard.label.events {
      guard let speech = event.speech else { continue }
      let length = Int(((event.emissionEnd - event.emissionStart) * Double(heard.label.rate)).rounded())
      let scalars = speech.text.unicodeScalars.count
      var last = 0
      for word in speech.words {
        finding.expect(
          last <= word.start && word.start < word.end && word.end <= length && 0 <= word.sourceStart
            && word.sourceStart < word.sourceEnd && word.sourceEnd <= scalars,
          heard.violation(
            "event \(event.id), word \(word.text)", found: "\(word.start) to \(word.end)",
            expected: "after \(last), within \(length)"))
        last = word.end
      }
      let phones = speech.phones
      let fits =
        zip(phones, phones.dropFirst()).allSatisfy { $0.end <= $1.start }
        && phones.allSatisfy { 0 <= $0.start && $0.start < $0.end && $0.end <= length }
        && speech.words.first?.start == 0 && speech.words.last?.end == length
      finding.expect(
        fits,
        heard.violation(
          "event \(event.id)", found: "phones and words that do not fill \(length) samples",
          expected: "phones in order, words from end to end"))
      let starts = Set(speech.syllables.map(\.start))
      let ends = Set(speech.syllables.map(\.end))
      for entity in speech.entities {
        finding.expect(
          starts.contains(entity.start) && ends.contains(entity.end) && entity.start < entity.end,
          heard.violation(
            "event \(event.id), \(entity.label)", found: "\(entity.start) to \(entity.end)",
            expected: "edges of syllables"))
      }
    }
  }
}
