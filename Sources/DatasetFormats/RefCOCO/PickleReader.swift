import Encodings
import JSON

/// Reads plain data out of pickles of protocols 0 to 2, whoever made them: numbers, texts, lists, tuples and
/// dictionaries. What would run code is refused.
///
/// Python's description of the instructions is `pickletools`. Lists and dictionaries are shared where the file says so.
struct PickleReader {
  /// Deeper data is refused: nothing of the kind is nested like this, and what holds itself is.
  private static let depth = 64
  /// Instructions carried out at most.
  private static let limit = 64 << 20

  private enum Item {
    case mark
    case value(JSONValue)
    case container(Container)
  }

  /// A list, or the keys and values of a dictionary by turns; others may know it and see it grow.
  private final class Container {
    var items: [Item]
    let isDictionary: Bool

    init(_ items: [Item], isDictionary: Bool) {
      self.items = items
      self.isDictionary = isDictionary
    }
  }

  private let bytes: [UInt8]
  private var at = 0
  private var stack: [Item] = []
  private var memo: [Int: Item] = [:]

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// - Returns: `nil` for anything but plain data.
  static func value(of bytes: [UInt8]) -> JSONValue? {
    var reader = PickleReader(bytes)
    return reader.run()
  }

  private mutating func run() -> JSONValue? {
    var budget = Self.limit
    while budget > 0, let code = byte() {
      budget -= 1
      if code == UInt8(ascii: ".") {
        guard stack.count == 1, let result = stack.first else { return nil }
        var rest = 4 * bytes.count
        return Self.plain(result, Self.depth, &rest)
      }
      guard step(code) else { return nil }
    }
    return nil
  }

  private static func plain(_ item: Item, _ depth: Int, _ budget: inout Int) -> JSONValue? {
    budget -= 1
    guard depth > 0, budget > 0 else { return nil }
    switch item {
    case .mark: return nil
    case .value(let value): return value
    case .container(let container):
      var values: [JSONValue] = []
      values.reserveCapacity(container.items.count)
      for inner in container.items {
        guard let value = plain(inner, depth - 1, &budget) else { return nil }
        values.append(value)
      }
      return container.isDictionary ? members(values).map { .object($0) } : .array(values)
    }
  }

  private static func members(_ items: [JSONValue]) -> [JSONValue.Member]? {
    guard items.count % 2 == 0 else { return nil }
    var out: [JSONValue.Member] = []
    for i in stride(from: 0, to: items.count, by: 2) {
      guard case .string(let key) = items[i] else { return nil }
      out.append(.init(key, items[i + 1]))
    }
    return out
  }

  private mutating func step(_ code: UInt8) -> Bool {
    switch Unicode.Scalar(code) {
    case "\u{80}": return byte() != nil
    case "(":
      stack.append(.mark)
      return true
    case "N": return push(.null)
    case "\u{88}": return push(.boolean(true))
    case "\u{89}": return push(.boolean(false))
    case "I", "L": return line().map { number($0) } ?? false
    case "F": return line().flatMap { FieldNumber.finite(text($0)) }.map { push(.number($0)) } ?? false
    case "J": return little(4).map { push(.integer(Int(Int32(truncatingIfNeeded: $0)))) } ?? false
    case "K": return little(1).map { push(.integer($0)) } ?? false
    case "M": return little(2).map { push(.integer($0)) } ?? false
    case "V": return line().flatMap(unescaped).map { push(.string($0)) } ?? false
    case "S": return line().flatMap(unquoted).map { push(.string($0)) } ?? false
    case "X", "T": return little(4).flatMap { take($0) }.map { push(.string(text($0))) } ?? false
    case "U": return little(1).flatMap { take($0) }.map { push(.string(text($0))) } ?? false
    case "]", ")": return pushList([])
    case "}": return pushList([], isDictionary: true)
    case "l", "t": return popToMark().map { pushList($0) } ?? false
    case "d": return popToMark().map { pushList($0, isDictionary: true) } ?? false
    case "a": return add(1)
    case "s": return add(2)
    case "e": return popToMark().map { add($0, isDictionary: false) } ?? false
    case "u": return popToMark().map { add($0, isDictionary: true) } ?? false
    case "p": return line().flatMap { Int(text($0)) }.map { remember($0) } ?? false
    case "q": return little(1).map { remember($0) } ?? false
    case "r": return little(4).map { remember($0) } ?? false
    case "g": return line().flatMap { Int(text($0)) }.map { recall($0) } ?? false
    case "h": return little(1).map { recall($0) } ?? false
    case "j": return little(4).map { recall($0) } ?? false
    default: return false
    }
  }

  // MARK: The stack

  private mutating func push(_ value: JSONValue) -> Bool {
    stack.append(.value(value))
    return true
  }

  private mutating func pushList(_ items: [Item], isDictionary: Bool = false) -> Bool {
    stack.append(.container(Container(items, isDictionary: isDictionary)))
    return true
  }

  private mutating func remember(_ index: Int) -> Bool {
    guard let top = stack.last else { return false }
    if case .mark = top { return false }
    memo[index] = top
    return true
  }

  private mutating func recall(_ index: Int) -> Bool {
    guard let item = memo[index] else { return false }
    stack.append(item)
    return true
  }

  private mutating func popToMark() -> [Item]? {
    var items: [Item] = []
    while let item = stack.popLast() {
      if case .mark = item { return items.reversed() }
      items.append(item)
    }
    return nil
  }

  /// Adds what is on top to the list or dictionary below it.
  private mutating func add(_ count: Int) -> Bool {
    guard stack.count > count else { return false }
    let items = Array(stack.suffix(count))
    stack.removeLast(count)
    return add(items, isDictionary: count == 2)
  }

  private func add(_ items: [Item], isDictionary: Bool) -> Bool {
    guard case .container(let container)? = stack.last, container.isDictionary == isDictionary else {
      return false
    }
    container.items += items
    return true
  }

  // MARK: Bytes

  private mutating func byte() -> UInt8? {
    guard at < bytes.count else { return nil }
    defer { at += 1 }
    return bytes[at]
  }

  private mutating func take(_ count: Int) -> ArraySlice<UInt8>? {
    guard count >= 0, count <= bytes.count - at else { return nil }
    defer { at += count }
    return bytes[at..<(at + count)]
  }

  private mutating func little(_ count: Int) -> Int? {
    take(count)?.reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  private mutating func line() -> ArraySlice<UInt8>? {
    guard let end = bytes[at...].firstIndex(of: 0x0a) else { return nil }
    defer { at = end + 1 }
    return bytes[at..<end]
  }

  private func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

  private mutating func number(_ line: ArraySlice<UInt8>) -> Bool {
    switch text(line) {
    case "00": return push(.boolean(false))
    case "01": return push(.boolean(true))
    case let digits:
      guard let n = Int(digits.hasSuffix("L") ? String(digits.dropLast()) : digits) else { return false }
      return push(.integer(n))
    }
  }

  /// `\uXXXX` and `\UXXXXXXXX`; other bytes are Latin-1.
  private func unescaped(_ line: ArraySlice<UInt8>) -> String? {
    var out = String.UnicodeScalarView()
    var i = line.startIndex
    while i < line.endIndex {
      let next = i + 1
      if line[i] == UInt8(ascii: "\\"), next < line.endIndex,
        line[next] == UInt8(ascii: "u") || line[next] == UInt8(ascii: "U")
      {
        let count = line[next] == UInt8(ascii: "u") ? 4 : 8
        guard next + count < line.endIndex,
          let code = UInt32(text(line[(next + 1)...(next + count)]), radix: 16),
          let scalar = Unicode.Scalar(code)
        else { return nil }
        out.append(scalar)
        i = next + count + 1
      } else {
        out.append(Unicode.Scalar(line[i]))
        i = next
      }
    }
    return String(out)
  }

  /// A Python 2 text in quotes, with the escapes that its `repr` makes.
  private func unquoted(_ line: ArraySlice<UInt8>) -> String? {
    guard line.count >= 2, let quote = line.first, quote == 0x27 || quote == 0x22, line.last == quote else {
      return nil
    }
    let escapes: [UInt8: UInt8] = [
      UInt8(ascii: "n"): 0x0a, UInt8(ascii: "r"): 0x0d, UInt8(ascii: "t"): 0x09, 0x5c: 0x5c, 0x27: 0x27,
      0x22: 0x22,
    ]
    var out: [UInt8] = []
    var i = line.startIndex + 1
    let end = line.endIndex - 1
    while i < end {
      guard line[i] == UInt8(ascii: "\\") else {
        out.append(line[i])
        i += 1
        continue
      }
      guard i + 1 < end else { return nil }
      if line[i + 1] == UInt8(ascii: "x") {
        guard i + 3 < end, let code = UInt8(text(line[(i + 2)...(i + 3)]), radix: 16) else { return nil }
        out.append(code)
        i += 4
      } else {
        guard let code = escapes[line[i + 1]] else { return nil }
        out.append(code)
        i += 2
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
