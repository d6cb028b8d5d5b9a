import RandomStreams

/// A United States bank routing number, nine digits.
///
/// Reserved: leading pairs 81 … 99, of which the Federal Reserve uses none. Realistic: the twelve districts.
struct RoutingNumber: FieldGenerator {
  let kind = FieldKind.routingNumber

  func value(for holder: Holder, _ draw: inout FieldDraw) -> String? {
    guard holder.vehicle == nil, holder.locale == .american else { return nil }
    let pair =
      draw.policy == .reserved ? draw.stream.integer(in: 81...99) : draw.stream.integer(in: 101...112)
    return RoutingNumberCheck.completed(String(String(pair).suffix(2)) + draw.digits(6))
  }
}
