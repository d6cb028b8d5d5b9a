import Assets
import Furniture
import Geometry
import Imaging
import InteriorSurfaces
import Testing
import WorldModel

/// A home holds hundreds of printed things; what is printed on them must be few small pictures that all share.
@Suite struct PrintedThingsTests {
  static let printed = [
    "book", "book_row", "book_stack", "magazine", "newspaper", "paper", "notebook", "food_box", "can",
    "bottle",
    "wine_bottle", "shampoo_bottle", "alarm_clock", "ball",
  ]

  /// The base colour textures of many looks of a thing, each once.
  static func textures(_ name: String, looks: Int = 24) throws -> [ObjectIdentifier: Texture] {
    let entry = try #require(FurnitureCatalog.named(name))
    var found: [ObjectIdentifier: Texture] = [:]
    for seed in 1...looks {
      let style = StylePack.allCases[seed % StylePack.allCases.count]
      let look = Look(
        style: style, palette: Palette(style, variant: seed), variation: AssetVariation(seed: UInt64(seed)))
      for case let texture? in entry.make(look).materials.map(\.baseColorTexture) {
        found[ObjectIdentifier(texture)] = texture
      }
    }
    return found
  }

  @Test(arguments: printed) func printIsSharedByAllLooks(_ name: String) throws {
    let textures = try Self.textures(name)
    #expect(!textures.isEmpty)
    // Cover, spine and leaves; three skins of balls; a label, and the woods or cloths of the styles beside it.
    #expect(textures.count <= 8, "\(textures.values.map(\.name).sorted())")
  }

  @Test func theLibraryFitsIntoAFewPictures() throws {
    var all: [ObjectIdentifier: Texture] = [:]
    for name in Self.printed { all.merge(try Self.textures(name)) { a, _ in a } }
    // The woods and cloths of all styles, which homes hold anyway, included.
    #expect(all.count <= 32)
    let texels = all.values.reduce(0) { $0 + $1.levels[0].width * $1.levels[0].height }
    #expect(texels <= 1 << 22)
  }

  /// Rows of books differ: twelve looks show more than six widths.
  @Test func rowsOfBooksDiffer() throws {
    let entry = try #require(FurnitureCatalog.named("book_row"))
    let widths = (1...12).map { seed -> Int in
      let row = entry.make(Look(variation: AssetVariation(seed: UInt64(seed))))
      return Int((row.restBounds.size.y * 100).rounded())
    }
    #expect(Set(widths).count > 6)
    #expect(widths.allSatisfy { (8...52).contains($0) })
  }
}
