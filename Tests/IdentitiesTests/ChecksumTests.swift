import Identities
import Testing

/// Published examples, so that neither generator nor validator can drift alone.
@Suite struct ChecksumTests {
  @Test func publishedExamples() {
    #expect(Luhn.completed("7992739871") == "79927398713")  // ISO/IEC 7812-1
    // The registry's example.
    #expect(Mod97.iban(country: "DE", domestic: "370400440532013000") == "DE89370400440532013000")
    #expect(Mod97.iban(country: "GB", domestic: "WEST12345698765432") == "GB82WEST12345698765432")
    #expect(ResidentIDCheck.completed("11010519491231002") == "11010519491231002X")  // GB 11643
    #expect(ResidentIDCheck.completed("44052418800101001") == "440524188001010014")
    #expect(VehicleNumberCheck.completed("1M8GDM9A_KP042788") == "1M8GDM9AXKP042788")  // 49 CFR 565
    #expect(MachineReadableCheck.digit(of: "L898902C3") == 6)  // ICAO Doc 9303-4
    #expect(MachineReadableCheck.digit(of: "740812") == 2)
    #expect(MachineReadableCheck.digit(of: "120415") == 9)
    #expect(TradeItemCheck.completedGTIN("978030640615") == "9780306406157")
    #expect(TradeItemCheck.completedModulo11("030640615") == "0306406152")
    #expect(TradeItemCheck.completedModulo11("0317847") == "03178471")
    #expect(RoutingNumberCheck.completed("11100002") == "111000025")
    #expect(CreditCodeCheck.completedOrganisation("D2143569") == "D2143569X")  // GB 11714
    #expect(CreditCodeCheck.completed("91350100M000100Y4") == "91350100M000100Y43")
  }

  @Test func validatorsKnowTheSameExamples() {
    #expect(Validators.luhn("79927398713"))
    #expect(Validators.iban("DE89370400440532013000"))
    #expect(Validators.iban("FR1420041010050500013M02606"))
    #expect(Validators.domestic("ES9121000418450200051332"))
    #expect(Validators.domestic("IT60X0542811101000000123456"))
    #expect(Validators.residentID("11010519491231002X"))
    #expect(Validators.creditCode("91350100M000100Y43"))
    #expect(Validators.vehicleNumber("1M8GDM9AXKP042788"))
    #expect(
      Validators.machineReadableZone(
        """
        P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<
        L898902C36UTO7408122F1204159ZE184226B<<<<<10
        """))
    #expect(Validators.gtin13("9780306406157"))
    #expect(Validators.issn("03178471"))
    #expect(Validators.issn("2434561X"))
    #expect(Validators.routingNumber("111000025"))
    #expect(!Validators.luhn("79927398710"))
    #expect(!Validators.iban("DE89370400440532013001"))
    #expect(!Validators.residentID("110105194912310021"))
    #expect(!Validators.creditCode("91350100M000100Y44"))
    #expect(!Validators.vehicleNumber("1M8GDM9A1KP042788"))
  }
}
