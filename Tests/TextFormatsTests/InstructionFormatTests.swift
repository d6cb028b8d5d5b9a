import JSON
import Testing
import TextFormats

/// Records of instructions, to the letter, and what trainers refuse.
@Suite struct InstructionFormatTests {
  static let instruction = Instruction(
    prompt: "1 + 1?", reply: "2", preference: .init(prompt: "1 + 1?", chosen: "2", rejected: "3"),
    steps: [.init("1. 1 + 1 = 2", isRight: true), .init("2. 2 = 3", isRight: false)])

  private func records(_ name: String) throws -> [String] {
    let format = try #require(TextFormatCatalog.named(name) as? any InstructionFormat)
    return format.records(of: Self.instruction).map(\.canonicalText)
  }

  @Test func chat() throws {
    let messages = #"{"messages":[{"content":"1 + 1?","role":"user"},{"content":"2","role":"assistant"}]}"#
    #expect(try records("messages") == [messages])
    #expect(
      try records("sharegpt")
        == [#"{"conversations":[{"from":"human","value":"1 + 1?"},{"from":"gpt","value":"2"}]}"#])
    #expect(try records("alpaca") == [#"{"input":"","instruction":"1 + 1?","output":"2"}"#])
  }

  @Test func trl() throws {
    #expect(try records("trl-language-modeling") == [#"{"text":"1 + 1?\n\n2"}"#])
    #expect(try records("trl-prompt-only-text") == [#"{"prompt":"1 + 1?"}"#])
    #expect(try records("trl-prompt-only") == [#"{"prompt":[{"content":"1 + 1?","role":"user"}]}"#])
    #expect(try records("trl-prompt-completion-text") == [#"{"completion":"2","prompt":"1 + 1?"}"#])
    #expect(try records("trl-preference-text") == [#"{"chosen":"2","prompt":"1 + 1?","rejected":"3"}"#])
    #expect(
      try records("trl-preference") == [
        #"{"chosen":[{"content":"2","role":"assistant"}],"prompt":[{"content":"1 + 1?","role":"user"}],"#
          + #""rejected":[{"content":"3","role":"assistant"}]}"#
      ])
    #expect(
      try records("trl-unpaired-preference-text") == [
        #"{"completion":"2","label":true,"prompt":"1 + 1?"}"#,
        #"{"completion":"3","label":false,"prompt":"1 + 1?"}"#,
      ])
    #expect(
      try records("trl-stepwise-supervision")
        == [#"{"completions":["1. 1 + 1 = 2","2. 2 = 3"],"labels":[true,false],"prompt":"1 + 1?"}"#])
  }

  /// What chat templates throw at: roles that do not alternate, empty turns, no reply at the end.
  @Test(arguments: [
    #"{"messages":[{"role":"user","content":"a"},{"role":"user","content":"b"}]}"#,
    #"{"messages":[{"role":"user","content":"a"},{"role":"assistant","content":""}]}"#,
    #"{"messages":[{"role":"user","content":"a"}]}"#, #"{"messages":[]}"#, "{}",
    #"{"messages":[{"role":"assistant","content":"a"}]}"#,
  ])
  func refuses(record: String) throws {
    #expect(MessagesFormat().reading(of: try JSONValue.parse(Array(record.utf8)[...], file: "r")) == nil)
  }

  /// Calls, their answers and the tools; where there are none, nothing of them.
  @Test func tools() throws {
    let instruction = try #require(toolConversation(index: 0).instruction)
    let messages = try #require(MessagesFormat().records(of: instruction).first)
    #expect(
      messages["messages"]?.list.map { $0["role"] } == [
        "system", "user", "assistant", "tool", "tool", "assistant",
      ])
    #expect(MessagesFormat().reading(of: messages)?.reply == "Only in Oslo.")
    let shared = try #require(ShareGPTFormat().records(of: instruction).first)
    #expect(
      shared["conversations"]?.list.map { $0["from"] } == [
        "system", "human", "function_call", "observation", "gpt",
      ])
    #expect(shared["tools"]?.canonicalText.hasPrefix(#""[{"#) == true)
    #expect(AlpacaFormat().records(of: instruction) == [])
    #expect(TRLPreferenceFormat(.text).records(of: instruction) == [])
    #expect(TRLPreferenceFormat(.chat).records(of: instruction).first?["tools"]?.list.count == 1)
    #expect(TRLPromptCompletionFormat(.chat).records(of: instruction).first?["completion"]?.list.count == 4)
  }

  /// A call without an answer, an answer without a call, two answers.
  @Test(arguments: [[0, 1, 2, 3, 5], [0, 1, 3, 4, 5], [0, 1, 2, 3, 4, 4, 5], [0, 1, 2, 4, 5]])
  func refusesCallsThatDoNotMatch(kept: [Int]) throws {
    let turns = try #require(toolConversation(index: 0).instruction).turns
    let changed = Instruction(turns: kept.map { turns[$0] }, tools: [], preference: nil)
    let record = try #require(MessagesFormat().records(of: changed).first)
    #expect(MessagesFormat().reading(of: record) == nil)
  }

  /// What was said before stands in `history`.
  @Test func alpacaHasAHistory() throws {
    let turns = [
      ChatTurn("system", "s"), ChatTurn("user", "a"), ChatTurn("assistant", "b"), ChatTurn("user", "c"),
      ChatTurn("assistant", "d"),
    ]
    let record = try #require(
      AlpacaFormat().records(of: Instruction(turns: turns, tools: [], preference: nil)).first)
    #expect(
      record.canonicalText
        == #"{"history":[["a","b"]],"input":"","instruction":"c","output":"d","system":"s"}"#)
  }

  @Test func takesASystemTurn() throws {
    let record =
      #"{"messages":[{"role":"system","content":"s"},{"role":"user","content":"a"},{"role":"assistant","content":"b"}]}"#
    #expect(
      MessagesFormat().reading(of: try JSONValue.parse(Array(record.utf8)[...], file: "r"))?.reply == "b")
  }

  /// Questions without a pair are told, not made up.
  @Test func wantingPairsAreCounted() throws {
    var notes = TextNotes()
    let entries = try TRLPreferenceFormat(.chat).entries(for: instructions(), &notes)
    #expect(entries.count == 6)
    #expect(notes.lines.count == 1)
    #expect(notes.lines.first?.hasPrefix("1 questions") == true)
  }
}

extension JSONValue {
  /// The items of an array.
  fileprivate var list: [JSONValue] { if case .array(let items) = self { items } else { [] } }
}
