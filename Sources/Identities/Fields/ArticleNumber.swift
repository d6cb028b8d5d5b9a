import RandomStreams

/// An EAN-13, the number of goods; prefix 2 is for use inside of a shop (GS1).
struct ArticleNumber: FieldGenerator {
  let kind = FieldKind.ean
  let guarantee = Guarantee.impersonal

  func value(for holder: Holder, _ draw: inout FieldDraw) -> String? {
    guard holder.person != nil else { return nil }
    return TradeItemCheck.completedGTIN("2" + draw.digits(11))
  }
}
