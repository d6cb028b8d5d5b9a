import Assets
import VectorMath

/// How a leg is shaped.
enum LegShape: Int, Sendable, CaseIterable {
  /// Round, thinner below.
  case tapered
  /// Square, thinner below.
  case spade
  /// A square post.
  case post
  /// Turned on a lathe, with beads.
  case turned
  /// A low ball.
  case bun
  /// A thin tube of metal.
  case tube

  /// A leg from its upper to its lower end, the latter on the floor; `width` metres at the thickest place.
  func mesh(from top: Vector3, to foot: Vector3, width: Double) -> MeshBuilder {
    switch self {
    case .tapered, .tube:
      // Level rings, so that a leg that leans still stands flat.
      func ring(_ p: Vector3, _ radius: Double) -> [Vector3] {
        superellipse(radius, radius, count: 12).map { Vector3(p.x + $0.x, p.y + $0.y, p.z) }
      }
      let low = self == .tapered ? width * 0.3 : width / 2
      return MeshBuilder.loft([ring(foot, low), ring(top, width / 2)]).grainAlong
    case .post, .spade:
      let low = self == .post ? 1.0 : 0.55
      func ring(_ p: Vector3, _ half: Double) -> [Vector3] {
        roundedRectangle(2 * half, 2 * half, radius: half * 0.16, corner: 1).map {
          Vector3(p.x + $0.x, p.y + $0.y, p.z)
        }
      }
      return MeshBuilder.loft([ring(foot, width / 2 * low), ring(top, width / 2)]).grainAlong
    case .turned, .bun:
      let height = top.z - foot.z
      let profile =
        self == .bun
        ? [
          (0, 0.28), (0.08, 0.38), (0.4, 0.5), (0.62, 0.47), (0.8, 0.3), (0.86, 0.3), (0.9, 0.42), (1, 0.42),
        ]
        : [
          (0, 0.2), (0.03, 0.27), (0.07, 0.3), (0.1, 0.2), (0.13, 0.19), (0.2, 0.23), (0.62, 0.42),
          (0.68, 0.36),
          (0.7, 0.26), (0.73, 0.26), (0.75, 0.46), (0.78, 0.46), (0.8, 0.3), (0.83, 0.3), (0.85, 0.5),
          (1, 0.5),
        ]
      let mesh = MeshBuilder.lathe(profile.map { Vector2($0.1 * width, $0.0 * height) }, sides: 16)
      // A splayed turned leg leans as a whole.
      return mesh.displaced {
        let t = $0.z / max(height, 1e-6)
        return Vector3(
          foot.x + (top.x - foot.x) * t + $0.x, foot.y + (top.y - foot.y) * t + $0.y, foot.z + $0.z)
      }.grainAlong
    }
  }
}
