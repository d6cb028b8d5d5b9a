import Annotations
import Encodings
import GroundedLanguage
package import WorldModel

/// VQA v2 (Goyal et al. 2017), as its interface reads it: questions and, apart, their answers, a folder a language.
///
/// `Images/diorama/SIDE/diorama_SIDE_000000000001.png`; `LANGUAGE/Questions/v2_OpenEnded_diorama_SIDE_questions.json` and
/// `LANGUAGE/Annotations/v2_diorama_SIDE_annotations.json`: VQA's `dataType` is `diorama`, its `dataSubType` the side, its
/// directory the language's. Image ids are those of the format `coco`; a question's id is image id × 1000 + its number in the
/// view, the same in every language.
///
/// Ten people answer each question of VQA; here the ten answers are the one that the program comes to, as sure as can be.
/// `question_type` is the family, within which every answer is equally frequent; `answer_type` is `yes/no`, `number` or
/// `other`. English answers have the form in which the evaluation compares them (`VQAAnswer`).
package struct VQAFormat: DatasetFormat {
  package static let name = "vqa2"
  package static let summary = "VQA v2: questions and ten agreeing answers each, a folder a language"
  package static let requiredLabels = [LabelNames.rgb]
  package static let optionalLabels = [QuestionsLabel.name]
  /// Questions need no lens.
  package static let lenses = Set(Projection.allCases)
  package static var validator: any FormatValidator { VQAValidator() }

  let options: FormatOptions

  package init(options: FormatOptions) { self.options = options }

  package func fragment(for sample: Sample) throws -> FormatFragment {
    try FormatFragment(ofWords: [QuestionsLabel.self], in: sample, options, for: Self.name, path: Self.path) {
      out, view, picture in
      out.records.append(FormatRecord("images/\(picture.side)", ""))
      for (n, entry) in (view.labels[QuestionsLabel.self]?.entries ?? []).enumerated() {
        let ids: [(String, JSONText)] = [
          ("image_id", .int(picture.id)), ("question_id", .int(try picture.number(n))),
        ]
        for tongue in Tongue.allCases {
          guard let said = entry.texts.said(in: tongue) else { continue }
          let question = JSONText.object(ids + [("question", .string(said.text))])
          out.records.append(
            FormatRecord("questions/\(tongue.rawValue)/\(picture.side)", question.text))
          let answer = VQAAnswer(said.answer ?? entry.answer, to: entry.program, tongue)
          out.records.append(
            FormatRecord(
              "answers/\(tongue.rawValue)/\(picture.side)", Self.annotation(answer, entry.family, ids).text))
        }
      }
    }
  }

  static func path(_ picture: ViewPicture) -> String {
    "Images/diorama/\(picture.side)/diorama_\(picture.side)_\(picture.paddedID).png"
  }

  private static func annotation(
    _ answer: VQAAnswer, _ family: String, _ ids: [(String, JSONText)]
  ) -> JSONText {
    let ten = (1...10).map { n in
      JSONText.object([
        ("answer", .string(answer.text)), ("answer_confidence", .string("yes")), ("answer_id", .int(n)),
      ])
    }
    return .object(
      ids + [
        ("question_type", .string(family.replacing("_", with: " "))),
        ("answer_type", .string(answer.kind.rawValue)), ("multiple_choice_answer", .string(answer.text)),
        ("answers", .array(ten)),
      ])
  }

  package func assemble(_ records: any FormatRecordSource, into sink: any FormatSink) throws {
    let tongues = try records.tongues(of: "questions")
    try sink.writeLanguages(tongues)
    let sides = try records.sides(of: "images")
    for tongue in tongues.map(\.rawValue) {
      for side in sides {
        let info = JSONText.object([
          ("description", .string(options.title)), ("version", .string("2.0")),
          ("contributor", .string("Diorama")), ("language", .string(tongue)),
        ])
        let license = JSONText.object([("name", .string("")), ("url", .string(""))])
        let head =
          "{\"info\":" + info.text + ",\n\"license\":" + license.text
          + ",\n\"data_type\":\"diorama\",\"data_subtype\":\"\(side)\",\n"
        try sink.write("\(tongue)/Questions/v2_OpenEnded_diorama_\(side)_questions.json") { put in
          try put(head + "\"task_type\":\"Open-Ended\",\n\"questions\":")
          try records.putList("questions/\(tongue)/\(side)", put)
          try put("}\n")
        }
        try sink.write("\(tongue)/Annotations/v2_diorama_\(side)_annotations.json") { put in
          try put(head + "\"annotations\":")
          try records.putList("answers/\(tongue)/\(side)", put)
          try put("}\n")
        }
      }
    }
  }
}
