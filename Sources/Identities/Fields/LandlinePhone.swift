import RandomStreams

/// A fixed line whose area code is that of the holder's city, digits only, as dialled at home.
///
/// United States: exchange 555, lines 0100 … 0199, which the numbering plan keeps for fiction. China: area code and a
/// subscriber number that begins with 0, which is the trunk prefix. France and Germany: numbers for fiction.
struct LandlinePhone: FieldGenerator {
  let kind = FieldKind.landlinePhone
  let guarantee = Guarantee.reserved

  func value(for holder: Holder, _ draw: inout FieldDraw) -> String? {
    guard holder.vehicle == nil, let area = draw.stream.choose(holder.place.areaCodes) else { return nil }
    let isSafe = draw.policy == .reserved
    switch holder.locale {
    case .american:
      let exchange = isSafe ? "555" : String(draw.stream.integer(in: 220...989))
      return area + exchange + (isSafe ? "01" + draw.digits(2) : draw.digits(4))
    case .chinese:
      // Eight digits in the great cities, seven elsewhere; both exist under three-digit codes only as eight.
      let length = area.utf8.count == 3 || Self.eightDigitCodes.contains(area) ? 8 : 7
      return area + (isSafe ? "0" : String(draw.stream.integer(in: 2...8))) + draw.digits(length - 1)
    case .french:
      guard isSafe else { return area + draw.digits(8) }
      return Self.frenchFiction[area].map { $0 + draw.digits(4) }
    case .german:
      guard isSafe else { return area + draw.digits(7) }
      return Self.germanFiction[area].map { $0 + draw.digits(3) }
    default: return nil
    }
  }

  private static let eightDigitCodes: Set<String> = [
    "0755", "0571", "0574", "0512", "0510", "0731", "0371", "0531", "0532", "0411", "0451", "0431", "0311",
    "0351",
    "0551", "0591", "0592", "0791", "0771", "0898", "0851", "0871",
  ]
  /// ARCEP's numbers for audiovisual works, by zone.
  private static let frenchFiction = [
    "01": "019900", "02": "026191", "03": "035301", "04": "046571", "05": "053649",
  ]
  /// The Bundesnetzagentur's drama numbers, by city.
  private static let germanFiction = [
    "030": "03023125", "040": "04066969", "069": "06990009", "089": "08999998", "0221": "02214710",
  ]
}
