/// A natural number of any size: what a grammar can derive is counted exactly.
///
/// Limbs of 64 bits, least significant first, without leading zeros; zero has none.
package struct Natural: Sendable, Hashable {
  package private(set) var limbs: [UInt64]

  package init(_ value: UInt64) { limbs = value == 0 ? [] : [value] }
  package init(_ value: Int) { self.init(UInt64(max(0, value))) }
  package init(_ value: UInt128) {
    self.init(limbs: [UInt64(truncatingIfNeeded: value), UInt64(truncatingIfNeeded: value >> 64)])
  }
  package init(limbs: [UInt64]) {
    self.limbs = limbs
    while self.limbs.last == 0 { self.limbs.removeLast() }
  }

  package static let zero = Natural(0 as UInt64)
  package static let one = Natural(1 as UInt64)

  package var isZero: Bool { limbs.isEmpty }

  /// The number as a word; `nil` where it needs more than 64 bits.
  package var word: UInt64? { limbs.count > 1 ? nil : limbs.first ?? 0 }

  /// The number in two words; `nil` where it needs more than 128 bits.
  package var doubleWord: UInt128? {
    switch limbs.count {
    case 0: 0
    case 1: UInt128(limbs[0])
    case 2: UInt128(limbs[1]) << 64 | UInt128(limbs[0])
    default: nil
    }
  }

  /// Bits up to the highest one.
  package var bitWidth: Int { limbs.last.map { limbs.count * 64 - $0.leadingZeroBitCount } ?? 0 }

  /// The nearest double, within two units in the last place; infinite above its range.
  package var approximation: Double {
    limbs.reversed().reduce(0.0) { $0 * 0x1p64 + Double($1) }
  }

  package static func + (a: Natural, b: Natural) -> Natural {
    let (long, short) = a.limbs.count >= b.limbs.count ? (a.limbs, b.limbs) : (b.limbs, a.limbs)
    var sum = long
    var carry: UInt64 = 0
    for i in sum.indices {
      guard i < short.count || carry > 0 else { break }
      let (first, over) = sum[i].addingReportingOverflow(i < short.count ? short[i] : 0)
      let (second, overAgain) = first.addingReportingOverflow(carry)
      sum[i] = second
      carry = over || overAgain ? 1 : 0
    }
    if carry > 0 { sum.append(carry) }
    return Natural(limbs: sum)
  }

  /// The difference; zero where `b` is the greater.
  package static func - (a: Natural, b: Natural) -> Natural {
    guard a > b else { return .zero }
    var difference = a.limbs
    var borrow: UInt64 = 0
    for i in difference.indices {
      let (first, under) = difference[i].subtractingReportingOverflow(i < b.limbs.count ? b.limbs[i] : 0)
      let (second, underAgain) = first.subtractingReportingOverflow(borrow)
      difference[i] = second
      borrow = under || underAgain ? 1 : 0
    }
    return Natural(limbs: difference)
  }

  package static func * (a: Natural, b: Natural) -> Natural {
    guard !a.isZero, !b.isZero else { return .zero }
    var product = [UInt64](repeating: 0, count: a.limbs.count + b.limbs.count)
    for (i, x) in a.limbs.enumerated() {
      var carry: UInt64 = 0
      for (j, y) in b.limbs.enumerated() {
        // At most (2⁶⁴ − 1)² + 2 (2⁶⁴ − 1) = 2¹²⁸ − 1.
        let wide = UInt128(x) * UInt128(y) + UInt128(product[i + j]) + UInt128(carry)
        product[i + j] = UInt64(truncatingIfNeeded: wide)
        carry = UInt64(truncatingIfNeeded: wide >> 64)
      }
      product[i + b.limbs.count] = carry
    }
    return Natural(limbs: product)
  }

  package static func += (a: inout Natural, b: Natural) { a = a + b }
  package static func *= (a: inout Natural, b: Natural) { a = a * b }
}

extension Natural: Comparable {
  package static func < (a: Natural, b: Natural) -> Bool {
    guard a.limbs.count == b.limbs.count else { return a.limbs.count < b.limbs.count }
    for i in a.limbs.indices.reversed() where a.limbs[i] != b.limbs[i] { return a.limbs[i] < b.limbs[i] }
    return false
  }
}

extension Natural: ExpressibleByIntegerLiteral {
  package init(integerLiteral value: UInt64) { self.init(value) }
}
