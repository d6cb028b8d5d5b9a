import Annotations
import Encodings
import GroundedLanguage

/// What a view's words come to as a conversation about its picture: it is described, parts of it are named by their boxes
/// and found by their names, and questions are asked.
///
/// Boxes stand as `[left, top, right, bottom]`, shares of the picture's width and height from its upper left corner, with
/// three decimals: edges of pixels, so that the whole picture is `[0.000, 0.000, 1.000, 1.000]`.
package struct PictureDialogue: Sendable, Hashable {
  package struct Turn: Sendable, Hashable {
    package var user: String
    package var assistant: String
  }

  package let turns: [Turn]

  /// - Parameter number: of the picture; chooses among ways to ask.
  /// - Returns: `nil` where nothing is said in the language.
  init?(_ view: LabelledWords, _ tongue: Tongue, number: Int) {
    var turns: [Turn] = []
    let captions = view.captions.compactMap { entry in
      entry.texts.said(in: tongue).map { (entry: entry, text: $0.text) }
    }
    let description = captions.filter { $0.entry.kind != "regional" }.map(\.text)
    if !description.isEmpty {
      turns.append(
        Turn(
          user: Self.ask(Self.describe, tongue, number),
          assistant: description.joined(separator: tongue == .english ? " " : "")))
    }
    for (n, caption) in captions.filter({ $0.entry.kind == "regional" }).enumerated() {
      // The thing comes first among what is claimed.
      guard let id = caption.entry.claims.first?.instance,
        let thing = caption.entry.things.first(where: { $0.instance == id })
      else { continue }
      let box = view.text(of: thing.box)
      turns.append(
        Turn(
          user: Self.ask(Self.what, tongue, number + n).replacing("{box}", with: box),
          assistant: caption.text))
    }
    for (n, entry) in view.expressions.enumerated() {
      guard let said = entry.texts.said(in: tongue) else { continue }
      turns.append(
        Turn(
          user: Self.ask(Self.whereIs, tongue, number + n).replacing("{thing}", with: said.text),
          assistant: view.text(of: entry.thing.box)))
    }
    for entry in view.questions {
      guard let said = entry.texts.said(in: tongue) else { continue }
      turns.append(Turn(user: said.text, assistant: Self.reply(said.answer ?? entry.answer, tongue)))
    }
    guard !turns.isEmpty else { return nil }
    self.turns = turns
  }

  /// An answer as a sentence; numbers stay numbers.
  static func reply(_ answer: String, _ tongue: Tongue) -> String {
    if Int(answer) != nil { return answer }
    // What is said ends in its own mark.
    let end = answer.last.map { ".?!。？！".contains($0) } ?? false ? "" : tongue == .english ? "." : "。"
    return answer.prefix(1).uppercased() + answer.dropFirst() + end
  }

  private static func ask(_ ways: [Tongue: [String]], _ tongue: Tongue, _ number: Int) -> String {
    let ways = ways[tongue] ?? []
    return ways.isEmpty ? "" : ways[number % ways.count]
  }

  private static let describe: [Tongue: [String]] = [
    .english: ["Describe the picture.", "What does the picture show?", "What can be seen in the picture?"],
    .chinese: ["描述一下这张图片。", "这张图里有什么？", "图中能看到什么？"],
  ]
  private static let what: [Tongue: [String]] = [
    .english: [
      "What is at {box}?", "Describe what is in the region {box}.", "What does the box {box} show?",
    ],
    .chinese: ["{box}处是什么？", "描述一下区域{box}里的东西。", "方框{box}里是什么？"],
  ]
  private static let whereIs: [Tongue: [String]] = [
    .english: [
      "Where is {thing}? Answer with a box: left, top, right, bottom, from 0 to 1.",
      "Find {thing} and give its left, top, right and bottom edges from 0 to 1.",
      "Give the box around {thing}: left, top, right, bottom, from 0 to 1.",
    ],
    .chinese: [
      "{thing}在哪里？请依次给出方框的左、上、右、下边，取值0到1。", "找出{thing}，并依次给出它左、上、右、下边的位置，取值0到1。",
      "请用方框标出{thing}：左、上、右、下，取值0到1。",
    ],
  ]
}

/// All words of a view.
struct LabelledWords {
  var captions: [CaptionLabel.Entry]
  var expressions: [ReferringLabel.Entry]
  var questions: [QuestionsLabel.Entry]
  var width: Int
  var height: Int

  /// Left, top, right and bottom as shares.
  func text(of box: PixelBox) -> String {
    let (w, h) = (Double(max(1, width)), Double(max(1, height)))
    let edges = [
      Double(box.x) / w, Double(box.y) / h, Double(box.x + box.width) / w, Double(box.y + box.height) / h,
    ]
    return "[" + edges.map { DecimalText.fixed($0, 3) }.joined(separator: ", ") + "]"
  }
}
