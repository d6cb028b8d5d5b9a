package import Diagnostics
import TextModel

/// brat standoff: documents of up to 128 texts, one a line, with entities in code points of the document, roles as
/// attributes and values as notes; relations as R lines, spans that speak of one thing as `Equiv`, pronouns and the like with the
/// attribute `Mention`.
package struct BratFormat: LabelledTextFormat {
  package let name = "brat"
  package let summary = "brat standoff: documents of up to 128 texts with .ann files, and annotation.conf"
  package let positions = "code points of the document"
  package let holds: TextHolding = [.text, .nested, .roles, .values, .relations]

  /// Indices of texts of a document; divides the length of a block.
  private static let documentLength = 128

  package init() {}

  package func entries(for texts: [PlacedText], _ notes: inout TextNotes) throws(DioramaError)
    -> [TextFormatEntry]
  {
    var documents: [String: Document] = [:]
    for placed in texts {
      let item = try labelled(placed)
      guard !item.text.scalars.contains("\n"), !item.text.scalars.contains("\r") else {
        throw refusal(
          of: placed.text, "“\(item.string)” has several lines", remedy: "Leave the format out.")
      }
      let digits = String(placed.text.index / Self.documentLength)
      let number = String(repeating: "0", count: max(0, 6 - digits.utf8.count)) + digits
      let stem = "\(placed.text.language)/\(placed.part.rawValue)/\(number)"
      for relation in item.text.relations where !Self.isName(relation.name) {
        throw refusal(
          of: placed.text, "“\(relation.name)” is no name that brat takes",
          remedy: "Name relations with letters, digits, - and _.")
      }
      for span in item.text.spans where !Self.isName(span.label) || !(span.role.map(Self.isName) ?? true) {
        throw refusal(
          of: placed.text, "“\(span.label)\(span.role.map { ">" + $0 } ?? "")” is no name that brat takes",
          remedy: "Name labels and roles with letters, digits, - and _.")
      }
      documents[stem, default: Document()].add(item)
    }
    return documents.keys.sorted().flatMap { stem -> [TextFormatEntry] in
      let document = documents[stem] ?? Document()
      return [
        TextFormatEntry(file: stem + ".ann", document.annotations),
        TextFormatEntry(file: stem + ".txt", document.text),
      ]
    }
  }

  private static func isName(_ text: String) -> Bool { SafePathPart.isSafe(text) }

  /// A document as it grows.
  private struct Document {
    var text = ""
    var annotations = ""
    private var count = 0
    private var spans = 0
    private var attributes = 0
    private var relations = 0

    mutating func add(_ item: LabelledText) {
      let first = spans + 1
      for span in item.text.spans {
        spans += 1
        annotations +=
          "T\(spans)\t\(span.label) \(count + span.range.lowerBound) \(count + span.range.upperBound)\t"
          + "\(item.surface(span))\n"
        if let role = span.role {
          attributes += 1
          annotations += "A\(attributes)\tRole T\(spans) \(role)\n"
        }
        if span.isMention {
          attributes += 1
          annotations += "A\(attributes)\tMention T\(spans)\n"
        }
        let value = item.value(span)
        let isOneLine = !value.unicodeScalars.contains { $0.value < 0x20 }
        annotations += "#\(spans)\tAnnotatorNotes T\(spans)\t\(isOneLine ? value : "")\n"
      }
      for chain in item.text.chains {
        annotations += "*\tEquiv " + chain.map { "T\(first + $0)" }.joined(separator: " ") + "\n"
      }
      for relation in item.text.numberedRelations {
        relations += 1
        annotations +=
          "R\(relations)\t\(relation.name) Arg1:T\(first + relation.source) Arg2:T\(first + relation.target)\n"
      }
      text += item.string + "\n"
      count += item.text.scalars.count + 1
    }
  }

  package func companions(_ facts: TextFacts) -> [(path: String, text: String)] {
    facts.languages.map { language in
      let vocabulary = facts[language]
      let roles = vocabulary.roles.values.reduce(into: Set<String>()) { $0.formUnion($1) }.sorted()
      var lines =
        ["[entities]"] + vocabulary.labels + ["", "[relations]", "", "[events]", "", "[attributes]"]
      if vocabulary.hasMentions { lines.append("Mention\tArg:<ENTITY>") }
      if !roles.isEmpty { lines.append("Role\tArg:<ENTITY>, Value:\(roles.joined(separator: "|"))") }
      // Spans may hold others.
      var ties = ["<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>"]
      if vocabulary.hasChains {
        ties.append("Equiv\tArg1:<ENTITY>, Arg2:<ENTITY>, <REL-TYPE>:symmetric-transitive")
      }
      for name in vocabulary.relations.keys.sorted() {
        guard let ends = vocabulary.relations[name] else { continue }
        ties.append(
          "\(name)\tArg1:\(ends.sources.sorted().joined(separator: "|")), "
            + "Arg2:\(ends.targets.sorted().joined(separator: "|"))")
      }
      lines[lines.firstIndex(of: "[relations]").map { $0 + 1 } ?? 0] = ties.joined(separator: "\n") + "\n"
      return ("\(language)/annotation.conf", lines.joined(separator: "\n") + "\n")
    }
  }

  package func read(_ folder: TextFolder, _ log: TextReadingLog) throws(DioramaError) {
    for path in try folder.someFiles(endingIn: ".txt", of: name) {
      let (language, part) = TextFileName.place(of: path, folders: true)
      var readings: [LabelledReading] = []
      var starts = [0]
      var all: [Unicode.Scalar] = []
      try folder.forEachLine(of: path) { _, line throws(DioramaError) in
        readings.append(LabelledReading(text: line))
        all += line.unicodeScalars
        all.append("\n")
        starts.append(all.count)
      }
      var spans: [String: (line: Int, span: LabelledReading.Span)] = [:]
      var order: [String] = []
      var ties: [(name: String?, ends: [String])] = []
      let annotations = String(path.dropLast(4)) + ".ann"
      try folder.forEachLine(of: annotations) { number, row throws(DioramaError) in
        let columns = row.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        let fields = columns.count > 1 ? columns[1].split(separator: " ").map(String.init) : []
        let place = "\(annotations):\(number)"
        switch (row.first, columns.count, fields.count) {
        case ("T", 3, 3):
          guard let start = Int(fields[1]), let end = Int(fields[2]), start >= 0, start < end,
            end <= all.count, columns[2].unicodeScalars.elementsEqual(all[start..<end]),
            let line = starts.lastIndex(where: { $0 <= start }), line < readings.count, end < starts[line + 1]
          else { return log.fail(place, found: row, expected: "a stretch of one line, and its words") }
          spans[columns[0]] = (line, .init(start - starts[line], end - starts[line], fields[0]))
          order.append(columns[0])
        case ("A", 2, 3) where fields[0] == "Role": spans[fields[1]]?.span.role = fields[2]
        case ("R", 2, 3):
          ties.append((fields[0], fields.dropFirst().map { String($0.drop { $0 != ":" }.dropFirst()) }))
        case ("*", 2, 3...) where fields[0] == "Equiv": ties.append((nil, Array(fields.dropFirst())))
        case ("#", 3, 2): spans[fields[1]]?.span.value = columns[2]
        case ("R", _, _), ("*", _, _):
          log.fail(place, found: row, expected: "a relation of two spans, or Equiv and its spans")
        case ("T", _, _): log.fail(place, found: row, expected: "id, label with two positions, words")
        default: return
        }
      }
      var numbers: [String: Int] = [:]
      for id in order {
        guard let found = spans[id] else { continue }
        numbers[id] = readings[found.line].spans.count
        readings[found.line].spans.append(found.span)
      }
      for (name, ends) in ties {
        let members = ends.compactMap { numbers[$0] }
        let lines = Set(ends.compactMap { spans[$0]?.line })
        guard members.count == ends.count, lines.count == 1, let line = lines.first else {
          log.fail(annotations, found: ends.joined(separator: " "), expected: "spans of one line")
          continue
        }
        if let name {
          readings[line].relations.append(.init(name, members[0], members[1]))
        } else {
          readings[line].chains.append(members)
        }
      }
      for (number, reading) in readings.enumerated() {
        log.add(
          TextReading(place: "\(path):\(number + 1)", language: language, part: part, value: reading.json))
      }
    }
  }
}
