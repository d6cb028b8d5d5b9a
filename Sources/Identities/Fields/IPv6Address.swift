import RandomStreams

/// An address of the network for documentation, 2001:db8::/32 (RFC 3849), in the form of RFC 5952.
struct IPv6Address: FieldGenerator {
  let kind = FieldKind.ipv6
  let guarantee = Guarantee.reserved

  func value(for holder: Holder, _ draw: inout FieldDraw) -> String? {
    guard holder.person != nil else { return nil }
    func group() -> String { String(draw.stream.integer(in: 1...0xFFFF), radix: 16) }
    let prefix = draw.policy == .reserved ? "2001:db8" : "2408:8207"
    return "\(prefix):\(group()):\(group())::\(group())"
  }
}
