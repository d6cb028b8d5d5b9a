import RandomStreams

/// An ISSN, the number of a periodical (ISO 3297): eight characters.
struct SerialNumber: FieldGenerator {
  let kind = FieldKind.issn
  let guarantee = Guarantee.impersonal

  func value(for holder: Holder, _ draw: inout FieldDraw) -> String? {
    guard holder.person != nil else { return nil }
    return TradeItemCheck.completedModulo11(draw.digits(7))
  }
}
