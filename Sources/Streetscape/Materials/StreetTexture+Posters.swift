import Assets
import Imaging
import VectorMath

/// What is pasted on columns and hangs in cases, many pictures on one texture.
extension StreetTexture {
  /// Pictures across and down on `posters`.
  static let posterGrid = (columns: 4, rows: 4)

  private static let sheets: [(ground: UInt32, shape: UInt32, accent: UInt32, ink: UInt32)] = [
    (0xe9dfc7, 0xb5472f, 0x2c4a5e, 0x26282b), (0x1f3d5a, 0xe8b64c, 0xd96b4a, 0xf3ecdb),
    (0xc8d6cf, 0x3e6b5c, 0xe07a3f, 0x20302b), (0x2b2730, 0xc94f7c, 0xf0d48a, 0xf5efe6),
    (0xf2efe8, 0x2f6db0, 0xd8362f, 0x1d1f22), (0xd9553a, 0xf4e3c1, 0x26323d, 0xfbf5e8),
    (0x6f8f4f, 0xf1e6b8, 0x32452a, 0xf8f4e4), (0xf0c23c, 0x303a8c, 0xd23f31, 0x23222a),
  ]
  private static let titles = [
    ["SUMMER", "CONCERTS"], ["CITY", "MARATHON"], ["OPEN AIR", "CINEMA"], ["FLEA", "MARKET"],
    ["NIGHT OF", "MUSEUMS"], ["JAZZ", "FESTIVAL"], ["FRESH", "COFFEE"], ["THE", "TEMPEST"], ["BOOK", "FAIR"],
    ["BY TRAIN", "TO THE SEA"], ["CIRCUS", "AURORA"], ["ART", "TODAY"], ["RUN FOR", "TREES"],
    ["GRAND", "OPERA"], ["OLD TOWN", "TOURS"], ["WINTER", "SALE"],
  ]

  /// Announcements: a ground of one colour, a picture of few shapes, a title, small print.
  static let posters: Texture = {
    var canvas = TextureCanvas(width: 1024, height: 1024, fill: Colour(0xd8d2c4))
    let chance = AssetVariation(seed: 409)
    for (i, (origin, size)) in cells(of: posterGrid).enumerated() {
      func at(_ x: Double, _ y: Double) -> Vector2 { origin + size * Vector2(x, y) }
      let colours = chance.pick("colours", sheets, i)
      let (shape, accent, ink) = (Colour(colours.shape), Colour(colours.accent), Colour(colours.ink))
      // Paper with a narrow white border.
      canvas.fillRectangle(at(0.01, 0.01), at(0.99, 0.99), Colour(0xf4f1ea))
      canvas.fillRectangle(at(0.035, 0.03), at(0.965, 0.97), Colour(colours.ground))
      switch chance.choice("picture", i, of: 5) {
      case 0:
        // A sun over hills.
        canvas.fillDisc(at(0.5, 0.34), radius: size.x * 0.2, accent)
        for (k, y) in [(0, 0.42), (1, 0.52)] {
          let ridge = (0...12).map { n -> Vector2 in
            let x = 0.035 + 0.93 * Double(n) / 12
            return at(x, y + chance.number("ridge", i * 40 + k * 13 + n, in: -0.05...0.05))
          }
          canvas.fill(ridge + [at(0.965, 0.64), at(0.035, 0.64)], k == 0 ? shape : ink)
        }
      case 1:
        // Discs that overlap.
        for k in 0..<5 {
          let p = Vector2(
            chance.number("x", i * 8 + k, in: 0.25...0.75), chance.number("y", i * 8 + k, in: 0.2...0.5))
          let radius = size.x * chance.number("r", i * 8 + k, in: 0.06...0.15)
          canvas.fillDisc(at(p.x, p.y), radius: radius, [shape, accent, ink][k % 3])
        }
      case 2:
        // A head and shoulders.
        canvas.fillRectangle(at(0.12, 0.08), at(0.88, 0.62), accent)
        canvas.fill([at(0.2, 0.62), at(0.33, 0.46), at(0.67, 0.46), at(0.8, 0.62)], ink)
        canvas.fillRectangle(at(0.45, 0.38), at(0.55, 0.48), shape)
        canvas.fillDisc(at(0.5, 0.3), radius: size.x * 0.12, shape)
        canvas.fill([at(0.37, 0.29), at(0.41, 0.17), at(0.6, 0.17), at(0.63, 0.29), at(0.5, 0.22)], ink)
      case 3:
        // Slanted bands.
        for k in 0..<5 {
          let x = 0.035 + 0.17 * Double(k)
          canvas.fill(
            [at(x, 0.62), at(x + 0.09, 0.62), at(x + 0.25, 0.08), at(x + 0.16, 0.08)],
            k % 2 == 0 ? shape : accent)
        }
      default:
        // A house front of windows.
        canvas.fillRectangle(at(0.2, 0.12), at(0.8, 0.62), shape)
        for row in 0..<4 {
          for column in 0..<4 {
            let (x, y) = (0.26 + 0.135 * Double(column), 0.17 + 0.11 * Double(row))
            let isLit = chance.unit("lit", i * 16 + row * 4 + column) < 0.4
            canvas.fillRectangle(at(x, y), at(x + 0.075, y + 0.07), isLit ? accent : ink)
          }
        }
      }
      for (k, line) in titles[i % titles.count].enumerated() {
        let height = min(0.075, 1.05 / Double(line.count)) * size.y
        canvas.write(line, center: at(0.5, 0.72 + 0.1 * Double(k)), height: height, ink)
      }
      for k in 0..<3 {
        let y = 0.89 + 0.022 * Double(k)
        canvas.fillRectangle(at(0.1, y), at(chance.number("line", i * 4 + k, in: 0.5...0.88), y + 0.009), ink)
      }
    }
    return canvas.texture("posters")
  }()
}
