import Annotations
import Encodings
import GroundedLanguage
package import WorldModel

/// LLaVA's conversations (Liu et al. 2023): `LANGUAGE/{train,val}.json`, a list, and `images/{train,val}/*.png`.
///
/// A record has `id`, `image` (relative to the format's folder, which is LLaVA's folder of images) and `conversations`, by
/// turns `human` and `gpt`; the first one has `<image>` on a line of its own, where the picture is shown. What is said is what
/// `multimodal-messages` says.
package struct LLaVAFormat: DatasetFormat {
  package static let name = "llava"
  package static let summary = "LLaVA conversations about pictures, a folder a language"
  package static let requiredLabels = [LabelNames.rgb]
  package static let optionalLabels = ConversationFormat.labels.map { $0.name }
  /// Boxes that cross the border of a picture are no boxes.
  package static let lenses: Set<Projection> = [.pinhole, .brownConrady, .fisheye]
  package static var validator: any FormatValidator { LLaVAValidator() }

  /// Where the picture is shown.
  static let mark = "<image>"

  let options: FormatOptions

  package init(options: FormatOptions) { self.options = options }

  package func fragment(for sample: Sample) throws -> FormatFragment {
    try ConversationFormat.fragment(for: sample, options, name: Self.name) { picture, dialogue, _ in
      func turn(_ speaker: String, _ words: String) -> JSONText {
        .object([("from", .string(speaker)), ("value", .string(words))])
      }
      return .object([
        ("id", .string(ConversationFormat.id(picture))), ("image", .string(picture.path)),
        (
          "conversations",
          .array(
            dialogue.turns.enumerated().flatMap { n, said in
              [
                turn("human", (n == 0 ? Self.mark + "\n" : "") + said.user), turn("gpt", said.assistant),
              ]
            })
        ),
      ])
    }
  }

  package func assemble(_ records: any FormatRecordSource, into sink: any FormatSink) throws {
    try ConversationFormat.forEachFile(records, sink, ending: "json") { path, stream in
      try sink.write(path) { put in
        try records.putList(stream, put)
        try put("\n")
      }
    }
  }
}
