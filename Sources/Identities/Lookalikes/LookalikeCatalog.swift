/// Every sort of look-alike.
package enum LookalikeCatalog {
  package static let all: [any LookalikeGenerator] = [
    BrokenCheckDigit(),
    SwappedDigits(),
    OrderNumber(),
    TimestampNumber(),
    BareExchange(),
    VersionNumber(),
    ImpossibleBirthday(),
  ]
}
