import Geometry
import RandomStreams
import Testing
import VectorMath

@Suite struct PlanePiecesTests {
  /// Two slanted quadrilaterals: what is in one, in the other and in both adds up to areas that clipping finds.
  @Test(arguments: 0..<20) func piecesAddUp(_ seed: Int) {
    var chance = RandomStream(seed: UInt64(seed))
    func quadrilateral() -> Polygon {
      let center = Vector2(chance.uniform(-0.5, 0.5), chance.uniform(-0.5, 0.5))
      return Polygon(
        (0..<4).map { k in
          let turn = DeterministicMath.sincos((Double(k) + chance.uniform(0.1, 0.9)) * .pi / 2)
          return center + Vector2(turn.cos, turn.sin) * 1.2
        })
    }
    let (a, b) = (quadrilateral(), quadrilateral())
    let both = b.edges.reduce(a) { $0.clipped(leftOf: $1.from, $1.to) }
    let pieces = PlanePieces.dividing(a.edges + b.edges)
    func area(_ holds: (Vector2) -> Bool) -> Double {
      pieces.reduce(0) { $0 + (holds($1.middle) ? $1.area : 0) }
    }
    #expect((area { a.contains($0) } - a.area).magnitude < 1e-6)
    #expect((area { b.contains($0) } - b.area).magnitude < 1e-6)
    #expect((area { a.contains($0) && b.contains($0) } - both.area).magnitude < 1e-6)
    #expect(both.area > 0.1)
  }

  /// Of more edges, strips and pieces than are wanted no more are looked at.
  @Test func limitsHold() {
    let edges = (0..<200).map { (from: Vector2(Double($0), 0), to: Vector2(Double($0) + 0.5, 1)) }
    #expect(PlanePieces.dividing(edges).count >= 199)
    let limits = PlanePieces.Limits(edges: 50, slanted: 10, strips: 10, pieces: 20)
    let some = PlanePieces.dividing(edges, limits: limits)
    #expect(!some.isEmpty && some.count <= 20)
  }
}
