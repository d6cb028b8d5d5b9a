package import Checks
package import Diagnostics
import GroundedLanguage
package import WorldModel

/// visual-54 for VQA of any maker: `*_questions.json` with `*_annotations.json`, in the folder, in `Questions` and
/// `Annotations`, or in folders of languages. Pictures are asked for where there is a folder `Images`.
package struct VQAValidator: FormatValidator {
  package static let formed = CheckRule(
    id: "visual-54-vqa2", name: "vqa2-is-well-formed",
    summary:
      "VQA: questions have words and ids of their own, pictures exist, each question is answered once, by ten people, and what most of them say is the answer.",
    unit: "questions and annotations")
  package static let matched = CheckRule(
    id: "visual-54-vqa2-native", name: "vqa2-matches-native",
    summary: "VQA read back has the native samples' questions and answers in each language.",
    unit: "pictures and questions")

  package static let slack = 0.0

  package init() {}

  package func read(_ folder: FormatFolder, into finding: inout CheckFinding) throws(DioramaError)
    -> FormatReading
  {
    var reading = FormatReading()
    let files = try folder.files(inner: ["Questions"], of: "VQA questions", &finding) {
      $0.hasSuffix("_questions.json")
    }
    reading.pictures = folder.pictures(below: "Images", &finding)
    let hasPictures = !reading.pictures.isEmpty
    let pictures = Dictionary(
      reading.pictures.keys.sorted().compactMap { path in Self.number(path).map { ($0, path) } }
    ) { a, _ in a }
    var ids: [String: Set<Int>] = [:]
    for (language, path) in files {
      let tree = try JSONTree(try folder.bytes(path), name: path)
      let annotations = path.replacing("_questions.json", with: "_annotations.json")
        .replacing("OpenEnded_", with: "").replacing("MultipleChoice_", with: "")
        .replacing("Questions/", with: "Annotations/")
      var answers: [Int: JSONTree] = [:]
      if folder.isFile(annotations) {
        let answered = try JSONTree(try folder.bytes(annotations), name: annotations)
        answers = answer(answered["annotations"]?.items, annotations, &finding)
      }
      let isAnswered = folder.isFile(annotations)
      let items = tree["questions"]?.items
      finding.expect(
        items != nil, Violation(item: path, found: "no questions", expected: "a list of questions"))
      for (number, item) in (items ?? []).enumerated() {
        let id = item["question_id"]?.whole
        let place = "\(path), question \(id.map(String.init) ?? "number \(number)")"
        let (image, question) = (item["image_id"]?.whole, item["question"]?.text ?? "")
        finding.expect(
          id.map { ids[language, default: []].insert($0).inserted } ?? false
            && !question.allSatisfy(\.isWhitespace),
          Violation(
            item: place, found: "\"\(question.prefix(40))\"", expected: "words, and an id of its own"))
        let picture = image.flatMap { pictures[$0] }
        finding.expect(
          image != nil && (picture != nil || !hasPictures),
          Violation(
            item: place, found: "image_id \(item["image_id"]?.number.map { "\($0)" } ?? "missing")",
            expected: "the number of a picture"))
        let answer = id.flatMap { answers.removeValue(forKey: $0) }
        finding.expect(
          !isAnswered || answer.map { $0["image_id"]?.whole == image } ?? false,
          Violation(
            item: place, found: answer == nil ? "no annotation" : "an annotation of another picture",
            expected: "one annotation of the same picture"))
        guard let picture else { continue }
        reading.append(
          .init(
            place: place,
            category:
              "\(question) \(answer?["multiple_choice_answer"]?.text ?? "") (\(answer?["answer_type"]?.text ?? ""), \(answer?["question_type"]?.text ?? ""))",
            numbers: [Double(id ?? -1)]), to: picture, language)
      }
      for id in answers.keys.sorted() {
        finding.expect(
          false,
          Violation(
            item: "\(annotations), annotation \(id)", found: "no question", expected: "a question with the id"
          ))
      }
    }
    return reading
  }

  /// The number at the end of a picture's name.
  private static func number(_ path: String) -> Int? {
    let stem = path.split(separator: "/").last?.split(separator: ".").first ?? ""
    return Int(stem.reversed().prefix { $0.isASCII && $0.isNumber }.reversed().map(String.init).joined())
  }

  /// Annotations by their question.
  private func answer(
    _ items: [JSONTree]?, _ path: String, _ finding: inout CheckFinding
  ) -> [Int: JSONTree] {
    var out: [Int: JSONTree] = [:]
    for (number, item) in (items ?? []).enumerated() {
      let id = item["question_id"]?.whole
      let place = "\(path), annotation \(id.map(String.init) ?? "number \(number)")"
      finding.expect(
        id.map { out[$0] == nil } ?? false,
        Violation(item: place, found: "no question_id, or one a second time", expected: "one a question"))
      if let id { out[id] = item }
      let answers = item["answers"]?.items ?? []
      let isSound = answers.enumerated().allSatisfy { n, answer in
        answer["answer"]?.text != nil && answer["answer_id"]?.whole == n + 1
          && ["yes", "maybe", "no"].contains(answer["answer_confidence"]?.text ?? "")
      }
      finding.expect(
        answers.count == 10 && isSound,
        Violation(
          item: place, found: "\(answers.count) answers",
          expected: "ten, numbered from 1, with a confidence"))
      var counts: [String: Int] = [:]
      for answer in answers { counts[answer["answer"]?.text ?? "", default: 0] += 1 }
      let said = item["multiple_choice_answer"]?.text ?? ""
      let most = counts.values.max()
      finding.expect(
        !said.isEmpty && counts[said] == most,
        Violation(
          item: place, found: "multiple_choice_answer \"\(said.prefix(40))\"",
          expected: "what most of them say"))
      finding.expect(
        VQAAnswer.Kind(rawValue: item["answer_type"]?.text ?? "") != nil
          && item["question_type"]?.text?.isEmpty == false,
        Violation(
          item: place, found: "answer_type \(item["answer_type"]?.text ?? "missing")",
          expected: "yes/no, number or other, and a question_type"))
    }
    return out
  }

  package func expected(of sample: Sample, _ options: FormatOptions) throws -> [String: FormatReading.Picture]
  {
    try .words(of: sample, options, path: VQAFormat.path) { view, picture, tongue in
      try (view.labels[QuestionsLabel.self]?.entries ?? []).enumerated().compactMap { n, entry in
        guard let said = entry.texts.said(in: tongue) else { return nil }
        let answer = VQAAnswer(said.answer ?? entry.answer, to: entry.program, tongue)
        return .init(
          category:
            "\(said.text) \(answer.text) (\(answer.kind.rawValue), \(entry.family.replacing("_", with: " ")))",
          numbers: [Double(try picture.number(n))])
      }
    }
  }
}
