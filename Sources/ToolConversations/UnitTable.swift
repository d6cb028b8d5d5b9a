import Conversations

/// Units and exact conversions between those of one quantity.
enum UnitTable {
  struct Unit: Sendable, Hashable {
    /// As the tool takes it.
    var symbol: String
    var name: Both<String>
    /// English plural.
    var plural: String
    var quantity: String
    /// How many of the quantity's base unit one is, as a fraction.
    var numerator: Int
    var denominator: Int
  }

  static let all: [Unit] = [
    Unit(
      symbol: "m", name: Both("米", "metre"), plural: "metres", quantity: "length", numerator: 1,
      denominator: 1),
    Unit(
      symbol: "km", name: Both("公里", "kilometre"), plural: "kilometres", quantity: "length", numerator: 1000,
      denominator: 1),
    Unit(
      symbol: "cm", name: Both("厘米", "centimetre"), plural: "centimetres", quantity: "length", numerator: 1,
      denominator: 100),
    Unit(
      symbol: "mi", name: Both("英里", "mile"), plural: "miles", quantity: "length", numerator: 201_168,
      denominator: 125),
    Unit(
      symbol: "ft", name: Both("英尺", "foot"), plural: "feet", quantity: "length", numerator: 381,
      denominator: 1250),
    Unit(
      symbol: "in", name: Both("英寸", "inch"), plural: "inches", quantity: "length", numerator: 127,
      denominator: 5000),
    Unit(
      symbol: "kg", name: Both("公斤", "kilogram"), plural: "kilograms", quantity: "mass", numerator: 1,
      denominator: 1),
    Unit(
      symbol: "g", name: Both("克", "gram"), plural: "grams", quantity: "mass", numerator: 1, denominator: 1000
    ),
    Unit(
      symbol: "jin", name: Both("斤", "jin"), plural: "jin", quantity: "mass", numerator: 1, denominator: 2),
    Unit(
      symbol: "lb", name: Both("磅", "pound"), plural: "pounds", quantity: "mass", numerator: 45_359_237,
      denominator: 100_000_000),
    Unit(
      symbol: "oz", name: Both("盎司", "ounce"), plural: "ounces", quantity: "mass", numerator: 45_359_237,
      denominator: 1_600_000_000),
  ]

  static func named(_ symbol: String) -> Unit? { all.first { $0.symbol == symbol } }

  /// A value in thousandths, in another unit, in ten-thousandths, rounded to the nearest, halves up; `nil` for units
  /// of different quantities and for numbers too large.
  static func convert(thousandths: Int, _ from: Unit, _ to: Unit) -> Int? {
    guard from.quantity == to.quantity, thousandths >= 0 else { return nil }
    var (top, bottom) = (from.numerator * to.denominator, from.denominator * to.numerator)
    let common = gcd(top, bottom)
    (top, bottom) = (top / common, bottom / common)
    let (product, overflow) = top.multipliedReportingOverflow(by: thousandths)
    let (scaled, second) = product.multipliedReportingOverflow(by: 20)
    let (rounded, third) = scaled.addingReportingOverflow(bottom)
    guard !overflow, !second, !third else { return nil }
    return rounded / (2 * bottom)
  }

  private static func gcd(_ a: Int, _ b: Int) -> Int { b == 0 ? max(1, a) : gcd(b, a % b) }
}
