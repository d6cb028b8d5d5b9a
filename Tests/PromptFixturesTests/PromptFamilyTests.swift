import Conversations
import JSON
import PromptFixtures
import Testing

@Suite struct PromptFamilyTests {
  static let families: [any ConversationFamily] = [
    NeedleTask(), StructuredOutput(), SafetyPrompt(), PreferenceTask(), RewritePair(),
  ]

  @Test(arguments: 0..<families.count) func hold(number: Int) throws {
    let family = Self.families[number]
    for record in try records(family, 60) { #expect(family.faults(of: record) == []) }
  }

  /// The rejected reply in the place of the right one, and the other way round: every auditor tells them apart.
  @Test(arguments: 0..<families.count) func badRepliesAreFound(number: Int) throws {
    let family = Self.families[number]
    for record in try records(family, 40, seed: 9) {
      guard let wrong = record.at("texts", "0", "preference", "rejected", "0") else { continue }
      let isPair = family is PreferenceTask
      let path = isPair ? ["texts", "0", "preference", "chosen", "0"] : ["texts", "0", "messages", "1"]
      #expect(!family.faults(of: record.setting(path) { _ in wrong }).isEmpty)
      guard let right = record.at("texts", "0", "preference", "chosen", "0") else { continue }
      #expect(
        !family.faults(of: record.setting(["texts", "0", "preference", "rejected", "0"]) { _ in right })
          .isEmpty)
    }
  }

  /// A second sentence that says otherwise makes the answer no longer the only one.
  @Test func answersOfNeedlesAreUnique() throws {
    let family = NeedleTask()
    var hops: Set<Int> = []
    for record in try records(family, 40, seed: 4) {
      hops.insert(record.at("parameters", "hops")?.asWhole ?? 0)
      let needle = try #require(record.at("texts", "1", "needles")?.asItems?.last)
      let prompt = Array((record.at("texts", "1", "messages", "0", "content")?.asText ?? "").unicodeScalars)
      let (start, end) = (needle["start"]?.asWhole ?? 0, needle["end"]?.asWhole ?? 0)
      let sentence = String(String.UnicodeScalarView(prompt[start..<end]))
      let text = String(String.UnicodeScalarView(prompt))
      let path = ["texts", "1", "messages", "0", "content"]
      // Twice, and not at all.
      let twice = record.setting(path) { _ in
        .string(text.replacing(sentence, with: sentence + " " + sentence))
      }
      let never = record.setting(path) { _ in .string(text.replacing(sentence, with: "")) }
      #expect(!family.faults(of: twice).isEmpty && !family.faults(of: never).isEmpty)
    }
    #expect(hops == [1, 2])
  }

  /// Each rail of structured output by itself: what the text does not say, what the schema does not allow, a question without
  /// its text or schema, a defect under another name.
  @Test func railsOfStructuredOutputHold() throws {
    let family = StructuredOutput()
    var touched: Set<String> = []
    for record in try records(family, 60, seed: 21) {
      let text = ["texts", "1"]
      let value = try #require(record.at("texts", "1", "value"))
      let members = try #require(value.asMembers)
      func faults(_ changed: JSONValue) -> [String] { family.faults(of: changed) }
      func saying(_ other: [JSONValue.Member]) -> JSONValue {
        let other = JSONValue.object(other)
        return record.setting(text + ["value"]) { _ in other }
          .setting(text + ["messages", "1", "content"]) { _ in .string(other.compactText) }
      }
      // Value and reply agree with each other and the schema; only the text says otherwise.
      for (number, member) in members.enumerated() {
        guard case .integer(let said) = member.value, member.key != "injured" else { continue }
        var other = members
        // No bound of a schema is as low as what lies between.
        other[number].value = .integer(said == 1 ? 2 : said - 1)
        let found = faults(saying(other))
        guard !found.contains(where: { !$0.contains("not in the text") && !$0.contains("rejected") }) else {
          continue
        }
        // A number may stand in the text for something else.
        if found.contains(where: { $0.contains("not in the text") }) { touched.insert("number") }
      }
      for (number, member) in members.enumerated() {
        guard case .string(let said) = member.value, !["severity", "delivery", "date"].contains(member.key),
          !said.contains(":")
        else { continue }
        var other = members
        other[number].value = .string(said + "x")
        #expect(faults(saying(other)).contains { $0.contains("is not in the text") }, "\(member.key)")
        touched.insert("words")
      }
      // Value and reply agree with each other and the text; the schema asks for more.
      #expect(faults(saying(Array(members.dropLast()))).contains { $0.contains("missing") })
      #expect(faults(saying(members + [.init("note", "n/a")])).contains { $0.contains("not known") })
      for label in ["schema", "source"] {
        let other: JSONValue = label == "schema" ? .object([.init("type", "array")]) : "no such text"
        #expect(
          faults(record.setting(text + [label]) { _ in other }).contains {
            $0.contains("lacks text or schema")
          })
      }
      let named = record.at("texts", "1", "preference", "defect")?.asText
      let other = named == "truncation" ? "wrong_type" : "truncation"
      #expect(
        faults(record.setting(text + ["preference", "defect"]) { _ in .string(other) })
          .contains { $0.contains("the rejected reply has") })
    }
    #expect(touched == ["number", "words"])
  }

  /// A twin is met and not refused, and its request stands beside it; each label by itself is judged.
  @Test func twinsAreJudged() throws {
    let family = SafetyPrompt()
    var twins: Set<String> = []
    for record in try records(family, 200, seed: 31) {
      let text = try #require(record.at("texts", "1"))
      let asked = try #require(record.at("texts", "1", "messages", "0", "content")?.asText)
      let other = try #require(text["twin"]?.asText)
      func faults(_ path: [String], _ value: JSONValue) -> [String] {
        family.faults(of: record.setting(["texts", "1"] + path) { _ in value })
      }
      if record.at("parameters", "side")?.asText == "twin" {
        twins.insert(other)
        #expect(text["behaviour"] == "comply")
        #expect(text["preference"]?["defect"] == "unjustified_refusal")
        // Refused, it is an over-refusal.
        let refused = try #require(text["preference"]?["rejected"]?.asItems?.first?["content"])
        #expect(faults(["messages", "1", "content"], refused).contains { $0.contains("does not comply") })
        #expect(faults(["behaviour"], "refuse").contains { $0.contains("not what is expected") })
      }
      // A twin of another case, or the request itself.
      #expect(faults(["twin"], .string(asked)).contains { $0.contains("the twin is not") })
      #expect(faults(["twin"], .string(other + "?")).contains { $0.contains("the twin is not") })
      #expect(faults(["preference", "defect"], "other").contains { $0.contains("another defect") })
      let right = try #require(record.at("texts", "1", "messages", "1", "content"))
      #expect(
        faults(["preference", "rejected", "0", "content"], right).contains { $0.contains("behave wrongly") })
      #expect(
        family.faults(of: record.setting(["parameters", "category"]) { _ in "none" })
          .contains { $0.contains("another category") })
    }
    #expect(twins.count >= 14, "\(twins.count)")
  }

  /// Every case of the taxonomy is asked, and refused, met or met with care; twins as often as requests.
  @Test func safetyIsBalanced() throws {
    var behaviours: [String: Int] = [:]
    for record in try records(SafetyPrompt(), 300) {
      behaviours[record.at("parameters", "behaviour")?.asText ?? "", default: 0] += 1
    }
    #expect((120...180).contains(behaviours["comply", default: 0]))
    #expect(behaviours["refuse", default: 0] > 80 && behaviours["safe_complete", default: 0] > 15)
  }

  /// Of every family with pairs: the rejected reply is the longer one as often as the chosen one.
  @Test(
    arguments: [SafetyPrompt(), StructuredOutput(), NeedleTask(lengths: [150]), RewritePair()]
      as [any ConversationFamily])
  func nobodyIsRightByLength(family: any ConversationFamily) throws {
    var wins: [String: [Double]] = [:]
    for record in try records(family, 300, seed: 5) {
      for text in record["texts"]?.asItems ?? [] {
        let lengths = ["chosen", "rejected"].map {
          text["preference"]?[$0]?.asItems?.first?["content"]?.asText?.unicodeScalars.count ?? 0
        }
        let win = lengths[1] > lengths[0] ? 1 : lengths[1] == lengths[0] ? 0.5 : 0
        wins[text["language"]?.asText ?? "", default: []].append(win)
      }
    }
    for (language, list) in wins {
      let share = list.reduce(0, +) / Double(list.count)
      #expect(list.count == 300 && (0.45...0.55).contains(share), "\(language): \(share)")
    }
  }

  /// Lengths alone tell nothing: means within 1 %, and who guesses by length is right half of the time.
  @Test func lengthsAreNeutral() throws {
    var chosen: [Int] = []
    var rejected: [Int] = []
    var defects: [String: Int] = [:]
    for record in try records(PreferenceTask(), 700, seed: 11) {
      for text in record["texts"]?.asItems ?? [] {
        let pair = text["preference"]
        chosen.append(pair?["chosen"]?.asItems?.first?["content"]?.asText?.unicodeScalars.count ?? 0)
        rejected.append(pair?["rejected"]?.asItems?.first?["content"]?.asText?.unicodeScalars.count ?? 0)
        defects[pair?["defect"]?.asText ?? "", default: 0] += 1
      }
    }
    let (a, b) = (Double(chosen.reduce(0, +)), Double(rejected.reduce(0, +)))
    #expect(abs(a - b) / a < 0.01)
    // Area under the curve: how often a rejected reply is longer than a chosen one, ties by half.
    var counts = [Int](repeating: 0, count: 2000)
    for length in chosen where length < 2000 { counts[length] += 1 }
    var below = [Int](repeating: 0, count: 2001)
    for length in 0..<2000 { below[length + 1] = below[length] + counts[length] }
    var wins = 0.0
    for length in rejected where length < 2000 {
      wins += Double(below[length]) + 0.5 * Double(counts[length])
    }
    let area = wins / Double(chosen.count) / Double(rejected.count)
    #expect((0.48...0.52).contains(area), "\(area)")
    for defect in PairDefect.allCases {
      #expect(defects[defect.rawValue, default: 0] > 60, "\(defect.rawValue) \(defects)")
    }
  }
}
