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
    #expect(entries.count == 5)
    #expect(notes.lines.count == 1)
    #expect(notes.lines.first?.hasPrefix("1 questions") == true)
  }
}
