import Assets
import VectorMath

/// Leaves, flowers and ink.
extension Easel {
  mutating func fern() {
    canvas.fillRectangle(.zero, Vector2(1, 1), pick([0xf3efe4, 0xeef0ea, 0xf2ead8, 0xf1efe8]))
    let green = pick([0x3f5c3a, 0x55705a, 0x6a7a3c, 0x2f4a44])
    let stem = (0...12).map { i -> Vector2 in
      let t = Double(i) / 12
      return Vector2(0.46 + 0.1 * DeterministicMath.sin(t * 1.8), 0.93 - 0.82 * t)
    }
    brush(stem, 0.009, 0.003, green)
    for i in 1..<24 {
      let t = Double(i) / 24
      let p = Vector2(0.46 + 0.1 * DeterministicMath.sin(t * 1.8), 0.93 - 0.82 * t)
      let l = 0.2 * (1 - t) * (0.4 + 1.6 * min(1, t * 3)) * 0.8 + 0.02
      let tone = IndoorMaterial.blend(green, Colour(0xaebf8c), 0.35 * chance.unit("tone", i))
      leaf(p, -0.35, l, l * 0.11, tone, vein: green)
      leaf(p, .pi + 0.35, l, l * 0.11, tone, vein: green)
    }
  }

  /// Three big leaves in flat colours, their veins left out.
  mutating func leaves() {
    canvas.fillRectangle(.zero, Vector2(1, 1), Colour(0xf4f0e6))
    canvas.fillDisc(Vector2(0.6, 0.42), radius: 0.24, pick([0xe6c9ae, 0xd9dccf, 0xe9d6b4, 0xd8c2bc]))
    let tones: [UInt32] = [0x4c5f4c, 0x8a9a7c, 0x2f4038, 0xb5835a]
    let paper = Colour(0xf4f0e6)
    for (k, a) in [-1.95, -1.2, -1.6].enumerated() {
      let tone = pick(tones, k)
      let (s, c) = DeterministicMath.sincos(a)
      let root = Vector2(0.47, 0.94)
      let l = 0.4 + 0.16 * Double(k)
      let base = root + Vector2(c / aspect, s) * (l * 0.5)
      canvas.stroke([root, base], width: 0.008, tone)
      leaf(base, a, l * 0.62, 0.09, tone)
      let heading = Vector2(c / aspect, s)
      canvas.stroke([base, base + heading * (l * 0.55)], width: 0.004, paper)
      for i in 1..<7 {
        let p = base + heading * (l * 0.62 * Double(i) / 7.5)
        for side in [-1.0, 1] {
          let (s2, c2) = DeterministicMath.sincos(a + side * 0.75)
          canvas.stroke([p, p + Vector2(c2 / aspect, s2) * 0.055], width: 0.0025, paper)
        }
      }
    }
  }

  mutating func vase() {
    wash(pick([0xcfc4ae, 0xa8b4b0, 0xd8b8a0, 0xb9b0bc]), pick([0xe4dac6, 0xc9cfc8, 0xe9d3bc, 0xd4cdd4]))
    canvas.fillRectangle(Vector2(0, 0.78), Vector2(1, 1), pick([0x8a6a4a, 0x6a5a4c, 0x7c4a3a, 0x5c5560]))
    // The jug: a turned outline, lit from the left.
    let outline = [
      (0.045, 0.5), (0.06, 0.53), (0.05, 0.58), (0.12, 0.66), (0.15, 0.74), (0.12, 0.83), (0.08, 0.87),
    ]
    let blue = pick([0x3f5f7a, 0x8c4a34, 0xe6dfd0, 0x54706a])
    func jug(_ k: Double, _ tone: Colour) {
      canvas.fill(
        outline.map { Vector2(0.5 - $0.0 / aspect * k - (1 - k) * 0.06, $0.1) }
          + outline.reversed().map { Vector2(0.5 + $0.0 / aspect * k - (1 - k) * 0.06, $0.1) }, tone)
    }
    jug(1, IndoorMaterial.blend(blue, Colour(0x202020), 0.35))
    jug(0.8, blue)
    jug(0.35, IndoorMaterial.blend(blue, Colour(0xffffff), 0.28))
    let flowers: [UInt32] = [0xd9a441, 0xc9543a, 0xf0e6d6, 0x8c5a7c, 0xe3b8a4]
    for i in 0..<26 {
      let a = chance.number("a", i, in: -2.7 ... -0.45)
      let r = chance.number("r", i, in: 0.12...0.34)
      let (s, c) = DeterministicMath.sincos(a)
      let p = Vector2(0.5 + c * r / aspect, 0.5 + s * r)
      canvas.stroke([Vector2(0.5, 0.51), p], width: 0.005, Colour(0x4a5c38))
      if i % 3 == 0 {
        leaf(p, a + 0.4, 0.09, 0.02, Colour(0x5f7446))
      } else {
        let tone = pick(flowers, i)
        let size = chance.number("size", i, in: 0.022...0.042)
        for k in 0..<6 {
          let (s2, c2) = DeterministicMath.sincos(Double(k) * 1.047 + Double(i))
          canvas.fillDisc(
            p + Vector2(c2 / aspect, s2) * (size * 0.7), radius: size * 0.55,
            IndoorMaterial.blend(tone, Colour(0xffffff), 0.1 * Double(k % 3)))
        }
        canvas.fillDisc(p, radius: size * 0.4, IndoorMaterial.blend(tone, Colour(0x4a2c1c), 0.6))
      }
    }
  }

  /// A branch of blossom.
  mutating func petals() {
    canvas.fillRectangle(.zero, Vector2(1, 1), pick([0xefe7d6, 0xe3e6e0, 0xf0e0d4, 0xe9e4d2]))
    let bark = Colour(0x3c3029)
    let main = [(0.05, 0.95), (0.2, 0.74), (0.34, 0.62), (0.5, 0.44), (0.72, 0.3), (0.9, 0.1)].map {
      Vector2($0.0, $0.1)
    }
    brush(main, 0.028, 0.006, bark)
    brush([main[2], Vector2(0.3, 0.44), Vector2(0.36, 0.26), Vector2(0.3, 0.1)], 0.014, 0.004, bark)
    brush([main[3], Vector2(0.66, 0.52), Vector2(0.84, 0.56)], 0.012, 0.003, bark)
    let pinks: [UInt32] = [0xd98a8c, 0xf2eee8, 0xc94a4a, 0xe6b8b4]
    for i in 0..<30 {
      let k = chance.choice("on", i, of: main.count - 1)
      let p =
        main[k] + (main[k + 1] - main[k]) * chance.unit("t", i)
        + Vector2(chance.number("x", i, in: -0.07...0.07), chance.number("y", i, in: -0.06...0.06))
      let size = chance.number("size", i, in: 0.018...0.03)
      let tone = IndoorMaterial.blend(pick(pinks), Colour(0xffffff), 0.5 * chance.unit("tone", i))
      for q in 0..<5 {
        let (s, c) = DeterministicMath.sincos(Double(q) * 1.2566 + Double(i))
        canvas.fillDisc(p + Vector2(c / aspect, s) * (size * 0.75), radius: size * 0.6, tone)
      }
      canvas.fillDisc(p, radius: size * 0.3, Colour(0xc9974a))
    }
  }

  private mutating func seal(_ p: Vector2) {
    canvas.fillRectangle(p, p + Vector2(0.035 / aspect, 0.035), Colour(0xb1281f))
    canvas.stroke(
      [p + Vector2(0.008 / aspect, 0.012), p + Vector2(0.027 / aspect, 0.012)], width: 0.004, Colour(0xf0e9da)
    )
    canvas.stroke(
      [p + Vector2(0.017 / aspect, 0.008), p + Vector2(0.017 / aspect, 0.029)], width: 0.004, Colour(0xf0e9da)
    )
  }

  /// Mountains in washes of ink, with mist between.
  mutating func inkMountains() {
    let paper = Colour(0xece5d3)
    canvas.fillRectangle(.zero, Vector2(1, 1), paper)
    canvas.fillDisc(Vector2(0.78, 0.24), radius: 0.07, pick([0xc8503c, 0xe2d9c2, 0xc8503c, 0xd8cfb8]))
    let easel = self
    for k in 0..<5 {
      let ink = IndoorMaterial.blend(
        paper, pick([0x22262a, 0x24332f, 0x2a2824, 0x1f2c3a]), 0.16 + 0.17 * Double(k))
      let x0 = easel.chance.number("peak", k, in: 0.1...0.9)
      let y0 = 0.62 + 0.075 * Double(k)
      let height = 0.42 - 0.05 * Double(k)
      below(ink, paper, fade: 0.26) { x in
        let d = (x - x0) * (2.4 + 0.5 * Double(k))
        return y0 - height / (1 + 3 * d * d) - 0.16 * (easel.ridge(x, k, rough: 0.55) - 0.45)
      }
    }
    // A pine on the shore, birds, and the seal.
    let ink = Colour(0x1f2224)
    brush(
      [Vector2(0.08, 1.02), Vector2(0.1, 0.84), Vector2(0.085, 0.72), Vector2(0.12, 0.6)], 0.03, 0.01, ink)
    for i in 0..<7 {
      let y = 0.58 + 0.045 * Double(i)
      let side: Double = i % 2 == 0 ? 1 : -1
      let l = easel.chance.number("twig", i, in: 0.05...0.1)
      for k in 0..<9 {
        let t = Double(k) / 8
        canvas.stroke(
          [Vector2(0.105 + side * l * t, y), Vector2(0.105 + side * l * t + 0.008, y - 0.03)], width: 0.007,
          ink)
        canvas.stroke(
          [Vector2(0.105 + side * l * t, y), Vector2(0.105 + side * l * t - 0.008, y - 0.026)], width: 0.007,
          ink)
      }
    }
    for i in 0..<5 {
      let p = Vector2(0.5 + 0.035 * Double(i), 0.2 + 0.02 * Double(i % 3))
      canvas.stroke([p + Vector2(-0.011, -0.012), p, p + Vector2(0.011, -0.014)], width: 0.005, ink)
    }
    seal(Vector2(0.93, 0.82))
  }

  mutating func bamboo() {
    canvas.fillRectangle(.zero, Vector2(1, 1), Colour(0xeee7d6))
    for (k, x) in [0.62, 0.36, 0.74].enumerated() {
      let ink = IndoorMaterial.blend(
        Colour(0xeee7d6), pick([0x20262a, 0x24402f, 0x2c2824, 0x1f3038]), [0.95, 0.5, 0.3][k])
      let w = [0.036, 0.026, 0.02][k]
      let lean = chance.number("lean", k, in: -0.12...0.12)
      let joints = 7
      for j in 0..<joints {
        let (a, b) = (Double(j) / Double(joints), (Double(j) + 0.94) / Double(joints))
        canvas.stroke([Vector2(x + lean * (1 - a), a), Vector2(x + lean * (1 - b), b)], width: w, ink)
        canvas.stroke(
          [
            Vector2(x + lean * (1 - b) - w * 0.9, b + 0.01), Vector2(x + lean * (1 - b) + w * 0.9, b + 0.008),
          ], width: 0.006, ink)
      }
      for i in 0..<16 {
        let n = k * 32 + i
        let y = chance.number("leaf", n, in: 0.04...0.75)
        let side: Double = chance.unit("side", n) < 0.5 ? -1 : 1
        let p = Vector2(x + lean * (1 - y) + side * chance.number("out", n, in: 0.02...0.22), y)
        let down = chance.number("down", n, in: 0.5...1.2)
        leaf(p, side > 0 ? down : .pi - down, chance.number("l", n, in: 0.1...0.17), 0.013, ink)
      }
    }
    seal(Vector2(0.1, 0.86))
  }
}
