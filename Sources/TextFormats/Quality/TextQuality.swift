package import JSON
import Language
import TextModel

/// What can be said of the quality of a dataset of labelled sentences without asking anybody, by language: consistency,
/// completeness, duplicates, leakage between parts, diversity.
///
/// Keeps hashes of texts and counts, and the texts themselves of the first `nearLimit` for near-duplicates.
package struct TextQuality: Sendable {
  /// Texts among which near-duplicates are looked for.
  static let nearLimit = 20_000
  /// Examples that are told of each finding.
  static let examples = 3

  private struct Language: Sendable {
    var texts = 0
    var empty = 0
    /// Hash of a text, of its letters and digits alone, of its skeleton: in which parts, as bits.
    var exact: [UInt64: Int] = [:]
    var parts: [UInt64: UInt8] = [:]
    var plain: Set<UInt64> = []
    /// By skeleton: parts, its first label, and whether another was seen.
    var skeletons: [UInt64: (parts: UInt8, label: String)] = [:]
    var torn: [String] = []
    var leaks: [String] = []
    var classes: [String: Int] = [:]
    var entities: [String: Int] = [:]
    var templates: [String: Int] = [:]
    /// By label and surface, small letters: canonical values.
    var meanings: [String: Set<String>] = [:]
    var words: [UInt64: Int] = [:]
    var pairs: [UInt64: Int] = [:]
    var lengths: [Int: Int] = [:]
    var near: [[UInt8]] = []
  }

  private var languages: [String: Language] = [:]

  package init() {}

  package mutating func add(_ placed: PlacedText) {
    guard let text = placed.labelled else { return }
    let part = UInt8(1) << UInt8(TextPart.allCases.firstIndex(of: placed.part) ?? 0)
    var own = languages[placed.text.language] ?? Language()
    let string = text.string
    own.texts += 1
    if string.allSatisfy(\.isWhitespace) { own.empty += 1 }
    let hash = Self.hash(string)
    own.exact[hash, default: 0] += 1
    own.parts[hash, default: 0] |= part
    own.plain.insert(Self.hash(string.lowercased().filter { $0.isLetter || $0.isNumber }))
    let label = text.labels.map { $0.task + "=" + $0.value }.sorted().joined(separator: ", ")
    let skeleton = LabelledText(placed: placed, text: text).masked(text.outermostSpans).lowercased()
    let key = Self.hash(skeleton)
    if let known = own.skeletons[key] {
      if known.label != label { own.torn.append("“\(skeleton)”: \(known.label) and \(label)") }
      if known.parts & part == 0 { own.leaks.append("“\(skeleton)”") }
      own.skeletons[key] = (known.parts | part, known.label)
    } else {
      own.skeletons[key] = (part, label)
    }
    own.classes[text.label("intent") ?? label, default: 0] += 1
    own.templates[placed.text.template, default: 0] += 1
    for span in text.spans {
      own.entities[span.label, default: 0] += 1
      if let value = span.value {
        own.meanings[span.label + "\u{0}" + text.surface(of: span).lowercased(), default: []].insert(value)
      }
    }
    let tokens = text.tokens.map { text.surface($0.range).lowercased() }
    for (number, token) in tokens.enumerated() {
      own.words[Self.hash(token), default: 0] += 1
      if number > 0 { own.pairs[Self.hash(tokens[number - 1] + " " + token), default: 0] += 1 }
    }
    own.lengths[tokens.count, default: 0] += 1
    if own.near.count < Self.nearLimit { own.near.append(Array(string.utf8)) }
    languages[placed.text.language] = own
  }

  /// 64 bits of FNV-1a.
  private static func hash(_ text: String) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return hash
  }

  /// By language, in the order of their codes.
  package var report: JSONValue {
    .object(languages.keys.sorted().compactMap { code in languages[code].map { (code, Self.report($0)) } })
  }

  private static func report(_ own: Language) -> JSONValue {
    let near = NearDuplicates(own.near, threshold: 0.8)
    let alike = Set(near.pairs.flatMap { [$0.first, $0.second] }).count
    let crossing = own.parts.values.count { $0.nonzeroBitCount > 1 }
    let unsure = own.meanings.filter { $0.value.count > 1 }
    func finding(_ items: [String]) -> JSONValue {
      .object([
        ("count", .integer(items.count)),
        ("examples", .array(items.sorted().prefix(Self.examples).map { .string($0) })),
      ])
    }
    func least(_ counts: [String: Int]) -> JSONValue {
      let fewest = counts.min { ($0.value, $0.key) < ($1.value, $1.key) }
      return .object([
        ("kinds", .integer(counts.count)), ("fewest", .integer(fewest?.value ?? 0)),
        ("of", .string(fewest?.key ?? "")), ("most", .integer(counts.values.max() ?? 0)),
        ("evenness", Self.number(Self.evenness(Array(counts.values)))),
      ])
    }
    return .object([
      ("texts", .integer(own.texts)),
      (
        "consistency",
        .object([
          ("same_skeleton_other_label", finding(own.torn)),
          (
            "same_words_other_value",
            finding(
              unsure.map {
                $0.key.replacing("\u{0}", with: " ") + ": " + $0.value.sorted().joined(separator: ", ")
              })
          ),
        ])
      ),
      (
        "completeness",
        .object([
          ("empty", .integer(own.empty)), ("classes", least(own.classes)), ("entities", least(own.entities)),
          ("templates", least(own.templates)),
        ])
      ),
      (
        "duplicates",
        .object([
          ("exact", .integer(own.texts - own.exact.count)),
          ("letters_and_digits", .integer(own.texts - own.plain.count)),
          ("near_looked_at", .integer(own.near.count)), ("near", .integer(alike)),
        ])
      ),
      (
        "leakage",
        .object([("texts_in_two_parts", .integer(crossing)), ("skeletons_in_two_parts", finding(own.leaks))])
      ),
      (
        "diversity",
        .object([
          ("distinct_1", Self.distinct(own.words)), ("distinct_2", Self.distinct(own.pairs)),
          ("words", .integer(own.words.count)),
          (
            "lengths",
            .object(own.lengths.keys.sorted().map { (String($0), .integer(own.lengths[$0] ?? 0)) })
          ),
        ])
      ),
    ])
  }

  private static func number(_ value: Double) -> JSONValue { .number((value * 1e4).rounded() / 1e4) }

  /// Different ones of all.
  private static func distinct(_ counts: [UInt64: Int]) -> JSONValue {
    let all = counts.values.reduce(0, +)
    return number(all == 0 ? 0 : Double(counts.count) / Double(all))
  }

  /// How alike shares are, 1 when all are: Simpson's reciprocal index (kinds, were they equally frequent) of the kinds.
  private static func evenness(_ counts: [Int]) -> Double {
    let all = Double(counts.reduce(0, +))
    guard all > 0 else { return 0 }
    let twice = counts.reduce(0.0) { $0 + (Double($1) / all) * (Double($1) / all) }
    return 1 / twice / Double(counts.count)
  }
}
