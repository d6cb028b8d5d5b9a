import RandomStreams

/// A card number with a valid check digit: sixteen digits, nineteen for Chinese debit cards.
///
/// Reserved: industry digit 9 (national assignment) with the country codes 990 … 999, which ISO 3166-1 leaves to users,
/// so no national body can have issued it (ISO/IEC 7812-1). Realistic: issuer numbers of schemes in use.
struct PaymentCard: FieldGenerator {
  let kind = FieldKind.paymentCard

  func capacity(_ locale: IdentityLocale, population: UInt64) -> UInt64? { 10_000_000_000 }

  func value(for holder: Holder, _ draw: inout FieldDraw) -> String? {
    guard holder.person != nil else { return nil }
    let length = holder.locale == .chinese && draw.stream.bool(probability: 0.7) ? 19 : 16
    let prefix =
      draw.policy == .reserved
      ? "999" : length == 19 ? "622202" : (draw.stream.choose(["4539", "5212", "6225"]) ?? "4539")
    let serial = draw.serialDigits(10)
    let filler = draw.digits(length - 1 - prefix.utf8.count - 10)
    return Luhn.completed(prefix + filler + serial)
  }
}
