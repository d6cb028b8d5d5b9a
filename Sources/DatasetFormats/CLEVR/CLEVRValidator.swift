import Annotations
package import Checks
package import Diagnostics
import Geometry
import GroundedLanguage
package import WorldModel

/// visual-54 for CLEVR of any maker: scenes in `scenes`, questions in `questions` or in folders of languages. Every program
/// is run over its scene.
package struct CLEVRValidator: FormatValidator {
  package static let formed = CheckRule(
    id: "visual-54-clevr", name: "clevr-is-well-formed",
    summary:
      "CLEVR: scenes have pictures, indices of their own and relations between things that are there; questions name a scene, and their programs, run over it, come to their answers.",
    unit: "scenes and questions")
  package static let matched = CheckRule(
    id: "visual-54-clevr-native", name: "clevr-matches-native",
    summary:
      "CLEVR read back has the native samples' things where they are clearly seen, and their questions, programs and answers in each language.",
    unit: "pictures, things and questions")

  package static let slack = 1e-6

  package init() {}

  /// A scene with its picture.
  private struct Scene {
    var executor: CLEVRExecutor?
    var name: String
    var path: String
  }

  package func read(_ folder: FormatFolder, into finding: inout CheckFinding) throws(DioramaError)
    -> FormatReading
  {
    var reading = FormatReading()
    let files = try folder.files(inner: ["questions"], of: "CLEVR questions", &finding) {
      $0.hasSuffix("_questions.json")
    }
    reading.pictures = folder.pictures(below: "images", &finding)
    var scenes: [String: [Int: Scene]] = [:]
    for name in folder.names(in: "scenes") where name.hasSuffix("_scenes.json") {
      let path = "scenes/" + name
      let side = name.replacing("_scenes.json", with: "")
      let tree = try JSONTree(try folder.bytes(path), name: path)
      for (number, item) in (tree["scenes"]?.items ?? []).enumerated() {
        let scene = self.scene(item, "\(path), scene \(number)", &reading, &finding)
        let index = item["image_index"]?.whole ?? -1
        finding.expect(
          scenes[side]?[index] == nil && index >= 0,
          Violation(
            item: "\(path), scene \(number)", found: "image_index \(index)", expected: "one of its own"))
        scenes[side, default: [:]][index] = scene
      }
    }
    for (language, path) in files {
      let tree = try JSONTree(try folder.bytes(path), name: path)
      let items = tree["questions"]?.items
      finding.expect(
        items != nil, Violation(item: path, found: "no questions", expected: "a list of questions"))
      let side = (path.split(separator: "/").last.map(String.init) ?? "")
        .replacing("_questions.json", with: "")
      for (number, item) in (items ?? []).enumerated() {
        let scene = item["image_index"]?.whole.flatMap { scenes[side]?[$0] }
        question(item, "\(path), question \(number)", language, scene, &reading, &finding)
      }
    }
    return reading
  }

  private func scene(
    _ item: JSONTree, _ place: String, _ reading: inout FormatReading, _ finding: inout CheckFinding
  ) -> Scene {
    let name = item["image_filename"]?.text ?? ""
    let path = ["images/\(item["split"]?.text ?? "")/", "images/"].map { $0 + name }
      .first { reading.pictures[$0] != nil }
    let executor = CLEVRExecutor(item)
    finding.expect(
      path != nil && executor != nil,
      Violation(
        item: place, found: path == nil ? "no picture \(name.prefix(80))" : "relations that name nothing",
        expected: "a picture, objects, and a list for each of them in every relation"))
    guard let path, let known = reading.pictures[path] else {
      return Scene(executor: executor, name: name, path: "")
    }
    for (i, object) in (executor?.objects ?? []).enumerated() {
      let box = object["bbox"]?.numbers ?? []
      finding.expect(
        object["shape"]?.text?.isEmpty == false
          && (object["bbox"] == nil
            || box.count == 4 && box[0] >= 0 && box[1] >= 0
              && box[0] + box[2] <= Double(known.width) && box[1] + box[3] <= Double(known.height)),
        Violation(
          item: "\(place), object \(i)", found: "shape \(object["shape"]?.text ?? "missing"), bbox \(box)",
          expected: "a shape, a box in the picture"))
      reading.pictures[path]?.objects.append(
        .init(
          place: "\(place), object \(i)",
          category: "\(object["shape"]?.text ?? "") \(object["color"]?.text ?? "")", box: box,
          numbers: [object["instance"]?.number ?? -1] + (object["3d_coords"]?.numbers ?? [])))
    }
    return Scene(executor: executor, name: name, path: path)
  }

  private func question(
    _ item: JSONTree, _ place: String, _ language: String, _ scene: Scene?, _ reading: inout FormatReading,
    _ finding: inout CheckFinding
  ) {
    let words = item["question"]?.text ?? ""
    finding.expect(
      scene.map { $0.name == item["image_filename"]?.text } ?? false && !words.allSatisfy(\.isWhitespace),
      Violation(
        item: place,
        found:
          "image_index \(item["image_index"]?.number.map { "\($0)" } ?? "missing"), \(item["image_filename"]?.text ?? "")",
        expected: "words about a listed scene's picture"))
    let answer = (item["answer_value"] ?? item["answer"])?.text
    // Questions of tests have neither programs nor answers.
    if let program = item["program"] {
      let found = scene?.executor?.answer(program)
      finding.expect(
        found != nil && found == answer,
        Violation(
          item: place, found: "answer \(answer ?? "missing")",
          expected: found ?? "a program that comes to an answer"))
    }
    guard let scene, !scene.path.isEmpty else { return }
    let functions = (item["program"]?.items ?? []).map { $0["function"]?.text ?? "" }
    reading.append(
      .init(
        place: place,
        category:
          "\(words) \(item["answer"]?.text ?? "") = \(answer ?? ""): \(functions.joined(separator: " "))",
        numbers: [item["question_family_index"]?.number ?? -1]), to: scene.path, language)
  }

  package func expected(of sample: Sample, _ options: FormatOptions) throws -> [String: FormatReading.Picture]
  {
    var out: [String: FormatReading.Picture] = try .words(of: sample, options, path: CLEVRFormat.path) {
      view, _, tongue in
      (view.labels[QuestionsLabel.self]?.entries ?? []).compactMap { entry in
        guard let said = entry.texts.said(in: tongue), let program = Program(entry.program) else {
          return nil
        }
        let functions = CLEVRProgram(program).steps.map(\.function).joined(separator: " ")
        return .init(
          category: "\(said.text) \(said.answer ?? entry.answer) = \(entry.answer): \(functions)",
          numbers: [Double(CLEVRFormat.number(ofFamily: entry.family))])
      }
    }
    for view in sample.views {
      let facts = SceneFacts(view, egoVelocity: nil)
      out[CLEVRFormat.path(try ViewPicture(view, of: sample, options))]?.objects =
        facts.objects.indices.filter { facts.objects[$0].isClear }.map { i in
          let o = facts.objects[i]
          return .init(
            category: "\(o.category) \(facts.sureValue(of: .colour, i) ?? "")",
            box: [o.box.x, o.box.y, o.box.width, o.box.height].map(Double.init),
            numbers: [Double(o.instance)]
              + (o.bounds.map { [$0.center.x, $0.center.y, $0.center.z] } ?? []))
        }
    }
    return out
  }
}
