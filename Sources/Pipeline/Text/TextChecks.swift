package import Checks
import Conversations
import Diagnostics
import Identities
import JSON
import Language
import TextModel

/// The invariants of texts, looked for in the lines as they are written: the labels are read back and compared with
/// the text by code that knows nothing of how they came about.
package struct TextChecks: Sendable {
  package static let spans = CheckRule(
    id: "text-01", name: "spans-lie-in-their-text",
    summary:
      "Every span is a stretch of its text, not empty, without spaces at its ends; chains and relations are of spans.",
    unit: "spans")
  package static let nesting = CheckRule(
    id: "text-02", name: "spans-nest", summary: "Two spans are disjoint, or one holds the other.",
    unit: "pairs")
  package static let words = CheckRule(
    id: "text-20", name: "words-make-up-the-text",
    summary:
      "Words and the spaces between them are all of the text; edges of spans are edges of words; parts of speech, where there are some, are one a word.",
    unit: "texts")
  package static let order = CheckRule(
    id: "text-12", name: "indices-are-in-order", summary: "Every sample stands once, in its place.",
    unit: "samples")

  package static let ranges = CheckRule(
    id: "text-17", name: "identifiers-cannot-be-anybodys",
    summary:
      "Every identifier lies in a range that its publisher has reserved or never issued, or is coined.",
    unit: "identifiers")

  package static let replies = CheckRule(
    id: "text-24", name: "replies-give-their-answer",
    summary:
      "A reply's last line gives the answer, which is one of four different options; what is chosen and what is rejected differ.",
    unit: "questions")

  package static let chats = CheckRule(
    id: "text-26", name: "chats-fit-templates",
    summary: "Roles come by turns, nothing is empty, every call of a tool is answered exactly once.",
    unit: "conversations")

  package static let conversations = CheckRule(
    id: "text-40", name: "conversations-bear-their-labels",
    summary:
      "Acts, states, calls, proofs and defects follow from what is said, judged by the family's own auditor.",
    unit: "conversations")

  package static let twins = CheckRule(
    id: "text-41", name: "twins-hide-their-person",
    summary:
      "No masked, tagged or pseudonymised twin has a personal value of its person; their spans lie in them; pseudonyms are nobody's.",
    unit: "twins")

  private static let looked = [spans, nesting, words, order, ranges, replies, chats, conversations, twins]
  /// All of them.
  package static let rules = [TextDatasetValidation.files] + looked

  private var findings: [(rule: CheckRule, finding: CheckFinding)] = looked.map { ($0, CheckFinding()) }

  package init() {}

  package var report: CheckReport { CheckReport(findings.map { .init($0.rule, $0.finding) }) }

  /// Looks at JSON Lines.
  ///
  /// - Parameter indices: which samples they should be.
  /// - Throws: `badInput` for what is no JSON.
  package mutating func examine(_ lines: [UInt8], name: String, indices: Range<Int>) throws {
    for i in findings.indices { findings[i].finding.applied += 1 }
    var expected = indices.lowerBound
    for line in lines.split(separator: UInt8(ascii: "\n")) {
      let record = try JSONValue.parse(line, file: name)
      findings[3].finding.expect(
        record["index"] == .integer(expected),
        Violation(
          sample: expected, found: record["index"]?.canonicalText ?? "no index", expected: "index \(expected)"
        ))
      if case .array(let texts)? = record["texts"] {
        for text in texts { examine(text, sample: expected, knowsWords: record["fields"] == nil) }
      }
      examineFields(record, sample: expected)
      examineTwins(record, sample: expected)
      examineConversation(record, sample: expected)
      expected += 1
    }
    findings[3].finding.expect(
      expected == indices.upperBound,
      Violation(
        item: name, found: "\(expected - indices.lowerBound) samples", expected: "\(indices.count)"))
  }

  /// - Parameter knowsWords: whether words must be there; sentences of identities have them where spaces part them.
  private mutating func examine(_ record: JSONValue, sample: Int, knowsWords: Bool) {
    if record["prompt"] != nil { examineReply(record, sample: sample) }
    guard case .string(let string)? = record["text"] else { return }
    let text = Array(string.unicodeScalars)
    var ranges: [Range<Int>] = []
    if case .array(let entities)? = record["entities"] {
      for entity in entities {
        let range = Self.range(entity["start"], entity["end"], in: text.count)
        let isSound = range.map { text[$0.lowerBound] != " " && text[$0.upperBound - 1] != " " } ?? false
        findings[0].finding.expect(
          isSound,
          Violation(sample: sample, found: entity.canonicalText, expected: "a stretch of “\(string)”"))
        if let range { ranges.append(range) }
      }
      findings[0].finding.expect(
        SpanTies.read(record, entities: entities.count) != nil,
        Violation(
          sample: sample, found: (record["chains"] ?? record["relations"])?.canonicalText ?? "nothing",
          expected: "chains and relations of entities that are there"))
    }
    for (i, a) in ranges.enumerated() {
      for b in ranges[(i + 1)...] {
        let isNested = !a.overlaps(b) || a.clamped(to: b) == a || b.clamped(to: a) == b
        findings[1].finding.expect(
          isNested, Violation(sample: sample, found: "\(a) and \(b)", expected: "disjoint or nested"))
      }
    }
    guard knowsWords || record["tokens"] != nil else { return }
    findings[2].finding.expect(
      Self.wordsFit(record["tokens"], text, ranges, isNoisy: record["clean"] != nil)
        && WordTag.read(record, count: Self.count(of: record["tokens"])) != nil,
      Violation(
        sample: sample, found: record["tokens"]?.canonicalText ?? "nothing", expected: "words of “\(string)”")
    )
  }

  private mutating func examineReply(_ record: JSONValue, sample: Int) {
    guard case .string(let reply)? = record["reply"], case .string(let answer)? = record["answer"] else {
      return findings[5].finding.fail(
        Violation(sample: sample, found: record.canonicalText, expected: "a reply and an answer"))
    }
    var isSound = reply.split(separator: "\n").last?.hasSuffix(answer) ?? false
    if case .array(let options)? = record["options"], case .string(let key)? = record["key"] {
      let place = ["A", "B", "C", "D"].firstIndex(of: key) ?? -1
      isSound =
        isSound && Set(options).count == 4 && options.indices.contains(place)
        && options[place] == .string(answer)
    }
    if let pair = record["preference"] { isSound = isSound && pair["chosen"] != pair["rejected"] }
    findings[5].finding.expect(
      isSound, Violation(sample: sample, found: reply, expected: "the answer \(answer), among the options"))
  }

  /// Conversations, judged by the auditor of their family.
  private mutating func examineConversation(_ record: JSONValue, sample: Int) {
    guard case .array(let texts)? = record["texts"], texts.contains(where: { $0["messages"] != nil }) else {
      return
    }
    for text in texts {
      let faults = ChatAudit.faults(of: text["messages"])
      findings[6].finding.expect(
        faults.isEmpty, Violation(sample: sample, found: faults.first ?? "", expected: "a sound conversation")
      )
    }
    guard case .string(let name)? = record["family"], let family = ConversationCatalog.named(name) else {
      return findings[7].finding.fail(
        Violation(
          sample: sample, found: record["family"]?.canonicalText ?? "no family", expected: "a known family"))
    }
    let faults = family.faults(of: record)
    findings[7].finding.expect(
      faults.isEmpty,
      Violation(
        sample: sample, item: name, found: faults.first ?? "", expected: "labels that follow from the words"))
  }

  /// Twins of a person's sentence: what they show is none of the person's.
  private mutating func examineTwins(_ record: JSONValue, sample: Int) {
    guard case .array(let fields)? = record["fields"], case .string(let code)? = record["locale"],
      let locale = IdentityLocale(rawValue: code), case .array(let texts)? = record["texts"]
    else { return }
    let own = fields.compactMap { field -> (kind: FieldKind, value: String)? in
      guard case .string(let name)? = field["kind"], let kind = FieldKind(rawValue: name), kind.isPersonal,
        kind != .postcode, case .string(let value)? = field["value"]
      else { return nil }
      return (kind, value)
    }
    for text in texts {
      guard case .array(let twins)? = text["twins"], case .array(let entities)? = text["entities"] else {
        continue
      }
      // What the sentence says of the person, as it is written there.
      let shown = entities.compactMap { entity -> (label: String, value: String)? in
        guard case .string(let label)? = entity["entity"], case .string(let value)? = entity["value"],
          let kind = FieldKind(rawValue: label), kind.isPersonal, kind != .postcode
        else { return nil }
        return (label, value)
      }
      for twin in twins {
        findings[8].finding.expect(
          Self.isSound(twin, shown: shown, own: own.map(\.value), locale),
          Violation(
            sample: sample, found: twin.canonicalText, expected: "a sentence without a value of the person"))
      }
    }
  }

  private static func isSound(
    _ twin: JSONValue, shown: [(label: String, value: String)], own: [String], _ locale: IdentityLocale
  ) -> Bool {
    guard case .string(let kind)? = twin["kind"], case .string(let string)? = twin["text"],
      case .array(let entities)? = twin["entities"]
    else { return false }
    let scalars = Array(string.unicodeScalars)
    var certificate = PrivacyCertificate()
    for entity in entities {
      guard let range = range(entity["start"], entity["end"], in: scalars.count),
        case .string(let label)? = entity["entity"], case .string(let value)? = entity["value"]
      else { return false }
      guard let field = FieldKind(rawValue: label), field.isPersonal else { continue }
      let surface = String(String.UnicodeScalarView(scalars[range]))
      if shown.contains(where: { $0.label == label && ($0.value == value || $0.value == surface) }) {
        return false
      }
      if kind == "pseudonym" {
        certificate.examine(field, value, locale, record: 0)
      } else if surface != value {
        return false
      }
    }
    // Short values, such as a given name of one character, occur in other words.
    return certificate.holds && !own.contains { $0.count >= 5 && string.contains($0) }
  }

  /// Identifiers, judged by ranges as their publishers give them.
  private mutating func examineFields(_ record: JSONValue, sample: Int) {
    guard case .array(let fields)? = record["fields"], case .string(let code)? = record["locale"],
      let locale = IdentityLocale(rawValue: code)
    else { return }
    for field in fields {
      guard case .string(let name)? = field["kind"], let kind = FieldKind(rawValue: name),
        case .string(let value)? = field["value"], field["guarantee"] != "coined"
      else { continue }
      var certificate = PrivacyCertificate()
      certificate.examine(kind, value, locale, record: sample)
      findings[4].finding.expect(
        certificate.holds,
        Violation(
          sample: sample, item: name, found: value,
          expected: certificate.violations.first?.problem ?? "a reserved range"))
    }
  }

  private static func count(of list: JSONValue?) -> Int {
    if case .array(let items)? = list { items.count } else { 0 }
  }

  private static func range(_ start: JSONValue?, _ end: JSONValue?, in count: Int) -> Range<Int>? {
    guard case .integer(let a)? = start, case .integer(let b)? = end, a >= 0, a < b, b <= count else {
      return nil
    }
    return a..<b
  }

  /// Noise leaves a word the same word: it may put a space into it, or end a span where no word ends any more.
  private static func wordsFit(
    _ tokens: JSONValue?, _ text: [Unicode.Scalar], _ spans: [Range<Int>], isNoisy: Bool
  ) -> Bool {
    guard case .array(let items)? = tokens else { return false }
    func isSpace(_ scalar: Unicode.Scalar) -> Bool {
      scalar == " " || isNoisy && scalar.properties.isWhitespace
    }
    var position = 0
    var edges: Set<Int> = []
    for item in items {
      guard case .array(let ends) = item, ends.count == 2,
        let range = range(ends[0], ends[1], in: text.count), range.lowerBound >= position,
        text[position..<range.lowerBound].allSatisfy(isSpace), isNoisy || !text[range].contains(" ")
      else { return false }
      edges.insert(range.lowerBound)
      edges.insert(range.upperBound)
      position = range.upperBound
    }
    return text[position...].allSatisfy(isSpace)
      && (isNoisy || spans.allSatisfy { edges.contains($0.lowerBound) && edges.contains($0.upperBound) })
  }
}
