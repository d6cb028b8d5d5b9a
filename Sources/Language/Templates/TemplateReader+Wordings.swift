import Diagnostics
import LocatedYAML

extension TemplateReader {
  /// Alternatives by language, or for every language.
  mutating func wordings(_ node: LocatedNode) -> Wordings {
    guard let entries = node.entries else { return Wordings(alternatives(node)) }
    var wordings = Wordings()
    for entry in entries {
      guard languages.contains(entry.key) else {
        unknown(entry, known: languages)
        continue
      }
      wordings[entry.key] = alternatives(entry.value)
    }
    return wordings
  }

  /// The alternatives of a text (one a line; `#` begins a comment line) or of a list of texts.
  mutating func alternatives(_ node: LocatedNode) -> [Alternative] {
    if let items = node.items { return items.flatMap { alternatives($0) } }
    guard let text = node.plainText else {
      fault(node, "expected sentences, found \(node.found)", remedy: "write one a line behind a |")
      return []
    }
    var found: [Alternative] = []
    var offset = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let scalars = line.unicodeScalars
      let indent = scalars.prefix { $0 == " " || $0 == "\t" }.count
      if scalars.count > indent, scalars.dropFirst(indent).first != "#" {
        let body = String(String.UnicodeScalarView(scalars.dropFirst(indent)))
        do throws(DioramaError) {
          found += try PhraseParser.parse(body, origin: .yaml(node, offset: offset + indent))
        } catch {
          faults.add(error)
        }
      }
      offset += scalars.count + 1
    }
    if found.isEmpty, faults.count == 0 { fault(node, "holds no sentence") }
    return found
  }
}
