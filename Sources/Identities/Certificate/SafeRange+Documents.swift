extension SafeRange {
  static let chineseResident = SafeRange(.unassigned, "region codes from 99, which GB/T 2260 does not have") {
    value, _ in
    guard TextShape("99999999999999999*").matches(value) else { return "is no resident number" }
    return value.hasPrefix("99") ? nil : "has a region that exists"
  }

  static let americanSocialSecurity = SafeRange(
    .unassigned, "areas 000 and 666, never issued (20 CFR 422.103, SSA)"
  ) {
    value, _ in
    guard TextShape("999999999").matches(value) else { return "is no social security number" }
    return value.hasPrefix("000") || value.hasPrefix("666") ? nil : "has an area that is or was issued"
  }

  static let passportNumber = SafeRange(
    .unassigned, "leading letter Q, with which neither China nor the US begins"
  ) {
    value, _ in
    TextShape("Q99999999").matches(value) ? nil : "may be a passport's"
  }

  static let specimenDocument = SafeRange(.reserved, "issuing state and nationality UTO (ICAO Doc 9303)") {
    value, _ in
    let lines = value.split(separator: "\n")
    guard lines.count == 2, lines.allSatisfy({ $0.utf8.count == 44 }) else {
      return "is no machine readable zone"
    }
    let states = [lines[0].dropFirst(2).prefix(3), lines[1].dropFirst(10).prefix(3)]
    return states == ["UTO", "UTO"] ? nil : "is of a state that exists"
  }

  static let vehicleMaker = SafeRange(
    .unassigned, "makers' codes from 0, a region that ISO 3780 does not assign"
  ) {
    value, _ in
    guard value.utf8.count == 17 else { return "is no vehicle number" }
    return value.hasPrefix("0") ? nil : "has a maker's code that may exist"
  }

  static let registrationPlate = SafeRange(
    .unassigned,
    "China: letters that the province does not issue, or I and O in the serial (GA 36); US: nine characters"
  ) { value, locale in
    let characters = Array(value)
    if locale == .american {
      return TextShape("AAAA99999").matches(value) ? nil : "is short enough for a state to print"
    }
    guard characters.count == 7 || characters.count == 8 else { return "is no plate" }
    if characters[2...].contains("I") || characters[2...].contains("O") { return nil }
    let late = "WXYZ".contains(characters[1])
    return late && "宁琼藏青甘贵晋闽赣吉".contains(characters[0]) ? nil : "may be on a car"
  }

  static let testDevice = SafeRange(.reserved, "reporting body 00, test devices (GSMA TS.06)") { value, _ in
    guard TextShape("999999999999999").matches(value) else { return "is no device identity" }
    return value.hasPrefix("00") ? nil : "may be a device's"
  }
}
