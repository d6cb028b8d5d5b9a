package import Diagnostics
import Foundation
package import LocatedYAML

/// Reads template files into one set: the file itself and what it imports.
package struct TemplateReader {
  static let importLimit = 64

  var set: TemplateSet
  var faults = FaultList()
  let languages: [String]
  private var readFiles: [String] = []

  /// The set and the settings of a file.
  ///
  /// - Throws: one error naming every fault, with file, line and column.
  package static func read(_ document: YAMLDocument) throws(DioramaError) -> (TemplateSet, TemplateFile) {
    let file = try document.decode(TemplateFile.self).value
    var reader = TemplateReader(name: file.name, languages: file.languages)
    reader.set.capitalized = Set(file.capitalize)
    try reader.add(file, isMain: true)
    if let error = reader.faults.gathered { throw error }
    return (reader.set, file)
  }

  private init(name: String, languages: [String]) {
    set = TemplateSet(name: name, languages: languages)
    self.languages = languages
  }

  private mutating func add(_ file: TemplateFile, isMain: Bool) throws(DioramaError) {
    for reference in file.imports {
      let path = URL(fileURLWithPath: reference.path).standardizedFileURL.path
      guard !readFiles.contains(path) else { continue }
      guard readFiles.count < Self.importLimit else {
        faults.add(reference.error("more than \(Self.importLimit) files are imported"))
        break
      }
      readFiles.append(path)
      let document: YAMLDocument
      do { document = try YAMLDocument(path: reference.path) } catch {
        faults.add(
          error.location == nil
            ? reference.error(error.message, reason: error.reason, remedy: error.remedy) : error)
        continue
      }
      let imported = try document.decode(TemplateFile.self).value
      try add(imported, isMain: false)
    }
    for (name, node) in entries(file.features, "features") { readFeature(name, node) }
    for (name, node) in entries(file.words, "words") { readWords(name, node) }
    for (name, node) in entries(file.slots, "slots") { readSlot(name, node) }
    for (name, node) in entries(file.aliases, "aliases") { readAlias(name, node) }
    for item in file.relations?.items ?? [] {
      if let relation = relation(item) { set.relations.append(relation) }
    }
    for (name, node) in entries(file.intents, "intents") where isMain { readIntent(name, node) }
  }

  /// Names and values of a mapping; a fault for anything else.
  mutating func entries(_ node: LocatedNode?, _ what: String) -> [(name: String, node: LocatedNode)] {
    guard let node else { return [] }
    if case .null = node.content { return [] }
    guard let entries = node.entries else {
      fault(node, "expected a mapping of \(what), found \(node.found)")
      return []
    }
    return entries.map { ($0.key, $0.value) }
  }

  mutating func fault(_ node: LocatedNode, _ message: String, remedy: String? = nil) {
    faults.add(
      DioramaError(
        .badInput, node.path.isEmpty ? message : "\(node.path): \(message)", at: node.location,
        remedy: remedy))
  }

  private mutating func readFeature(_ name: String, _ node: LocatedNode) {
    let values = (node.items ?? []).compactMap(\.plainText)
    guard values.count >= 2, values.count == node.items?.count else {
      return fault(node, "expected a list of at least two values, found \(node.found)")
    }
    guard !set.features.contains(where: { $0.name == name }) else {
      return fault(node, "the feature \(name) is defined twice")
    }
    set.features.append(Feature(name: name, values: values))
  }

  private mutating func readAlias(_ key: String, _ node: LocatedNode) {
    var name = key
    var parameters: [String] = []
    if key.hasSuffix(")"), let open = key.firstIndex(of: "(") {
      name = String(key[..<open])
      parameters = key[key.index(after: open)...].dropLast().split(separator: ",").map {
        $0.trimmingCharacters(in: .whitespaces)
      }
    }
    guard !set.aliases.contains(where: { $0.name == name }) else {
      return fault(node, "the alias \(name) is defined twice", remedy: "rename one, or join their lists")
    }
    let wordings = wordings(node)
    set.aliases.append(
      Alias(name: name, parameters: parameters, wordings: wordings, origin: .yaml(node, offset: 0)))
  }

  private mutating func readIntent(_ name: String, _ node: LocatedNode) {
    var intent = Intent(name: name, wordings: Wordings(), origin: .yaml(node, offset: 0))
    guard let entries = node.entries else {
      intent.wordings = wordings(node)
      return set.intents.append(intent)
    }
    for entry in entries {
      switch entry.key {
      case "where":
        for item in entry.value.items ?? [entry.value] { readConstraint(item, into: &intent) }
      case "relations":
        intent.relations = (entry.value.items ?? [entry.value]).compactMap { relation($0) }
      case "labels":
        for (label, value) in self.entries(entry.value, "labels") {
          guard let text = value.plainText else {
            fault(value, "expected a text, found \(value.found)")
            continue
          }
          intent.labels.append((label, text))
        }
      case "weight":
        guard let weight = entry.value.number, (0...1_000_000).contains(weight) else {
          fault(entry.value, "expected a number from 0 to 1000000, found \(entry.value.found)")
          continue
        }
        intent.weight = weight
      case let language where languages.contains(language):
        intent.wordings[language] = alternatives(entry.value)
      default:
        unknown(entry, known: languages + ["where", "labels", "relations", "weight"])
      }
    }
    set.intents.append(intent)
  }

  private mutating func readConstraint(_ node: LocatedNode, into intent: inout Intent) {
    guard let text = node.text else {
      return fault(node, "expected a condition such as origin != destination, found \(node.found)")
    }
    do throws(DioramaError) {
      intent.constraints.append(try ConstraintParser.parse(text, origin: .yaml(node, offset: 0)))
    } catch {
      faults.add(error)
    }
  }

  private mutating func relation(_ node: LocatedNode) -> VariableRelation? {
    if let relation = node.text.flatMap({ VariableRelation($0) }) { return relation }
    fault(node, "expected a relation such as departs_from(flight, origin), found \(node.text ?? node.found)")
    return nil
  }

  /// Notes an unknown key, with the nearest known one.
  mutating func unknown(_ entry: LocatedNode.Entry, known: [String]) {
    let near = nearest(entry.key, in: known).map { "did you mean \($0)? " } ?? ""
    faults.add(
      DioramaError(
        .badInput, "\(entry.value.path): unknown key", at: entry.keyLocation.location,
        remedy: "\(near)known keys: \(known.joined(separator: ", "))"))
  }
}

extension LocatedNode {
  /// A text, or a number or boolean as it reads.
  var plainText: String? {
    switch content {
    case .text(let text): text
    case .integer(let i): String(i)
    case .number(let d): "\(d)"
    case .boolean(let b): "\(b)"
    case .null, .list, .mapping: nil
    }
  }
}
