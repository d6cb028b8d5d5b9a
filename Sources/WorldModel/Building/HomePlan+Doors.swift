package import Geometry
package import VectorMath

extension HomePlan.Wall {
  /// The face towards the left room (else the right one) at `along` metres from the start.
  package func face(left: Bool, at along: Double) -> Vector2 {
    start + direction * along + normal * (left ? thickness / 2 : -thickness / 2)
  }

  /// The floor in front of an opening, `depth` metres into the left room (else the right one), z = 0.
  package func apron(of opening: HomePlan.Opening, left: Bool, depth: Double) -> Box3 {
    let out = normal * (left ? depth : -depth)
    let (a, b) = (face(left: left, at: opening.offset), face(left: left, at: opening.end))
    return Box3([a, b, a + out, b + out].map { Vector3($0.x, $0.y, 0) })
  }

  /// The floor that the leaf sweeps, z = 0; `nil` when it has no leaf that swings.
  package func sweep(of opening: HomePlan.Opening) -> Box3? {
    switch opening.kind {
    case .hingedDoor: apron(of: opening, left: opening.opensToLeft, depth: opening.width)
    case .doubleDoor: apron(of: opening, left: opening.opensToLeft, depth: opening.width / 2)
    case .balconyDoor:
      apron(
        of: opening, left: opening.opensToLeft, depth: opening.width > 1.1 ? opening.width / 2 : opening.width
      )
    default: nil
    }
  }
}
