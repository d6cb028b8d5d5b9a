import Conversations
import JSON
import TaskDialogues
import Testing

/// What holds of every domain's dialogues, and that the auditor would notice if it did not.
@Suite struct DialogueFamilyTests {
  static let families: [any ConversationFamily] = [
    BookingDialogue(RestaurantDomain()), BookingDialogue(HotelDomain()), BookingDialogue(FlightDomain()),
    BookingDialogue(NavigationDomain()), SmartHomeDialogue(),
  ]

  @Test(arguments: 0..<families.count) func labelsFollowFromWords(number: Int) throws {
    let family = Self.families[number]
    var successes = 0
    for record in try records(family, 60) {
      #expect(family.faults(of: record) == [])
      if record.at("parameters", "outcome") == "success" { successes += 1 }
      // One script: both languages do the same, turn by turn.
      for key in ["acts", "delta", "state"] {
        let zh = record.at("texts", "0", "turns")?.asItems?.map { $0[key] }
        let en = record.at("texts", "1", "turns")?.asItems?.map { $0[key] }
        #expect(zh == en)
      }
    }
    #expect((40..<60).contains(successes))
  }

  /// Each is a lie of another kind; the auditor finds every one in most of the dialogues that have a place for it.
  static let lies: [(name: String, lie: @Sendable (JSONValue, Int) -> JSONValue)] = [
    ("a state", { record, _ in changed(record, ["turns", "last", "state"]) { _ in ["people": "99"] } }),
    (
      "a change",
      { record, i in
        changed(record, ["turns", "\(i)", "delta"]) {
          $0.asItems?.isEmpty ?? true ? [["slot": "people", "from": .null, "to": "9"]] : []
        }
      }
    ),
    (
      "an act",
      { record, _ in
        changed(record, ["turns", "0", "acts"]) {
          .array(($0.asItems ?? []) + [["act": "inform", "about": "date", "value": "2031-01-01"]])
        }
      }
    ),
    (
      "the outcome",
      { record, _ in record.setting(["parameters", "outcome"]) { $0 == "success" ? "abandoned" : "success" } }
    ),
    ("the goal", { record, _ in record.setting(["parameters", "item"]) { _ in "x9" } }),
    ("who speaks", { record, _ in changed(record, ["messages", "1", "role"]) { _ in "assistant" } }),
    ("silence", { record, _ in changed(record, ["messages", "2", "content"]) { _ in "  " } }),
  ]

  static func changed(_ record: JSONValue, _ path: [String], _ change: (JSONValue) -> JSONValue) -> JSONValue
  {
    let count = record.at("texts", "0", "turns")?.asItems?.count ?? 1
    let path = path.map { $0 == "last" ? String(count - 1) : $0 }
    return record.setting(["texts", "0"] + path, change)
  }

  @Test(arguments: 0..<lies.count) func liesAreFound(number: Int) throws {
    let family = BookingDialogue(RestaurantDomain())
    let (name, lie) = Self.lies[number]
    for record in try records(family, 20, seed: 3) {
      let told = lie(record, 0)
      if name == "the outcome", record.at("parameters", "outcome") != "success" { continue }
      if name == "the goal", record.at("parameters", "outcome") != "success" { continue }
      #expect(!family.faults(of: told).isEmpty, "\(name)")
    }
  }

  /// Another word for another value in one language alone.
  @Test func wordsOfAnotherValueAreFound() throws {
    let family = BookingDialogue(HotelDomain())
    var tried = 0
    for record in try records(family, 40, seed: 5) {
      for (place, message) in (record.at("texts", "1", "messages")?.asItems ?? []).enumerated()
      where place > 0 {
        guard let text = message["content"]?.asText, text.contains("three nights") else { continue }
        let other = record.setting(["texts", "1", "messages", "\(place)", "content"]) { _ in
          .string(text.replacing("three nights", with: "two nights"))
        }
        #expect(!family.faults(of: other).isEmpty)
        tried += 1
      }
    }
    #expect(tried > 3)
  }

  /// A reference must slice to its words and point to where its meaning was spoken of.
  @Test func referencesAreJudged() throws {
    let family = BookingDialogue(RestaurantDomain())
    var kinds: Set<String> = []
    for record in try records(family, 40, seed: 7) {
      for (place, turn) in (record.at("texts", "0", "turns")?.asItems ?? []).enumerated() {
        guard let reference = turn["references"]?.asItems?.first else { continue }
        kinds.insert(reference["kind"]?.asText ?? "")
        let path = ["turns", "\(place)", "references", "0"]
        #expect(!family.faults(of: Self.changed(record, path + ["means"]) { _ in "r77" }).isEmpty)
        if reference["start"] != nil {
          #expect(
            !family.faults(of: Self.changed(record, path + ["end"]) { .integer(($0.asWhole ?? 0) + 1) })
              .isEmpty)
        }
      }
    }
    #expect(kinds.isSuperset(of: ["ellipsis", "demonstrative", "ordinal", "pronoun", "previous"]))
  }

  @Test func homesAreAudited() throws {
    let family = SmartHomeDialogue()
    for record in try records(family, 20) {
      let device = try #require(record.at("parameters", "initial")?.asMembers?.first)
      let other: JSONValue = device.value == "on" ? "off" : "on"
      #expect(
        !family.faults(of: record.setting(["parameters", "initial", device.key]) { _ in other }).isEmpty)
      #expect(
        !family.faults(
          of: record.setting(["parameters", "outcome"]) { $0 == "success" ? "unavailable" : "success" }
        ).isEmpty)
    }
  }

  /// All ten acts are done, corrections and misunderstandings too.
  @Test func everyActHappens() throws {
    var acts: [String: Int] = [:]
    var misheard = 0
    var unheard = 0
    for record in try records(BookingDialogue(FlightDomain()), 120) {
      for turn in record.at("texts", "0", "turns")?.asItems ?? [] {
        for act in turn["acts"]?.asItems ?? [] { acts[act["act"]?.asText ?? "", default: 0] += 1 }
        if turn["misheard"] != nil { misheard += 1 }
        if turn["understood"] != nil { unheard += 1 }
      }
    }
    for act in [
      "greet", "inform", "request", "confirm", "correct", "deny", "digress", "repair", "thanks", "bye",
    ] {
      #expect(acts[act, default: 0] >= 10, "\(act)")
    }
    #expect(misheard >= 5 && unheard >= 10)
  }

  /// What a family says depends neither on the others nor on the languages asked for.
  @Test func saysTheSameInCompany() throws {
    let alone = try records(Self.families[1], 3)
    let all = try #require(ConversationSeries(families: Self.families, tongues: [.english], seed: 1))
    var found: [JSONValue] = []
    for index in 0..<15 {
      let record = try #require(all.record(at: index))
      if record["family"] == .string(Self.families[1].name) { found.append(record) }
    }
    #expect(found.map { $0.at("texts", "0") } == alone.map { $0.at("texts", "1") })
  }
}
