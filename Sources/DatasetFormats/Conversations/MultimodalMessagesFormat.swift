import Annotations
import GroundedLanguage
package import WorldModel

/// Chat records with pictures, JSON Lines, a folder a language: `LANGUAGE/{train,val}.jsonl` and `images/{train,val}/*.png`.
///
/// A record is a conversation about one view: `id`, `images` (its pictures, in the order in which they are shown) and
/// `messages`, by turns `user` and `assistant`. Every `content` is a list of parts, `{"type": "text", "text": …}` or
/// `{"type": "image", "image": …}`; the first message shows the picture. Paths are relative to the format's folder. Every
/// record has the same columns, so that Arrow's readers infer one schema. See `PictureDialogue` for what is said.
package struct MultimodalMessagesFormat: DatasetFormat {
  package static let name = "multimodal-messages"
  package static let summary =
    "chat JSON Lines with picture parts: descriptions, boxes, questions; a folder a language"
  package static let requiredLabels = [LabelNames.rgb]
  package static let optionalLabels = ConversationFormat.labels.map { $0.name }
  /// Boxes that cross the border of a picture are no boxes.
  package static let lenses: Set<Projection> = [.pinhole, .brownConrady, .fisheye]
  package static var validator: any FormatValidator { MultimodalMessagesValidator() }

  let options: FormatOptions

  package init(options: FormatOptions) { self.options = options }

  package func fragment(for sample: Sample) throws -> FormatFragment {
    try ConversationFormat.fragment(for: sample, options, name: Self.name) { picture, dialogue, _ in
      func message(_ role: String, _ parts: [JSONText]) -> JSONText {
        .object([("role", .string(role)), ("content", .array(parts))])
      }
      func text(_ words: String) -> JSONText {
        .object([("type", .string("text")), ("text", .string(words))])
      }
      let shown = JSONText.object([("type", .string("image")), ("image", .string(picture.path))])
      return .object([
        ("id", .string(ConversationFormat.id(picture))), ("images", .array([.string(picture.path)])),
        (
          "messages",
          .array(
            dialogue.turns.enumerated().flatMap { n, turn in
              [
                message("user", (n == 0 ? [shown] : []) + [text(turn.user)]),
                message("assistant", [text(turn.assistant)]),
              ]
            })
        ),
      ])
    }
  }

  package func assemble(_ records: any FormatRecordSource, into sink: any FormatSink) throws {
    try ConversationFormat.forEachFile(records, sink, ending: "jsonl") { path, stream in
      try sink.write(path) { put in try records.forEach(stream) { try put($0 + "\n") } }
    }
  }
}
