/// One way in which a value is written, with the value that it stands for.
package struct SurfaceForm: Sendable, Hashable {
  package var kind: FieldKind
  package var style: Style
  package var text: String
  /// The normal form.
  package var value: String

  package enum Style: String, Sendable, Hashable, CaseIterable, Codable {
    case plain, spaced, dashed, dotted, parenthesised, international
    case fullWidth = "full_width"
    case spoken, written, obfuscated
  }
}

/// The ways in which people write identifiers.
package enum FormatVariants {
  /// Every form of a field, the plain one first.
  package static func forms(of field: IdentityField, in locale: IdentityLocale) -> [SurfaceForm] {
    var forms = [SurfaceForm(kind: field.kind, style: .plain, text: field.value, value: field.value)]
    func add(_ style: SurfaceForm.Style, _ text: String?) {
      guard let text, !forms.contains(where: { $0.text == text }) else { return }
      forms.append(SurfaceForm(kind: field.kind, style: style, text: text, value: field.value))
    }
    let value = field.value
    switch field.kind {
    case .mobilePhone, .landlinePhone: phone(value, locale, add)
    case .paymentCard, .testCard:
      add(.spaced, grouped(value, cardGroups(value), " "))
      add(.dashed, grouped(value, cardGroups(value), "-"))
    case .iban: add(.spaced, grouped(value, [4], " "))
    case .residentID:
      add(.spaced, grouped(value, [6, 8, 4], " "))
      add(.dashed, grouped(value, [6, 8, 4], "-"))
    case .socialSecurity:
      add(.dashed, grouped(value, [3, 2, 4], "-"))
      add(.spaced, grouped(value, [3, 2, 4], " "))
    case .employerID: add(.dashed, grouped(value, [2, 7], "-"))
    case .vehicleNumber: add(.spaced, grouped(value, [3, 6, 8], " "))
    case .creditCode: add(.spaced, grouped(value, [2, 6, 9, 1], " "))
    case .imei: add(.dashed, grouped(value, [2, 6, 6, 1], "-"))
    case .passport: add(.spaced, grouped(value, [1, 8], " "))
    case .issn: add(.dashed, grouped(value, [4, 4], "-"))
    case .plate: add(locale == .chinese ? .dotted : .spaced, plate(value, locale))
    case .mac: add(.dashed, value.replacing(":", with: "-"))
    case .email:
      add(.obfuscated, value.replacing("@", with: " [at] ").replacing(".", with: " [dot] "))
    case .birthDate: DateForms.add(value, locale, add)
    default: break
    }
    if isNumeric(field.kind) {
      add(.fullWidth, WrittenDigits.fullWidth(value))
      if locale.isFull { add(.spoken, WrittenDigits.spoken(value, locale)) }
    }
    return forms
  }

  /// Whether digits carry the value, so that it can be spelt out digit by digit.
  private static func isNumeric(_ kind: FieldKind) -> Bool {
    switch kind {
    case .mobilePhone, .landlinePhone, .paymentCard, .residentID, .socialSecurity: true
    default: false
    }
  }

  private static func cardGroups(_ value: String) -> [Int] {
    value.utf8.count == 15 ? [4, 6, 5] : value.utf8.count == 14 ? [4, 6, 4] : [4]
  }

  /// Groups of the given lengths, the last length repeated.
  static func grouped(_ value: String, _ lengths: [Int], _ separator: String) -> String {
    var parts: [Substring] = []
    var rest = Substring(value)
    var i = 0
    while !rest.isEmpty, let length = i < lengths.count ? lengths[i] : lengths.last, length > 0 {
      parts.append(rest.prefix(length))
      rest = rest.dropFirst(length)
      i += 1
    }
    return parts.joined(separator: separator)
  }

  private static func plate(_ value: String, _ locale: IdentityLocale) -> String {
    locale == .chinese
      ? "\(value.prefix(2))·\(value.dropFirst(2))" : "\(value.prefix(4)) \(value.dropFirst(4))"
  }

  private static func phone(
    _ value: String, _ locale: IdentityLocale, _ add: (SurfaceForm.Style, String?) -> Void
  ) {
    switch locale {
    case .american:
      let (area, exchange, line) = (value.prefix(3), value.dropFirst(3).prefix(3), value.suffix(4))
      add(.parenthesised, "(\(area)) \(exchange)-\(line)")
      add(.dashed, "\(area)-\(exchange)-\(line)")
      add(.dotted, "\(area).\(exchange).\(line)")
      add(.international, "+1 \(area)-\(exchange)-\(line)")
    case .chinese where value.hasPrefix("0"):
      // The number behind the area code has eight digits in most cities here, seven elsewhere.
      let area = value.prefix(value.hasPrefix("01") || value.hasPrefix("02") ? 3 : 4)
      let line = value.dropFirst(area.count)
      add(.dashed, "\(area)-\(line)")
      add(.parenthesised, "（\(area)）\(line)")
      add(.international, "+86 \(area.dropFirst()) \(line)")
    case .chinese:
      add(.spaced, grouped(value, [3, 4, 4], " "))
      add(.dashed, grouped(value, [3, 4, 4], "-"))
      add(.international, "+86 \(grouped(value, [3, 4, 4], " "))")
    case .french:
      add(.spaced, grouped(value, [2], " "))
      add(.dotted, grouped(value, [2], "."))
      add(.international, "+33 \(grouped(String(value.dropFirst()), [1, 2], " "))")
    case .german:
      add(.spaced, grouped(value, [4, 20], " "))
      add(.international, "+49 \(grouped(String(value.dropFirst()), [3, 20], " "))")
    default: break
    }
  }
}
