package import Checks
package import Diagnostics
import GroundedLanguage
import JSON
package import WorldModel

/// visual-54 for chat records with pictures and sounds, of any maker: `*.jsonl` of the folder or of folders of languages.
package struct MultimodalMessagesValidator: FormatValidator {
  package static let formed = CheckRule(
    id: "visual-54-multimodal-messages", name: "multimodal-messages-are-well-formed",
    summary:
      "Chat records: users and assistants speak by turns and say something, users show pictures and sounds that exist, in the order of the record's images and audios, and all records of a file have the same columns.",
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
    for path in folder.files(below: "audio", where: FormatFolder.isSound) {
      reading.pictures[path] = folder.sound(path, &finding)
    }
    for (language, path) in files {
      var columns: [String]?
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
    var played: [String] = []
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
        case "audio":
          let path = part["audio"]?.text ?? ""
          played.append(path)
          isSound = isSound && role == "user" && FormatFolder.isInside(path) && folder.isFile(path)
        default: isSound = false
        }
      }
      finding.expect(
        isSound && words.contains { !$0.allSatisfy(\.isWhitespace) },
        Violation(
          item: place, found: "message \(n) of \(message["role"]?.text ?? "nobody")",
          expected: "words of \(role), pictures and sounds of users alone, which exist"))
      said.append(
        .init(
          place: place, category: "\(role): \(words.joined(separator: "\n"))", numbers: [Double(n / 2)]))
    }
    finding.expect(
      !messages.isEmpty && messages.count % 2 == 0 && !(shown + played).isEmpty
        && (item["images"] == nil || item["images"]?.items?.map { $0.text ?? "" } == shown)
        && (item["audios"] == nil || item["audios"]?.items?.map { $0.text ?? "" } == played),
      Violation(
        item: place, found: "\(messages.count) messages that show \((shown + played).prefix(3))",
        expected: "a reply to each message, and the pictures and sounds of images and audios in their order"))
    // What is heard is what a record with sound is about.
    guard let picture = played.first ?? shown.first else { return }
    for object in said { reading.append(object, to: picture, language) }
  }

  package func expected(of sample: Sample, _ options: FormatOptions) throws -> [String: FormatReading.Picture]
  {
    var out = try ConversationFormat.expected(of: sample, options)
    for one in try HeardConversation.all(of: sample, options) {
      let sound = try one.heard.nativeSound()
      out[one.path] = sound
      for (tongue, dialogue) in one.dialogues {
        var words = FormatReading.Picture(width: sound.width, height: sound.height)
        words.objects = ConversationFormat.said(dialogue.turns)
        out[FormatReading.key(one.path, tongue.rawValue)] = words
      }
    }
    return out
  }
}
