import Assets
import Geometry
import TestSupport
import Testing
import VectorMath
import WorldModel

/// Coarser people are the same people.
@Suite struct ActorLevelTests {
  static let people: [Asset] =
    (0..<3).map { Pedestrian(variant: $0, isChild: $0 == 0).makeAsset() }
    + [Cyclist().makeAsset()]

  private func triangles(_ asset: Asset) -> Int { asset.pieces.reduce(0) { $0 + $1.mesh.triangles.count } }

  @Test(arguments: people.indices) func levelsAreSoundAndSmall(_ index: Int) {
    let fine = Self.people[index]
    #expect(fine.levels.count == 2)
    var last = triangles(fine)
    for level in fine.levels {
      #expect(triangles(level.asset) * 5 < last * 3, "\(triangles(level.asset)) of \(last)")
      last = triangles(level.asset)
      for node in level.asset.nodes.indices {
        let meshes = level.asset.pieces.filter { $0.node == node }.map(\.mesh)
        let soup = WeldedSoup(meshes)
        #expect(soup.openEdges == 0, "\(level.asset.nodes[node].name)")
        #expect(meshes.isEmpty || soup.signedVolume > 0)
      }
      // Labels by part, keypoints and joints stay.
      #expect(Set(level.asset.pieces.map(\.part)) == Set(fine.pieces.map(\.part)))
      #expect(level.asset.keypoints.map(\.position) == fine.keypoints.map(\.position))
      #expect(level.asset.nodes.map(\.rest) == fine.nodes.map(\.rest))
    }
  }

  /// Neither is anything lost by more than a level says, nor does anything stand out of the finest; soles stay on the
  /// ground.
  @Test(arguments: people.indices) func levelsAreAsNearAsTheySay(_ index: Int) {
    let fine = Self.people[index]
    let outside = SurfaceDistance(fine)
    for level in fine.levels {
      let coarse = SurfaceDistance(level.asset)
      let (lost, added) = (outside.greatest(to: coarse), coarse.greatest(to: outside))
      #expect(lost <= level.error && added <= level.error, "\(lost) and \(added) of \(level.error)")
      #expect((fine.restBounds.min.z - level.asset.restBounds.min.z).magnitude < 0.001)
    }
  }
}
