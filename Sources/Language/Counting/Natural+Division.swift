extension Natural {
  /// Quotient and remainder.
  ///
  /// - Returns: zero and the number itself for a divisor of zero.
  package func quotientAndRemainder(dividingBy divisor: Natural) -> (quotient: Natural, remainder: Natural) {
    guard !divisor.isZero, self >= divisor else { return (.zero, self) }
    if let word = divisor.word {
      let (quotient, rest) = dividing(byWord: word)
      return (quotient, Natural(rest))
    }
    return longDivision(divisor)
  }

  /// Division by one word, which must not be zero.
  private func dividing(byWord divisor: UInt64) -> (Natural, UInt64) {
    var quotient = limbs
    var rest: UInt64 = 0
    for i in quotient.indices.reversed() {
      (quotient[i], rest) = divisor.dividingFullWidth((rest, quotient[i]))
    }
    return (Natural(limbs: quotient), rest)
  }

  /// Knuth, The Art of Computer Programming 2, 4.3.1, algorithm D: for divisors of two limbs and more.
  private func longDivision(_ divisor: Natural) -> (Natural, Natural) {
    let shift = divisor.limbs.last?.leadingZeroBitCount ?? 0
    let v = divisor.shifted(left: shift).limbs
    let n = v.count
    var u = shifted(left: shift).limbs
    u += [UInt64](repeating: 0, count: limbs.count + 1 - u.count)
    var quotient = [UInt64](repeating: 0, count: u.count - n)
    for j in quotient.indices.reversed() {
      let top = UInt128(u[j + n]) << 64 | UInt128(u[j + n - 1])
      var digit = top / UInt128(v[n - 1])
      var rest = top % UInt128(v[n - 1])
      while digit >> 64 != 0 || digit * UInt128(v[n - 2]) > rest << 64 | UInt128(u[j + n - 2]) {
        digit -= 1
        rest += UInt128(v[n - 1])
        if rest >> 64 != 0 { break }
      }
      if Self.subtract(UInt64(truncatingIfNeeded: digit), v, from: &u, at: j) {
        digit -= 1
        Self.add(v, to: &u, at: j)
      }
      quotient[j] = UInt64(truncatingIfNeeded: digit)
    }
    return (Natural(limbs: quotient), Natural(limbs: Array(u.prefix(n))).shifted(right: shift))
  }

  /// u −= digit · v · 2^(64 j); whether that went below zero.
  private static func subtract(_ digit: UInt64, _ v: [UInt64], from u: inout [UInt64], at j: Int) -> Bool {
    var carry: UInt64 = 0
    var borrow: UInt64 = 0
    for i in v.indices {
      let product = UInt128(digit) * UInt128(v[i]) + UInt128(carry)
      carry = UInt64(truncatingIfNeeded: product >> 64)
      let (first, under) = u[i + j].subtractingReportingOverflow(UInt64(truncatingIfNeeded: product))
      let (second, underAgain) = first.subtractingReportingOverflow(borrow)
      u[i + j] = second
      borrow = under || underAgain ? 1 : 0
    }
    let (first, under) = u[j + v.count].subtractingReportingOverflow(carry)
    let (second, underAgain) = first.subtractingReportingOverflow(borrow)
    u[j + v.count] = second
    return under || underAgain
  }

  private static func add(_ v: [UInt64], to u: inout [UInt64], at j: Int) {
    var carry: UInt64 = 0
    for i in v.indices {
      let sum = UInt128(u[i + j]) + UInt128(v[i]) + UInt128(carry)
      u[i + j] = UInt64(truncatingIfNeeded: sum)
      carry = UInt64(truncatingIfNeeded: sum >> 64)
    }
    u[j + v.count] &+= carry
  }

  /// Times 2^`bits`, for less than 64 bits.
  private func shifted(left bits: Int) -> Natural {
    guard bits > 0 else { return self }
    var out: [UInt64] = []
    var carry: UInt64 = 0
    for limb in limbs {
      out.append(limb << bits | carry)
      carry = limb >> (64 - bits)
    }
    return Natural(limbs: out + [carry])
  }

  /// Over 2^`bits`, rounded down, for less than 64 bits.
  private func shifted(right bits: Int) -> Natural {
    guard bits > 0 else { return self }
    var out = limbs
    for i in out.indices {
      out[i] = limbs[i] >> bits | (i + 1 < limbs.count ? limbs[i + 1] << (64 - bits) : 0)
    }
    return Natural(limbs: out)
  }

  /// The smallest number whose square is not below this one (Newton's method on integers).
  package var ceilingSquareRoot: Natural {
    guard self > 1 else { return self }
    var limb = [UInt64](repeating: 0, count: (bitWidth + 1) / 2 / 64 + 1)
    limb[(bitWidth + 1) / 2 / 64] = 1 << UInt64((bitWidth + 1) / 2 % 64)
    // From above, the iteration falls until it has the floor.
    var root = Natural(limbs: limb)
    while true {
      let next = (root + quotientAndRemainder(dividingBy: root).quotient).shifted(right: 1)
      guard next < root else { break }
      root = next
    }
    return root * root < self ? root + 1 : root
  }
}

extension Natural: CustomStringConvertible {
  /// Decimal digits.
  package var description: String {
    var parts: [String] = []
    var rest = self
    // 10¹⁹ is the greatest power of ten in a word.
    while !rest.isZero {
      let (quotient, part) = rest.dividing(byWord: 10_000_000_000_000_000_000)
      let digits = String(part)
      parts.append(
        quotient.isZero ? digits : String(repeating: "0", count: 19 - digits.count) + digits)
      rest = quotient
    }
    return parts.isEmpty ? "0" : parts.reversed().joined()
  }

  /// Digits in groups of three, for people: `1 234 567`.
  package var grouped: String {
    let digits = Array(description)
    var out = ""
    for (i, digit) in digits.enumerated() {
      if i > 0, (digits.count - i) % 3 == 0 { out += " " }
      out.append(digit)
    }
    return out
  }
}
