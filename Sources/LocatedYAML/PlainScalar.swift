/// What an unquoted YAML scalar means: the core schema of YAML 1.2, without its rarities.
///
/// `yes`, `no`, `on`, `off`, `0x1F`, `017`, dates and sexagesimals are text; only `true` and `false` are booleans.
enum PlainScalar {
  /// The content, or `nil` for a number that is not finite (`.nan`, `.inf`, `1e999`).
  static func content(of text: String) -> LocatedNode.Content? {
    switch text {
    case "", "~", "null", "Null", "NULL": return .null
    case "true": return .boolean(true)
    case "false": return .boolean(false)
    case ".nan", ".NaN", ".NAN": return nil
    default: break
    }
    if [".inf", ".Inf", ".INF"].contains(
      text.first == "-" || text.first == "+" ? String(text.dropFirst()) : text)
    {
      return nil
    }
    guard let isInteger = numberShape(text.utf8) else { return .text(text) }
    if isInteger, let i = Int(text) { return .integer(i) }
    guard let d = Double(text), d.isFinite else { return nil }
    return .number(d)
  }

  /// Whether the text is written like an integer (true) or a decimal number (false); `nil` when like neither.
  private static func numberShape(_ text: String.UTF8View) -> Bool? {
    var rest = text[...]
    func digits() -> Int {
      let run = rest.prefix { (0x30...0x39).contains($0) }.count
      rest = rest.dropFirst(run)
      return run
    }
    func take(_ allowed: UInt8...) -> Bool {
      guard let c = rest.first, allowed.contains(c) else { return false }
      rest = rest.dropFirst()
      return true
    }
    _ = take(0x2B, 0x2D)
    let leadingZero = rest.first == 0x30
    let whole = digits()
    // YAML 1.1 reads 010 as eight and YAML 1.2 as ten: as text, it is refused where a number is meant.
    if leadingZero && whole > 1 { return nil }
    var fraction = 0
    var isInteger = true
    if take(0x2E) {
      isInteger = false
      fraction = digits()
    }
    guard whole + fraction > 0 else { return nil }
    if take(0x65, 0x45) {
      isInteger = false
      _ = take(0x2B, 0x2D)
      guard digits() > 0 else { return nil }
    }
    return rest.isEmpty ? isInteger : nil
  }
}
