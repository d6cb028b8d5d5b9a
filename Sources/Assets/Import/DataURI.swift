/// `data:` URIs (RFC 2397) and percent encoding (RFC 3986), as glTF uses them.
enum DataURI {
  /// The bytes of a `data:` URI; `nil` when it is none or its base64 is damaged.
  static func decode(_ uri: String) -> [UInt8]? {
    let bytes = uri.utf8
    guard uri.hasPrefix("data:"), let comma = bytes.firstIndex(of: UInt8(ascii: ",")) else { return nil }
    let header = String(uri[..<comma])
    let body = bytes[bytes.index(after: comma)...]
    return header.hasSuffix(";base64") ? base64(body) : percentDecoded(body)
  }

  /// A relative reference with its percent escapes resolved; `nil` when they are damaged or not UTF-8.
  static func path(_ uri: String) -> String? {
    guard let bytes = percentDecoded(uri.utf8[...]) else { return nil }
    return String(validating: bytes, as: UTF8.self)
  }

  /// True for `http:`, `file:` and the like: one letter alone is a drive of another system.
  static func hasScheme(_ uri: String) -> Bool {
    guard let colon = uri.firstIndex(of: ":") else { return false }
    let scheme = uri[..<colon]
    return !scheme.isEmpty
      && scheme.allSatisfy {
        $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "+" || $0 == "-" || $0 == ".")
      }
  }

  private static func percentDecoded(_ text: Substring.UTF8View) -> [UInt8]? {
    var out: [UInt8] = []
    out.reserveCapacity(text.count)
    var escape: [UInt8] = []
    var pending = 0
    for c in text {
      if pending > 0 {
        escape.append(c)
        pending -= 1
        if pending == 0 {
          guard let high = hex(escape[0]), let low = hex(escape[1]) else { return nil }
          out.append(high << 4 | low)
          escape.removeAll(keepingCapacity: true)
        }
      } else if c == UInt8(ascii: "%") {
        pending = 2
      } else {
        out.append(c)
      }
    }
    return pending == 0 ? out : nil
  }

  private static func hex(_ c: UInt8) -> UInt8? {
    switch c {
    case 0x30...0x39: c - 0x30
    case 0x41...0x46: c - 0x41 + 10
    case 0x61...0x66: c - 0x61 + 10
    default: nil
    }
  }

  private static func base64(_ text: Substring.UTF8View) -> [UInt8]? {
    var out: [UInt8] = []
    out.reserveCapacity(text.count / 4 * 3 + 3)
    var bits: UInt32 = 0
    var held = 0
    var padding = 0
    for c in text {
      let six: UInt8
      switch c {
      case 0x41...0x5A: six = c - 0x41
      case 0x61...0x7A: six = c - 0x61 + 26
      case 0x30...0x39: six = c - 0x30 + 52
      case UInt8(ascii: "+"), UInt8(ascii: "-"): six = 62
      case UInt8(ascii: "/"), UInt8(ascii: "_"): six = 63
      case UInt8(ascii: "="):
        padding += 1
        continue
      case 0x0A, 0x0D: continue
      default: return nil
      }
      guard padding == 0 else { return nil }
      bits = bits << 6 | UInt32(six)
      held += 1
      if held == 4 {
        out.append(UInt8(truncatingIfNeeded: bits >> 16))
        out.append(UInt8(truncatingIfNeeded: bits >> 8))
        out.append(UInt8(truncatingIfNeeded: bits))
        held = 0
      }
    }
    switch held {
    case 0: break
    case 2: out.append(UInt8(truncatingIfNeeded: bits >> 4))
    case 3:
      out.append(UInt8(truncatingIfNeeded: bits >> 10))
      out.append(UInt8(truncatingIfNeeded: bits >> 2))
    default: return nil
    }
    return padding <= 2 ? out : nil
  }
}
