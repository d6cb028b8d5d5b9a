import Assets
import Furniture
import Geometry
import InteriorSurfaces
import Testing
import VectorMath
import WorldModel

@Suite struct RockingChairTests {
  /// A rocker rolls until its weight is above where it touches the floor: so the runners are lowest there.
  @Test func itsRunnersAreLowestUnderItsWeight() throws {
    for seed in 0..<24 {
      let style = StylePack.allCases[seed % StylePack.allCases.count]
      let asset = RockingChair(Look(style: style, variation: AssetVariation(seed: UInt64(seed)))).makeAsset()
      var (volume, moment, lowest) = (0.0, 0.0, Vector3(0, 0, 1))
      for piece in asset.pieces {
        let points = piece.mesh.positions.map { Vector3($0) }
        for t in piece.mesh.triangles {
          let (a, b, c) = (points[Int(t.x)], points[Int(t.y)], points[Int(t.z)])
          let part = dot(a, cross(b, c)) / 6
          volume += part
          moment += part * (a.x + b.x + c.x) / 4
        }
        if let low = points.min(by: { $0.z < $1.z }), low.z < lowest.z { lowest = low }
      }
      #expect(
        abs(moment / volume - lowest.x) < 0.03,
        "seed \(seed): weight at \(moment / volume), lowest \(lowest.x)")
    }
  }
}
