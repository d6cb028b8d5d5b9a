/// What an identifier is.
package enum FieldKind: String, Sendable, Hashable, CaseIterable, Codable {
  case name, gender, birthDate = "birth_date", age
  case address, postcode
  case email, mobilePhone = "mobile_phone", landlinePhone = "landline_phone"
  case residentID = "cn_resident_id", socialSecurity = "us_ssn"
  case passport, machineReadableZone = "mrz"
  case paymentCard = "payment_card", testCard = "test_card", cardExpiry = "card_expiry"
  case iban, routingNumber = "us_routing_number", bankAccount = "bank_account"
  case organisationName = "organisation_name", creditCode = "cn_credit_code", employerID = "us_ein", url
  case vehicleNumber = "vin", plate
  case imei, mac, ipv4, ipv6, asn, coordinates
  case isbn, issn, ean

  /// Whether it points at one person, directly or by a register: what detectors of personal data must find.
  package var isPersonal: Bool {
    switch self {
    case .gender, .age, .organisationName, .creditCode, .employerID, .url, .asn, .isbn, .issn, .ean,
      .routingNumber,
      .testCard, .cardExpiry:
      false
    default: true
    }
  }
}

/// One value of a record.
package struct IdentityField: Sendable, Hashable {
  package var kind: FieldKind
  /// The value in its one normal form: digits and capital letters without separators, ISO dates, E.164-like phones.
  package var value: String
  package var guarantee: Guarantee

  package init(_ kind: FieldKind, _ value: String, _ guarantee: Guarantee) {
    self.kind = kind
    self.value = value
    self.guarantee = guarantee
  }
}
