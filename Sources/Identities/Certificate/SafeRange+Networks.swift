extension SafeRange {
  static let documentationIPv4 = SafeRange(
    .reserved, "192.0.2.0/24, 198.51.100.0/24, 203.0.113.0/24 (RFC 5737)"
  ) {
    value, _ in
    let parts = value.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) ?? -1 }
    guard parts.count == 4, parts.allSatisfy({ (0...255).contains($0) }) else { return "is no IPv4 address" }
    let networks = [[192, 0, 2], [198, 51, 100], [203, 0, 113]]
    return networks.contains(Array(parts.prefix(3))) ? nil : "may be a host's"
  }

  static let documentationIPv6 = SafeRange(.reserved, "2001:db8::/32 (RFC 3849)") { value, _ in
    value.hasPrefix("2001:db8:") ? nil : "may be a host's"
  }

  static let documentationHardware = SafeRange(.reserved, "00:00:5E:00:53:00 … FF (RFC 7042)") { value, _ in
    value.hasPrefix("00:00:5E:00:53:") && value.utf8.count == 17 ? nil : "may be a device's"
  }

  static let documentationNetwork = SafeRange(.reserved, "AS64496 … AS64511 (RFC 5398)") { value, _ in
    guard value.hasPrefix("AS"), let number = Int(value.dropFirst(2)) else { return "is no network's number" }
    return (64496...64511).contains(number) ? nil : "may be a network's"
  }
}
