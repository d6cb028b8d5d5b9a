package import Diagnostics

extension YAMLDocument {
  /// The document with one value replaced, as `--set key.path=value` asks.
  ///
  /// The path names keys and list indices (`cameras[1].width` or `cameras.1.width`); mappings that are missing are made,
  /// and an index equal to a list's length appends. The value is YAML; `null` or nothing removes the key, and a text
  /// that starts with `#` is a colour, not a comment. Whether a new key is known is for the decoder to say.
  ///
  /// - Throws: `usage` where the override has no shape, `badInput` where it does not fit the document.
  package func setting(_ override: String) throws(DioramaError) -> YAMLDocument {
    guard let equals = override.firstIndex(of: "=") else {
      throw Self.misshapen(override, "has no =")
    }
    let written = String(override[..<equals])
    let valueText = String(override[override.index(after: equals)...])
    let source = YAMLSource(
      name: "--set", text: override, indent: written.unicodeScalars.count + 1)
    let keys = try Self.keys(written, override)
    var value: LocatedNode
    if valueText.hasPrefix("#") {
      value = LocatedNode(.text(valueText), .init(source: source, mark: .init(line: 1, column: 1)))
    } else {
      value = try YAMLComposer.compose(valueText, source: source)
      if case .mapping(let entries) = value.content, entries.isEmpty, valueText.allSatisfy(\.isWhitespace) {
        value.content = .null
      }
    }
    // The key's own place: the start of the override.
    let place = LocatedNode.Place(
      source: YAMLSource(name: "--set", text: override), mark: .init(line: 1, column: 1))
    var document = self
    try Self.set(&document.root, keys[...], to: value, path: "", place: place)
    return document
  }

  /// The document with each override applied in turn.
  package func setting(_ overrides: [String]) throws(DioramaError) -> YAMLDocument {
    var document = self
    for override in overrides { document = try document.setting(override) }
    return document
  }

  private static func misshapen(_ override: String, _ what: String) -> DioramaError {
    DioramaError(.usage, "--set \(override) \(what)", remedy: "write --set key.path=value")
  }

  private static func keys(_ path: String, _ override: String) throws(DioramaError) -> [String] {
    var keys: [String] = []
    for part in path.split(separator: ".", omittingEmptySubsequences: false) {
      // `a[0][1]` is a, 0, 1.
      let pieces = part.split(separator: "[", omittingEmptySubsequences: false)
      for (i, piece) in pieces.enumerated() {
        var piece = piece
        if i > 0 {
          guard piece.hasSuffix("]") else { throw misshapen(override, "has a [ without ]") }
          piece = piece.dropLast()
        }
        guard !piece.isEmpty else { throw misshapen(override, "has an empty key") }
        keys.append(String(piece))
      }
    }
    guard keys.count < YAMLComposer.depthLimit else { throw misshapen(override, "nests too deep") }
    return keys
  }

  private static func set(
    _ node: inout LocatedNode, _ keys: ArraySlice<String>, to value: LocatedNode, path: String,
    place: LocatedNode.Place
  ) throws(DioramaError) {
    guard let key = keys.first else {
      node = value
      return
    }
    let rest = keys.dropFirst()
    let removes = if rest.isEmpty, case .null = value.content { true } else { false }
    switch node.content {
    case .list(var items):
      guard let index = Int(key), index >= 0, index < items.count + (removes ? 0 : 1) else {
        let last = items.isEmpty ? "0" : "0 to \(items.count)"
        throw DioramaError(
          .badInput, "\(path) is a list of \(items.count): \(key) does not index it", at: place.location,
          remedy: "use \(last) (\(items.count) appends)")
      }
      if removes {
        items.remove(at: index)
      } else {
        if index == items.count { items.append(LocatedNode(.null, place)) }
        try set(&items[index], rest, to: value, path: "\(path)[\(index)]", place: place)
      }
      node.content = .list(items)
    case .mapping, .null:
      var entries: [LocatedNode.Entry] = []
      if case .mapping(let existing) = node.content { entries = existing } else { node.place = place }
      let index = entries.firstIndex { $0.key == key }
      if removes {
        if let index { entries.remove(at: index) }
      } else if let index {
        try set(
          &entries[index].value, rest, to: value, path: path.isEmpty ? key : "\(path).\(key)", place: place)
        if rest.isEmpty { entries[index].keyLocation = place }
      } else {
        var fresh = LocatedNode(.null, place)
        try set(&fresh, rest, to: value, path: path.isEmpty ? key : "\(path).\(key)", place: place)
        entries.append(.init(key: key, keyLocation: place, value: fresh))
      }
      node.content = .mapping(entries)
    default:
      throw DioramaError(
        .badInput, "\(path.isEmpty ? "the document" : path) is \(node.found), so it has no \(key)",
        at: place.location,
        remedy: "set \(path) itself")
    }
  }
}
