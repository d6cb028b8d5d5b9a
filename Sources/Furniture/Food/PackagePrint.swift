import Assets
import Imaging
import VectorMath
import WorldModel

/// What is printed on cartons and cans, and what is in jars. Made once and shared.
enum PackagePrint {
  struct Brand {
    var name: String
    var line: String
    var ground: Colour
    var ink: Colour
    var art: Colour
    var motif: Int

    init(_ name: String, _ line: String, _ ground: UInt32, _ ink: UInt32, _ art: UInt32, _ motif: Int) {
      (self.name, self.line, self.motif) = (name, line, motif)
      (self.ground, self.ink, self.art) = (Colour(ground), Colour(ink), Colour(art))
    }
  }

  /// Four cereals and the like, then four milks and juices.
  static let boxes: [Brand] = [
    Brand("CORNY", "CRISP FLAKES", 0xf0b429, 0xb3261e, 0xfff3d6, 0),
    Brand("OATS", "WHOLE GRAIN", 0x2f5f9a, 0xffffff, 0xe8c98a, 1),
    Brand("MUESLI", "NUTS AND FRUIT", 0x5a7a3a, 0xfff6dc, 0xd98e4a, 2),
    Brand("PASTA", "PENNE", 0x1f3f7a, 0xffffff, 0xf0d48a, 1),
    Brand("MILK", "FRESH 1L", 0xf4f6f8, 0x1f5fae, 0x5aa0dc, 3),
    Brand("ORANGE", "100 FRUIT", 0xf7f1e4, 0xd9641c, 0xf09a2a, 0),
    Brand("OAT", "DRINK", 0xd9cdb4, 0x3a342a, 0x8a7a5a, 4),
    Brand("APPLE", "CLEAR", 0xe9f0d8, 0x3f7a2f, 0xb0342f, 0),
  ]

  /// Front faces in eight columns above side faces.
  static let cartons: Texture = {
    let (w, h) = (64, 96)
    var sheet = TextureCanvas(width: 8 * w, height: 2 * h, fill: Colour(0xffffff))
    for (i, brand) in boxes.enumerated() {
      var front = TextureCanvas(width: w, height: h, fill: brand.ground)
      motif(brand, on: &front)
      front.write(
        brand.name, center: Vector2(0.5, 0.16), height: brand.name.count > 5 ? 0.1 : 0.14, weight: 0.24,
        aspect: 0.55, brand.ink)
      front.write(brand.line, center: Vector2(0.5, 0.3), height: 0.045, weight: 0.2, aspect: 0.5, brand.ink)
      sheet.place(front, x: i * w, y: 0)
      var side = TextureCanvas(width: w, height: h, fill: brand.ground)
      side.write(brand.name, center: Vector2(0.5, 0.12), height: 0.09, weight: 0.24, aspect: 0.5, brand.ink)
      side.fillRectangle(Vector2(0.14, 0.24), Vector2(0.86, 0.62), Colour(0xf6f5f0))
      for k in 0..<6 {
        side.fillRectangle(
          Vector2(0.2, 0.29 + 0.052 * Double(k)),
          Vector2(0.55 + 0.25 * AssetVariation.unit(UInt64(k + i)), 0.305 + 0.052 * Double(k)),
          Colour(0x55534e))
      }
      for k in 0..<11 {
        side.fillRectangle(
          Vector2(0.25 + 0.045 * Double(k), 0.78),
          Vector2(0.262 + 0.045 * Double(k) + 0.014 * Double(k % 3), 0.92), Colour(0x202020))
      }
      sheet.place(side, x: i * w, y: h)
    }
    return sheet.texture("carton_faces", wrap: .clamp)
  }()

  /// Four labels of cans, each a row once around.
  static let cans: Texture = {
    let (w, h) = (256, 64)
    let brands = [
      Brand("TOMATO", "PEELED", 0xb3261e, 0xfff3d6, 0xe8e2c4, 5),
      Brand("BEANS", "WHITE", 0x2f6f58, 0xffffff, 0xf0e0b0, 2),
      Brand("TUNA", "IN OIL", 0x1f4f8a, 0xffffff, 0xf0c43a, 3),
      Brand("CORN", "SWEET", 0xf0c43a, 0x2f5f2a, 0x3f8a3a, 1),
    ]
    var sheet = TextureCanvas(width: w, height: brands.count * h, fill: Colour(0xffffff))
    for (i, brand) in brands.enumerated() {
      var cell = TextureCanvas(width: w, height: h, fill: brand.ground)
      cell.fillRectangle(Vector2(0, 0.8), Vector2(1, 0.9), brand.art)
      for x in [0.25, 0.75] {
        cell.fillDisc(Vector2(x, 0.45), radius: 0.36, brand.art)
        cell.write(
          brand.name, center: Vector2(x, 0.42), height: 0.24, weight: 0.24, aspect: 0.55,
          i == 1 ? brand.ground : i == 3 ? brand.ink : brand.ground)
        cell.write(brand.line, center: Vector2(x, 0.64), height: 0.1, weight: 0.2, aspect: 0.55, brand.ground)
      }
      for k in 0..<8 {
        cell.fillRectangle(
          Vector2(0.47, 0.12 + 0.08 * Double(k)), Vector2(0.55, 0.14 + 0.08 * Double(k)), brand.ink)
      }
      sheet.place(cell, x: 0, y: i * h)
    }
    return sheet.texture("can_labels")
  }()

  /// Grains side by side, near white, to be tinted.
  static let grains: Texture = {
    let n = 11
    var canvas = TextureCanvas(width: 96, height: 96, fill: Colour(0xffffff))
    canvas.shade { uv in
      // The nearest of jittered points shades a cell.
      var best = (1.0, 0)
      let (cx, cy) = (Int(uv.x * Double(n)), Int(uv.y * Double(n)))
      for dy in -1...1 {
        for dx in -1...1 {
          let id = ((cx + dx + n) % n) + n * ((cy + dy + n) % n)
          let p = Vector2(
            (Double(cx + dx) + 0.15 + 0.7 * AssetVariation.unit(UInt64(id))) / Double(n),
            (Double(cy + dy) + 0.15 + 0.7 * AssetVariation.unit(UInt64(id + 500))) / Double(n))
          let d = length(uv - p) * Double(n)
          if d < best.0 { best = (d, id) }
        }
      }
      let v = Float(
        (0.72 + 0.28 * AssetVariation.unit(UInt64(best.1 + 900)))
          * (1 - 0.55 * smoothstep(0.25, 0.75, best.0)))
      return SIMD4(v, v, v, 1)
    }
    return canvas.texture("grains")
  }()

  private static func motif(_ brand: Brand, on cell: inout TextureCanvas) {
    switch brand.motif {
    case 0:
      cell.fillDisc(Vector2(0.5, 0.66), radius: 0.24, brand.art)
      cell.fillDisc(Vector2(0.43, 0.6), radius: 0.08, brand.ground)
    case 1:
      cell.fillRectangle(Vector2(0, 0.42), Vector2(1, 0.96), brand.art)
      for k in 0..<9 {
        let (x, y) = (0.16 + 0.34 * Double(k % 3), 0.52 + 0.16 * Double(k / 3))
        cell.stroke([Vector2(x - 0.08, y + 0.03), Vector2(x + 0.08, y - 0.03)], width: 0.05, brand.ground)
      }
    case 2:
      for k in 0..<14 {
        let chance = AssetVariation(seed: 3)
        cell.fillDisc(
          Vector2(chance.number("x", k, in: 0.12...0.88), chance.number("y", k, in: 0.45...0.9)),
          radius: chance.number("r", k, in: 0.03...0.075),
          k % 3 == 0 ? brand.ink : brand.art)
      }
    case 3:
      let wave = (0...12).map {
        Vector2(Double($0) / 12, 0.58 + 0.06 * DeterministicMath.sin(Double($0) * 0.55))
      }
      cell.fill(wave + [Vector2(1, 1), Vector2(0, 1)], brand.art)
      let low = wave.map { $0 + Vector2(0, 0.18) }
      cell.fill(low + [Vector2(1, 1), Vector2(0, 1)], brand.ink)
    default:
      for k in 0..<5 {
        cell.stroke(
          [Vector2(0.5, 0.92), Vector2(0.2 + 0.15 * Double(k), 0.5)], width: 0.035, brand.art)
      }
    }
  }
}
