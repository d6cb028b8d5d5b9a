import RandomStreams

/// An ISBN-13: public data that detectors take for cards and phones.
struct BookNumber: FieldGenerator {
  let kind = FieldKind.isbn
  let guarantee = Guarantee.impersonal

  func value(for holder: Holder, _ draw: inout FieldDraw) -> String? {
    guard holder.person != nil else { return nil }
    return TradeItemCheck.completedGTIN((holder.locale == .chinese ? "9787" : "9780") + draw.digits(8))
  }
}
