import Annotations
import Encodings
import GroundedLanguage
package import WorldModel

/// CLEVR v1.0 (Johnson et al. 2017): questions with functional programs, and scenes over which they run.
///
/// `images/SIDE/CLEVR_SIDE_000000.png`, `scenes/CLEVR_SIDE_scenes.json` and `LANGUAGE/CLEVR_SIDE_questions.json`. As in CLEVR,
/// `image_index` is the place of the picture's scene in the list of its side, from 0, and `question_index` that of the
/// question; the numbers in names of pictures are those of the format `coco` less one.
///
/// Programs are those of `CLEVRProgram`. Their values, and those of the scenes' objects, are words of the native labels in
/// every language; `answer` is what people say in the language, `answer_value` what the program comes to. An object has
/// CLEVR's fields (`shape` is its class, `size` large from a metre's diagonal, `material` not known) and what else is sure of
/// it; `kinds` are the wider kinds that `filter_shape` may name. `relationships` are those of the native labels: `left` and
/// `right` in the picture, `closer` and `farther` from the camera, and so on. `question_family_index` numbers the families
/// in the order of `question_family`.
package struct CLEVRFormat: DatasetFormat {
  package static let name = "clevr"
  package static let summary = "CLEVR: questions with functional programs, scenes that answer them"
  package static let requiredLabels = [LabelNames.rgb]
  package static let optionalLabels = [QuestionsLabel.name] + GroundedLanguageLabels.sources
  /// Boxes that cross the border of a picture are no boxes.
  package static let lenses: Set<Projection> = [.pinhole, .brownConrady, .fisheye]
  package static var validator: any FormatValidator { CLEVRValidator() }

  let options: FormatOptions

  package init(options: FormatOptions) { self.options = options }

  package func fragment(for sample: Sample) throws -> FormatFragment {
    try FormatFragment(ofWords: [QuestionsLabel.self], in: sample, options, for: Self.name, path: Self.path) {
      out, view, picture in
      // Scenes and questions in one stream: questions count the scenes before them.
      let stream = "items/\(picture.side)"
      let head: [(String, JSONText)] = [
        ("split", .string(picture.side)), ("image_filename", .string(Self.name(picture))),
      ]
      out.records.append(
        FormatRecord(stream, "scene|" + JSONText.object(head + CLEVRScene(view).members).text))
      for entry in view.labels[QuestionsLabel.self]?.entries ?? [] {
        guard let program = Program(entry.program) else { continue }
        for tongue in Tongue.allCases {
          guard let said = entry.texts.said(in: tongue) else { continue }
          let question = JSONText.object(
            head + [
              ("question", .string(said.text)), ("answer", .string(said.answer ?? entry.answer)),
              ("answer_value", .string(entry.answer)), ("program", CLEVRProgram(program).json),
              ("question_family_index", .int(Self.number(ofFamily: entry.family))),
              ("question_family", .string(entry.family)),
            ])
          out.records.append(FormatRecord(stream, "\(tongue.rawValue)|" + question.text))
          out.records.append(FormatRecord("said/\(tongue.rawValue)/\(picture.side)", ""))
        }
      }
    }
  }

  /// Of the picture's file.
  static func name(_ picture: ViewPicture) -> String {
    "CLEVR_\(picture.side)_\(FileNames.number(picture.id - 1)).png"
  }

  static func path(_ picture: ViewPicture) -> String { "images/\(picture.side)/\(name(picture))" }

  /// Its place among all families; their number for one that is none.
  static func number(ofFamily family: String) -> Int {
    QuestionFamily.allCases.firstIndex { $0.rawValue == family } ?? QuestionFamily.allCases.count
  }

  package func assemble(_ records: any FormatRecordSource, into sink: any FormatSink) throws {
    let tongues = try records.tongues(of: "said")
    try sink.writeLanguages(tongues)
    for side in try records.sides(of: "items") {
      let info = JSONText.object([
        ("split", .string(side)), ("license", .string("")), ("version", .string("1.0")),
        ("description", .string(options.title)),
      ])
      let head = "{\"info\":" + info.text + ",\n"
      try sink.write("scenes/CLEVR_\(side)_scenes.json") { put in
        try put(head + "\"scenes\":")
        var index = -1
        try records.putList("items/\(side)", put) { record in
          guard record.hasPrefix("scene|") else { return nil }
          index += 1
          return JSONText.prefixed(record.dropFirst(6), [("image_index", .int(index))])
        }
        try put("}\n")
      }
      for tongue in tongues.map(\.rawValue) {
        try sink.write("\(tongue)/CLEVR_\(side)_questions.json") { put in
          try put(head + "\"questions\":")
          var (image, question) = (-1, -1)
          try records.putList("items/\(side)", put) { record in
            if record.hasPrefix("scene|") { image += 1 }
            guard record.hasPrefix("\(tongue)|") else { return nil }
            question += 1
            return JSONText.prefixed(
              record.dropFirst(tongue.count + 1),
              [("image_index", .int(image)), ("question_index", .int(question))])
          }
          try put("}\n")
        }
      }
    }
  }
}
