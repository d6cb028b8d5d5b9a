import Diagnostics
import JSON
import TextFormats
import TextModel

/// A sentence from a marked text: `go to [city>to=paris Paris]`; words are runs between spaces, spans and the sign `·`,
/// with what `tags` says of them.
func sentence(
  _ marked: String, index: Int = 0, language: String = "en", intent: String = "go",
  template: String = "go/en/1",
  labels: [TextLabel] = [],
  tags: [String: WordTag] = [:]
) throws -> NativeText {
  var scalars: [Unicode.Scalar] = []
  var spans: [TextSpan] = []
  var open: [Int] = []
  var tokens: [TextToken] = []
  var start = 0
  func endWord() {
    if start < scalars.count {
      let word = String(String.UnicodeScalarView(scalars[start...]))
      tokens.append(TextToken(start..<scalars.count, tags[word] ?? .unknown))
    }
    start = scalars.count
  }
  var input = Array(marked.unicodeScalars)[...]
  while let scalar = input.popFirst() {
    switch scalar {
    case "‹":
      endWord()
      let head = input.prefix { $0 != " " }
      input = input.dropFirst(head.count + 1)
      let parts = String(String.UnicodeScalarView(head)).split(separator: "=", maxSplits: 1)
      let names = parts[0].split(separator: ">", maxSplits: 1)
      spans.append(
        TextSpan(
          String(names[0]), scalars.count..<scalars.count, id: spans.count,
          role: names.count > 1 ? String(names[1]) : nil,
          value: parts.count > 1 ? String(parts[1]).replacing("~", with: " ") : nil))
      open.append(spans.count - 1)
    case "›":
      endWord()
      let number = open.removeLast()
      spans[number].range = spans[number].range.lowerBound..<scalars.count
      if spans[number].value == nil {
        spans[number].value = String(String.UnicodeScalarView(scalars[spans[number].range]))
      }
    case "·": endWord()
    case " ":
      endWord()
      scalars.append(scalar)
      start = scalars.count
    default: scalars.append(scalar)
    }
  }
  endWord()
  let text = try AnnotatedText(
    scalars: scalars, spans: spans, tokens: tokens, labels: [TextLabel("intent", intent)] + labels,
    language: language, provenance: TextProvenance(template: template))
  return NativeText(index: index, language: language, template: template, body: .labelled(text))
}

/// Sentences with everything that formats stumble over.
func difficultTexts() throws -> [PlacedText] {
  let marked: [(String, String, String)] = [
    ("en", "go", "go to ‹city>to=paris Paris› please"),
    ("zh", "go", "请·导航·到·‹place=airport 首都·机场›"),
    // Beyond the basic plane: two UTF-16 units, four bytes.
    ("en", "play", "play 🎵·🎶 ‹song 👩‍👩‍👧 song› by ‹artist=ada Ada Fenn›!"),
    // A combining mark, right to left, a decomposed letter.
    ("en", "play", "cafe\u{301} ‹name שלום› e\u{301}·!"),
    ("en", "go", "‹trip from ‹city>from=rome Rome› to ‹city>to=oslo Oslo›› now"),
    ("zh", "go", "‹place=home 家›"),
    // Brackets, braces and quotes, which Rasa's examples know no escape for.
    ("en", "go", "what is [this] (here) ‹code a{b}c›"),
    ("en", "go", "say ‹word=a}b x› and ‹word=\"q\"\\ y›"),
    ("en", "go", "-5 degrees"),
    ("en", "go", "two  spaces ‹city=new~york New York›  end"),
    ("en", "go", "a|b \\ \"c\" <d> & ‹e=f|g h·|·i›"),
    ("en", "say", "‹a x›‹a y› ‹b z›"),
    ("en", "on", "yes"),
  ]
  let parts = TextPart.allCases
  return try marked.enumerated().map { number, text in
    PlacedText(
      try sentence(
        // From the fifth on another document of brat: a document never goes on in another block.
        text.2, index: number < 4 ? number : number + 124, language: text.0, intent: text.1,
        template: "\(text.1)/\(text.0)/\(number)",
        labels: number % 3 == 0 ? [TextLabel("sentiment", "positive")] : [],
        tags: [
          "go": WordTag(.verb, lemma: "go", features: "Mood=Imp"), "导航": WordTag(.verb, lemma: "导航"),
          "spaces": WordTag(.noun, lemma: "space", features: "Number=Plur"), "家": WordTag(.noun),
        ]), parts[number % 3])
  }
}

/// Sentences with relations, names and pronouns for one thing: tied spans stand outside of, inside of and behind one another.
func tiedTexts() throws -> [PlacedText] {
  try (0..<6).map { number in
    let native = try sentence(
      "‹person=anna Anna› gave ‹group=team the team of ‹person=bo Bo›› her ‹bag case› , ‹bag it› is new",
      index: number,
      template: "give/en/\(number)")
    guard case .labelled(let plain) = native.body else { return PlacedText(native, .train) }
    var spans = plain.spans
    spans[4].isMention = true
    if number != 3 {
      spans[3].chain = 7
      spans[4].chain = 7
    }
    // Among them two relations of one name, and one against the order of words.
    let relations = [
      TextRelation("owns", from: spans[0].id, to: spans[3].id),
      TextRelation("leads", from: spans[2].id, to: spans[1].id),
      TextRelation("owns", from: spans[1].id, to: spans[3].id),
    ]
    var text = native
    text.body = .labelled(
      try AnnotatedText(
        scalars: plain.scalars, spans: spans, tokens: plain.tokens,
        relations: Array(relations.prefix(number % 4)), labels: plain.labels, language: plain.language,
        provenance: plain.provenance))
    return PlacedText(text, .train)
  }
}

/// A question with two calls of tools, their answers and a reply; beside it the calls with one defect.
func toolConversation(index: Int) -> PlacedText {
  func call(_ id: String, _ city: String) -> JSONValue {
    [
      "id": .string(id), "type": "function",
      "function": ["name": "weather", "arguments": .string("{\"city\": \"\(city)\"}")],
    ]
  }
  let asked = [ChatTurn("system", "Be brief."), ChatTurn("user", "Rain in Oslo or Rome?")]
  var calls = ChatTurn("assistant", "")
  calls.calls = [call("call_1", "Oslo"), call("call_2", "Rome")]
  var wrong = calls
  wrong.calls[1] = call("call_2", "Riga")
  var first = ChatTurn("tool", "{\"rain\": true}")
  first.answers = "call_1"
  var second = ChatTurn("tool", "{\"rain\": false}")
  second.answers = "call_2"
  let tool: JSONValue = [
    "type": "function", "function": ["name": "weather", "parameters": ["type": "object"]],
  ]
  let instruction = Instruction(
    turns: asked + [calls, first, second, ChatTurn("assistant", "Only in Oslo.")], tools: [tool],
    preference: .init(prompt: asked, chosen: calls, rejected: wrong))
  return PlacedText(
    NativeText(index: index, language: "en", template: "weather", body: .instruction(instruction)), .test)
}

/// Questions with replies, right and spoiled, and between them a conversation with tools.
func instructions() -> [PlacedText] {
  let questions = (0..<6).map { number in
    let instruction = Instruction(
      prompt: "What is \(number) + \(number)?\n“Show” \\ 🎵",
      reply: "1. \(number) + \(number) = \(2 * number)\nAnswer: \(2 * number)",
      preference: number == 3
        ? nil : .init(prompt: "Q\(number)", chosen: "right \(number)", rejected: "wrong \(number)"),
      steps: number == 4 ? [] : [.init("1. a", isRight: true), .init("2. b", isRight: number % 2 == 0)])
    return PlacedText(
      NativeText(
        index: number < 5 ? number : 6, language: number % 2 == 0 ? "en" : "zh", template: "sum \(number)",
        body: .instruction(instruction)), TextPart.allCases[number % 3])
  }
  return questions.dropLast() + [toolConversation(index: 5)] + questions.suffix(1)
}

/// People with values that tables must quote.
func people() throws -> [PlacedText] {
  let names = ["Anna Reed", "Zoë \"Zo\" Ny, Jr.", "陈砚", "李\n四", " blank ", "O'Neil", "=1+1"]
  return try names.enumerated().map { number, name in
    var placed = try PlacedText(sentence("call me", template: "en-US/1"), TextPart.allCases[number % 3])
    placed.text.index = number
    placed.text.fields = [
      .init("locale", "en-US"), .init("name", name), .init("age", String(20 + number)),
      .init("email", "p\(number)@example.com"),
    ]
    placed.text.twins = [.init("tagged", AnnotatedText("call [NAME] \(number)", language: "en"))]
    return placed
  }
}

/// Texts that suit a format.
func texts(for format: any TextFormat) throws -> [PlacedText] {
  switch format.content {
  case .labelled: try difficultTexts()
  case .instructions: instructions()
  case .people: try people()
  }
}
