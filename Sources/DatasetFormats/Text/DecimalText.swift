/// Numbers as text with a fixed count of decimals, the same on every machine and in every locale.
package enum DecimalText {
  /// `value` with `decimals` (0…9) digits after the point, halves away from zero, never `-0`.
  ///
  /// Values of 10¹⁵ and more, and those that are not finite, come as Swift describes them.
  package static func fixed(_ value: Double, _ decimals: Int) -> String {
    var scale = 1
    for _ in 0..<decimals { scale *= 10 }
    let scaled = (value.magnitude * Double(scale)).rounded(.toNearestOrAwayFromZero)
    guard scaled.isFinite, scaled < 9e15 else { return "\(value)" }
    let n = Int(scaled)
    let sign = value < 0 && n > 0 ? "-" : ""
    guard decimals > 0 else { return sign + String(n) }
    let fraction = String(n % scale)
    return sign + String(n / scale) + "." + String(repeating: "0", count: decimals - fraction.count)
      + fraction
  }

  /// As `fixed`, without trailing zeros: `0.5`, `3`.
  package static func short(_ value: Double, _ decimals: Int) -> String {
    var text = fixed(value, decimals)
    guard text.contains(".") else { return text }
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text
  }
}
