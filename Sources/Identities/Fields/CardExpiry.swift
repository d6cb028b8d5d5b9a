import RandomStreams

/// Month and year of a card's end, `MM/YY`, between 2026 and 2031.
struct CardExpiry: FieldGenerator {
  let kind = FieldKind.cardExpiry
  let guarantee = Guarantee.impersonal

  func value(for holder: Holder, _ draw: inout FieldDraw) -> String? {
    guard holder.person != nil else { return nil }
    let month = draw.stream.integer(in: 1...12)
    return "\(month < 10 ? "0" : "")\(month)/\(draw.stream.integer(in: 26...31))"
  }
}
