import RandomStreams

/// An address of the three networks for documentation (RFC 5737).
struct IPv4Address: FieldGenerator {
  let kind = FieldKind.ipv4
  let guarantee = Guarantee.reserved

  func value(for holder: Holder, _ draw: inout FieldDraw) -> String? {
    guard holder.person != nil else { return nil }
    let host = draw.stream.integer(in: 1...254)
    guard draw.policy == .realistic else {
      return "\(draw.stream.choose(["192.0.2", "198.51.100", "203.0.113"]) ?? "192.0.2").\(host)"
    }
    return
      "\(draw.stream.integer(in: 60...120)).\(draw.stream.integer(in: 0...255)).\(draw.stream.integer(in: 0...255)).\(host)"
  }
}
