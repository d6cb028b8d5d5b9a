import Assets
import VectorMath

/// Land and sea.
extension Easel {
  mutating func mountains() {
    let skies: [(UInt32, UInt32)] = [
      (0xb8cbd6, 0xf2e2d0), (0xe8b98c, 0xf6e6cc), (0x8fa6b8, 0xdfe6e8), (0xcdb6c4, 0xf4dfd2),
    ]
    let sky = skies[version % skies.count]
    wash(Colour(sky.0), Colour(sky.1))
    canvas.fillDisc(Vector2(0.68, 0.26), radius: 0.07, Colour(0xfaf1dc))
    let layers = [(0.42, 0.24), (0.55, 0.2), (0.68, 0.16), (0.82, 0.12)]
    for (k, layer) in layers.enumerated() {
      let t = Double(k) / 3
      let near = IndoorMaterial.blend(
        Colour(sky.0), pick([0x2c4654, 0x5a3a3c, 0x1f3b40, 0x3c2f4e]), 0.25 + 0.75 * t)
      let mist = IndoorMaterial.blend(near, Colour(sky.1), 0.55)
      let easel = self
      below(near, mist, fade: 0.3) { x in layer.0 - layer.1 * (easel.ridge(x, k) - 0.45) * 1.6 }
    }
  }

  mutating func sea() {
    wash(pick([0x9cb9cc, 0xf0b98e, 0xd7dfe0, 0x7891a8]), pick([0xf2e9d8, 0xf7e3c0, 0xf4f1ea, 0xe9c8a8]))
    let horizon = 0.52 + 0.08 * chance.unit("horizon")
    let sun = Vector2(chance.number("sun", in: 0.3...0.7), horizon - 0.12)
    canvas.fillDisc(sun, radius: 0.055, Colour(0xfdf3d6))
    below(
      pick([0x5d8296, 0x4e6d86, 0x8fa7ac, 0x33506a]), pick([0x1f4256, 0x27405c, 0x4f7078, 0x16293f]),
      fade: 0.5
    ) { _ in horizon }
    // Glitter and crests, longer towards the viewer.
    for i in 0..<170 {
      let f = chance.unit("wave", i)
      let y = horizon + 0.012 + (1 - horizon) * f * f
      let near = (y - horizon) / (1 - horizon)
      let isGlitter = i % 3 == 0
      let x = isGlitter ? sun.x + (chance.unit("x", i) - 0.5) * (0.06 + 0.2 * near) : chance.unit("x", i)
      let l = (0.01 + 0.07 * near) * (0.5 + chance.unit("l", i))
      let tone =
        isGlitter
        ? Colour(0xf6ead0)
        : IndoorMaterial.blend(
          pick([0x5d8296, 0x4e6d86, 0x8fa7ac, 0x33506a]), Colour(0xdfe8e8), 0.3 * chance.unit("t", i))
      canvas.stroke(
        [Vector2(x - l, y), Vector2(x, y - 0.002), Vector2(x + l, y)], width: 0.002 + 0.006 * near, tone)
    }
    // A boat.
    let b = Vector2(chance.number("boat", in: 0.2...0.8), horizon + 0.05)
    canvas.fill(
      [b + Vector2(-0.035, 0), b + Vector2(0.035, 0), b + Vector2(0.025, 0.016), b + Vector2(-0.022, 0.016)],
      Colour(0x2d2a2c))
    canvas.fill([b + Vector2(0, -0.1), b + Vector2(0.03, -0.008), b + Vector2(0, -0.008)], Colour(0xf3eee2))
    canvas.fill(
      [b + Vector2(-0.004, -0.085), b + Vector2(-0.004, -0.008), b + Vector2(-0.026, -0.008)],
      Colour(0xe0d5c2))
  }

  mutating func hills() {
    wash(pick([0x9fbfd2, 0xc8d6d8, 0xe7c9a0, 0x8fb0cc]), Colour(0xf3ead6))
    let easel = self
    // Clouds.
    for i in 0..<7 {
      let c = Vector2(easel.chance.unit("cx", i), easel.chance.number("cy", i, in: 0.06...0.3))
      for k in 0..<5 {
        canvas.fillDisc(
          c + Vector2((Double(k) - 2) * 0.03, 0.012 * (easel.chance.unit("cz", i * 8 + k) - 0.5)),
          radius: 0.028 - 0.004 * (Double(k) - 2).magnitude, Colour(0xf6f1e6))
      }
    }
    let greens: [UInt32] = [0x9fae7a, 0x86a05c, 0xb9a24e, 0x6f8f4c, 0x557a3e]
    for k in 0..<5 {
      let y = 0.46 + 0.11 * Double(k)
      let tone = Colour(greens[(k + version) % greens.count])
      below(tone, IndoorMaterial.blend(tone, Colour(0x3c4a24), 0.35), fade: 0.3) { x in
        y + 0.05 * DeterministicMath.sin(x * (4 + Double(k)) + easel.chance.unit("hill", k) * 6.28)
      }
      // Trees on the crest, in pairs of dark and light dabs.
      for i in 0..<9 {
        let n = k * 16 + i
        let x = easel.chance.unit("tree", n)
        let top = y + 0.05 * DeterministicMath.sin(x * (4 + Double(k)) + easel.chance.unit("hill", k) * 6.28)
        let r = 0.008 + 0.006 * Double(k) * easel.chance.number("r", n, in: 0.5...1)
        canvas.fillDisc(Vector2(x, top - r * 0.4), radius: r, Colour(0x3f5230))
        canvas.fillDisc(Vector2(x - r * 0.3, top - r * 0.8), radius: r * 0.6, Colour(0x63783f))
      }
    }
    // A house with a red roof.
    let h = Vector2(easel.chance.number("house", in: 0.25...0.7), 0.64)
    canvas.fillRectangle(h + Vector2(-0.035, -0.035), h + Vector2(0.035, 0.02), Colour(0xf0e6d2))
    canvas.fill(
      [h + Vector2(-0.045, -0.033), h + Vector2(0, -0.085), h + Vector2(0.045, -0.033)], Colour(0xa34a34))
    canvas.fillRectangle(h + Vector2(-0.006, -0.012), h + Vector2(0.008, 0.02), Colour(0x5a4632))
  }

  mutating func dunes() {
    wash(pick([0xe9c9a4, 0xb8c6cc, 0xe3b8a0, 0xd9d2c4]), Colour(0xf6ead6))
    canvas.fillDisc(Vector2(0.3, 0.28), radius: 0.1, pick([0xe2774e, 0xf4ead2, 0xd95d45, 0xc99a55]))
    let easel = self
    for k in 0..<4 {
      let tone = IndoorMaterial.blend(
        Colour(0xe2b888), pick([0x8a4a34, 0x6a5a52, 0x7a3b3f, 0x5f5348]), Double(k) / 3.4)
      below(tone, IndoorMaterial.blend(tone, Colour(0xf0d7b0), 0.5), fade: 0.25) { x in
        let s =
          (1
            - ((x * 1.3 + easel.chance.unit("dune", k) * 2).truncatingRemainder(dividingBy: 1) * 2 - 1)
            .magnitude)
        return 0.5 + 0.13 * Double(k) - 0.12 * s * s
      }
    }
  }

  mutating func birches() {
    wash(pick([0xdfe3dc, 0xe9d9b4, 0xd3dde2, 0xe6d2c2]), pick([0xb9c2a4, 0xc99a4e, 0xb4c0c4, 0xa8806a]))
    for i in 0..<220 {
      let p = Vector2(chance.unit("dab x", i), chance.number("dab y", i, in: 0...0.7))
      canvas.fillDisc(
        p, radius: chance.number("dab", i, in: 0.006...0.02),
        IndoorMaterial.blend(
          pick([0x9aa878, 0xd8a03c, 0x9fb0b4, 0xb5653f]), Colour(0xf2ead4), chance.unit("tone", i)))
    }
    for i in 0..<9 {
      let x = (Double(i) + chance.number("x", i, in: 0.1...0.9)) / 9
      let w = chance.number("w", i, in: 0.02...0.05)
      let lean = chance.number("lean", i, in: -0.02...0.02)
      canvas.stroke([Vector2(x + 0.003, -0.05), Vector2(x + lean + 0.003, 1.05)], width: w, Colour(0x8c8a82))
      canvas.stroke([Vector2(x, -0.05), Vector2(x + lean, 1.05)], width: w * 0.86, Colour(0xf1eee6))
      for k in 0..<14 {
        let n = i * 32 + k
        let y = chance.unit("bark", n)
        let c = Vector2(x + lean * y + (chance.unit("side", n) - 0.5) * w * 0.5, y)
        canvas.stroke(
          [c - Vector2(w * 0.16, 0), c + Vector2(w * 0.16, 0.003)], width: 0.006, Colour(0x3a3632))
      }
    }
  }

  mutating func moon() {
    wash(pick([0x1c2a44, 0x24303a, 0x33264a, 0x1e3a44]), pick([0x51688c, 0x7a8a90, 0x8c6a8a, 0x5f8f90]))
    canvas.fillDisc(Vector2(0.5, 0.4), radius: 0.2, Colour(0xf4ead0))
    canvas.fillDisc(Vector2(0.45, 0.35), radius: 0.03, Colour(0xe6d9bb))
    canvas.fillDisc(Vector2(0.55, 0.46), radius: 0.045, Colour(0xe6d9bb))
    // Rows of arcs, as waves.
    for row in 0..<5 {
      let y = 0.66 + 0.08 * Double(row)
      for i in -1..<7 {
        let c = Vector2((Double(i) + (row % 2 == 0 ? 0.25 : 0.75)) / 6, y + 0.09)
        for (k, r) in [0.105, 0.085, 0.065, 0.045, 0.025].enumerated() {
          canvas.fillDisc(
            c, radius: r, k % 2 == 0 ? Colour(0xe9e2d0) : pick([0x24407a, 0x2f4a54, 0x4a3560, 0x1f5a60]))
        }
      }
    }
  }

  mutating func skyline() {
    wash(pick([0xc9d2d6, 0xe8d8c0, 0x9fb0ba, 0xd8cfd0]), pick([0xf0ebe2, 0xf2c9a0, 0xe2e4e2, 0xf0d8c8]))
    for layer in 0..<3 {
      let tone = IndoorMaterial.blend(
        Colour(0xb4bcc0), pick([0x22282e, 0x3a2c2a, 0x18262e, 0x2c2434]), 0.3 + 0.35 * Double(layer))
      var x = -0.02
      var i = layer * 64
      while x < 1 {
        let w = chance.number("w", i, in: 0.035...0.09)
        let top = 0.34 + 0.14 * Double(layer) + chance.number("top", i, in: -0.16...0.16)
        canvas.fillRectangle(Vector2(x, top), Vector2(x + w, 1.1), tone)
        if chance.unit("spire", i) < 0.25 {
          canvas.stroke([Vector2(x + w / 2, top), Vector2(x + w / 2, top - 0.09)], width: 0.006, tone)
        }
        if layer == 2 {
          for k in 0..<24 where chance.unit("lit", i * 32 + k) < 0.4 {
            let p = Vector2(x + w * (0.2 + 0.2 * Double(k % 4)), top + 0.03 + 0.05 * Double(k / 4))
            canvas.fillRectangle(p, p + Vector2(0.007, 0.014), Colour(0xf2d79a))
          }
        }
        x += w * 0.96
        i += 1
      }
    }
  }
}
