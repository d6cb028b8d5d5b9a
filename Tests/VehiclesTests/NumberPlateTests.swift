import Assets
import Imaging
import Testing
import Vehicles
import WorldModel

/// What number plates say.
@Suite struct NumberPlateTests {
  @Test func numbersFollowFromTheVariant() {
    #expect(NumberPlate(variant: 7).text == NumberPlate(variant: 7).text)
    #expect(Set((0..<200).map { NumberPlate(variant: UInt64($0)).text }).count > 195)
  }

  /// Two letters, four digits, one letter; or a letter, four digits and a letter of no province.
  @Test(arguments: NumberPlate.Scheme.allCases, 0..<20)
  func textsHaveTheirForm(_ scheme: NumberPlate.Scheme, _ variant: Int) {
    let text = NumberPlate(variant: UInt64(variant), scheme: scheme).text
    let form = text.map { $0.isNumber ? "9" : $0.isLetter ? "A" : " " }.joined()
    #expect(form == (scheme == .european ? "AA 9999 A" : "A 9999A"), "\(text)")
  }

  /// Every vehicle that needs one has one in its picture: a texture of its own.
  @Test func platesDiffer() throws {
    let names = try (1...6).map { variant in
      let asset = try #require(VehicleCatalog.make("car", variant: UInt64(variant)))
      let plate = try #require(asset.materials.first { $0.name == "number_plate" })
      return try #require(plate.baseColorTexture).name
    }
    #expect(Set(names).count == 6)
  }
}
