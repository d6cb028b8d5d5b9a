import Assets
import VectorMath
import WorldModel

/// Single fruits, coloured by their points; the materials are white. Standing on z = 0, metres.
enum FruitShape {
  static let skin = Material(name: "fruit_skin", roughness: 0.38)

  /// An apple with its dimple and stalk; red, yellow or green by a number.
  static func apple(_ v: AssetVariation, _ index: Int, radius r: Double) -> MeshBuilder {
    var b = MeshBuilder.lathe(
      Turned.softened(
        [
          Vector2(0, 0.12), Vector2(0.2, 0.02), Vector2(0.38, 0), Vector2(0.78, 0.3), Vector2(1, 0.95),
          Vector2(0.95, 1.5), Vector2(0.6, 1.86),
          Vector2(0.25, 1.78), Vector2(0.08, 1.6), Vector2(0, 1.56),
        ].map { $0 * r }), sides: 14)
    let phase = v.number("apple turn", index, in: 0...6.28)
    b.displace { p in
      // Five soft lobes below.
      let angle = DeterministicMath.atan2(p.y, p.x)
      let lobe = 1 + 0.03 * DeterministicMath.cos(5 * angle) * (1 - smoothstep(0, 1.4 * r, p.z))
      return Vector3(p.x * lobe, p.y * lobe, p.z)
    }
    let kinds: [(UInt32, UInt32)] = [
      (0xa81f1c, 0xd9a03a), (0x9fb83a, 0xc9cf5a), (0xb8281f, 0x8a1a1c), (0xe0b53a, 0xc9542a),
    ]
    let kind = kinds[v.choice("apple kind", index, of: kinds.count)]
    let (main, second) = (Colour(kind.0).linear, Colour(kind.1).linear)
    b.paint { p in
      let angle = DeterministicMath.atan2(p.y, p.x) + phase
      let streak = 0.5 + 0.3 * DeterministicMath.sin(angle) + 0.2 * DeterministicMath.sin(9 * angle)
      let pole = smoothstep(0.45 * r, 0.05 * r, length(Vector2(p.x, p.y)))
      return main + (second - main) * Float(min(1, max(0, 0.7 * streak * streak + 0.6 * pole)))
    }
    var stalk = MeshBuilder.tube(
      [Vector3(0, 0, 1.5 * r), Vector3(0.02 * r, 0, 1.8 * r), Vector3(0.12 * r, 0.03 * r, 2.05 * r)],
      radii: [0.04 * r, 0.04 * r, 0.06 * r], sides: 6)
    stalk.paint { _ in Colour(0x4a3420).linear }
    b.append(stalk)
    return b
  }

  static func orange(_ v: AssetVariation, _ index: Int, radius r: Double) -> MeshBuilder {
    var b = MeshBuilder.ellipsoid(
      center: Vector3(0, 0, r * 0.95), radii: Vector3(r, r, r * 0.95), sides: 18, rings: 12)
    let phase = v.number("orange", index, in: 0...6)
    b.displace { p in
      let dent = 0.06 * r * smoothstep(0.3 * r, 0, length(Vector2(p.x, p.y)))
      return Vector3(p.x, p.y, p.z > r ? p.z - dent : p.z)
    }
    b.paint { p in
      let t = 0.5 + 0.5 * DeterministicMath.sin(3 * DeterministicMath.atan2(p.y, p.x) + phase)
      let top = smoothstep(0.16 * r, 0.08 * r, length(Vector2(p.x, p.y))) * (p.z > r ? 1 : 0)
      let base = Colour(0xe8861c).linear
      let skin = base + (Colour(0xd96f14).linear - base) * Float(t)
      return skin + (Colour(0x6a7a2c).linear - skin) * Float(top)
    }
    return b
  }

  static func lemon(radius r: Double) -> MeshBuilder {
    var b = MeshBuilder.lathe(
      Turned.softened(
        [
          Vector2(0, 0), Vector2(0.14, 0.02), Vector2(0.2, 0.2), Vector2(0.75, 0.5), Vector2(1, 1.3),
          Vector2(0.75, 2.1), Vector2(0.22, 2.4), Vector2(0.16, 2.58),
          Vector2(0, 2.6),
        ].map { $0 * r }), sides: 14)
    b.paint { _ in Colour(0xe9c92f).linear }
    return b.translated(0, 0, -1.3 * r).rotated(Quaternion(axis: Vector3(1, 0, 0), angle: Double.pi / 2))
      .translated(0, 0, r)
  }

  /// A hand of bananas that lies on its side, the stalks together at the back.
  static func bananas(_ v: AssetVariation, count: Int) -> MeshBuilder {
    var out = MeshBuilder()
    let (arc, length) = (0.105, 1.75)
    for k in 0..<count {
      let spread = (Double(k) - Double(count - 1) / 2)
      let steps = 12
      var rings: [[Vector3]] = []
      let bend = arc * v.number("bend", k, in: 0.95...1.08)
      for i in 0...steps {
        let t = Double(i) / Double(steps)
        let a = -length / 2 + length * t
        let (s, c) = DeterministicMath.sincos(a)
        let fat =
          ProfileCurve([
            Vector2(0, 0.3), Vector2(0.1, 0.34), Vector2(0.2, 0.8), Vector2(0.5, 1), Vector2(0.85, 0.78),
            Vector2(0.95, 0.35), Vector2(1, 0.22),
          ])(t) * 0.0175
        let center = Vector3(bend * s, 0, bend * (1 - c) * 0.9 + 0.0175)
        let out = Vector3(s, 0, -c)
        rings.append(
          (0..<10).map { j in
            let (sj, cj) = DeterministicMath.sincos(2 * Double.pi * Double(j) / 10)
            // Five flat sides.
            let facet = 1 + 0.05 * DeterministicMath.cos(5 * 2 * Double.pi * Double(j) / 10)
            return center + (out * cj + Vector3(0, sj, 0)) * (fat * facet)
          })
      }
      var one = MeshBuilder.loft(rings)
      let ripe = Colour(0xe6bf32).linear
      one.paint { p in
        let end = max(smoothstep(0.072, 0.085, p.x), smoothstep(-0.066, -0.078, p.x) * 0.7)
        let tip = p.x > 0 ? Colour(0x4a3a1c).linear : Colour(0x9a9a34).linear
        return ripe + (tip - ripe) * Float(end)
      }
      // They fan out from the stalk at -x.
      let fan = Quaternion(axis: Vector3(0, 0, 1), angle: spread * 0.2)
      let roll = Quaternion(axis: Vector3(1, 0, 0), angle: -spread * 0.22)
      out.append(
        one.translated(0.08, 0, 0),
        AffineTransform(
          linear: (fan * roll).matrix, translation: Vector3(-0.08, spread * 0.014, spread.magnitude * 0.003)))
    }
    let low = out.points.map(\.z).min() ?? 0
    return out.translated(0, 0, -low)
  }
}
