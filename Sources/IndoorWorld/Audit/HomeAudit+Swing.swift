import Geometry
import VectorMath
import WorldModel

extension HomeAudit {
  /// visual-45, third part: nothing stands where the leaves of doors swing.
  package func swingViolations() -> [HomeViolation] {
    bodies.flatMap(\.swings).flatMap { swing in
      things.compactMap { i -> HomeViolation? in
        guard let found = swing.deepest(of: bodies[i].parts, beyond: limits.penetration) else { return nil }
        return HomeViolation(.swingBlocked, [bodies[i].name, swing.name], at: found.place, by: found.depth)
      }
    }
  }
}
