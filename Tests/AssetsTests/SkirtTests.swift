import Assets
import Geometry
import Testing
import VectorMath
import WorldModel

/// Skirts are stiff, so legs have to keep inside of them.
@Suite struct SkirtTests {
  @Test(arguments: [1.1, 1.35]) func thighsStayInside(_ speed: Double) throws {
    let body = PersonBody(stature: 1.66, isFemale: true)
    let asset = Pedestrian(body: body, outfit: PersonOutfit(top: .shirt, legs: .skirt)).makeAsset()
    let pelvis = try #require(asset.nodes.firstIndex { $0.name == "pelvis" })
    let cloth = asset.pieces.filter { $0.node == pelvis && asset.materials[$0.material].name == "legs" }
      .flatMap { $0.mesh.positions.map { Vector3($0) } }
    let hem = try #require(cloth.map(\.z).min())
    // Foremost and hindmost at the hem and where the hips are.
    func reach(_ z: Double, _ sign: Double) -> Double {
      func most(_ range: ClosedRange<Double>) -> Double {
        cloth.filter { range.contains($0.z) }.map { sign * $0.x }.max() ?? 0
      }
      let (low, high) = (most(hem - 0.001...hem + 0.001), most(-0.02...0.02))
      return high + (low - high) * min(1, max(0, z / hem))
    }
    let walk = WalkCycle(body: body, speed: speed)
    for k in 0..<24 {
      let poses = walk.articulation(of: asset, at: walk.stride / speed * Double(k) / 24).poses
      let nodes = asset.objectFromNodes(poses)
      let fromObject = nodes[pelvis].linear.transpose
      for piece in asset.pieces where asset.nodes[piece.node].name.hasPrefix("thigh_") {
        for p in piece.mesh.positions {
          let q = fromObject * (nodes[piece.node] * Vector3(p) - nodes[pelvis].translation)
          guard q.z > hem + 0.005, q.z < -0.02 else { continue }
          withKnownIssue("Thighs of wide steps reach out of the cloth.", isIntermittent: true) {
            #expect(q.x < reach(q.z, 1) + 0.004 && -q.x < reach(q.z, -1) + 0.004, "\(q) at step \(k)")
          }
        }
      }
    }
  }
}
