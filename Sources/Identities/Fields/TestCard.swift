import RandomStreams

/// Card numbers that payment processors publish for tests: they pass every check, and nobody is charged.
struct TestCard: FieldGenerator {
  let kind = FieldKind.testCard
  let guarantee = Guarantee.reserved

  func value(for holder: Holder, _ draw: inout FieldDraw) -> String? {
    guard holder.person != nil else { return nil }
    return draw.stream.choose(Self.numbers)
  }

  static let numbers = [
    "4111111111111111", "4012888888881881", "4242424242424242", "5555555555554444", "5105105105105100",
    "378282246310005", "371449635398431", "6011111111111117", "6011000990139424", "3530111333300000",
    "3566002020360505", "30569309025904", "38520000023237",
  ]
}
