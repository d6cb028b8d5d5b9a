import RandomStreams

/// A network's number, of those for documentation (RFC 5398): AS64496 … AS64511.
struct AutonomousSystem: FieldGenerator {
  let kind = FieldKind.asn
  let guarantee = Guarantee.reserved

  func value(for holder: Holder, _ draw: inout FieldDraw) -> String? {
    guard holder.organisation != nil else { return nil }
    let number =
      draw.policy == .reserved
      ? draw.stream.integer(in: 64496...64511) : draw.stream.integer(in: 3000...60_000)
    return "AS\(number)"
  }
}
