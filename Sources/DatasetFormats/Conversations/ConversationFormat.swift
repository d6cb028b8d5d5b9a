import Annotations
import Encodings
import GroundedLanguage
import WorldModel

/// What formats of conversations about pictures have in common: which labels they are made of, and the conversation of each
/// view in each language.
enum ConversationFormat {
  static let labels: [any StructuredLabel.Type] = [
    CaptionLabel.self, ReferringLabel.self, QuestionsLabel.self,
  ]

  /// - Parameter record: a conversation in the format's own form.
  static func fragment(
    for sample: Sample, _ options: FormatOptions, name: String,
    record: (_ picture: ViewPicture, _ dialogue: PictureDialogue, _ tongue: Tongue) -> JSONText
  ) throws -> FormatFragment {
    try FormatFragment(ofWords: labels, in: sample, options, for: name) { out, view, picture in
      out.records.append(FormatRecord("images/\(picture.side)", ""))
      for tongue in Tongue.allCases {
        guard let dialogue = dialogue(of: view, tongue, picture) else { continue }
        out.records.append(
          FormatRecord(
            "talks/\(tongue.rawValue)/\(picture.side)", record(picture, dialogue, tongue).text))
      }
    }
  }

  static func dialogue(of view: Sample.View, _ tongue: Tongue, _ picture: ViewPicture) -> PictureDialogue? {
    let words = LabelledWords(
      captions: view.labels[CaptionLabel.self]?.entries ?? [],
      expressions: view.labels[ReferringLabel.self]?.entries ?? [],
      questions: view.labels[QuestionsLabel.self]?.entries ?? [], width: picture.width,
      height: picture.height)
    return PictureDialogue(words, tongue, number: picture.id)
  }

  /// A conversation's name, the same in every language.
  static func id(_ picture: ViewPicture) -> String { "\(picture.side)-\(picture.stem)" }

  /// What reading either format must give.
  static func expected(
    of sample: Sample, _ options: FormatOptions
  ) throws -> [String: FormatReading.Picture] {
    try .words(of: sample, options, path: \.path) { view, picture, tongue in
      said(dialogue(of: view, tongue, picture)?.turns ?? [])
    }
  }

  /// What a reader finds of turns.
  static func said(_ turns: [PictureDialogue.Turn]) -> [FormatReading.Object] {
    turns.enumerated().flatMap { n, turn in
      [("user", turn.user), ("assistant", turn.assistant)].map { role, text in
        FormatReading.Object(category: "\(role): \(text)", numbers: [Double(n)])
      }
    }
  }

  /// The languages and sides of what was said, with the path of each file to write.
  static func forEachFile(
    _ records: any FormatRecordSource, _ sink: any FormatSink, ending: String,
    _ body: (_ path: String, _ stream: String) throws -> Void
  ) throws {
    let tongues = try records.tongues(of: "talks")
    try sink.writeLanguages(tongues)
    for side in try records.sides(of: "images") {
      for tongue in tongues.map(\.rawValue) {
        try body("\(tongue)/\(side).\(ending)", "talks/\(tongue)/\(side)")
      }
    }
  }
}
