import Diagnostics
import Yams

/// Reads YAML into located nodes within bounds, whatever the bytes.
struct YAMLComposer {
  static let depthLimit = 64
  /// Values after aliases are expanded: what a billion laughs would exceed.
  static let nodeLimit = 200_000

  let source: YAMLSource
  private var nodes = 0

  /// - Parameter yaml: the part of the source's text that is YAML.
  static func compose(_ yaml: String, source: YAMLSource) throws(DioramaError) -> LocatedNode {
    let top = LocatedNode.Place(source: source, mark: .init(line: 1, column: 1))
    let census = TextCensus(yaml)
    if let excess = census.excess {
      throw DioramaError(.badInput, "\(source.name) \(excess)", remedy: "split it")
    }
    // Yams hashes keys, and a key that aliases a bomb would be hashed for ever. So aliases are first looked at as plain
    // text, and a document that uses one as a key is refused before Yams sees it.
    if census.hasAlias && census.hasAnchor {
      let defused = String(String.UnicodeScalarView(yaml.unicodeScalars.map { $0 == "*" ? aliasMark : $0 }))
      var scout = YAMLComposer(source: source)
      if let root = try scout.parse(defused) { _ = try scout.convert(root, depth: 1) }
    }
    var composer = YAMLComposer(source: source)
    guard let root = try composer.parse(yaml) else { return LocatedNode(.mapping([]), top) }
    let node = try composer.convert(root, depth: 1)
    if case .null = node.content, source.indent == 0 { return LocatedNode(.mapping([]), node.place) }
    return node
  }

  /// Stands for `*` while keys are looked at: a private-use character that no indicator begins with.
  private static let aliasMark: Unicode.Scalar = "\u{E000}"

  private init(source: YAMLSource) { self.source = source }

  private func parse(_ yaml: String) throws(DioramaError) -> Node? {
    do {
      let parser = try Parser(yaml: yaml, resolver: .basic, encoding: .utf8)
      return try parser.singleRoot()
    } catch let error as YamlError {
      throw located(error)
    } catch {
      throw DioramaError(.badInput, "\(source.name) cannot be read as YAML: \(error)")
    }
  }

  private mutating func convert(_ node: Node, depth: Int) throws(DioramaError) -> LocatedNode {
    nodes += 1
    guard nodes <= Self.nodeLimit else {
      throw error(
        node, "more than \(Self.nodeLimit) values, aliases expanded",
        remedy: "split the file, or use fewer aliases")
    }
    guard depth <= Self.depthLimit else {
      throw error(node, "values nest deeper than \(Self.depthLimit) levels")
    }
    let place = place(node.mark)
    switch node {
    case .scalar(let scalar): return LocatedNode(try content(scalar), place)
    case .sequence(let items):
      try refuseTag(items.tag, node)
      var list: [LocatedNode] = []
      for item in items { list.append(try convert(item, depth: depth + 1)) }
      return LocatedNode(.list(list), place)
    case .mapping(let pairs):
      try refuseTag(pairs.tag, node)
      return LocatedNode(.mapping(try entries(pairs, depth)), place)
    case .alias: throw error(node, "an alias that names no anchor")
    }
  }

  private mutating func entries(_ pairs: Node.Mapping, _ depth: Int) throws(DioramaError) -> [LocatedNode
    .Entry]
  {
    var entries: [LocatedNode.Entry] = []
    var merged: [LocatedNode.Entry] = []
    var keys: Set<String> = []
    for (key, value) in pairs {
      guard case .scalar(let scalar) = key else {
        throw error(key, "a key must be plain text", remedy: "lists, mappings and aliases cannot be keys")
      }
      if scalar.style == .plain, scalar.string.unicodeScalars.first == Self.aliasMark {
        throw error(key, "an alias cannot be a key", remedy: "write the key out")
      }
      let node = try convert(value, depth: depth + 1)
      if scalar.string == "<<", scalar.style == .plain {
        merged += try merge(node)
        continue
      }
      guard keys.insert(scalar.string).inserted else {
        throw error(key, "the key \(scalar.string) appears twice in one mapping", remedy: "keep one of them")
      }
      entries.append(.init(key: scalar.string, keyLocation: place(key.mark), value: node))
    }
    // Keys that the mapping has itself win over merged ones, and earlier merged ones over later.
    for entry in merged where keys.insert(entry.key).inserted { entries.append(entry) }
    return entries
  }

  /// The entries that a merge key `<<: *base` or `<<: [*a, *b]` brings in.
  private func merge(_ node: LocatedNode) throws(DioramaError) -> [LocatedNode.Entry] {
    switch node.content {
    case .mapping(let entries): return entries
    // The first pass sees aliases as text.
    case .text(let text) where text.unicodeScalars.first == Self.aliasMark: return []
    case .list(let items):
      var all: [LocatedNode.Entry] = []
      for item in items {
        if case .list = item.content { throw mergeError(item) }
        all += try merge(item)
      }
      return all
    default: throw mergeError(node)
    }
  }

  private func mergeError(_ node: LocatedNode) -> DioramaError {
    DioramaError(
      .badInput, "<< needs a mapping or a list of mappings, found \(node.found)", at: node.location)
  }

  private func content(_ scalar: Node.Scalar) throws(DioramaError) -> LocatedNode.Content {
    let tag = scalar.tag.rawValue
    if scalar.style != .plain && scalar.style != .any { return .text(scalar.string) }
    if tag == "tag:yaml.org,2002:str" || tag == "!" { return .text(scalar.string) }
    try refuseTag(scalar.tag, .scalar(scalar))
    guard let content = PlainScalar.content(of: scalar.string) else {
      throw error(
        .scalar(scalar), "\(scalar.string) is not a finite number", remedy: "quote it if text is meant")
    }
    return content
  }

  private func refuseTag(_ tag: Tag, _ node: Node) throws(DioramaError) {
    let known = ["", "!", "tag:yaml.org,2002:str", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:map"]
    guard !known.contains(tag.rawValue) else { return }
    throw error(node, "the tag \(tag.rawValue.prefix(80)) has no meaning here", remedy: "remove it")
  }

  private func place(_ mark: Mark?) -> LocatedNode.Place {
    .init(source: source, mark: .init(line: max(1, mark?.line ?? 1), column: max(1, mark?.column ?? 1)))
  }

  private func error(_ node: Node, _ message: String, remedy: String? = nil) -> DioramaError {
    DioramaError(.badInput, message, at: place(node.mark).location, remedy: remedy)
  }

  /// The parser's complaint in our shape.
  private func located(_ error: YamlError) -> DioramaError {
    switch error {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _):
      let hint = context.map { "\($0.text) that starts at line \($0.mark.line): " } ?? ""
      return DioramaError(.badInput, "not valid YAML: \(hint)\(problem)", at: place(mark).location)
    case .composer(let context, let problem, let mark, _):
      let isSecond = context != nil
      return DioramaError(
        .badInput, isSecond ? "a second document begins here" : "not valid YAML: \(problem)",
        at: place(mark).location,
        remedy: isSecond ? "one file holds one document: remove `---` and what follows" : nil)
    case .duplicatedKeysInMapping(let names, let context):
      return DioramaError(
        .badInput, "the key \(names.first ?? "") appears twice in one mapping",
        at: place(context.mark).location,
        remedy: "keep one of them")
    case .reader(let problem, let offset, let value, let yaml):
      let character = value >= 0 ? " (U+\(String(value, radix: 16, uppercase: true)))" : ""
      return DioramaError(
        .badInput, "not valid YAML: \(problem)\(character)", at: place(of: offset ?? 0, in: yaml).location)
    default: return DioramaError(.badInput, "\(source.name) cannot be read as YAML: \(error)")
    }
  }

  /// The place of the `offset`-th character.
  private func place(of offset: Int, in yaml: String) -> LocatedNode.Place {
    var mark = LocatedNode.Mark(line: 1, column: 1)
    for character in yaml.prefix(offset) {
      if character.isNewline {
        mark = .init(line: mark.line + 1, column: 1)
      } else {
        mark.column += character.unicodeScalars.count
      }
    }
    return .init(source: source, mark: mark)
  }
}
