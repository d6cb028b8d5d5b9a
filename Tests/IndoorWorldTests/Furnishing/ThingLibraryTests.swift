import Assets
import Furniture
import IndoorWorld
import InteriorSurfaces
import RoomGeometry
import Testing
import WorldModel

@Suite struct ThingLibraryTests {
  /// What rooms share whatever their palettes is the same in all of them.
  @Test(arguments: SmallThings.alikeEverywhere.sorted()) func sharedThingsKnowNoPalette(_ name: String) throws
  {
    let entry = try #require(FurnitureCatalog.named(name))
    for style in StylePack.allCases {
      for seed in 1...4 as ClosedRange<UInt64> {
        let assets = (0..<3).map { variant in
          entry.make(
            Look(
              style: style, palette: Palette(style, variant: variant), variation: AssetVariation(seed: seed)))
        }
        for other in assets.dropFirst() {
          #expect(other.materials.map(\.name) == assets[0].materials.map(\.name), "\(style), seed \(seed)")
          #expect(other.materials.map(\.baseColor) == assets[0].materials.map(\.baseColor))
          #expect(other.pieces.map(\.mesh.positions) == assets[0].pieces.map(\.mesh.positions))
        }
      }
    }
  }

  /// Rooms of other palettes get the same thing, where it is shared; their own where it is not.
  @Test func roomsShareWhatIsAlike() throws {
    let library = ThingLibrary(style: .modern, seed: 3)
    let (a, b) = (Palette(.modern, variant: 0), Palette(.modern, variant: 1))
    let books = [a, b].compactMap { library.thing("book_row", look: 2, palette: $0)?.asset }
    #expect(books.count == 2 && books[0] === books[1])
    let sofas = [a, b].compactMap { library.thing("sofa", palette: $0)?.asset }
    #expect(sofas.count == 2 && sofas[0] !== sofas[1])
  }
}
