import Geometry
import Streetscape
import Testing
import VectorMath
import WorldModel

/// End walls of houses without neighbours.
@Suite struct EndWallTests {
  @Test(
    arguments: [BuildingStyle.oldTown, .modernBlock, .chineseStreet, .chineseTower, .office],
    [1, 2, 3, 4, 5, 6] as [UInt64])
  func endWallsAreNotBare(_ style: BuildingStyle, _ variant: UInt64) {
    let plot = BuildingPlot(width: 16, depth: 12)
    let built = StreetBuilding(style: style, plot: plot, variant: variant).built()
    for side in [-1.0, 1] {
      // Panes lie a little behind the wall at y = ±8.
      let panes = built.asset.pieces.filter { built.asset.parts[$0.part] == "window" }
        .flatMap(\.mesh.positions).filter { Double($0.y) * side > 7.6 && Double($0.y) * side < 8 }
      let storeys = Set(panes.map { Int($0.z) })
      let boards = built.boards.filter { $0.position.y * side > 7.9 }
      #expect(storeys.count >= 4 || !boards.isEmpty, "\(style) \(variant)")
      for board in boards {
        // It looks away from the house and hides no window.
        #expect(DeterministicMath.sin(board.yaw) * side > 0.99)
        for p in panes where (Double(p.x) - board.position.x).magnitude < board.size.x / 2 {
          #expect((Double(p.z) - board.position.z).magnitude > board.size.y / 2)
        }
      }
    }
  }

  /// A trunk of a street tree of 10 m measures 20 to 45 cm at breast height.
  @Test(arguments: StreetTree.Species.allCases) func trunksAreSlender(_ species: StreetTree.Species) {
    let asset = StreetTree(species: species, height: 10, variant: 3, clearance: 3).makeAsset()
    let trunk = asset.pieces.filter { asset.parts[$0.part] == "trunk" }.map(\.mesh)
    // Where edges of the trunk cross the height of 1.3 m.
    var cut: [Vector2] = []
    for mesh in trunk {
      for t in mesh.triangles {
        for (i, j) in [(t.x, t.y), (t.y, t.z), (t.z, t.x)] {
          let (a, b) = (Vector3(mesh.positions[Int(i)]), Vector3(mesh.positions[Int(j)]))
          guard (a.z - 1.3) * (b.z - 1.3) < 0 else { continue }
          let p = a + (b - a) * ((1.3 - a.z) / (b.z - a.z))
          cut.append(Vector2(p.x, p.y))
        }
      }
    }
    let width = (cut.map(\.x).max() ?? 0) - (cut.map(\.x).min() ?? 0)
    #expect(width > 0.18 && width < 0.45, "\(width)")
  }
}
