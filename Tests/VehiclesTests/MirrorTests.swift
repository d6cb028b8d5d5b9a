import Testing
import Vehicles
import WorldModel

/// Outside mirrors of cars are as large as real ones.
struct MirrorTests {
  @Test(
    arguments: CarStyle.allCases,
    [CarSize(length: 4.4, width: 1.81, height: 1.55), CarSize(length: 4.7, width: 1.9, height: 1.75)])
  func mirrorsAreOfRealSize(_ style: CarStyle, _ size: CarSize) throws {
    let asset = Car(style: style, size: size, variant: 3).makeAsset()
    let points = asset.pieces.filter { asset.parts[$0.part] == "mirror" }.flatMap(\.mesh.positions)
    let left = points.filter { $0.y > 0 }
    let reach = try #require(left.map(\.y).max())
    // With mirrors cars are 0.12 to 0.32 m wider than without.
    #expect(2 * reach - Float(size.width) > 0.04 && 2 * reach - Float(size.width) < 0.32, "\(2 * reach)")
    let tall = (left.map(\.z).max() ?? 0) - (left.map(\.z).min() ?? 0)
    #expect(tall > 0.1 && tall < 0.22, "\(tall)")
  }
}
