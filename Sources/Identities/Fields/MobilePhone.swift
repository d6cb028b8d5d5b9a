import RandomStreams

/// A mobile number, digits only, as dialled at home.
///
/// China has no reserved block: the numbers begin with 10 … 12, which no mobile network has, and spare the prefixes of
/// short codes (110, 119, 120, 122, …). France and Germany publish numbers for fiction.
struct MobilePhone: FieldGenerator {
  let kind = FieldKind.mobilePhone

  func capacity(_ locale: IdentityLocale, population: UInt64) -> UInt64? {
    // The numbers for fiction are ten thousand and a hundred.
    locale == .chinese ? UInt64(Self.chinesePrefixes.count) * 100_000_000 : nil
  }

  func value(for holder: Holder, _ draw: inout FieldDraw) -> String? {
    guard holder.vehicle == nil else { return nil }
    switch (holder.locale, draw.policy) {
    case (.chinese, .reserved):
      let prefix = Self.chinesePrefixes[Int(draw.serial % UInt64(Self.chinesePrefixes.count))]
      draw.serial /= UInt64(Self.chinesePrefixes.count)
      return prefix + draw.serialDigits(8)
    case (.chinese, .realistic):
      return (draw.stream.choose(["138", "139", "150", "158", "186", "189", "177", "135"]) ?? "138")
        + draw.digits(8)
    case (.french, .reserved): return "063998" + draw.digits(4)
    case (.french, .realistic): return (draw.stream.choose(["06", "07"]) ?? "06") + draw.digits(8)
    case (.german, .reserved): return "017139200" + draw.digits(2)
    case (.german, .realistic):
      return (draw.stream.choose(["0151", "0160", "0172"]) ?? "0151") + draw.digits(7)
    default: return nil
    }
  }

  static let chinesePrefixes = ["103", "104", "105", "107", "108", "109", "115", "116", "124", "125", "128"]
}
