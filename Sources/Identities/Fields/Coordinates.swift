import RandomStreams

/// Latitude and longitude in degrees with five decimals, around the point of the ocean that is farthest from any land
/// (48.88° S, 123.39° W): nobody lives there.
struct Coordinates: FieldGenerator {
  let kind = FieldKind.coordinates

  func value(for holder: Holder, _ draw: inout FieldDraw) -> String? {
    guard holder.person != nil, draw.policy == .reserved else { return nil }
    // Whole units of 10⁻⁵ degree, so that the decimals are exact.
    let latitude = 4_888_000 + draw.stream.integer(in: -200_000...200_000)
    let longitude = 12_339_000 + draw.stream.integer(in: -500_000...500_000)
    return "-\(Self.degrees(latitude)), -\(Self.degrees(longitude))"
  }

  private static func degrees(_ units: Int) -> String {
    let fraction = String(units % 100_000)
    return "\(units / 100_000)." + String(repeating: "0", count: 5 - fraction.utf8.count) + fraction
  }
}
