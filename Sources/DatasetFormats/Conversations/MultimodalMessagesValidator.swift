package import Checks
package import Diagnostics
import JSON
package import WorldModel

/// visual-54 for chat records with pictures, of any maker: `*.jsonl` of the folder or of folders of languages.
package struct MultimodalMessagesValidator: FormatValidator {
  package static let formed = CheckRule(
    id: "visual-54-multimodal-messages", name: "multimodal-messages-are-well-formed",
    summary:
      "Chat records: users and assistants speak by turns and say something, users show pictures that exist, in the order of the record's images, and all records have the same columns.",
    unit: "records and messages")
  package static let matched = CheckRule(
    id: "visual-54-multimodal-messages-native", name: "multimodal-messages-match-native",
    summary: "Chat records read back say what the native samples' words say, in each language.",
    unit: "pictures and messages")

  package static let slack = 0.0

  package init() {}

  package func read(_ folder: FormatFolder, into finding: inout CheckFinding) throws(DioramaError)
    -> FormatReading
  {
    var reading = FormatReading()
    let files = try folder.files(of: "chat records", &finding) { $0.hasSuffix(".jsonl") }
    reading.pictures = folder.pictures(below: "images", &finding)
    var columns: [String]?
    for (language, path) in files {
      for (number, line) in try folder.lines(path) {
        let place = "\(path):\(number)"
        guard let item = try? JSONTree(Array(line.utf8), name: place), item.isObject else {
          finding.expect(
            false, Violation(item: place, found: String(line.prefix(40)), expected: "a JSON object"))
          continue
        }
        let names = item.keys.sorted()
        finding.expect(
          columns == nil || names == columns,
          Violation(
            item: place, found: names.joined(separator: ", "),
            expected: (columns ?? []).joined(separator: ", ")))
        columns = columns ?? names
        record(item, place, language, folder, &reading, &finding)
      }
    }
    return reading
  }

  private func record(
    _ item: JSONTree, _ place: String, _ language: String, _ folder: FormatFolder,
    _ reading: inout FormatReading, _ finding: inout CheckFinding
  ) {
    var shown: [String] = []
    var said: [FormatReading.Object] = []
    let messages = item["messages"]?.items ?? []
    for (n, message) in messages.enumerated() {
      let role = n % 2 == 0 ? "user" : "assistant"
      var words: [String] = []
      var isSound = message["role"]?.text == role
      for part in message["content"]?.items ?? [] {
        switch part["type"]?.text {
        case "text": words.append(part["text"]?.text ?? "")
        case "image":
          let path = part["image"]?.text ?? ""
          shown.append(path)
          isSound =
            isSound && role == "user" && FormatFolder.isInside(path) && folder.pictureSize(path) != nil
        default: isSound = false
        }
      }
      finding.expect(
        isSound && words.contains { !$0.allSatisfy(\.isWhitespace) },
        Violation(
          item: place, found: "message \(n) of \(message["role"]?.text ?? "nobody")",
          expected: "words of \(role), pictures of users alone, which exist"))
      said.append(
        .init(
          place: place, category: "\(role): \(words.joined(separator: "\n"))", numbers: [Double(n / 2)]))
    }
    finding.expect(
      !messages.isEmpty && messages.count % 2 == 0 && !shown.isEmpty
        && (item["images"] == nil || item["images"]?.items?.map { $0.text ?? "" } == shown),
      Violation(
        item: place, found: "\(messages.count) messages that show \(shown.prefix(3))",
        expected: "a reply to each message, and the pictures of images in their order"))
    guard let picture = shown.first else { return }
    for object in said { reading.append(object, to: picture, language) }
  }

  package func expected(of sample: Sample, _ options: FormatOptions) throws -> [String: FormatReading.Picture]
  {
    try ConversationFormat.expected(of: sample, options)
  }
}
