import Geometry
import Streetscape
import TestSupport
import Testing
import VectorMath
import WorldModel

@Suite struct StreetBuildingTests {
  /// A plot on the inside of a bend: narrower behind, its ground 0.8 m lower at one corner.
  static let bent = BuildingPlot(
    corners: [Vector2(5, -6), Vector2(5, 6), Vector2(-5, 4.6), Vector2(-5, -4.8)], foundation: 0.8,
    hasLeftNeighbour: true, hasRightNeighbour: true)

  @Test(arguments: BuildingStyle.allCases, [3, 4, 5, 6, 7, 8] as [UInt64])
  func everyVariantIsClosed(_ style: BuildingStyle, _ variant: UInt64) {
    let asset = StreetBuilding(style: style, plot: Self.bent, variant: variant).makeAsset()
    let soup = WeldedSoup(asset.pieces.map(\.mesh))
    #expect(soup.openEdges == 0)
    #expect(soup.signedVolume > 0)
  }

  /// Party walls are one line: nothing of a building in a row crosses it but at the street.
  @Test(arguments: [BuildingStyle.oldTown, .modernBlock, .chineseStreet], [1, 2, 3, 4] as [UInt64])
  func nothingReachesIntoTheNeighbour(_ style: BuildingStyle, _ variant: UInt64) {
    let plot = BuildingPlot(width: 12, depth: 10, isInRow: true)
    let box = StreetBuilding(style: style, plot: plot, variant: variant).makeAsset().restBounds
    #expect(box.min.y > -6.06 && box.max.y < 6.06)
    #expect(box.max.x < 5 + 1.7)
  }

  @Test(arguments: BuildingStyle.allCases) func neighboursDiffer(_ style: BuildingStyle) {
    let made = (1...12 as ClosedRange<UInt64>).map { n -> [Float] in
      let asset = StreetBuilding(
        style: style, plot: BuildingPlot(width: 14, depth: 10, isInRow: style.isRow), variant: n
      ).makeAsset()
      let size = asset.restBounds.size
      return [
        Float(size.z), asset.materials[0].baseColor.x,
        Float(asset.pieces.reduce(0) { $0 + $1.mesh.triangles.count }),
      ]
    }
    #expect(Set(made).count >= 10)
  }

  /// Windows are holes: their panes lie behind the wall's face.
  @Test func windowsHaveReveals() {
    let plot = BuildingPlot(width: 10, depth: 10, isInRow: true)
    for variant in 1...6 as ClosedRange<UInt64> {
      let asset = StreetBuilding(style: .oldTown, plot: plot, variant: variant).makeAsset()
      let panes = asset.pieces.filter {
        asset.materials[$0.material].name == "panes" && asset.parts[$0.part] == "window"
      }
      #expect(!panes.isEmpty)
      let front = panes.flatMap(\.mesh.positions).filter { $0.x > 4 && $0.x < 6 }
      #expect(!front.isEmpty)
      for p in front { #expect(p.x < 4.95 && p.x > 4.6) }
    }
  }

  @Test func boardsHangOverShopsAndSayWhatIsDrawn() {
    let plot = BuildingPlot(width: 16, depth: 10, isInRow: true)
    let built = StreetBuilding(style: .chineseStreet, plot: plot, variant: 2).built()
    #expect(built.boards.count >= 2)
    for board in built.boards {
      #expect((board.position.x - 5).magnitude < 1e-9)
      #expect(board.position.y.magnitude < 8 && board.position.z > 2 && board.position.z < 4.5)
      #expect(board.isChinese)
    }
    #expect(ShopNames.missing.isEmpty)
    for variant in 1...40 as ClosedRange<UInt64> {
      let sign = ShopSign(size: Vector2(4, 1), isChinese: true, variant: variant)
      #expect(ShopNames.chinese.contains(sign.text))
    }
  }
}
