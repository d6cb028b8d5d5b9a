import Annotations
package import Checks
package import Diagnostics
import GroundedLanguage
package import WorldModel

/// visual-54 for GQA of any maker: `*questions*.json` with `*_sceneGraphs.json` beside, in the folder, in `questions` and
/// `sceneGraphs`, or in folders of languages. Pictures are asked for where there is a folder `images`.
package struct GQAValidator: FormatValidator {
  package static let formed = CheckRule(
    id: "visual-54-gqa", name: "gqa-is-well-formed",
    summary:
      "GQA: scene graphs have pictures, boxes inside them and relations to what is there; questions have words, an answer, semantic steps that take earlier ones, and name objects of their picture's graph.",
    unit: "graphs, objects, questions and steps")
  package static let matched = CheckRule(
    id: "visual-54-gqa-native", name: "gqa-matches-native",
    summary:
      "GQA read back has the native samples' things where they are clearly seen, and their questions and answers, in each language.",
    unit: "pictures, things and questions")

  package static let slack = 0.0

  package init() {}

  package func read(_ folder: FormatFolder, into finding: inout CheckFinding) throws(DioramaError)
    -> FormatReading
  {
    var reading = FormatReading()
    let inner = ["questions", "sceneGraphs"]
    let graphs = try folder.files(inner: inner, of: "GQA scene graphs", &finding) {
      $0.hasSuffix("_sceneGraphs.json")
    }
    reading.pictures = folder.pictures(below: "images", &finding)
    let hasPictures = !reading.pictures.isEmpty
    /// By language and image the ids of objects.
    var known: [String: [String: Set<String>]] = [:]
    for (language, path) in graphs {
      let tree = try JSONTree(try folder.bytes(path), name: path)
      for (image, graph) in tree.members {
        let place = "\(path), image \(image.prefix(40))"
        let picture = ["png", "jpg"].map { "images/\(image).\($0)" }.first { reading.pictures[$0] != nil }
        finding.expect(
          picture != nil || !hasPictures,
          Violation(item: place, found: "no picture", expected: "images/\(image.prefix(40)).png"))
        let size = picture.flatMap { reading.pictures[$0] }
        finding.expect(
          graph["objects"]?.isObject == true
            && (size.map { $0.width == graph["width"]?.whole && $0.height == graph["height"]?.whole } ?? true),
          Violation(
            item: place, found: "no objects, or another size",
            expected: size.map { "objects in \($0.width) × \($0.height)" } ?? "objects"))
        let objects = graph["objects"]?.members ?? []
        let ids = Set(objects.map(\.key))
        known[language, default: [:]][image] = ids
        for (id, object) in objects {
          let found = self.object(object, "\(place), object \(id.prefix(20))", graph, ids, id, &finding)
          if let picture { reading.append(found, to: picture, language) }
        }
      }
    }
    let files = try folder.files(inner: inner, of: "GQA questions", &finding) {
      $0.hasSuffix("_questions.json")
    }
    for (language, path) in files {
      let tree = try JSONTree(try folder.bytes(path), name: path)
      finding.expect(
        tree.isObject, Violation(item: path, found: "no object", expected: "questions by their ids"))
      for (id, item) in tree.members {
        let image = item["imageId"]?.text ?? ""
        let place = "\(path), question \(id.prefix(40))"
        let found = question(item, place, id, known[language]?[image], &finding)
        let picture = ["png", "jpg"].map { "images/\(image).\($0)" }.first { reading.pictures[$0] != nil }
        finding.expect(
          picture != nil || !hasPictures,
          Violation(
            item: place, found: "imageId \(image.prefix(40))", expected: "the name of a picture"))
        if let picture { reading.append(found, to: picture, language) }
      }
    }
    return reading
  }

  private func object(
    _ item: JSONTree, _ place: String, _ graph: JSONTree, _ ids: Set<String>, _ id: String,
    _ finding: inout CheckFinding
  ) -> FormatReading.Object {
    let box = ["x", "y", "w", "h"].map { item[$0]?.number ?? -1 }
    let (width, height) = (graph["width"]?.number ?? .infinity, graph["height"]?.number ?? .infinity)
    finding.expect(
      item["name"]?.text?.isEmpty == false && box.allSatisfy { $0 >= 0 } && box[0] + box[2] <= width
        && box[1] + box[3] <= height,
      Violation(
        item: place, found: "\(item["name"]?.text ?? "no name") at \(box)",
        expected: "a name, and x, y, w, h inside the picture"))
    for relation in item["relations"]?.items ?? [] {
      let other = relation["object"]?.text ?? ""
      finding.expect(
        ids.contains(other) && other != id && relation["name"]?.text?.isEmpty == false,
        Violation(
          item: place, found: "\(relation["name"]?.text ?? "nothing") \(other.prefix(20))",
          expected: "a relation to another object of the graph"))
    }
    let attributes = (item["attributes"]?.items ?? []).map { $0.text ?? "" }
    return .init(
      place: place, category: ([item["name"]?.text ?? ""] + attributes).joined(separator: " "), box: box,
      numbers: [Double(id) ?? -1])
  }

  private func question(
    _ item: JSONTree, _ place: String, _ id: String, _ ids: Set<String>?, _ finding: inout CheckFinding
  ) -> FormatReading.Object {
    let (words, answer) = (item["question"]?.text ?? "", item["answer"]?.text ?? "")
    finding.expect(
      !words.allSatisfy(\.isWhitespace) && !answer.allSatisfy(\.isWhitespace),
      Violation(
        item: place, found: "\"\(words.prefix(40))\" → \"\(answer)\"", expected: "words on both sides"))
    for (number, step) in (item["semantic"]?.items ?? []).enumerated() {
      let inputs = step["dependencies"]?.items?.map { $0.whole ?? -1 }
      let argument = step["argument"]?.text
      finding.expect(
        step["operation"]?.text?.isEmpty == false && argument != nil
          && (inputs ?? [-1]).allSatisfy { (0..<number).contains($0) },
        Violation(
          item: "\(place), step \(number)", found: "dependencies \(inputs ?? [])",
          expected: "an operation on earlier steps, and its argument"))
      let unknown = Self.ids(in: argument ?? "").first { ids?.contains($0) == false }
      finding.expect(
        unknown == nil,
        Violation(
          item: "\(place), step \(number)", found: "object \(unknown ?? "")",
          expected: "objects of the picture's graph"))
    }
    for (key, value) in item["annotations"]?["question"]?.members ?? [] {
      let ends = key.split(separator: ":").map { Int($0) ?? -1 }
      let id = value.text ?? ""
      let count = words.count
      finding.expect(
        (1...2).contains(ends.count) && ends.allSatisfy { (0...count).contains($0) }
          && (ends.count == 1 || ends[0] < ends[1])
          && id.split(separator: ",").allSatisfy { ids?.contains(String($0)) ?? true },
        Violation(
          item: place, found: "annotation \(key.prefix(20)): \(id.prefix(40))",
          expected: "words of the question, objects of the graph"))
    }
    let types = ["structural", "semantic", "detailed"].map { item["types"]?[$0]?.text ?? "" }
    return .init(
      place: place, category: "\(words) \(answer): \(item["semanticStr"]?.text ?? "") (\(types[2]))",
      numbers: [Double(id) ?? -1])
  }

  /// The ids in an argument such as `horse,to the left of,s (447018)`.
  private static func ids(in argument: String) -> [String] {
    guard argument.hasSuffix(")"), let open = argument.lastIndex(of: "(") else { return [] }
    return argument[argument.index(after: open)...].dropLast().split(separator: ",")
      .map { $0.filter { !$0.isWhitespace } }.filter { $0 != "-" && $0.allSatisfy(\.isNumber) }
  }

  package func expected(of sample: Sample, _ options: FormatOptions) throws -> [String: FormatReading.Picture]
  {
    try .words(of: sample, options, path: GQAFormat.path) { view, picture, tongue in
      guard let label = view.labels[QuestionsLabel.self],
        label.entries.contains(where: { $0.texts.said(in: tongue) != nil })
      else { return [] }
      let executor = ProgramExecutor(SceneFacts(view, egoVelocity: nil))
      let facts = executor.facts
      let graph = GQASceneGraph(facts: facts, tongue: tongue)
      let things = facts.objects.indices.filter { facts.objects[$0].isClear }.map { i in
        let o = facts.objects[i]
        return FormatReading.Object(
          category: ([FactWords.name(o.category, tongue)] + graph.attributes(of: i)).joined(separator: " "),
          box: [o.box.x, o.box.y, o.box.width, o.box.height].map(Double.init), numbers: [Double(o.instance)])
      }
      return try things
        + label.entries.enumerated().compactMap { n, entry in
          guard let said = entry.texts.said(in: tongue), let program = Program(entry.program) else {
            return nil
          }
          let semantics = GQAProgram(program, tongue) { executor.instances(of: $0) }
          return .init(
            category: "\(said.text) \(said.answer ?? entry.answer): \(semantics.text) (\(entry.family))",
            numbers: [Double(try picture.number(n))])
        }
    }
  }
}
