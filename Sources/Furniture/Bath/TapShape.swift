import Assets
import VectorMath

/// Mixer taps; the origin where they stand, the spout toward +x.
struct TapShape {
  enum Kind {
    /// High arcs and angular necks over kitchen sinks, by number.
    case kitchen(Int)
    /// Low ones over washbasins, by number.
    case basin(Int)
    /// Out of a wall, over a bathtub.
    case wall
  }
  var kind: Kind

  /// Each part, and whether it is of rubber.
  func meshes() -> [(MeshBuilder, Bool)] {
    switch kind {
    case .kitchen(let i): kitchen(i)
    case .basin(let i): basin(i)
    case .wall: wall()
    }
  }

  private func kitchen(_ design: Int) -> [(MeshBuilder, Bool)] {
    let base = MeshBuilder.lathe(
      [
        Vector2(0, 0), Vector2(0.026, 0), Vector2(0.026, 0.006), Vector2(0.021, 0.01), Vector2(0.021, 0.07),
        Vector2(0.018, 0.08), Vector2(0, 0.08),
      ], sides: 18)
    let neck: MeshBuilder
    let end: Vector3
    switch design % 3 {
    case 0:
      let path =
        [Vector3(0, 0, 0.07), Vector3(0, 0, 0.22)]
        + (1...10).map { i -> Vector3 in
          let (s, c) = DeterministicMath.sincos(.pi * Double(i) / 10)
          return Vector3(0.09 - 0.09 * c, 0, 0.22 + 0.09 * s)
        } + [Vector3(0.18, 0, 0.17)]
      neck = .tube(path, radius: 0.0115, sides: 12)
      end = Vector3(0.18, 0, 0.17)
    case 1:
      neck = FixtureShape.pipe(
        [Vector3(0, 0, 0.07), Vector3(0, 0, 0.28), Vector3(0.19, 0, 0.28), Vector3(0.19, 0, 0.24)],
        radius: 0.0115,
        bend: 0.025, sides: 12)
      end = Vector3(0.19, 0, 0.24)
    default:
      neck = FixtureShape.pipe(
        [Vector3(0, 0, 0.07), Vector3(0.02, 0, 0.13), Vector3(0.21, 0, 0.19), Vector3(0.21, 0, 0.16)],
        radius: 0.013,
        bend: 0.02, sides: 12)
      end = Vector3(0.21, 0, 0.16)
    }
    let nozzle = MeshBuilder.cylinder(from: end - Vector3(0, 0, 0.025), to: end, radius: 0.0145, sides: 14)
    let lever = MeshBuilder.capsule(
      from: Vector3(0, -0.015, 0.05), to: Vector3(0.02, -0.095, 0.075), radius: 0.008, endRadius: 0.005,
      sides: 10)
    return [(base, false), (neck, false), (nozzle, false), (lever, false)]
  }

  private func basin(_ design: Int) -> [(MeshBuilder, Bool)] {
    switch design % 3 {
    case 0:
      // A round body with a straight spout and a lever on top.
      let body = MeshBuilder.lathe(
        [
          Vector2(0, 0), Vector2(0.026, 0), Vector2(0.026, 0.005), Vector2(0.022, 0.008), Vector2(0.021, 0.1),
          Vector2(0.0205, 0.105), Vector2(0.021, 0.108), Vector2(0.021, 0.13), Vector2(0.016, 0.138),
          Vector2(0, 0.14),
        ], sides: 20)
      let spout = MeshBuilder.tube(
        [Vector3(0.005, 0, 0.07), Vector3(0.12, 0, 0.09), Vector3(0.13, 0, 0.088), Vector3(0.132, 0, 0.07)],
        radii: [0.014, 0.012, 0.0115, 0.011], sides: 14)
      let lever = MeshBuilder.capsule(
        from: Vector3(0, 0, 0.137), to: Vector3(0.085, 0, 0.155), radius: 0.007, endRadius: 0.0045, sides: 10)
      return [(body, false), (spout, false), (lever, false)]
    case 1:
      // Square sections.
      let body = FixtureShape.block(
        from: Vector3(-0.02, -0.02, 0), to: Vector3(0.02, 0.02, 0.15), radius: 0.003, edge: 0.002)
      let spout = FixtureShape.block(
        from: Vector3(-0.018, -0.018, 0.1), to: Vector3(0.14, 0.018, 0.122), radius: 0.003, edge: 0.002,
        low: 0.002)
      let lever = FixtureShape.block(
        from: Vector3(-0.02, -0.012, 0.154), to: Vector3(0.075, 0.012, 0.162), radius: 0.003, edge: 0.002,
        low: 0.002)
      let neck = FixtureShape.block(
        from: Vector3(-0.012, -0.012, 0.149), to: Vector3(0.012, 0.012, 0.155), radius: 0.003, edge: 0)
      return [(body, false), (spout, false), (lever, false), (neck, false)]
    default:
      // A swan's neck between two handles.
      let neck = FixtureShape.pipe(
        [Vector3(0, 0, 0), Vector3(0, 0, 0.17), Vector3(0.11, 0, 0.19), Vector3(0.115, 0, 0.11)],
        radius: 0.01,
        bend: 0.06, sides: 12, steps: 8)
      var out: [(MeshBuilder, Bool)] = [
        (neck, false),
        (.cylinder(from: .zero, to: Vector3(0, 0, 0.02), radius: 0.024, endRadius: 0.015, sides: 18), false),
      ]
      for s in [-1.0, 1] {
        out.append(
          (
            .cylinder(
              from: Vector3(0, s * 0.1, 0), to: Vector3(0, s * 0.1, 0.05), radius: 0.02, endRadius: 0.01,
              sides: 16), false
          ))
        for turn in [0.0, 1] {
          let arm = turn == 0 ? Vector3(0.028, 0, 0) : Vector3(0, 0.028, 0)
          let c = Vector3(0, s * 0.1, 0.056)
          out.append((.capsule(from: c - arm, to: c + arm, radius: 0.006, sides: 8, capRings: 2), false))
        }
      }
      return out
    }
  }

  private func wall() -> [(MeshBuilder, Bool)] {
    var out: [(MeshBuilder, Bool)] = []
    for s in [-1.0, 1] {
      out.append(
        (
          .cylinder(
            from: Vector3(0, s * 0.075, 0), to: Vector3(0.012, s * 0.075, 0), radius: 0.032, sides: 18), false
        ))
      out.append(
        (
          .cylinder(
            from: Vector3(0.01, s * 0.075, 0), to: Vector3(0.06, s * 0.075, 0), radius: 0.014, sides: 14),
          false
        ))
    }
    out.append(
      (.capsule(from: Vector3(0.06, -0.1, 0), to: Vector3(0.06, 0.1, 0), radius: 0.02, sides: 16), false))
    out.append(
      (
        FixtureShape.pipe(
          [Vector3(0.06, 0, -0.005), Vector3(0.17, 0, -0.02), Vector3(0.175, 0, -0.055)], radius: 0.013,
          bend: 0.02,
          sides: 12), false
      ))
    out.append(
      (
        .capsule(
          from: Vector3(0.06, 0, 0.018), to: Vector3(0.13, 0, 0.05), radius: 0.009, endRadius: 0.006,
          sides: 10), false
      ))
    return out
  }
}
