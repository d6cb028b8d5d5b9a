package import Diagnostics
package import JSON

/// A value of a YAML document that knows where it was written.
package struct LocatedNode: Sendable {
  /// What the value is, by the rules of `PlainScalar` where it is not quoted.
  package indirect enum Content: Sendable {
    case null
    case boolean(Bool)
    case integer(Int)
    /// Finite.
    case number(Double)
    case text(String)
    case list([LocatedNode])
    /// In the order written; keys are unique.
    case mapping([Entry])
  }

  /// A key of a mapping and its value.
  package struct Entry: Sendable {
    package var key: String
    /// Where the key stands; the value knows its own place.
    package var keyLocation: Place
    package var value: LocatedNode
  }

  /// Line and column (in code points), from 1.
  package struct Mark: Sendable, Hashable {
    package var line: Int
    package var column: Int
  }

  /// A mark in a source.
  package struct Place: Sendable {
    let source: YAMLSource
    let mark: Mark

    /// File, line and column, with the line's text.
    package var location: SourceLocation { source.location(mark) }
  }

  package var content: Content
  package var place: Place
  /// Keys and indices from the root, such as `cameras[1].width`; set on the way down.
  package var path: String

  init(_ content: Content, _ place: Place, path: String = "") {
    self.content = content
    self.place = place
    self.path = path
  }

  /// File, line and column, with the line's text.
  package var location: SourceLocation { place.location }

  /// The mapping's entries with their paths; `nil` for other values.
  package var entries: [Entry]? {
    guard case .mapping(let entries) = content else { return nil }
    return entries.map { entry in
      var entry = entry
      entry.value.path = path(of: entry.key)
      return entry
    }
  }

  /// The list's items with their paths; `nil` for other values.
  package var items: [LocatedNode]? {
    guard case .list(let items) = content else { return nil }
    return items.enumerated().map { i, item in
      var item = item
      item.path = "\(path)[\(i)]"
      return item
    }
  }

  /// A number of either kind.
  package var number: Double? {
    switch content {
    case .integer(let i): Double(i)
    case .number(let d): d
    default: nil
    }
  }

  /// The text of a text.
  package var text: String? {
    if case .text(let text) = content { return text }
    return nil
  }

  /// The path of a key below this value.
  func path(of key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

  /// What it is, for "found …".
  package var found: String {
    switch content {
    case .null: return "nothing"
    case .boolean(let b): return "\(b)"
    case .integer(let i): return "\(i)"
    case .number(let d): return "\(d)"
    case .text(let s): return "the text \"\(s.count > 60 ? s.prefix(57) + "…" : s[...])\""
    case .list(let items): return items.isEmpty ? "an empty list" : "a list of \(items.count)"
    case .mapping(let entries): return entries.isEmpty ? "an empty mapping" : "a mapping"
    }
  }

  /// The same value without its places.
  package var json: JSONValue {
    switch content {
    case .null: .null
    case .boolean(let b): .boolean(b)
    case .integer(let i): .integer(i)
    case .number(let d): .number(d)
    case .text(let s): .string(s)
    case .list(let items): .array(items.map(\.json))
    case .mapping(let entries): .object(entries.map { JSONValue.Member($0.key, $0.value.json) })
    }
  }
}
