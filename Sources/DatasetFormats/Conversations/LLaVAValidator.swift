package import Checks
package import Diagnostics
package import WorldModel

/// visual-54 for LLaVA's conversations of any maker: `*.json` lists of the folder or of folders of languages. Records
/// without a picture are conversations too.
package struct LLaVAValidator: FormatValidator {
  package static let formed = CheckRule(
    id: "visual-54-llava", name: "llava-is-well-formed",
    summary:
      "LLaVA: conversations have ids of their own, human and gpt speak by turns and say something, and a record with a picture that exists shows it once.",
    unit: "records and turns")
  package static let matched = CheckRule(
    id: "visual-54-llava-native", name: "llava-matches-native",
    summary: "LLaVA's conversations read back say what the native samples' words say, in each language.",
    unit: "pictures and turns")

  package static let slack = 0.0

  package init() {}

  package func read(_ folder: FormatFolder, into finding: inout CheckFinding) throws(DioramaError)
    -> FormatReading
  {
    var reading = FormatReading()
    let files = try folder.files(of: "LLaVA conversations", &finding) { $0.hasSuffix(".json") }
    reading.pictures = folder.pictures(below: "images", &finding)
    for (language, path) in files {
      guard let items = try JSONTree(try folder.bytes(path), name: path).items else {
        finding.expect(false, Violation(item: path, found: "no list", expected: "a list of conversations"))
        continue
      }
      var ids: Set<String> = []
      for (number, item) in items.enumerated() {
        let id = item["id"]?.text ?? item["id"]?.whole.map(String.init) ?? ""
        let place = "\(path), record \(number)"
        finding.expect(
          !id.isEmpty && ids.insert(id).inserted,
          Violation(item: place, found: "id \"\(id.prefix(40))\"", expected: "an id of its own"))
        record(item, place, language, folder, &reading, &finding)
      }
    }
    return reading
  }

  private func record(
    _ item: JSONTree, _ place: String, _ language: String, _ folder: FormatFolder,
    _ reading: inout FormatReading, _ finding: inout CheckFinding
  ) {
    let picture = item["image"]?.text
    let turns = item["conversations"]?.items ?? []
    var said: [FormatReading.Object] = []
    var marks = 0
    for (n, turn) in turns.enumerated() {
      let speaker = n % 2 == 0 ? "human" : "gpt"
      var words = turn["value"]?.text ?? ""
      let parts = words.split(separator: LLaVAFormat.mark, omittingEmptySubsequences: false)
      marks += parts.count - 1
      if parts.count > 1 {
        words = parts.joined()
        while words.first?.isNewline == true { words.removeFirst() }
      }
      finding.expect(
        turn["from"]?.text == speaker && !words.allSatisfy(\.isWhitespace),
        Violation(
          item: place, found: "turn \(n) of \(turn["from"]?.text ?? "nobody")",
          expected: "words of \(speaker)"))
      said.append(
        .init(
          place: place, category: "\(n % 2 == 0 ? "user" : "assistant"): \(words)", numbers: [Double(n / 2)]))
    }
    let exists = picture.map { FormatFolder.isInside($0) && folder.pictureSize($0) != nil } ?? true
    finding.expect(
      !turns.isEmpty && turns.count % 2 == 0 && exists && marks == (picture == nil ? 0 : 1),
      Violation(
        item: place, found: "\(turns.count) turns with \(marks) pictures, \(picture?.prefix(80) ?? "none")",
        expected: "a reply to each turn, and one place for a picture that exists"))
    guard let picture else { return }
    for object in said { reading.append(object, to: picture, language) }
  }

  package func expected(of sample: Sample, _ options: FormatOptions) throws -> [String: FormatReading.Picture]
  {
    try ConversationFormat.expected(of: sample, options)
  }
}
