import Assets
import VectorMath

/// Bodies of revolution with a wall: crockery, glasses, pots, bins. Profiles are (radius, height), metres.
enum Turned {
  /// A wall of even thickness inside `outside`, which runs from the middle of the foot to the rim; the rim is round.
  static func shell(_ outside: [Vector2], wall: Double, sides: Int = 28) -> MeshBuilder {
    let inside = outside.indices.map { i -> Vector2 in
      let t = normalized(outside[min(i + 1, outside.count - 1)] - outside[max(i - 1, 0)])
      let p = outside[i] + Vector2(-t.y, t.x) * wall
      return Vector2(i == 0 ? 0 : max(p.x, 0.0005), p.y)
    }
    return shell(outside, inside: inside, sides: sides)
  }

  /// Between two profiles, both from the middle to the rim.
  static func shell(_ outside: [Vector2], inside: [Vector2], sides: Int = 28) -> MeshBuilder {
    guard let a = outside.last, let b = inside.last, outside.count > 1 else { return MeshBuilder() }
    let t = normalized(a - outside[outside.count - 2])
    let lip = (a + b) / 2 + t * (length(a - b) * 0.4)
    return .lathe(outside + [lip] + inside.reversed(), sides: sides)
  }

  /// The profile with its corners rounded (Chaikin, 1974), without points that a straight line replaces; the ends stay.
  static func softened(_ profile: [Vector2], rounds: Int = 2) -> [Vector2] {
    let size = profile.map { max($0.x.magnitude, $0.y.magnitude) }.max() ?? 0
    return thinned(cut(profile, rounds: rounds), tolerance: 0.0025 * size)
  }

  private static func cut(_ profile: [Vector2], rounds: Int) -> [Vector2] {
    guard rounds > 0, profile.count > 2, let first = profile.first, let last = profile.last else {
      return profile
    }
    var out = [first]
    for i in 0..<profile.count - 1 {
      let (a, b) = (profile[i], profile[i + 1])
      if i > 0 { out.append(a * 0.75 + b * 0.25) }
      if i < profile.count - 2 { out.append(a * 0.25 + b * 0.75) }
    }
    return cut(out + [last], rounds: rounds - 1)
  }

  /// Keeps of a line what lies farther than `tolerance` from the rest (Douglas and Peucker, 1973).
  private static func thinned(_ line: [Vector2], tolerance: Double) -> [Vector2] {
    guard line.count > 2, let first = line.first, let last = line.last else { return line }
    let d = last - first
    let l = dot(d, d)
    var (far, at) = (0.0, 0)
    for i in 1..<line.count - 1 {
      let t = l > 0 ? max(0, min(1, dot(line[i] - first, d) / l)) : 0
      let away = length(line[i] - first - d * t)
      if away > far { (far, at) = (away, i) }
    }
    guard far > tolerance else { return [first, last] }
    return thinned(Array(line[...at]), tolerance: tolerance).dropLast()
      + thinned(Array(line[at...]), tolerance: tolerance)
  }

  /// A level disc of liquid, `depth` thick, for inside a vessel.
  static func fill(radius: Double, top: Double, depth: Double = 0.004, sides: Int = 24) -> MeshBuilder {
    .cylinder(from: Vector3(0, 0, top - depth), to: Vector3(0, 0, top), radius: radius, sides: sides)
  }

  /// A loop of a handle in the x-z plane, from `low` to `high` (x outward from the axis), reaching `reach` metres out
  /// beyond them; its section is an ellipse of half axes `across` (y) and `thick`.
  static func handle(
    low: Vector2, high: Vector2, reach: Double, across: Double, thick: Double, steps: Int = 10
  ) -> MeshBuilder {
    let path = (0...steps).map { i -> Vector3 in
      let t = Double(i) / Double(steps)
      let (s, _) = DeterministicMath.sincos(Double.pi * t)
      let out = reach * DeterministicMath.pow(s, 0.6)
      // Bends outward fast and swings a little beyond both ends.
      let p = low + (high - low) * (t - 0.08 * DeterministicMath.sin(2 * Double.pi * t))
      return Vector3(p.x + out, 0, p.y)
    }
    return .bar(path, section: superellipse(thick, across, count: 10), up: Vector3(0, 1, 0))
  }
}
