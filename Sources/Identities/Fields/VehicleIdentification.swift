import RandomStreams

/// A vehicle identification number (ISO 3779) with its check character and the model year in position 10.
///
/// Reserved: manufacturers whose code begins with 0, which ISO 3780 assigns to no region.
struct VehicleIdentification: FieldGenerator {
  let kind = FieldKind.vehicleNumber

  func capacity(_ locale: IdentityLocale, population: UInt64) -> UInt64? { 1_000_000 * 1_000 }

  func value(for holder: Holder, _ draw: inout FieldDraw) -> String? {
    guard let vehicle = holder.vehicle else { return nil }
    let maker: String
    if draw.policy == .reserved {
      maker = "0" + letters(2, &draw)
    } else {
      maker = vehicle.locale == .chinese ? "LSV" : "1FA"
    }
    let serial = draw.serialDigits(6)
    let model = draw.serialDigits(3)
    let year = Self.yearCodes[(vehicle.modelYear - 1980) % 30]
    let plant = letters(1, &draw)
    return VehicleNumberCheck.completed("\(maker)\(letters(2, &draw))\(model)0\(year)\(plant)\(serial)")
  }

  private func letters(_ count: Int, _ draw: inout FieldDraw) -> String {
    var out = ""
    for _ in 0..<count { out.append(draw.stream.choose(Self.alphabet) ?? "A") }
    return out
  }

  private static let alphabet = Array("ABCDEFGHJKLMNPRSTUVWXYZ")
  /// 1980 … 2009, then over again (49 CFR 565.15, table VII).
  static let yearCodes = Array("ABCDEFGHJKLMNPRSTVWXY123456789")
}
