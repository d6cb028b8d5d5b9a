import Assets
import Imaging
import VectorMath
import WorldModel

/// What is printed on books: sixteen made-up titles, their covers on one texture and their spines on another, shared by
/// every book of every home.
enum BookPrint {
  struct Title {
    var lines: [String]
    var author: String
    var ground: Colour
    var ink: Colour
    var art: Colour
    var second: Colour
    var design: Int

    init(
      _ lines: [String], _ author: String, _ design: Int, _ ground: UInt32, _ ink: UInt32, _ art: UInt32,
      _ second: UInt32
    ) {
      (self.lines, self.author, self.design) = (lines, author, design)
      (self.ground, self.ink) = (Colour(ground), Colour(ink))
      (self.art, self.second) = (Colour(art), Colour(second))
    }
  }

  static let titles: [Title] = [
    Title(["THE", "HARBOUR"], "A MARIN", 3, 0x1f3a54, 0xf2ead8, 0xd98e4a, 0x3f6f8a),
    Title(["WINTER", "LIGHT"], "S ALDEN", 0, 0xece6da, 0x2c3338, 0xc94f3d, 0xe2b04a),
    Title(["NORTH"], "K HOLM", 4, 0xf4f2ec, 0x1d2a33, 0x2f6f6a, 0xbcd3cf),
    Title(["SALT", "AND RYE"], "L BRENNER", 5, 0xc95b3a, 0xfaf0dc, 0xf0c46a, 0x7e2f24),
    Title(["ATLAS", "OF RAIN"], "M OKADA", 1, 0x2d4f4b, 0xf1ead2, 0x7fb3a6, 0xd9c27a),
    Title(["A SMALL", "HOUSE"], "R VIEIRA", 2, 0xe9c46a, 0x3a2a1c, 0xf7ecd0, 0xb5533c),
    Title(["MAPS"], "D ROWAN", 6, 0x22262b, 0xf2f2ee, 0xa33a34, 0x5a6570),
    Title(["THE LAST", "TRAM"], "H NEMEC", 3, 0x7a2430, 0xf3e3c6, 0xe7a24f, 0x2b1d26),
    Title(["FERN"], "E WALLIS", 0, 0x44613f, 0xf2efdf, 0xa9c08a, 0xdfe6c8),
    Title(["COOKING"], "T MARLOWE", 2, 0xf7f5f0, 0xb23a2e, 0xe3e8e2, 0x567a5a),
    Title(["FORM 24"], "N KELLER", 4, 0xd8d6d0, 0x17181a, 0xe0452f, 0x17181a),
    Title(["SLOW", "RIVERS"], "C DUBOIS", 1, 0x5c7f93, 0xffffff, 0x2a4a60, 0xcfe0e6),
    Title(["HISTORY"], "P STRAND", 6, 0x4a3424, 0xe2c27e, 0xe2c27e, 0x2c1e14),
    Title(["STARS"], "Y LINDEN", 5, 0x191f3a, 0xf4e7b8, 0xf4e7b8, 0x4a5aa0),
    Title(["WOOL"], "G HARPER", 0, 0xd8b8ae, 0x4a2f33, 0x8a4b52, 0xf3e4dc),
    Title(["PAPER", "MOON"], "V SORIN", 3, 0x2b2d42, 0xf6eddd, 0xefd27a, 0x6b7394),
  ]

  /// Covers in four columns and four rows.
  static let covers: Texture = {
    let (w, h) = (112, 160)
    var sheet = TextureCanvas(width: 4 * w, height: 4 * h, fill: Colour(0xffffff))
    for (i, title) in titles.enumerated() {
      var cell = TextureCanvas(width: w, height: h, fill: title.ground)
      paint(title, i, on: &cell)
      sheet.place(cell, x: i % 4 * w, y: i / 4 * h)
    }
    return sheet.texture("book_covers", wrap: .clamp)
  }()

  /// Spines in sixteen rows, their head at the left.
  static let spines: Texture = {
    let (w, h) = (320, 36)
    var sheet = TextureCanvas(width: w, height: titles.count * h, fill: Colour(0xffffff))
    for (i, title) in titles.enumerated() {
      var cell = TextureCanvas(width: w, height: h, fill: title.ground)
      for (x, width) in [(0.035, 0.012), (0.06, 0.006), (0.93, 0.012)] where i % 3 != 1 {
        cell.fillRectangle(
          Vector2(x, 0), Vector2(x + width, 1), i % 2 == 0 ? title.art : title.ink)
      }
      if i % 4 == 1 { cell.fillRectangle(Vector2(0.08, 0), Vector2(0.5, 1), title.art) }
      if i % 4 == 3 { cell.fillDisc(Vector2(0.87, 0.5), radius: 0.26, title.art) }
      cell.write(
        title.lines.joined(separator: " "), center: Vector2(i % 4 == 1 ? 0.29 : 0.36, 0.5), height: 0.4,
        weight: i % 2 == 0 ? 0.2 : 0.15, aspect: 0.55, i % 4 == 1 ? title.ground : title.ink)
      cell.write(
        title.author, center: Vector2(0.7, 0.5), height: 0.27, weight: 0.16, aspect: 0.52, title.ink)
      sheet.place(cell, x: 0, y: i * h)
    }
    return sheet.texture("book_spines", wrap: .clamp)
  }()

  /// The edges of leaves, v across them.
  static let leaves: Texture = {
    var canvas = TextureCanvas(width: 32, height: 64, fill: Colour(0xf0e8d4))
    canvas.shade { uv in
      let row = AssetVariation.unit(UInt64(uv.y * 64) &+ 77)
      let v = Float(0.8 + 0.16 * row)
      return SIMD4(v, v * 0.965, v * 0.88, 1)
    }
    return canvas.texture("book_leaves")
  }()

  static let coverMaterial = Material(name: "book_cover", baseColorTexture: covers, roughness: 0.45)
  static let spineMaterial = Material(name: "book_spine", baseColorTexture: spines, roughness: 0.5)
  static let leavesMaterial = Material(name: "book_leaves", baseColorTexture: leaves, roughness: 0.9)

  /// Where on `covers` the point (u, v) of a title's cover lies.
  static func coverUV(_ title: Int, _ u: Double, _ v: Double) -> Vector2 {
    let inset = 0.012
    return Vector2(
      (Double(title % 4) + inset + (1 - 2 * inset) * u) / 4,
      (Double(title / 4 % 4) + inset + (1 - 2 * inset) * v) / 4)
  }

  /// Where on `spines` a point lies: `along` from head to tail, `across` from the front cover to the back.
  static func spineUV(_ title: Int, along: Double, across: Double) -> Vector2 {
    let inset = 0.06
    return Vector2(
      0.005 + 0.99 * along,
      (Double(title % titles.count) + inset + (1 - 2 * inset) * across) / Double(titles.count))
  }

  private static func paint(_ title: Title, _ index: Int, on cell: inout TextureCanvas) {
    var name = Vector2(0.5, 0.16)
    switch title.design {
    case 0:
      cell.fillDisc(Vector2(0.5, 0.62), radius: 0.24, title.art)
      cell.fillDisc(Vector2(0.62, 0.7), radius: 0.13, title.second)
    case 1:
      for k in 0..<6 {
        let y = 0.42 + 0.08 * Double(k)
        let wave = (0...16).map { i -> Vector2 in
          let x = Double(i) / 16
          return Vector2(0.06 + 0.88 * x, y + 0.02 * DeterministicMath.sin(9 * x + Double(k)))
        }
        cell.stroke(wave, width: 0.028, k % 2 == 0 ? title.art : title.second)
      }
    case 2:
      cell.fillRectangle(Vector2(0.1, 0.07), Vector2(0.9, 0.36), title.art)
      cell.fill(
        [Vector2(0.2, 0.92), Vector2(0.2, 0.66), Vector2(0.5, 0.5), Vector2(0.8, 0.66), Vector2(0.8, 0.92)],
        title.second)
      cell.fillRectangle(Vector2(0.42, 0.74), Vector2(0.58, 0.92), title.ground)
      name.y = 0.2
    case 3:
      cell.fillDisc(Vector2(0.66, 0.5), radius: 0.1, title.art)
      for (k, colour) in [title.second, title.art, title.second].enumerated() where k != 1 {
        let base = 0.66 + 0.08 * Double(k)
        let hills = (0...12).map { i -> Vector2 in
          let x = Double(i) / 12
          return Vector2(x, base + 0.06 * DeterministicMath.sin(5 * x + Double(index + 2 * k)))
        }
        cell.fill(hills + [Vector2(1, 1), Vector2(0, 1)], k == 0 ? colour : title.ink)
      }
    case 4:
      cell.fill([Vector2(0.06, 0.96), Vector2(0.94, 0.4), Vector2(0.94, 0.96)], title.art)
      cell.fill([Vector2(0.06, 0.9), Vector2(0.06, 0.4), Vector2(0.7, 0.5)], title.second)
    case 5:
      for k in 0..<28 {
        let chance = AssetVariation(seed: UInt64(index))
        cell.fillDisc(
          Vector2(chance.number("x", k, in: 0.08...0.92), chance.number("y", k, in: 0.36...0.86)),
          radius: chance.number("r", k, in: 0.008...0.035), k % 3 == 0 ? title.second : title.art)
      }
    default:
      for k in 0..<5 {
        let y = 0.4 + 0.1 * Double(k)
        cell.fillRectangle(
          Vector2(0.14, y), Vector2(0.3 + 0.56 * AssetVariation.unit(UInt64(k + index)), y + 0.05),
          k % 2 == 0 ? title.art : title.second)
      }
    }
    for (k, line) in title.lines.enumerated() {
      let height = line.count > 6 ? 0.075 : 0.1
      cell.write(
        line, center: Vector2(name.x, name.y - 0.055 * Double(title.lines.count - 1) + 0.125 * Double(k)),
        height: height, weight: 0.19, aspect: 0.55, title.ink)
    }
    cell.write(
      title.author, center: Vector2(0.5, 0.945), height: 0.04, weight: 0.16, aspect: 0.6,
      title.design == 4 || title.design == 3 ? title.ground : title.ink)
  }
}

extension TextureCanvas {
  /// Copies another picture into this one, its upper left pixel at (`x`, `y`).
  mutating func place(_ other: TextureCanvas, x: Int, y: Int) {
    for row in 0..<min(other.height, height - y) {
      for column in 0..<min(other.width, width - x) {
        pixels[(y + row) * width + x + column] = other.pixels[row * other.width + column]
      }
    }
  }
}
