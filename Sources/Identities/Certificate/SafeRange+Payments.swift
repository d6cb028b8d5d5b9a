extension SafeRange {
  static let cardNumber = SafeRange(
    .unassigned, "industry digit 9 with country codes 990 … 999, which ISO 3166-1 leaves to users"
  ) { value, _ in
    guard (16...19).contains(value.utf8.count), value.utf8.allSatisfy({ (48...57).contains($0) }) else {
      return "is no card number"
    }
    return value.hasPrefix("999") ? nil : "is of an issuer that may exist"
  }

  static let processorTestCard = SafeRange(.reserved, "numbers that payment processors publish for tests") {
    value, _ in
    let published: Set<String> = [
      "4111111111111111", "4012888888881881", "4242424242424242", "5555555555554444", "5105105105105100",
      "378282246310005", "371449635398431", "6011111111111117", "6011000990139424", "3530111333300000",
      "3566002020360505", "30569309025904", "38520000023237",
    ]
    return published.contains(value) ? nil : "is not one of the published test numbers"
  }

  static let bankCodeOfZeros = SafeRange(
    .unassigned, "bank codes of zeros, which the countries' registers lack"
  ) {
    value, _ in
    // Where the bank's code stands, and how long it is.
    let places: [String: (start: Int, length: Int)] = [
      "DE": (4, 8), "FR": (4, 5), "ES": (4, 4), "IT": (5, 5),
    ]
    guard let place = places[String(value.prefix(2))] else {
      return "is of a country without a known safe range"
    }
    let bank = value.dropFirst(place.start).prefix(place.length)
    return bank == String(repeating: "0", count: place.length)[...] ? nil : "is of a bank that may exist"
  }

  static let routing = SafeRange(.unassigned, "leading pairs 81 … 99, which the Federal Reserve does not use")
  {
    value, _ in
    guard TextShape("999999999").matches(value), let pair = Int(value.prefix(2)) else {
      return "is no routing number"
    }
    return pair >= 81 ? nil : "may be a bank's"
  }

  static let chineseRegister = SafeRange(
    .unassigned, "departments B … H, J … M, to which GB 32100 gives no register"
  ) {
    value, _ in
    guard value.utf8.count == 18, let department = value.first else { return "is no credit code" }
    return "BCDEFGHJKLM".contains(department) ? nil : "is of a register that exists"
  }

  static let americanEmployer = SafeRange(.unassigned, "prefixes that the IRS does not assign") { value, _ in
    guard TextShape("999999999").matches(value), let prefix = Int(value.prefix(2)) else {
      return "is no employer number"
    }
    let unused: Set<Int> = [0, 7, 8, 9, 17, 18, 19, 28, 29, 49, 69, 70, 78, 79, 89, 96, 97]
    return unused.contains(prefix) ? nil : "may be an employer's"
  }
}
