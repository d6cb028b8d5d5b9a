import Assets
import Imaging
import VectorMath

/// Pictures that screens show when they are on.
enum ScreenPicture {
  /// Digits on black, as on ovens and clocks; letters are capitals.
  static func digits(_ text: String, _ colour: Colour) -> Texture {
    var canvas = TextureCanvas(width: 128, height: 40, fill: Colour(0x050505))
    canvas.write(
      text.filter { $0 != ":" }, center: Vector2(0.5, 0.5), height: 0.6, weight: 0.14, spacing: 0.45, colour)
    if text.contains(":") {
      canvas.fillDisc(Vector2(0.5, 0.38), radius: 0.05, colour)
      canvas.fillDisc(Vector2(0.5, 0.64), radius: 0.05, colour)
    }
    return canvas.texture("digits_\(text)_\(colour.hex)", wrap: .clamp)
  }

  private static func mix(_ a: SIMD4<Float>, _ b: SIMD4<Float>, _ t: Double) -> SIMD4<Float> {
    a + (b - a) * Float(max(0, min(1, t)))
  }

  /// What a television shows, by number: mountains, a sea at dusk, a playing field.
  static func film(_ number: Int) -> Texture { films[(number % films.count + films.count) % films.count] }

  private static let films: [Texture] = [mountains, sea, field]

  private static let mountains: Texture = {
    var canvas = TextureCanvas(width: 320, height: 180, fill: Colour(0x6fa6d8))
    canvas.shade { p in
      mix(Colour(0x3c78c0).encoded, Colour(0xd6e6f2).encoded, p.y * 1.7)
    }
    canvas.fillDisc(Vector2(0.75, 0.22), radius: 0.08, Colour(0xfff3cc))
    for (k, colour) in [Colour(0x8096b4), Colour(0x56708c), Colour(0x3c5b4c), Colour(0x2c4a2c)].enumerated() {
      let base = 0.42 + 0.13 * Double(k)
      canvas.fill(
        [Vector2(0, 1)]
          + (0...40).map { i in
            let x = Double(i) / 40
            let rise = ProceduralTexture.fractal(
              Vector2(x, 0.3 * Double(k)), cells: 4, octaves: 4, seed: UInt64(31 + k))
            return Vector2(x, base - (rise - 0.4) * (0.5 - 0.1 * Double(k)))
          } + [Vector2(1, 1)], colour)
    }
    return canvas.texture("film_mountains", wrap: .clamp)
  }()

  private static let sea: Texture = {
    var canvas = TextureCanvas(width: 320, height: 180, fill: Colour(0x203050))
    canvas.shade { p in
      if p.y < 0.55 {
        let t = p.y / 0.55
        return mix(Colour(0x3b3f74).encoded, Colour(0xf0a060).encoded, t * t)
      }
      let glitter = ProceduralTexture.fractal(
        Vector2(p.x * 0.5, p.y * 4 - 1), cells: 16, octaves: 2, seed: 52)
      let path = 1 - smoothstep(0.03, 0.25, (p.x - 0.5).magnitude)
      let base = mix(Colour(0xa06058).encoded, Colour(0x16243c).encoded, (p.y - 0.55) * 2.4)
      return mix(base, Colour(0xffd9a0).encoded, path * smoothstep(0.5, 0.7, glitter))
    }
    canvas.fillDisc(Vector2(0.5, 0.5), radius: 0.07, Colour(0xffe2a8))
    return canvas.texture("film_sea", wrap: .clamp)
  }()

  private static let field: Texture = {
    var canvas = TextureCanvas(width: 320, height: 180, fill: Colour(0x3f8f3c))
    canvas.shade { p in
      Int(p.x * 10) % 2 == 0 ? Colour(0x43963f).encoded : Colour(0x3a8737).encoded
    }
    canvas.fillRectangle(Vector2(0, 0), Vector2(1, 0.16), Colour(0x4a5568))
    let white = Colour(0xf0f4ee)
    canvas.stroke([Vector2(0, 0.25), Vector2(1, 0.25)], width: 0.012, white)
    canvas.stroke([Vector2(0.48, 0.25), Vector2(0.44, 1)], width: 0.012, white)
    canvas.stroke(
      (0...24).map {
        let (s, c) = DeterministicMath.sincos(2 * .pi * Double($0) / 24)
        return Vector2(0.46 + 0.13 * c, 0.58 + 0.14 * s)
      }, width: 0.01, white)
    for i in 0..<11 {
      let v = AssetVariation(seed: UInt64(i + 3))
      let p = Vector2(v.number("x", in: 0.05...0.95), v.number("y", in: 0.32...0.9))
      canvas.stroke([p, p + Vector2(0, 0.05)], width: 0.03, i % 2 == 0 ? Colour(0xc8302c) : Colour(0xf2f2f2))
      canvas.fillDisc(p - Vector2(0, 0.03), radius: 0.014, Colour(0x5a4030))
    }
    canvas.fillRectangle(Vector2(0.03, 0.05), Vector2(0.2, 0.12), Colour(0x14202c))
    canvas.write("2 1", center: Vector2(0.115, 0.085), height: 0.05, weight: 0.18, white)
    return canvas.texture("film_field", wrap: .clamp)
  }()

  /// What a computer shows, by number: a text with a bar beside it, windows over a picture.
  static func desktop(_ number: Int) -> Texture { number % 2 == 0 ? editor : windows }

  private static let editor: Texture = {
    var canvas = TextureCanvas(width: 320, height: 200, fill: Colour(0x1e2430))
    canvas.fillRectangle(Vector2(0, 0), Vector2(0.16, 1), Colour(0x171c26))
    canvas.fillRectangle(Vector2(0, 0), Vector2(1, 0.05), Colour(0x2c3444))
    let inks = [Colour(0x8fb4e0), Colour(0xd8c08a), Colour(0x8fcf9f), Colour(0xc6ccd8), Colour(0xd08a9c)]
    for row in 0..<26 {
      let v = AssetVariation(seed: UInt64(row + 40))
      let y = 0.09 + Double(row) * 0.034
      var x = 0.2 + 0.03 * Double(v.choice("indent", of: 4))
      for word in 0..<v.choice("words", of: 6) {
        let w = v.number("w", word, in: 0.03...0.12)
        canvas.stroke([Vector2(x, y), Vector2(x + w, y)], width: 0.013, inks[v.choice("ink", word, of: 5)])
        x += w + 0.02
      }
      if row < 14 {
        canvas.stroke(
          [Vector2(0.03, y), Vector2(0.03 + v.number("name", in: 0.04...0.1), y)], width: 0.011,
          Colour(0x7c8698))
      }
    }
    return canvas.texture("desktop_editor", wrap: .clamp)
  }()

  private static let windows: Texture = {
    var canvas = TextureCanvas(width: 320, height: 200, fill: Colour(0x2f6f9c))
    canvas.shade { p in
      let waves = ProceduralTexture.fractal(p, cells: 3, octaves: 2, seed: 61)
      return mix(Colour(0x1d4d80).encoded, Colour(0x6fc0c8).encoded, waves * 1.3 - 0.2)
    }
    func window(_ a: Vector2, _ b: Vector2, _ paper: Colour) {
      canvas.fillRectangle(a, b, paper)
      canvas.fillRectangle(a, Vector2(b.x, a.y + 0.05), Colour(0xd4dae2))
      for k in 0..<3 {
        canvas.fillDisc(Vector2(a.x + 0.02 + 0.02 * Double(k), a.y + 0.025), radius: 0.011, Colour(0x8a95a4))
      }
      var y = a.y + 0.1
      while y < b.y - 0.05 {
        let v = AssetVariation(seed: UInt64(y * 1000))
        canvas.stroke(
          [Vector2(a.x + 0.03, y), Vector2(a.x + 0.03 + (b.x - a.x - 0.06) * v.number("l", in: 0.5...1), y)],
          width: 0.012,
          Colour(0xa6b0bc))
        y += 0.042
      }
    }
    window(Vector2(0.08, 0.1), Vector2(0.62, 0.8), Colour(0xf6f7f8))
    window(Vector2(0.5, 0.3), Vector2(0.92, 0.84), Colour(0xfdfcf6))
    canvas.fillRectangle(Vector2(0.55, 0.62), Vector2(0.87, 0.8), Colour(0xd98c5a))
    canvas.fillRectangle(Vector2(0, 0.94), Vector2(1, 1), Colour(0x18222e))
    for k in 0..<8 {
      canvas.fillDisc(
        Vector2(0.34 + 0.045 * Double(k), 0.97), radius: 0.018,
        [Colour(0xe0b050), Colour(0x70b060), Colour(0x5090d0)][k % 3])
    }
    return canvas.texture("desktop_windows", wrap: .clamp)
  }()

  /// Rows of symbols, as on telephones and tablets, upright.
  static let symbols: Texture = {
    var canvas = TextureCanvas(width: 128, height: 256, fill: Colour(0x304a70))
    canvas.shade { p in
      mix(Colour(0x274a7c).encoded, Colour(0xc87a8c).encoded, p.y * 0.8 + 0.3 * p.x)
    }
    let inks = [
      Colour(0xf2f2f2), Colour(0x4fc36a), Colour(0xf0a43c), Colour(0x4a90e2), Colour(0xe25555),
      Colour(0x9b6ad0),
    ]
    for row in 0..<6 where row != 4 {
      for column in 0..<4 {
        let c = Vector2(0.155 + 0.23 * Double(column), 0.2 + 0.125 * Double(row))
        let ink = inks[AssetVariation(seed: UInt64(row * 4 + column)).choice("ink", of: 6)]
        canvas.fill(
          roundedRectangle(0.15, 0.075, radius: 0.02).map { $0 + c }, ink)
      }
    }
    canvas.write("0942", center: Vector2(0.5, 0.09), height: 0.05, weight: 0.12, Colour(0xffffff))
    return canvas.texture("symbols", wrap: .clamp)
  }()
}
