import Acoustics
import Testing

@Suite struct MaterialTableTests {
  @Test func materialsAreShares() {
    let names = MaterialTable.all.map(\.name)
    #expect(names == names.sorted() && Set(names).count == names.count)
    for material in MaterialTable.all {
      for band in 0..<8 {
        #expect((0..<1).contains(material.absorption[band]) && (0...1).contains(material.scattering[band]))
      }
      #expect(MaterialTable[material.name] == material)
    }
    #expect(MaterialTable["nothing"] == nil)
  }

  /// What the ear knows: carpets and curtains take high notes, panes and panels low ones, concrete nothing.
  @Test func materialsSoundAsTheyDo() {
    func absorption(_ name: String, _ band: Int) -> Double { MaterialTable[name]?.absorption[band] ?? -1 }
    for soft in ["carpet", "curtain_heavy", "grass", "upholstery"] {
      #expect(absorption(soft, 5) > 2 * absorption(soft, 0))
    }
    for panel in ["glass_large", "gypsum_board", "wood_panel"] {
      #expect(absorption(panel, 0) > 2 * absorption(panel, 5))
    }
    #expect(absorption("concrete", 3) < 0.05 && absorption("concrete", 3) >= 0)
  }
}
