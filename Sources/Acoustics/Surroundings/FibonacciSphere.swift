import VectorMath

/// Directions spread evenly over the sphere on a spiral.
enum FibonacciSphere {
  static func direction(_ n: Int, of count: Int, turned: Double = 0) -> Vector3 {
    let z = 1 - (2 * Double(n) + 1) / Double(count)
    let r = max(0, 1 - z * z).squareRoot()
    // Whole turns are taken away first: large angles lose digits.
    let turns = Double(n) * 0.3819660112501051 + turned
    let (s, c) = DeterministicMath.sincos(2 * Double.pi * (turns - turns.rounded(.down)))
    return Vector3(r * c, r * s, z)
  }
}
