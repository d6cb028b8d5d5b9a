import Annotations
import Encodings
import GroundedLanguage
package import WorldModel

/// Chat records with pictures and sound, JSON Lines, a folder a language: `LANGUAGE/{train,val}.jsonl` about pictures,
/// `LANGUAGE/{train,val}-heard.jsonl` about recordings, `images/{train,val}/*.png` and `audio/{train,val}/*.flac`.
///
/// A record is a conversation about one view: `id`, `images` (its pictures, in the order in which they are shown) and
/// `messages`, by turns `user` and `assistant`. Every `content` is a list of parts, `{"type": "text", "text": …}` or
/// `{"type": "image", "image": …}`; the first message shows the picture. Records about recordings have `audios` too and
/// parts `{"type": "audio", "audio": …}`; they show the picture that was taken when the recording began, if questions mean
/// one. Paths are relative to the format's folder. Every
/// record of a file has the same columns, so that Arrow's readers infer one schema. See `PictureDialogue` and `HeardDialogue`
/// for what is said.
package struct MultimodalMessagesFormat: DatasetFormat {
  package static let name = "multimodal-messages"
  package static let summary =
    "chat JSON Lines with picture and audio parts: descriptions, boxes, questions; a folder a language"
  package static let requiredLabels = [LabelNames.rgb]
  package static let optionalLabels =
    ConversationFormat.labels.map { $0.name } + [RecordingLabel.name, HeardQuestionsLabel.name]
  /// Boxes that cross the border of a picture are no boxes.
  package static let lenses: Set<Projection> = [.pinhole, .brownConrady, .fisheye]
  package static var validator: any FormatValidator { MultimodalMessagesValidator() }

  let options: FormatOptions

  package init(options: FormatOptions) { self.options = options }

  package func fragment(for sample: Sample) throws -> FormatFragment {
    let heard = try HeardConversation.all(of: sample, options)
    var out = FormatFragment(sample: sample.index)
    if !sample.views.isEmpty {
      out = try ConversationFormat.fragment(for: sample, options, name: Self.name) { picture, dialogue, _ in
        .object([
          ("id", .string(ConversationFormat.id(picture))), ("images", .array([.string(picture.path)])),
          ("messages", Self.messages(dialogue.turns, showing: [Self.part("image", picture.path)])),
        ])
      }
    }
    for one in heard {
      out.files.append(.sound(one.path, one.heard))
      for (tongue, dialogue) in one.dialogues {
        let images = one.picture(of: dialogue).map { [$0.path] } ?? []
        let record = JSONText.object([
          ("id", .string("\(one.heard.side)-\(one.heard.stem)")),
          ("images", .array(images.map(JSONText.string))),
          ("audios", .array([.string(one.path)])),
          (
            "messages",
            Self.messages(
              dialogue.turns, showing: images.map { Self.part("image", $0) } + [Self.part("audio", one.path)])
          ),
        ])
        out.records.append(FormatRecord("heard/\(tongue.rawValue)/\(one.heard.side)", record.text))
      }
    }
    return out
  }

  private static func part(_ kind: String, _ content: String) -> JSONText {
    .object([("type", .string(kind)), (kind, .string(content))])
  }

  /// - Parameter shown: parts of the first message, before its words.
  private static func messages(_ turns: [PictureDialogue.Turn], showing shown: [JSONText]) -> JSONText {
    func message(_ role: String, _ parts: [JSONText]) -> JSONText {
      .object([("role", .string(role)), ("content", .array(parts))])
    }
    return .array(
      turns.enumerated().flatMap { n, turn in
        [
          message("user", (n == 0 ? shown : []) + [part("text", turn.user)]),
          message("assistant", [part("text", turn.assistant)]),
        ]
      })
  }

  package func assemble(_ records: any FormatRecordSource, into sink: any FormatSink) throws {
    let tongues = Set(try records.tongues(of: "talks") + records.tongues(of: "heard"))
    try sink.writeLanguages(Tongue.allCases.filter(tongues.contains))
    func file(_ path: String, _ stream: String) throws {
      try sink.write(path) { put in try records.forEach(stream) { try put($0 + "\n") } }
    }
    for tongue in try records.tongues(of: "talks").map(\.rawValue) {
      for side in try records.sides(of: "images") {
        try file("\(tongue)/\(side).jsonl", "talks/\(tongue)/\(side)")
      }
    }
    for tongue in Tongue.allCases.map(\.rawValue) {
      for side in SplitRule.Side.allCases.map(\.rawValue) {
        let stream = "heard/\(tongue)/\(side)"
        if try !records.isEmpty(stream) { try file("\(tongue)/\(side)-heard.jsonl", stream) }
      }
    }
  }
}
