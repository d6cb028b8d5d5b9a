import RandomStreams
import VectorMath

/// A smooth displacement of the plane: two waves across one another.
struct Distortion {
  private let waves: [(k: Vector2, phase: Double, way: Vector2)]

  init(_ stream: RandomStream, amplitude: Double) {
    var stream = stream
    waves = (0..<2).map { _ in
      let k = stream.unitVector2() * (2 * Double.pi / stream.uniform(130, 220))
      return (k, stream.uniform(0, 2 * Double.pi), stream.unitVector2() * amplitude)
    }
  }

  func moved(_ p: Vector2) -> Vector2 {
    waves.reduce(p) { $0 + DeterministicMath.sin(dot(p, $1.k) + $1.phase) * $1.way }
  }
}
