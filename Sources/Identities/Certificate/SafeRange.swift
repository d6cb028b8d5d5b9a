/// Where values of a kind can hit nobody.
struct SafeRange: Sendable {
  let guarantee: Guarantee
  /// The range in words, and who says so.
  let basis: String
  /// What is wrong with a value in normal form; `nil` when it lies in the range.
  let problem: @Sendable (String, IdentityLocale) -> String?

  init(
    _ guarantee: Guarantee, _ basis: String,
    _ problem: @escaping @Sendable (String, IdentityLocale) -> String?
  ) {
    self.guarantee = guarantee
    self.basis = basis
    self.problem = problem
  }

  /// The range of a kind.
  static func of(_ kind: FieldKind) -> SafeRange {
    switch kind {
    case .name: Self.coinedName
    case .address, .postcode, .birthDate, .bankAccount, .organisationName: Self.coined
    case .gender, .age, .cardExpiry, .isbn, .issn, .ean: Self.impersonal
    case .email: .mailbox
    case .url: .site
    case .mobilePhone: .mobile
    case .landlinePhone: .landline
    case .residentID: .chineseResident
    case .socialSecurity: .americanSocialSecurity
    case .passport: .passportNumber
    case .machineReadableZone: .specimenDocument
    case .paymentCard: .cardNumber
    case .testCard: .processorTestCard
    case .iban: .bankCodeOfZeros
    case .routingNumber: .routing
    case .creditCode: .chineseRegister
    case .employerID: .americanEmployer
    case .vehicleNumber: .vehicleMaker
    case .plate: .registrationPlate
    case .imei: .testDevice
    case .mac: .documentationHardware
    case .ipv4: .documentationIPv4
    case .ipv6: .documentationIPv6
    case .asn: .documentationNetwork
    case .coordinates: .openOcean
    }
  }

  static let coined = SafeRange(.coined, "made up from lists; points at nobody, may exist by chance") {
    value, _ in
    value.isEmpty ? "is empty" : nil
  }
  static let coinedName = SafeRange(.coined, "made up by frequency; no name of a well-known person") {
    value, locale in
    let words = value.split(separator: " ").map(String.init)
    // Each word with every later one; Russian full names begin with the surname.
    let ordered = locale == .russian ? Array(words.dropFirst() + words.prefix(1)) : words
    let pairs = ordered.indices.flatMap { i in ordered[(i + 1)...].map { "\(ordered[i]) \($0)" } }
    let hit = ([value] + pairs).first { WellKnownPeople.names.contains($0) }
    return hit.map { "is the name of a well-known person, \($0)" }
  }
  static let impersonal = SafeRange(.impersonal, "says nothing of one person") { value, _ in
    value.isEmpty ? "is empty" : nil
  }
}

/// A text of fixed length: digits `9`, capital letters `A`, either `*`, all else itself.
struct TextShape: Sendable {
  let bytes: [UInt8]

  init(_ shape: String) { bytes = Array(shape.utf8) }

  func matches(_ text: String) -> Bool {
    let text = text.utf8
    guard text.count == bytes.count else { return false }
    return zip(text, bytes).allSatisfy { byte, shape in
      switch shape {
      case UInt8(ascii: "9"): (48...57).contains(byte)
      case UInt8(ascii: "A"): (65...90).contains(byte)
      case UInt8(ascii: "*"): (48...57).contains(byte) || (65...90).contains(byte)
      default: byte == shape
      }
    }
  }
}
