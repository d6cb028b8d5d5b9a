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
    #expect(form == ([.european, .motorcycle].contains(scheme) ? "AA 9999 A" : "A 9999A"), "\(text)")
  }

  /// Two plates differ where their texts do, and only there: whole characters of the first are those of the second.
  @Test(arguments: NumberPlate.Scheme.allCases)
  func platesShowTheirText(_ scheme: NumberPlate.Scheme) throws {
    func texels(_ plate: NumberPlate) throws -> (texels: [UInt32], width: Int) {
      let level = try #require(plate.material.baseColorTexture).levels[0]
      return (level.texels, level.width)
    }
    let plates = (1...300).map { NumberPlate(variant: UInt64($0), scheme: scheme) }
    // Two that differ in one character.
    var pair: (NumberPlate, NumberPlate, at: Int)?
    for a in plates {
      for b in plates where pair == nil {
        let odd = zip(a.text, b.text).enumerated().filter { $0.element.0 != $0.element.1 }.map(\.offset)
        if odd.count == 3, let first = odd.first { pair = (a, b, first) }
      }
    }
    let (a, b, first) = try #require(pair)
    let (p, width) = try texels(a)
    let (q, _) = try texels(b)
    let columns = p.indices.filter { p[$0] != q[$0] }.map { $0 % width }
    #expect(!columns.isEmpty)
    // Left of the first character that differs all is equal.
    if scheme != .motorcycle {
      let share = Double(first) / Double(a.text.count)
      #expect(Double(columns.min() ?? 0) > Double(width) * (0.02 + 0.85 * share), "\(a.text) \(b.text)")
    }
    #expect(try texels(a).texels == p)
  }

  /// Ink is where characters are: more of it for many strokes than for few.
  @Test func charactersAreDrawn() throws {
    var many: [Int] = []
    var few: [Int] = []
    for n in 0..<60 {
      let plate = NumberPlate(variant: UInt64(n))
      let level = try #require(plate.material.baseColorTexture).levels[0]
      var ink = 0
      for y in 3..<31 {
        for x in 21..<156 where level.texels[y * level.width + x] & 255 < 100 { ink += 1 }
      }
      let thick = plate.text.filter { "8B0R".contains($0) }.count
      let thin = plate.text.filter { "17TLVY".contains($0) }.count
      if thick >= thin + 2 { many.append(ink) }
      if thin >= thick + 2 { few.append(ink) }
    }
    let (a, b) = (many.reduce(0, +) / max(1, many.count), few.reduce(0, +) / max(1, few.count))
    #expect(!many.isEmpty && !few.isEmpty && a > b + 40, "\(a) \(b)")
  }

  /// Every model has a plate by which a world finds its scheme.
  @Test(arguments: ["car", "van", "bus", "truck", "semitrailer", "motorcycle", "scooter"])
  func modelsHavePlates(_ name: String) throws {
    let asset = try #require(VehicleCatalog.make(name))
    #expect(asset.materials.filter { NumberPlate.scheme(of: $0) != nil }.count == 1)
  }
}
