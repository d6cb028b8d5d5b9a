import Identities
import Testing

/// The certificate judges values that others wrote.
@Suite struct CertificateTests {
  private func isSafe(_ kind: FieldKind, _ value: String, _ locale: IdentityLocale = .american) -> Bool {
    var certificate = PrivacyCertificate()
    certificate.examine(kind, value, locale, record: 0)
    return certificate.holds
  }

  @Test func edgesOfRanges() {
    #expect(
      isSafe(.email, "a@b.example") && isSafe(.email, "a@example.com") && isSafe(.email, "a@mail.example.org")
    )
    #expect(
      !isSafe(.email, "a@example.com.cn") && !isSafe(.email, "a@myexample.com")
        && !isSafe(.email, "example.com"))
    #expect(!isSafe(.email, "a@example.test.com") && !isSafe(.url, "https://example.io/a.example"))
    #expect(isSafe(.landlinePhone, "2125550100") && isSafe(.landlinePhone, "2125550199"))
    #expect(!isSafe(.landlinePhone, "2125550200") && !isSafe(.landlinePhone, "2125540100"))
    #expect(isSafe(.mobilePhone, "12412345678", .chinese) && !isSafe(.mobilePhone, "13012345678", .chinese))
    #expect(!isSafe(.mobilePhone, "11012345678", .chinese) && !isSafe(.mobilePhone, "1241234567", .chinese))
    #expect(
      isSafe(.landlinePhone, "02101234567", .chinese) && !isSafe(.landlinePhone, "02161234567", .chinese))
    #expect(isSafe(.socialSecurity, "000123456") && isSafe(.socialSecurity, "666123456"))
    #expect(!isSafe(.socialSecurity, "665123456") && !isSafe(.socialSecurity, "001010001"))
    #expect(isSafe(.ipv4, "203.0.113.255") && !isSafe(.ipv4, "203.0.114.1") && !isSafe(.ipv4, "192.0.2.256"))
    #expect(isSafe(.asn, "AS64511") && !isSafe(.asn, "AS64512"))
    #expect(isSafe(.iban, "DE02000000001234567890") && !isSafe(.iban, "DE89370400440532013000"))
    #expect(isSafe(.residentID, "990001199001011234") && !isSafe(.residentID, "11010519491231002X", .chinese))
    #expect(isSafe(.plate, "宁X12345", .chinese) && !isSafe(.plate, "宁A12345", .chinese))
    #expect(isSafe(.plate, "京A1234O", .chinese) && !isSafe(.plate, "京X12345", .chinese))
    #expect(!isSafe(.testCard, "4111111111111112") && isSafe(.testCard, "4111111111111111"))
    #expect(isSafe(.coordinates, "-48.88000, -123.39000") && !isSafe(.coordinates, "48.85, 2.35"))
    #expect(
      !isSafe(.name, "袁隆平", .chinese) && !isSafe(.name, "Taylor Swift") && isSafe(.name, "王秀英", .chinese))
    #expect(!isSafe(.name, "Пушкин Александр Сергеевич", .russian))
  }

  @Test func countsAndNames() {
    var certificate = PrivacyCertificate()
    certificate.examine(.ipv4, "8.8.8.8", .american, record: 5)
    certificate.examine(.ipv4, "192.0.2.1", .american, record: 6)
    certificate.examine(.email, "x@example.net", .american, record: 6)
    #expect(certificate.entries.map(\.kind) == [.email, .ipv4])
    #expect(certificate.entries.last?.count == 2)
    #expect(certificate.violationCount == 1)
    #expect(certificate.violations.first?.record == 5)
    #expect(certificate.violations.first?.value == "8.8.8.8")
  }
}
