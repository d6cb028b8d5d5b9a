import Annotations
import GroundedLanguage
import WorldModel

/// What a recording's words come to as a conversation: it is described, then questions are asked about it and about the
/// picture beside it.
struct HeardDialogue: Sendable, Hashable {
  let turns: [PictureDialogue.Turn]
  /// The camera whose picture is shown too; `nil` where none is meant.
  let picture: String?

  /// - Parameter number: chooses among ways to ask.
  /// - Returns: `nil` where nothing is said in the language.
  init?(_ heard: HeardRecording, _ tongue: Tongue, number: Int) {
    let asked = heard.recording.labels[HeardQuestionsLabel.self]
    var turns: [PictureDialogue.Turn] = []
    if let caption = heard.label.captions.first(where: { $0.language == tongue.rawValue }) {
      let ways = Self.describe[tongue] ?? []
      if !ways.isEmpty { turns.append(.init(user: ways[number % ways.count], assistant: caption.text)) }
    }
    for entry in asked?.entries ?? [] {
      guard let said = entry.texts.said(in: tongue) else { continue }
      turns.append(
        .init(user: said.text, assistant: PictureDialogue.reply(said.answer ?? entry.answer, tongue)))
    }
    guard !turns.isEmpty else { return nil }
    self.turns = turns
    picture = asked?.picture
  }

  private static let describe: [Tongue: [String]] = [
    .english: ["What do you hear?", "Describe the recording.", "What can be heard in the recording?"],
    .chinese: ["你听到了什么？", "描述一下这段录音。", "录音里能听到什么？"],
  ]
}
