import Assets
import VectorMath

/// Shells around light: what shades, bowls and globes of lamps are.
enum LampShade {
  /// A profile of (radius, height), from its lower rim, turned about z and given a thickness inwards. A radius of 0 at
  /// the end closes the shell.
  static func shell(_ outline: [Vector2], thickness: Double = 0.002, sides: Int = 32) -> MeshBuilder {
    let inner = outline.indices.map { i -> Vector2 in
      let way = normalized(
        outline[min(i + 1, outline.count - 1)] - outline[max(i - 1, 0)])
      // Inward is to the left of the way up.
      let p = outline[i] + Vector2(-way.y, way.x) * thickness
      return outline[i].x <= 0 ? Vector2(0, outline[i].y - thickness) : Vector2(max(0.0005, p.x), p.y)
    }
    return .lathe(outline + inner.reversed(), sides: sides, isClosed: true)
  }

  /// A frustum of cloth or paper, open above and below.
  static func drum(bottom: Double, top: Double, low: Double, high: Double) -> MeshBuilder {
    shell([Vector2(bottom, low), Vector2(top, high)])
  }

  /// A bowl turned over: its rim below at `low`, its top at `low + height`.
  static func dome(radius: Double, low: Double, height: Double, thickness: Double = 0.002) -> MeshBuilder {
    let steps = 10
    return shell(
      (0...steps).map { i in
        let (s, c) = DeterministicMath.sincos(Double.pi / 2 * Double(i) / Double(steps))
        return Vector2(i == steps ? 0 : radius * c, low + height * s)
      }, thickness: thickness)
  }

  /// The spider that holds a drum: a ring's three spokes to the stem.
  static func spider(radius: Double, at height: Double) -> MeshBuilder {
    var out = MeshBuilder()
    for k in 0..<3 {
      let (s, c) = DeterministicMath.sincos(2 * Double.pi * Double(k) / 3)
      out.append(
        .cylinder(
          from: Vector3(0, 0, height), to: Vector3(radius * c, radius * s, height), radius: 0.002, sides: 6))
    }
    return out
  }

  /// A bulb: a drop whose neck is at `base`, hanging or standing.
  static func bulb(at base: Vector3, radius: Double, up: Bool) -> MeshBuilder {
    let k: Double = up ? 1 : -1
    let profile = [
      (0.0, 0.0), (0.42, 0.0), (0.46, 0.5), (0.85, 1.05), (1, 1.7), (0.85, 2.25), (0.45, 2.6), (0, 2.7),
    ].map { Vector2($0.0 * radius, $0.1 * radius * k) }
    return MeshBuilder.lathe(profile, sides: 14).translated(base.x, base.y, base.z)
  }
}
