import RandomStreams

/// The identity of a mobile device (3GPP TS 23.003), fifteen digits.
///
/// Reserved: reporting body 00, which stands for test devices. Realistic: body 35.
struct DeviceIdentity: FieldGenerator {
  let kind = FieldKind.imei
  let guarantee = Guarantee.reserved

  func capacity(_ locale: IdentityLocale, population: UInt64) -> UInt64? { 1_000_000_000_000 }

  func value(for holder: Holder, _ draw: inout FieldDraw) -> String? {
    guard holder.person != nil else { return nil }
    return Luhn.completed((draw.policy == .reserved ? "00" : "35") + draw.serialDigits(12))
  }
}
