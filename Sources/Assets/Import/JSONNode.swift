internal import Diagnostics
internal import JSON

/// A JSON value together with where it stands, so that every complaint about it names the place.
struct JSONNode: Sendable {
  let value: JSONValue
  /// A JSON Pointer (RFC 6901), e.g. `/meshes/0/primitives/1`.
  let path: String
  let file: String

  init(_ value: JSONValue, path: String = "", file: String) {
    self.value = value
    self.path = path
    self.file = file
  }

  /// The one error of everything that is wrong in a JSON document.
  func failure(_ message: String, remedy: String? = nil) -> DioramaError {
    DioramaError(
      .badInput, "\(file): \(path.isEmpty ? "/" : path): \(message)",
      remedy: remedy ?? "Export the file again, or check it with a validator of its format.")
  }

  /// The member of an object; `nil` when absent, null, or when this is no object.
  subscript(_ key: String) -> JSONNode? {
    guard case .object(let members) = value, let found = members.first(where: { $0.key == key })?.value
    else { return nil }
    if case .null = found { return nil }
    return JSONNode(found, path: path + "/" + key, file: file)
  }

  func required(_ key: String) throws -> JSONNode {
    guard let node = self[key] else { throw failure("has no \"\(key)\"") }
    return node
  }

  /// Keys in file order; empty when this is no object.
  var keys: [String] {
    if case .object(let members) = value { members.map(\.key) } else { [] }
  }

  func elements() throws -> [JSONNode] {
    guard case .array(let items) = value else { throw failure("expected an array, found \(value.kind)") }
    return items.enumerated().map { JSONNode($1, path: "\(path)/\($0)", file: file) }
  }

  /// The elements of a member that may be absent.
  func elements(_ key: String) throws -> [JSONNode] { try self[key]?.elements() ?? [] }

  func number() throws -> Double {
    switch value {
    case .integer(let i): return Double(i)
    case .number(let n): return n
    default: throw failure("expected a number, found \(value.kind)")
    }
  }

  func number(_ key: String, default fallback: Double) throws -> Double {
    try self[key]?.number() ?? fallback
  }

  /// A whole number in 0...2⁵³.
  func count() throws -> Int {
    let whole: Int? =
      switch value {
      case .integer(let i): i
      case .number(let n): Int(exactly: n)
      default: nil
      }
    guard let i = whole, i >= 0, i <= 1 << 53 else {
      throw failure("expected a whole number that is not negative, found \(value.kind)")
    }
    return i
  }

  func count(_ key: String, default fallback: Int) throws -> Int { try self[key]?.count() ?? fallback }

  /// An index into a list of `limit` things called `what`.
  func index(below limit: Int, of what: String) throws -> Int {
    let i = try count()
    guard i < limit else { throw failure("names \(what) \(i), but there are \(limit)") }
    return i
  }

  func string() throws -> String {
    guard case .string(let s) = value else { throw failure("expected a string, found \(value.kind)") }
    return s
  }

  func string(_ key: String) throws -> String? { try self[key]?.string() }

  func bool(_ key: String, default fallback: Bool) throws -> Bool {
    guard let node = self[key] else { return fallback }
    guard case .boolean(let b) = node.value else {
      throw node.failure("expected true or false, found \(node.value.kind)")
    }
    return b
  }

  /// Exactly `n` numbers.
  func numbers(_ n: Int) throws -> [Double] {
    let items = try elements()
    guard items.count == n else { throw failure("expected \(n) numbers, found \(items.count)") }
    return try items.map { try $0.number() }
  }
}
