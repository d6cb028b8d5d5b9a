import Assets
import VectorMath

/// Pictures of colour and form alone.
extension Easel {
  /// Soft-edged fields one above another.
  mutating func fields() {
    let sets: [[UInt32]] = [
      [0x8c3a2e, 0xd08a4a, 0x5a2a2c], [0x24405a, 0x7f9aa4, 0xd9c9a0], [0xd9b44a, 0xe8dcc0, 0xb5653f],
      [0x3c3f42, 0x8a8780, 0xd8d2c6],
    ]
    let set = sets[version % sets.count].map { Colour($0).encoded }
    let ground = IndoorMaterial.blend(Colour(sets[version % sets.count][0]), Colour(0xf0e6d2), 0.35).encoded
    let seed = chance.seed
    canvas.shade { uv in
      let soft = 0.02 * (ProceduralTexture.fractal(uv, cells: 8, octaves: 3, seed: seed) - 0.5)
      let side = smoothstep(0.06, 0.1, min(uv.x, 1 - uv.x) + soft)
      var c = ground
      for (k, band) in [(0.07, 0.3), (0.34, 0.68), (0.72, 0.93)].enumerated() {
        let y = uv.y + soft
        let cover =
          side * smoothstep(band.0 - 0.015, band.0 + 0.02, y) * smoothstep(band.1 + 0.015, band.1 - 0.02, y)
        let tone = 0.92 + 0.16 * ProceduralTexture.fractal(uv, cells: 5, octaves: 4, seed: seed &+ UInt64(k))
        c += (set[k] * Float(tone) - c) * Float(cover)
      }
      return c
    }
  }

  /// Nested arches and a sun, in earthen colours.
  mutating func arches() {
    canvas.fillRectangle(.zero, Vector2(1, 1), Colour(0xf2eadb))
    let earth: [UInt32] = [0xb5653f, 0xd9a86c, 0x7a4a3a, 0xe3c9a4, 0x8a9a84, 0x3f4a4f]
    let c = Vector2(0.5, 0.86)
    for k in 0..<5 {
      let r = 0.3 - 0.055 * Double(k)
      let tone = k % 2 == 1 ? Colour(0xf2eadb) : pick(earth, k)
      canvas.fillDisc(Vector2(c.x, 0.62), radius: r, tone)
      canvas.fillRectangle(
        Vector2(c.x - r / aspect, 0.62), Vector2(c.x + r / aspect, c.y), tone)
    }
    canvas.fillRectangle(Vector2(0.08, 0.86), Vector2(0.92, 0.865), pick(earth, 2))
    canvas.fillDisc(Vector2(0.66, 0.2), radius: 0.09, pick(earth, 1))
  }

  mutating func discs() {
    canvas.fillRectangle(.zero, Vector2(1, 1), pick([0xf0e9dc, 0xe4e2dc, 0xefe3cc, 0xe9e6e0]))
    let tones: [UInt32] = [0xc9543a, 0x24405a, 0xd9a441, 0x6f8f94, 0x2b2d2f, 0xd8b8a0]
    canvas.fillDisc(Vector2(0.42, 0.4), radius: 0.26, pick(tones))
    canvas.fillRectangle(Vector2(0.42, 0.14), Vector2(0.7, 0.4), pick(tones, 1))
    canvas.fillDisc(Vector2(0.66, 0.66), radius: 0.19, pick(tones, 2))
    canvas.fill([Vector2(0.14, 0.86), Vector2(0.4, 0.5), Vector2(0.54, 0.86)], pick(tones, 3))
    canvas.fillDisc(Vector2(0.66, 0.66), radius: 0.09, pick(tones, 4))
    canvas.stroke([Vector2(0.1, 0.9), Vector2(0.9, 0.16)], width: 0.006, Colour(0x2b2d2f))
    canvas.fillDisc(Vector2(0.24, 0.2), radius: 0.05, pick(tones, 5))
  }

  /// Broad strokes of a dry brush.
  mutating func strokes() {
    canvas.fillRectangle(.zero, Vector2(1, 1), Colour(0xf1ede4))
    let tones: [UInt32] = [0x1f3a4a, 0xc78a4a, 0x8b2f2f, 0x9aa6a4, 0xd9c3a0, 0x2b2b2c]
    for i in 0..<9 {
      let a = Vector2(chance.number("ax", i, in: 0.05...0.6), chance.number("ay", i, in: 0.1...0.9))
      let turn = chance.number("turn", i, in: -0.7...0.7)
      let (s, c) = DeterministicMath.sincos(turn)
      let l = chance.number("length", i, in: 0.25...0.6)
      let w = chance.number("width", i, in: 0.04...0.14)
      let tone = pick(tones, i)
      // Single bristles, each a little shorter or longer.
      let bristles = Int(w / 0.006)
      for k in 0..<bristles {
        let n = i * 64 + k
        let off = Vector2(-s, c) * (w * (Double(k) / Double(max(1, bristles - 1)) - 0.5))
        let end = l * chance.number("end", n, in: 0.72...1)
        let from = a + off + Vector2(c, s) * chance.number("from", n, in: 0...0.03)
        let mixed = IndoorMaterial.blend(tone, Colour(0xf1ede4), 0.3 * chance.unit("mix", n))
        canvas.stroke(
          [
            from, from + Vector2(c, s) * (end * 0.5) + Vector2(0, 0.02 * chance.unit("bow", i)),
            from + Vector2(c, s) * end,
          ],
          width: 0.0075, mixed)
      }
    }
  }

  mutating func grid() {
    canvas.fillRectangle(.zero, Vector2(1, 1), Colour(0xf1eee6))
    let tones: [UInt32] = [0xb5322a, 0x1f4a8a, 0xe0b02e, 0xe9e6de, 0x2b2d2f, 0x7d8a86]
    var xs = [0.0, 0.22, 0.34, 0.7, 0.86, 1.0]
    var ys = [0.0, 0.18, 0.44, 0.6, 0.9, 1.0]
    for i in 1..<5 {
      xs[i] += chance.number("gx", i, in: -0.05...0.05)
      ys[i] += chance.number("gy", i, in: -0.05...0.05)
    }
    for i in 0..<5 {
      for j in 0..<5 where chance.unit("cell", i * 8 + j) < 0.42 {
        canvas.fillRectangle(
          Vector2(xs[i], ys[j]), Vector2(xs[i + 1], ys[j + 1]),
          pick(tones, chance.choice("tone", i * 8 + j, of: 6)))
      }
    }
    for k in 1..<5 {
      canvas.stroke([Vector2(xs[k], -0.1), Vector2(xs[k], 1.1)], width: 0.018, Colour(0x1c1c1e))
      canvas.stroke([Vector2(-0.1, ys[k]), Vector2(1.1, ys[k])], width: 0.018, Colour(0x1c1c1e))
    }
  }
}
