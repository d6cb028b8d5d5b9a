import RandomStreams

/// An international bank account number (ISO 13616) with the check characters of its country inside.
///
/// Reserved: bank codes of zeros, which these countries' registers do not have.
struct IBAN: FieldGenerator {
  let kind = FieldKind.iban

  func capacity(_ locale: IdentityLocale, population: UInt64) -> UInt64? { 10_000_000_000 }

  func value(for holder: Holder, _ draw: inout FieldDraw) -> String? {
    guard holder.vehicle == nil else { return nil }
    let isSafe = draw.policy == .reserved
    let account = draw.serialDigits(10)
    let zeros = "00000000"
    switch holder.locale {
    case .german:
      // Clearing areas are 1 … 8.
      let bank = isSafe ? zeros : "10070024"
      return Mod97.iban(country: "DE", domestic: bank + account)
    case .french:
      let bank = isSafe ? "00000" : "30004"
      return Mod97.iban(
        country: "FR",
        domestic: DomesticAccountCheck.french(bank: bank, branch: "00000", account: "0" + account))
    case .spanish:
      let bank = isSafe ? "0000" : "0049"
      return Mod97.iban(
        country: "ES", domestic: DomesticAccountCheck.spanish(bank: bank, branch: "0000", account: account))
    case .italian:
      let bank = isSafe ? "00000" : "02008"
      return Mod97.iban(
        country: "IT",
        domestic: DomesticAccountCheck.italian(bank: bank, branch: "00000", account: "00" + account))
    default: return nil
    }
  }
}
