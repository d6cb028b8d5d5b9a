import RandomStreams

/// The account number beside a United States routing number: ten digits, unique, without meaning elsewhere.
struct BankAccount: FieldGenerator {
  let kind = FieldKind.bankAccount
  let guarantee = Guarantee.coined

  func capacity(_ locale: IdentityLocale, population: UInt64) -> UInt64? { 10_000_000_000 }

  func value(for holder: Holder, _ draw: inout FieldDraw) -> String? {
    guard holder.vehicle == nil, holder.locale == .american else { return nil }
    return draw.serialDigits(10)
  }
}
