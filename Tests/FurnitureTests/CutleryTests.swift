import Assets
import Furniture
import Geometry
import InteriorSurfaces
import Testing
import VectorMath
import WorldModel

/// Cutlery lies on tables as it comes to rest.
struct CutleryTests {
  private static func corners(_ name: String, _ look: Int) throws -> [Vector3] {
    let entry = try #require(FurnitureCatalog.named(name))
    let style = StylePack.allCases[look % StylePack.allCases.count]
    let asset = entry.make(
      Look(
        style: style, palette: Palette(style, variant: look),
        variation: AssetVariation(seed: UInt64(look + 1)))
    )
    return asset.pieces.flatMap { $0.mesh.positions.map { Vector3($0) } }
  }

  /// It touches the table on both sides of its middle and nowhere goes through it.
  @Test(arguments: ["spoon", "fork"], 0..<8)
  func touchesTheTableBeforeAndBehind(_ name: String, _ look: Int) throws {
    let corners = try Self.corners(name, look)
    let low = try #require(corners.map(\.z).min())
    #expect(low.magnitude < 1e-6)
    let touching = corners.filter { $0.z - low < 2e-5 }.map(\.x)
    let ends = (corners.map(\.x).min() ?? 0, corners.map(\.x).max() ?? 0)
    let middle = (ends.0 + ends.1) / 2
    // Far enough apart that the mass lies between, wherever in its middle third it is.
    let third = (ends.1 - ends.0) / 6
    #expect(touching.contains { $0 < middle - third } && touching.contains { $0 > middle + third })
  }
}
