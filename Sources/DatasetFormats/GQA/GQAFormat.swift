import Annotations
import Encodings
import GroundedLanguage
import VectorMath
package import WorldModel

/// GQA (Hudson and Manning 2019): scene graphs, and questions with their semantics, a folder a language.
///
/// `images/IMAGEID.png`, `LANGUAGE/SIDE_sceneGraphs.json` and `LANGUAGE/SIDE_balanced_questions.json`: names, attributes and
/// arguments of operations are words of the language. Image ids are the numbers of the format `coco`; a question's id is
/// image id × 1000 + its number in the view; ids of objects are instances. Both ids are texts, as in GQA.
///
/// A graph has what is clearly seen, with the attributes and relations that are sure. `groups.local` names the block of
/// questions that hold each other in balance. `annotations` speak of words, in Chinese of characters; where a phrase means
/// several things their ids stand with commas. `fullAnswer` is the short answer as a sentence.
package struct GQAFormat: DatasetFormat {
  package static let name = "gqa"
  package static let summary = "GQA: questions with semantic steps, scene graphs, a folder a language"
  package static let requiredLabels = [LabelNames.rgb]
  package static let optionalLabels = [QuestionsLabel.name] + GroundedLanguageLabels.sources
  /// Boxes that cross the border of a picture are no boxes.
  package static let lenses: Set<Projection> = [.pinhole, .brownConrady, .fisheye]
  package static var validator: any FormatValidator { GQAValidator() }

  let options: FormatOptions

  package init(options: FormatOptions) { self.options = options }

  package func fragment(for sample: Sample) throws -> FormatFragment {
    try FormatFragment(ofWords: [QuestionsLabel.self], in: sample, options, for: Self.name, path: Self.path) {
      out, view, picture in
      out.records.append(FormatRecord("images/\(picture.side)", ""))
      guard let label = view.labels[QuestionsLabel.self] else { return }
      let ego = label.egoVelocity.flatMap { $0.count == 3 ? Vector3($0[0], $0[1], $0[2]) : nil }
      let facts = SceneFacts(view, egoVelocity: ego)
      let executor = ProgramExecutor(facts)
      let tongues = Tongue.allCases.filter { tongue in
        label.entries.contains { $0.texts.said(in: tongue) != nil }
      }
      for tongue in tongues {
        let graph = GQASceneGraph(facts: facts, tongue: tongue)
        out.records.append(
          FormatRecord("graphs/\(tongue.rawValue)/\(picture.side)", "\"\(picture.id)\":" + graph.json.text))
      }
      for (n, entry) in label.entries.enumerated() {
        guard let program = Program(entry.program) else { continue }
        for tongue in tongues {
          guard let said = entry.texts.said(in: tongue) else { continue }
          let id = String(try picture.number(n))
          let semantics = GQAProgram(program, tongue) { executor.instances(of: $0) }
          out.records.append(
            FormatRecord(
              "questions/\(tongue.rawValue)/\(picture.side)",
              "\"\(id)\":" + Self.question(id, picture, entry, said, program, semantics).text))
        }
      }
    }
  }

  static func path(_ picture: ViewPicture) -> String { "images/\(picture.id).png" }

  private static func question(
    _ id: String, _ picture: ViewPicture, _ entry: QuestionsLabel.Entry, _ said: GroundedText,
    _ program: Program, _ semantics: GQAProgram
  ) -> JSONText {
    let answer = said.answer ?? entry.answer
    let words = GQAQuestion.annotations(said, semantics.tongue).map { ($0.words, JSONText.string($0.ids)) }
    let sentence = answer.prefix(1).uppercased() + answer.dropFirst()
    return .object([
      ("imageId", .string(String(picture.id))), ("question", .string(said.text)), ("answer", .string(answer)),
      ("fullAnswer", .string(sentence + (semantics.tongue == .chinese ? "。" : "."))),
      ("isBalanced", .bool(true)),
      (
        "groups",
        .object([
          ("global", .string(entry.family)), ("local", .string("\(picture.id)-\(entry.block)")),
        ])
      ),
      ("types", GQAQuestion.types(program, family: entry.family)),
      (
        "annotations",
        .object([("question", .object(words)), ("answer", .object([])), ("fullAnswer", .object([]))])
      ),
      ("semantic", semantics.json), ("semanticStr", .string(semantics.text)),
      ("entailed", .array([])), ("equivalent", .array([.string(id)])),
    ])
  }

  package func assemble(_ records: any FormatRecordSource, into sink: any FormatSink) throws {
    let tongues = try records.tongues(of: "graphs")
    try sink.writeLanguages(tongues)
    for side in try records.sides(of: "images") {
      for tongue in tongues.map(\.rawValue) {
        for (stream, name) in [("graphs", "sceneGraphs"), ("questions", "balanced_questions")] {
          try sink.write("\(tongue)/\(side)_\(name).json") { put in
            try records.putList("\(stream)/\(tongue)/\(side)", put, brackets: ("{", "}\n"))
          }
        }
      }
    }
  }
}

extension ProgramExecutor {
  /// The instances that are surely in a set, ascending; none where an anchor is not unique.
  func instances(of set: ObjectSet) -> [UInt32] {
    guard let members = members(set) else { return [] }
    return members.indices.filter { members[$0] == .yes }.map { facts.objects[$0].instance }
  }
}
