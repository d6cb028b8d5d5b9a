/// Numbers as text with a fixed count of decimals, the same on every machine and in every locale.
package enum DecimalText {
  /// `value` with `decimals` (0…9) digits after the point, halves away from zero, never `-0`.
  ///
  /// Numbers of more than 15 digits, and those that are not finite, come as Swift describes them.
  package static func fixed(_ value: Double, _ decimals: Int) -> String {
    text(value, decimals, keepsZeros: true)
  }

  /// As `fixed`, without trailing zeros: `0.5`, `3`.
  package static func short(_ value: Double, _ decimals: Int) -> String {
    text(value, decimals, keepsZeros: false)
  }

  private static func text(_ value: Double, _ decimals: Int, keepsZeros: Bool) -> String {
    var scale = 1
    for _ in 0..<decimals { scale *= 10 }
    let scaled = (value.magnitude * Double(scale)).rounded(.toNearestOrAwayFromZero)
    guard scaled.isFinite, scaled < 9e15 else { return "\(value)" }
    let n = Int(scaled)
    var (fraction, digits) = (n % scale, decimals)
    if !keepsZeros {
      while digits > 0, fraction % 10 == 0 { (fraction, digits) = (fraction / 10, digits - 1) }
    }
    var out = value < 0 && n > 0 ? "-" : ""
    out += String(n / scale)
    guard digits > 0 else { return out }
    let tail = String(fraction)
    out += "."
    for _ in tail.utf8.count..<digits { out += "0" }
    return out + tail
  }
}
