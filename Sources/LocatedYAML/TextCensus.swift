/// What a text holds at most, counted before anything is built from it, so that a parse takes bounded time and memory.
struct TextCensus {
  static let byteLimit = 4 << 20
  /// Characters that can start or separate values.
  static let indicatorLimit = 1_000_000
  /// Brackets that are open at once, those inside text included: the scanner's time for a value grows with them.
  static let bracketLimit = 256

  private(set) var hasAlias = false
  private(set) var hasAnchor = false
  private let bytes: Int
  private var indicators = 0
  private var deepest = 0

  init(_ text: String) {
    bytes = text.utf8.count
    guard bytes <= Self.byteLimit else { return }
    var open = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        indicators += 1
        open += 1
        deepest = max(deepest, open)
      case UInt8(ascii: "]"), UInt8(ascii: "}"): open = max(0, open - 1)
      case UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: "\n"),
        UInt8(ascii: "\r"):
        indicators += 1
      case UInt8(ascii: "*"): hasAlias = true
      case UInt8(ascii: "&"): hasAnchor = true
      default: break
      }
    }
  }

  /// Which limit is exceeded, as the end of a sentence; `nil` when none is.
  var excess: String? {
    if bytes > Self.byteLimit { return "is larger than \(Self.byteLimit >> 20) MiB" }
    if indicators > Self.indicatorLimit { return "has too many values" }
    if deepest > Self.bracketLimit { return "has brackets that nest deeper than \(Self.bracketLimit) levels" }
    return nil
  }
}
