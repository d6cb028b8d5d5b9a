import RandomStreams

/// A registration plate without separators; the province is that of the owner in China.
///
/// Reserved, China: letters W … Z behind a province that issues none of them; where a province issues these, or they
/// are in doubt, the serial holds an I or O, which GA 36 excludes. Reserved, United States: nine characters, more than
/// any state prints.
struct LicencePlate: FieldGenerator {
  let kind = FieldKind.plate

  func value(for holder: Holder, _ draw: inout FieldDraw) -> String? {
    guard let vehicle = holder.vehicle else { return nil }
    if vehicle.locale == .american {
      let letters = text(draw.policy == .reserved ? 4 : 3, Self.letters, &draw)
      return letters + draw.digits(draw.policy == .reserved ? 5 : 4)
    }
    guard vehicle.locale == .chinese else { return nil }
    let province = vehicle.place.plate
    let isElectric = vehicle.isElectric
    var serial = isElectric ? text(1, ["D", "F"], &draw) + draw.digits(5) : text(5, Self.serials, &draw)
    if draw.policy == .realistic { return province + "A" + serial }
    if Self.withoutLateLetters.contains(province) {
      return province + text(1, ["W", "X", "Y", "Z"], &draw) + serial
    }
    let forbidden = draw.stream.choose(["I", "O"]) ?? "I"
    serial = String(serial.dropLast()) + forbidden
    return province + text(1, Self.letters, &draw) + serial
  }

  private func text(_ count: Int, _ alphabet: [Character], _ draw: inout FieldDraw) -> String {
    var out = ""
    for _ in 0..<count { out.append(draw.stream.choose(alphabet) ?? "A") }
    return out
  }

  private static let letters = Array("ABCDEFGHJKLMNPQRSTUVWXYZ")
  private static let serials = Array(
    "ABCDEFGHJKLMNPQRSTUVWXYZ01234567890123456789012345678901234567890123456789")
  /// Provinces whose cities take fewer letters than reach W.
  static let withoutLateLetters: Set<String> = ["宁", "琼", "藏", "青", "甘", "贵", "晋", "闽", "赣", "吉"]
}
