import Checks
import DatasetStore
import Diagnostics
import Foundation
import JSON
import Pipeline
import Testing
import TextFormats

/// Noisy texts and identities: from the recipe to formats and back.
@Suite(.serialized) struct TextRecipeTests {
  /// The lines of a recipe's first samples.
  private func lines(_ text: String, besides files: [String: String] = [:], _ count: Int) throws
    -> [JSONValue]
  {
    let folder = GenerationTests.directory()
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for (name, content) in files {
      try Data(content.utf8).write(to: URL(fileURLWithPath: folder + "/" + name))
    }
    let file = folder + "/recipe.yaml"
    try Data(text.utf8).write(to: URL(fileURLWithPath: file))
    let recipe = try TextRecipe(path: file, overrides: [], seed: nil, count: nil)
    let bytes = try recipe.source.writer().lines(0..<min(count, recipe.source.count))
    // Another writer, from the middle on, says the same.
    let half = min(count, recipe.source.count) / 2
    let again = try recipe.source.writer().lines(half..<min(count, recipe.source.count))
    #expect(bytes.suffix(again.count) == again[...])
    return try bytes.split(separator: UInt8(ascii: "\n")).map { try JSONValue.parse($0, file: "lines") }
  }

  static let noise = """
    name: noise
    of: small.yaml
    count: 300
    perturb:
      - {use: keyboard-typo, severity: 3, chance: 0.8}
      - {use: whitespace-noise, severity: 2, chance: 0.4}
      - {use: homophone-character, severity: 2, chance: 0.6}
      - {use: spoken-filler, severity: 2, chance: 0.5}
    edits: 6
    """

  /// Both lengths come, and texts hold as much as is asked for, counted here by the kind of a character.
  @Test func needlesAreAsLongAsAsked() throws {
    let made = try lines("conversations: long\nfamilies: [needle]\nlengths: [250, 900]\ncount: 12\n", 12)
    var seen: Set<Int> = []
    for record in made {
      guard case .integer(let length)? = record["parameters"]?["length"] else {
        Issue.record("no length"); continue
      }
      seen.insert(length)
      for text in texts(record) {
        guard case .array(let messages)? = text["messages"],
          case .string(let prompt)? = messages[0]["content"]
        else { Issue.record("no text"); continue }
        let isChinese = text["language"] == .string("zh")
        let units =
          isChinese
          ? prompt.unicodeScalars.count { $0.properties.isIdeographic }
          : prompt.split { $0 == " " || $0 == "\n" }.count
        let range =
          isChinese
          ? 0.75 * Double(length)...1.2 * Double(length) + 80 : Double(length)...1.2 * Double(length) + 80
        #expect(range.contains(Double(units)), "\(units) for \(length)")
      }
    }
    #expect(seen == [250, 900])
  }

  private func texts(_ record: JSONValue) -> [JSONValue] {
    if case .array(let texts)? = record["texts"] { texts } else { [] }
  }

  private func string(_ value: JSONValue?) -> [Unicode.Scalar] {
    if case .string(let text)? = value { Array(text.unicodeScalars) } else { [] }
  }

  /// By the alignment alone: what it says is unchanged is the same scalar for scalar, and the clean text is that of the
  /// template file without noise.
  @Test func noisyTextsAlignWithTheirTwins() throws {
    let files = ["small.yaml": TextRunTests.template]
    let noisy = try lines(Self.noise, besides: files, 300)
    let clean = try lines(TextRunTests.template + "\nseed: 1\n", 300)
    #expect(noisy.count == 300)
    var changed = 0
    for record in noisy {
      for text in texts(record) {
        let (from, to) = (string(text["clean"]?["text"]), string(text["text"]))
        var (a, b) = (0, 0)
        guard case .array(let changes)? = text["alignment"] else {
          Issue.record("no alignment")
          continue
        }
        for change in changes {
          guard case .array(let ends) = change, case .integer(let a1) = ends[0],
            case .integer(let a2) = ends[1],
            case .integer(let b1) = ends[2], case .integer(let b2) = ends[3]
          else {
            Issue.record("a damaged change")
            continue
          }
          #expect(from[a..<a1] == to[b..<b1])
          (a, b) = (a2, b2)
          changed += 1
        }
        #expect(from[a...].elementsEqual(to[b...]))
      }
    }
    #expect(changed > 300)
    // The same space, seed and count sample the same sentences only if counts agree: compare as sets of templates.
    #expect(
      Set(clean.flatMap(texts).compactMap { $0["template"] })
        == Set(noisy.flatMap(texts).compactMap { $0["template"] }))
  }

  @Test func noisyTextsKeepTheirLabelsInFormats() throws {
    let folder = GenerationTests.directory()
    let template = URL(fileURLWithPath: folder).deletingLastPathComponent().path + "/small.yaml"
    try Data(TextRunTests.template.utf8).write(to: URL(fileURLWithPath: template))
    defer { try? FileManager.default.removeItem(atPath: template) }
    let made = try TextRunTests.make(
      Self.noise, formats: ["rasa", "snips", "label-studio", "doccano", "brat", "presidio"], in: folder)
    defer { try? FileManager.default.removeItem(atPath: made.path) }
    #expect(made.report.entries.filter { $0.status == .failed }.map(\.line) == [])
    let report = try #require(try TextDatasetValidation(path: made.path, workers: 2)).run()
    #expect(report.entries.filter { $0.status == .failed }.map(\.line) == [])
  }

  static let identities = """
    identities: people
    count: 200
    sentences:
      zh-CN: ["我叫{name}，电话{mobile_phone}。", "身份证{cn_resident_id}，{address}"]
      en-US: ["I am {name} ({email}).", "SSN {us_ssn}, card {payment_card}", "{name}"]
      fr-FR: "Je suis {name}, {address}."
    """

  @Test func identitiesAreSaidAndSafe() throws {
    let made = try TextRunTests.make(
      Self.identities, formats: ["presidio", "doccano", "label-studio", "brat", "csv"])
    defer { try? FileManager.default.removeItem(atPath: made.path) }
    let report = try #require(try TextDatasetValidation(path: made.path, workers: 2)).run()
    #expect(report.entries.filter { $0.status == .failed }.map(\.line) == [])
    let ranges = try #require(report.entries.first { $0.id == "text-17" })
    #expect(ranges.finding.examined > 1000)
    #expect(report.entries.first { $0.id == "text-19-csv-native" }?.finding.examined == 600)
    // Values of spans are values of the person.
    for record in try lines(Self.identities, 90) {
      guard case .array(let fields)? = record["fields"] else { throw NoFields() }
      for text in texts(record) {
        guard case .array(let entities)? = text["entities"] else { throw NoFields() }
        #expect(!entities.isEmpty)
        for entity in entities {
          #expect(fields.contains { $0["kind"] == entity["entity"] && $0["value"] == entity["value"] })
        }
      }
    }
  }

  /// Masked, tagged and pseudonymised twins of every sentence, as a format and as lines that are checked.
  @Test func twinsHideTheirPerson() throws {
    let recipe = Self.identities + "\ntwins: [masked, tagged, pseudonym]\n"
    let made = try TextRunTests.make(recipe, formats: ["twins", "huggingface"])
    defer { try? FileManager.default.removeItem(atPath: made.path) }
    let report = try #require(try TextDatasetValidation(path: made.path, workers: 2)).run()
    #expect(report.entries.filter { $0.status == .failed }.map(\.line) == [])
    #expect(report.entries.first { $0.id == "text-41" }?.finding.examined == 1800)
    #expect(report.entries.first { $0.id == "text-19-twins-native" }?.finding.examined == 600)
    // The card has the certificate: every kind with its count.
    let card = try String(contentsOfFile: made.path + "/formats/huggingface/README.md", encoding: .utf8)
    #expect(card.contains("## Privacy certificate") && card.contains("| us_ssn | 200 | unassigned |"))
    #expect(card.contains("Nobody is spoken of") && !card.contains("Not for publication"))
    // Any value of the person in a twin is found.
    for record in try lines(recipe, 12) {
      let line = record.canonicalText
      for text in texts(record) {
        guard case .array(let twins)? = text["twins"], case .array(let entities)? = text["entities"],
          let first = entities.first, case .string(let value)? = first["value"], twins.count == 3
        else { throw NoFields() }
        for twin in twins {
          guard case .array(let hidden)? = twin["entities"], case .string(let other)? = hidden.first?["value"]
          else { throw NoFields() }
          #expect(other != value)
          let leaking = line.replacing(
            twin.canonicalText,
            with: twin.canonicalText.replacing("\"value\":\"\(other)\"", with: "\"value\":\"\(value)\""))
          var checks = TextChecks()
          try checks.examine(
            Array(leaking.utf8), name: "line", indices: Self.index(of: record)..<Self.index(of: record) + 1)
          #expect(checks.report.entries.first { $0.id == "text-41" }?.finding.violations == 1, "\(leaking)")
        }
      }
    }
  }

  private static func index(of record: JSONValue) -> Int {
    if case .integer(let index)? = record["index"] { index } else { -1 }
  }

  @Test func twinsMustBeAskedFor() throws {
    do {
      _ = try TextRunTests.make(Self.identities, formats: ["twins"])
      Issue.record("twins were written")
    } catch { #expect("\(error)".contains("no twins"), "\(error)") }
  }

  private struct NoFields: Error {}

  /// A value out of its range is found, whoever wrote it.
  @Test func aRealNumberIsFound() throws {
    var checks = TextChecks()
    let line =
      #"{"index":0,"locale":"en-US","fields":[{"kind":"us_ssn","value":"123456789","guarantee":"unassigned"}],"texts":[]}"#
    try checks.examine(Array(line.utf8), name: "line", indices: 0..<1)
    #expect(checks.report.entries.first { $0.id == "text-17" }?.finding.violations == 1)
  }

  @Test func formatsThatNeedIntentsOrWordsSaySo() throws {
    for (format, word) in [("rasa", "intent"), ("spacy", "words"), ("conll2003", "words")] {
      do {
        _ = try TextRunTests.make(Self.identities, formats: [format])
        Issue.record("\(format) was written")
      } catch { #expect("\(error)".contains(word), "\(error)") }
    }
  }

  @Test func faultsHavePlaces() throws {
    for (text, message) in [
      ("identities: p\nsentences: {en-US: '{nmae}'}", "nmae"),
      ("identities: p\nsentences: {en-US: '{name'}", "without }"),
      ("identities: p\nsentences: {fr-FR: '{us_ssn}'}", "us_ssn"), ("identities: p", "sentences"),
      ("name: n\nof: nowhere.yaml\nperturb: [{use: keyboard-typo}]", "nowhere.yaml"),
      ("name: n\nof: small.yaml\nperturb: [{use: keyboard-tyop}]", "keyboard-typo"),
      ("name: n\nof: small.yaml\nperturb: []", "perturb"),
    ] {
      do {
        _ = try lines(text, besides: ["small.yaml": TextRunTests.template], 1)
        Issue.record("\(text) was read")
      } catch { #expect("\(error)".contains(message), "\(error)") }
    }
  }
}
