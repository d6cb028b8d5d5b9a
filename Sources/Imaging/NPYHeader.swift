import Diagnostics

/// The header of an NPY file: a Python dictionary literal of three known keys.
struct NPYHeader {
  let element: NPY.Element
  let shape: [Int]
  /// Where the data begins.
  let length: Int

  static func bad(_ name: String, _ why: String) -> DioramaError {
    DioramaError(
      .badInput, "\(name): not a usable NPY array: \(why)",
      remedy: "Write it again as a C-order little-endian array (numpy.save).")
  }

  /// Reads versions 1.0 and 2.0, keys in any order.
  init(_ bytes: [UInt8], name: String) throws(DioramaError) {
    guard bytes.count >= 12, bytes.starts(with: [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59]) else {
      throw Self.bad(name, "it does not begin with the NPY mark")
    }
    guard bytes[6] == 1 || bytes[6] == 2 else { throw Self.bad(name, "version \(bytes[6]) is not known") }
    let start = bytes[6] == 1 ? 10 : 12
    var size = Int(bytes[8]) | Int(bytes[9]) << 8
    if start == 12 { size |= Int(bytes[10]) << 16 | Int(bytes[11]) << 24 }
    guard size <= 65_536, start + size <= bytes.count else { throw Self.bad(name, "its header is cut short") }
    length = start + size

    var scanner = Scanner(rest: bytes[start..<length])
    var (descr, shape, order): (String?, [Int]?, Bool?) = (nil, nil, nil)
    guard scanner.take("{") else { throw Self.bad(name, "its header is no dictionary") }
    while !scanner.take("}") {
      guard let key = scanner.quoted(), scanner.take(":") else {
        throw Self.bad(name, "its header is malformed")
      }
      switch key {
      case "descr": descr = scanner.quoted()
      case "fortran_order": order = scanner.take("True") ? true : scanner.take("False") ? false : nil
      case "shape": shape = scanner.tuple()
      default: throw Self.bad(name, "its header has the unknown key \(key)")
      }
      if !scanner.take(",") {
        guard scanner.take("}") else { throw Self.bad(name, "its header is malformed") }
        break
      }
    }
    guard let descr, let shape, let order else {
      throw Self.bad(name, "its header lacks a key or has a bad value")
    }
    guard !order else { throw Self.bad(name, "it is in Fortran order") }
    guard let element = NPY.Element(rawValue: descr) else {
      throw Self.bad(name, "elements of type \(descr)")
    }
    self.element = element
    self.shape = shape
  }

  /// Reads the few tokens a header can hold, white space between them skipped.
  private struct Scanner {
    var rest: ArraySlice<UInt8>

    mutating func skipSpace() { rest = rest.drop { $0 == 0x20 || $0 == 0x0a } }

    mutating func take(_ token: String) -> Bool {
      skipSpace()
      guard rest.starts(with: token.utf8) else { return false }
      rest = rest.dropFirst(token.utf8.count)
      return true
    }

    mutating func quoted() -> String? {
      skipSpace()
      guard let quote = rest.first, quote == 0x27 || quote == 0x22 else { return nil }
      let inner = rest.dropFirst().prefix { $0 != quote }
      guard inner.endIndex < rest.endIndex else { return nil }
      rest = rest[(inner.endIndex + 1)...]
      return String(decoding: inner, as: UTF8.self)
    }

    mutating func tuple() -> [Int]? {
      guard take("(") else { return nil }
      var out: [Int] = []
      while !take(")") {
        skipSpace()
        let digits = rest.prefix { (0x30...0x39).contains($0) }
        guard digits.count <= 18, out.count < 8, let n = Int(String(decoding: digits, as: UTF8.self)) else {
          return nil
        }
        rest = rest.dropFirst(digits.count)
        out.append(n)
        if !take(",") { return take(")") ? out : nil }
      }
      return out
    }
  }
}
