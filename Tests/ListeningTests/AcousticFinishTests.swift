import Acoustics
import Assets
import DrivingWorld
import Furniture
import IndoorWorld
import InteriorSurfaces
import Listening
import LocatedYAML
import RandomStreams
import Streetscape
import TabletopWorld
import Testing
import Vehicles
import WorldModel

@Suite struct AcousticFinishTests {
  @Test func classesAndNamesDecide() throws {
    let floor = try #require(Ontology.named("floor"))
    let sofa = try #require(Ontology.named("sofa"))
    let curtain = try #require(Ontology.named("curtain"))
    let door = try #require(Ontology.named("door"))
    let person = try #require(Ontology.named("person"))
    let car = try #require(Ontology.named("car"))
    let ceiling = try #require(Ontology.named("ceiling"))
    for (name, kind, expected) in [
      ("carpet_loop_8c7b6a", floor, "carpet"), ("boards_aa7744", floor, "parquet"),
      ("linen_cccccc", sofa, "upholstery"), ("linen_cccccc", curtain, "curtain_heavy"),
      ("wall_plaster_fff", floor, "plaster"), ("glass_eeffee", floor, "glass_window"),
      ("?", sofa, "wood_panel"), ("?", floor, "parquet"), ("?", ceiling, "plaster"),
      ("wood_65412d", floor, "parquet"),
      ("wall_panelling_dddddd", ceiling, "wood_panel"), ("painted_wood_ffffff", sofa, "wood_panel"),
      ("lacquer_f0eeea", door, "door_wood"), ("glass_eef4f2", door, "glass_window"),
      ("metal_brass", curtain, "steel"), ("legs", person, "upholstery"), ("paint", car, "steel"),
      ("paint_ffffff", ceiling, "plaster"), ("tiles_facade_facade", floor, "ceramic_tile"),
    ] {
      let found = AcousticFinish.name(of: Material(name: name), on: kind)
      #expect(found == expected, "\(name) on \(kind.name)")
      #expect(MaterialTable[found] != nil)
    }
  }

  /// Parts of words are no words: there is no ash in washing, no door in doormats.
  @Test(arguments: [
    ("washing_f0f0f0", nil), ("ash_8c7b6a", "wood_panel"), ("ashlar_b9b2a4", "facade"),
    ("carpeted", nil), ("doormat_0", "carpet"), ("glassware", nil), ("woodchip_fff", nil),
    ("roof_tiles_ffffff", "brick"), ("tiles", "ceramic_tile"), ("", nil), ("_wood", nil),
    ("cushion_rug_kilim", "upholstery"), ("lamp_head_lit", "glass_window"),
  ])
  func wordsAreWhole(_ name: String, _ surface: String?) {
    #expect(AcousticFinish.surface(named: name) == surface, "\(name)")
  }

  @Test func everyLineIsAnAcousticMaterial() {
    for (surface, _) in AcousticFinishTable.rows { #expect(MaterialTable[surface] != nil, "\(surface)") }
    for surface in AcousticFinish.classSurfaces { #expect(MaterialTable[surface] != nil, "\(surface)") }
    let names = AcousticFinishTable.rows.flatMap { $0.names.split(whereSeparator: \.isWhitespace) }
    #expect(Set(names).count == names.count)
    let classes = AcousticFinishTable.rows.map(\.surface)
    #expect(Set(classes).count == classes.count)
  }

  /// Nothing of ours is guessed: every material of all catalogs has its line, and those that only worlds have.
  @Test func everyMaterialOfAssetsHasALine() {
    for entry in AssetCatalog.entries { expectLines(entry.make()) }
    for entry in StreetscapeCatalog.entries { expectLines(entry.make()) }
    for entry in VehicleCatalog.entries { expectLines(entry.make(1, nil, .left)) }
    // Each in one of the styles, which have materials of their own.
    let styles = StylePack.allCases
    for (i, entry) in FurnitureCatalog.entries.enumerated() {
      let style = styles[i % styles.count]
      expectLines(
        entry.make(
          Look(style: style, palette: Palette(style, variant: i), variation: AssetVariation(seed: UInt64(i))))
      )
    }
  }

  @Test func everyMaterialOfWorldsHasALine() throws {
    try expectLines(HomeDescription.self, "{style: chinese_modern, bedrooms: 0}")
    try expectLines(TownDescription.self, "{}")
    try expectLines(TabletopDescription.self, "{}")
  }

  private func expectLines(_ asset: Asset) {
    for piece in asset.pieces {
      let name = asset.materials.indices.contains(piece.material) ? asset.materials[piece.material].name : "?"
      #expect(AcousticFinish.surface(named: name) != nil, "\(name) of \(asset.name)")
    }
    for level in asset.levels { expectLines(level.asset) }
  }

  private func expectLines<W: WorldDescription>(_ kind: W.Type, _ text: String) throws {
    let description = try YAMLDocument(text: text, file: "world.yaml").decode(W.self).value
    let generator = try description.prepare { _ in }
    var draws = Draws(stream: RandomStream(seed: 3), index: 0)
    let world = try generator.world(&draws, duration: 1)
    #expect(!world.entities.isEmpty)
    for entity in world.entities {
      expectLines(entity.asset)
      for material in entity.materials.values {
        #expect(AcousticFinish.surface(named: material.name) != nil, "\(material.name) of \(entity.name)")
      }
    }
  }
}
