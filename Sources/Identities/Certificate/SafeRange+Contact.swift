extension SafeRange {
  /// RFC 2606 section 3 and RFC 6761 section 6.
  static let mailbox = SafeRange(
    .reserved, "domains of RFC 2606 and RFC 6761: example.com/.net/.org, .example, .test"
  ) {
    value, _ in
    let parts = value.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty else { return "is no mailbox" }
    return isReservedDomain(String(parts[1])) ? nil : "has a domain that can be registered"
  }

  static let site = SafeRange(.reserved, "domains of RFC 2606 and RFC 6761") { value, _ in
    guard value.hasPrefix("https://") else { return "is no web address" }
    let host = value.dropFirst(8).prefix { $0 != "/" && $0 != ":" && $0 != "?" }
    return isReservedDomain(String(host)) ? nil : "has a domain that can be registered"
  }

  private static func isReservedDomain(_ domain: String) -> Bool {
    let labels = domain.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard labels.count >= 2, !labels.contains("") else { return false }
    if ["example", "test", "invalid", "localhost"].contains(labels[labels.count - 1]) { return true }
    return ["example.com", "example.net", "example.org"].contains(labels.suffix(2).joined(separator: "."))
  }

  static let mobile = SafeRange(
    .unassigned,
    "China: 11 digits from 10, 11, 12, where no mobile network is (13 … 19); France: 06 39 98; Germany: 0171 39200"
  ) { value, locale in
    switch locale {
    case .chinese:
      guard TextShape("19999999999").matches(value) else { return "is no mobile number of eleven digits" }
      guard let second = value.utf8.dropFirst().first, second <= UInt8(ascii: "2") else {
        return "may be a subscriber's: mobile networks have 13 … 19"
      }
      let short = [
        "100", "101", "106", "110", "111", "112", "114", "117", "118", "119", "120", "121", "122", "123",
      ]
      return short.contains(String(value.prefix(3))) ? "begins like a public short code" : nil
    case .french: return value.hasPrefix("063998") && value.utf8.count == 10 ? nil : "is not of 06 39 98"
    case .german: return value.hasPrefix("017139200") && value.utf8.count == 11 ? nil : "is not of 0171 39200"
    default: return "no safe range is known for \(locale.rawValue)"
    }
  }

  static let landline = SafeRange(
    .reserved,
    "North America: 555-0100 … 0199; China: subscriber numbers from 0, the trunk prefix; France, Germany: numbers for fiction"
  ) { value, locale in
    switch locale {
    case .american:
      return TextShape("9995550199").matches(value) ? nil : "is not of 555-0100 … 555-0199"
    case .chinese:
      // Two-digit area codes are 010 and 02x, all others have three digits behind the 0.
      let isShort = value.hasPrefix("010") || value.hasPrefix("02")
      let line = value.dropFirst(isShort ? 3 : 4)
      guard value.hasPrefix("0"), (7...8).contains(line.utf8.count),
        value.utf8.allSatisfy({ (48...57).contains($0) })
      else { return "is no fixed line" }
      return line.hasPrefix("0") ? nil : "may be a subscriber's: lines begin with 2 … 8"
    case .french:
      let safe = ["019900", "026191", "035301", "046571", "053649"]
      return value.utf8.count == 10 && safe.contains(String(value.prefix(6)))
        ? nil : "is not of a range for fiction"
    case .german:
      let safe = ["03023125", "04066969", "06990009", "08999998", "02214710"]
      return value.utf8.count == 11 && safe.contains(String(value.prefix(8))) ? nil : "is no drama number"
    default: return "no safe range is known for \(locale.rawValue)"
    }
  }

  static let openOcean = SafeRange(.unassigned, "the South Pacific, 1,000 km and more from any land") {
    value, _ in
    let parts = value.replacing(" ", with: "").split(separator: ",").compactMap { Double($0) }
    guard parts.count == 2 else { return "is no pair of degrees" }
    let isSea = (-52.0 ... -46.0).contains(parts[0]) && (-129.0 ... -118.0).contains(parts[1])
    return isSea ? nil : "may be someone's home"
  }
}
