import Diagnostics
import Foundation
import LocatedYAML

/// Reads the line-based template languages Chatito (spec 2.3) and Chatette (1.6), of which the latter is nearly a
/// superset: units are defined by an unindented `%[intent]`, `~[alias]` or `@[slot]`, their rules stand indented below.
struct LineTemplateReader {
  enum Dialect {
    case chatito
    case chatette
  }

  static let fileLimit = 64

  let dialect: Dialect
  var set: TemplateSet
  var faults = FaultList()
  var warnings: [Warning] = []
  /// Asked for by `'training'`, by intent.
  private var training: [String: Double] = [:]
  private var files: [String] = []
  private var texts: [String] = []
  private var current: Unit?

  private struct Unit {
    var kind: Unicode.Scalar
    var name: String
    var variation: String?
    var parameter: String?
    var origin: Origin
  }

  static func read(path: String, dialect: Dialect) throws(DioramaError) -> TemplateSource.Imported {
    let name = (path as NSString).lastPathComponent
    let stem = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
    var reader = LineTemplateReader(dialect: dialect, name: stem)
    try reader.readFile(path)
    reader.completeAliases()
    for i in reader.set.intents.indices {
      reader.set.intents[i].weight = reader.training[reader.set.intents[i].name] ?? 1
    }
    if let error = reader.faults.gathered { throw error }
    return .init(set: reader.set, text: reader.texts.joined(separator: "\n"), warnings: reader.warnings)
  }

  private init(dialect: Dialect, name: String) {
    self.dialect = dialect
    set = TemplateSet(name: name, languages: ["en"])
  }

  private mutating func readFile(_ path: String) throws(DioramaError) {
    guard !files.contains(path) else { return }
    guard files.count < Self.fileLimit else {
      throw DioramaError(
        .badInput, "more than \(Self.fileLimit) files are included by \(files.first ?? path)")
    }
    files.append(path)
    let text = try TemplateSource.text(of: path)
    texts.append(text)
    let folder = (path as NSString).deletingLastPathComponent
    for (number, raw) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      var line = String(raw.hasSuffix("\r") ? raw.dropLast() : raw)
      if let cut = comment(in: line) { line = String(line[..<cut]) }
      let body = line.trimmingCharacters(in: .whitespaces)
      guard !body.isEmpty else { continue }
      let column = line.unicodeScalars.prefix { $0 == " " || $0 == "\t" }.count
      let origin = Origin.file(
        SourceLocation(file: path, line: number + 1, column: column + 1, text: String(raw)))
      if let included = included(body, isIndented: column > 0) {
        let target = included.hasPrefix("/") || folder.isEmpty ? included : folder + "/" + included
        guard FileManager.default.fileExists(atPath: target) else {
          faults.add(origin.error("no file \(target)", remedy: "paths are relative to this file's folder"))
          continue
        }
        try readFile(target)
      } else if column == 0 {
        readHeader(body, origin)
      } else {
        readRule(body, origin)
      }
    }
  }

  /// Where a comment begins: `//` at the start of a line or behind a space; in Chatito also `#` at the start.
  private func comment(in line: String) -> String.Index? {
    let start = line.firstIndex { $0 != " " && $0 != "\t" }
    if dialect == .chatito, let start, line[start] == "#" { return start }
    var search = line.startIndex
    while let found = line.range(of: "//", range: search..<line.endIndex) {
      let isFirst = found.lowerBound == line.startIndex
      if isFirst || line[line.index(before: found.lowerBound)].isWhitespace { return found.lowerBound }
      search = found.upperBound
    }
    return nil
  }

  private func included(_ body: String, isIndented: Bool) -> String? {
    guard !isIndented else { return nil }
    let mark = dialect == .chatette ? "|" : "import "
    guard body.hasPrefix(mark) else { return nil }
    return body.dropFirst(mark.count).trimmingCharacters(in: CharacterSet(charactersIn: " '\""))
  }

  // MARK: units

  private mutating func readHeader(_ body: String, _ origin: Origin) {
    current = nil
    let scalars = Array(body.unicodeScalars)
    guard let kind = scalars.first, "%~@".unicodeScalars.contains(kind), scalars.count > 2, scalars[1] == "[",
      let end = scalars.firstIndex(of: "]")
    else {
      return faults.add(
        origin.error(
          "expected a unit: %[intent], ~[alias] or @[slot]", remedy: "indent what belongs to the unit above"))
    }
    let reference = UnitReference(scalars[2..<end])
    var unit = Unit(
      kind: kind, name: reference.name, variation: reference.variation, parameter: reference.argument,
      origin: origin)
    if kind == "~", dialect == .chatito { unit.parameter = nil }
    current = unit
    readSettings(String(String.UnicodeScalarView(scalars[(end + 1)...])), of: unit)
    switch kind {
    case "%":
      if !set.intents.contains(where: { $0.name == unit.name }) {
        set.intents.append(Intent(name: unit.name, wordings: Wordings(), origin: origin))
      }
    case "~":
      if !set.aliases.contains(where: { $0.name == unit.name }) {
        set.aliases.append(
          Alias(
            name: unit.name, parameters: unit.parameter.map { [$0] } ?? [], wordings: Wordings(),
            origin: origin))
      }
    default:
      if set.slot(unit.name) == nil { set.slots.append(Slot(name: unit.name, values: [], origin: origin)) }
    }
  }

  /// `('training': '100', 'testing': '20')` or `(100)`.
  private mutating func readSettings(_ text: String, of unit: Unit) {
    guard unit.kind == "%" else { return }
    var parts = text.split { "(),:".contains($0) }.map {
      $0.trimmingCharacters(in: CharacterSet(charactersIn: " '\""))
    }
    if parts.count == 1 { parts.insert("training", at: 0) }
    for i in stride(from: 0, to: parts.count - 1, by: 2)
    where ["training", "train", "nb_training", "training_size"].contains(parts[i].lowercased()) {
      training[unit.name] = Double(parts[i + 1]) ?? 1
    }
  }

  private mutating func readRule(_ body: String, _ origin: Origin) {
    guard let unit = current else {
      return faults.add(origin.error("this rule belongs to no unit", remedy: "write %[intent] above it"))
    }
    var body = body
    var weight = 1.0
    if dialect == .chatito, body.hasPrefix("*["), let end = body.firstIndex(of: "]") {
      let text = body[body.index(body.startIndex, offsetBy: 2)..<end].filter { $0 != "%" && $0 != " " }
      weight = Double(text) ?? 1
      body = body[body.index(after: end)...].trimmingCharacters(in: .whitespaces)
    }
    var canonical: String?
    if unit.kind == "@", dialect == .chatette, let equals = body.range(of: " = ", options: .backwards) {
      canonical = body[equals.upperBound...].trimmingCharacters(in: .whitespaces)
      body = String(body[..<equals.lowerBound])
    }
    var parser = LinePhraseParser(body, origin: origin, dialect: dialect, parameter: unit.parameter)
    let phrase: Phrase
    do throws(DioramaError) { phrase = try parser.parse() } catch {
      return faults.add(error)
    }
    warnings += parser.warnings
    let alternative = Alternative(
      phrase, weight: weight, variations: unit.variation.map { [$0] } ?? [], origin: origin)
    switch unit.kind {
    case "%":
      if let i = set.intents.firstIndex(where: { $0.name == unit.name }) {
        set.intents[i].wordings[Wordings.anyLanguage].append(alternative)
      }
    case "~":
      if let i = set.aliases.firstIndex(where: { $0.name == unit.name }) {
        set.aliases[i].wordings[Wordings.anyLanguage].append(alternative)
      }
    default:
      guard let i = set.slots.firstIndex(where: { $0.name == unit.name }) else { return }
      // In Chatito a value that is one alias has the alias's name as its canonical value.
      if dialect == .chatito, case .alias(let use) = phrase { canonical = canonical ?? use.alias }
      add(alternative, canonical ?? phrase.plainText ?? "", unit.variation, to: &set.slots[i])
    }
  }

  /// Wordings of one canonical value stand together.
  private func add(_ alternative: Alternative, _ canonical: String, _ variation: String?, to slot: inout Slot)
  {
    let variations = variation.map { [$0] } ?? []
    if !canonical.isEmpty,
      let i = slot.values.firstIndex(where: { $0.canonical == canonical && $0.variations == variations })
    {
      slot.values[i].forms[Wordings.anyLanguage].append(alternative)
    } else {
      slot.values.append(
        SlotValue(
          canonical: canonical, forms: Wordings([alternative]), weight: alternative.weight,
          variations: variations))
    }
  }

  /// In Chatito an alias that nobody defines says its own name.
  private mutating func completeAliases() {
    guard dialect == .chatito else { return }
    var missing: [String] = []
    let phrases =
      (set.intents.map(\.wordings) + set.aliases.map(\.wordings)).flatMap(\.all)
      + set.slots.flatMap { $0.values.flatMap(\.forms.all) }
    for alternative in phrases {
      alternative.phrase.visit { phrase in
        guard case .alias(let use) = phrase, !missing.contains(use.alias),
          !set.aliases.contains(where: { $0.name == use.alias })
        else { return }
        missing.append(use.alias)
      }
    }
    for name in missing {
      set.aliases.append(Alias(name: name, wordings: Wordings([Alternative(.text(name))])))
    }
  }
}

/// Chatette's files.
enum ChatetteReader {
  static func read(path: String) throws(DioramaError) -> TemplateSource.Imported {
    try LineTemplateReader.read(path: path, dialect: .chatette)
  }
}

/// Chatito's files.
enum ChatitoReader {
  static func read(path: String) throws(DioramaError) -> TemplateSource.Imported {
    try LineTemplateReader.read(path: path, dialect: .chatito)
  }
}
