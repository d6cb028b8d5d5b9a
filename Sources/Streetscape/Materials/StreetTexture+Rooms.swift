import Assets
import Imaging
import VectorMath

/// What is seen behind glass, many pictures on one texture.
extension StreetTexture {
  /// Pictures across and down on `rooms`.
  static let roomGrid = (columns: 8, rows: 4)

  /// Rooms behind windows: dark, with curtains, blinds, nets, plants and lamps.
  static let rooms: Texture = {
    var canvas = TextureCanvas(width: 1024, height: 1024, fill: Colour(0x20262b))
    let chance = AssetVariation(seed: 361)
    for (i, (origin, size)) in cells(of: roomGrid).enumerated() {
      func at(_ x: Double, _ y: Double) -> Vector2 { origin + size * Vector2(x, y) }
      func box(_ x0: Double, _ y0: Double, _ x1: Double, _ y1: Double, _ c: Colour) {
        canvas.fillRectangle(at(x0, y0), at(x1, y1), c)
      }
      let dim = chance.number("dim", i, in: 0.6...1.4)
      func tone(_ r: Double, _ g: Double, _ b: Double, _ k: Double = 1) -> Colour {
        func byte(_ v: Double) -> UInt8 { UInt8(max(0, min(255, v * k * dim))) }
        return Colour(red: byte(r), green: byte(g), blue: byte(b))
      }
      // The room: back wall, ceiling, something dark below.
      box(0, 0, 1, 1, tone(40, 46, 50))
      box(0.08, 0, 0.92, 0.16, tone(62, 66, 68))
      box(0.12, 0.16, 0.88, 0.7, tone(46, 48, 48))
      box(0, 0.72, 1, 1, tone(26, 28, 30))
      let kind = chance.choice("kind", i, of: 8)
      let cloth = [Colour(0xb8b2a4), Colour(0xa9a08c), Colour(0xc9c6be), Colour(0x8d8a86), Colour(0xa2958a)]
      let c = cloth[chance.choice("cloth", i, of: cloth.count)]
      func folds(_ x0: Double, _ x1: Double, _ y1: Double) {
        box(x0, 0, x1, y1, c)
        let n = max(2, Int((x1 - x0) * 22))
        for k in 0..<n where k % 2 == 0 {
          let x = x0 + (x1 - x0) * Double(k) / Double(n)
          let dark = Colour(
            red: UInt8(Double(c.red) * 0.8), green: UInt8(Double(c.green) * 0.8),
            blue: UInt8(Double(c.blue) * 0.8))
          box(x, 0, x + (x1 - x0) / Double(n), y1, dark)
        }
      }
      switch kind {
      case 0, 1:
        let w = chance.number("curtain", i, in: 0.14...0.36)
        folds(0, w, 1)
        folds(1 - w, 1, 1)
      case 2:
        let drop = chance.number("drop", i, in: 0.25...0.95)
        box(0, 0, 1, drop, c)
        for k in 1..<30 where Double(k) / 30 < drop {
          let y = Double(k) / 30
          box(0, y, 1, y + 0.008, tone(110, 106, 98))
        }
      case 3: folds(0, 1, 1)
      case 4:
        folds(0, 0.16, 1)
        let x = chance.number("plant", i, in: 0.3...0.7)
        for k in 0..<9 {
          let p = Vector2(
            x + chance.number("lx", i * 9 + k, in: -0.16...0.16),
            0.8 - chance.number("ly", i * 9 + k, in: 0...0.24))
          canvas.fillDisc(at(p.x, p.y), radius: 0.012, Colour(0x47603a))
        }
        box(x - 0.09, 0.82, x + 0.09, 0.98, Colour(0x9c5a3c))
      case 5:
        box(0.3, 0.3, 0.62, 0.6, tone(96, 88, 74))
        box(0.33, 0.32, 0.59, 0.58, tone(70, 84, 92))
      default:
        if chance.unit("shelf", i) < 0.5 { box(0.62, 0.24, 0.9, 0.9, tone(70, 54, 40)) }
      }
    }
    return canvas.texture("rooms", wrap: .clamp)
  }()

  /// Pictures across and down on `displays`.
  static let displayGrid = (columns: 4, rows: 4)

  /// Shop windows: goods on shelves, figures, tables, lamps above.
  static let displays: Texture = {
    var canvas = TextureCanvas(width: 1024, height: 1024, fill: Colour(0x3a3633))
    let chance = AssetVariation(seed: 371)
    let goods: [UInt32] = [
      0xc4473a, 0xd9a441, 0x3f7a5a, 0x3a5f8a, 0xe2ddd0, 0x8a5a83, 0x6b4a35, 0xb7c26a, 0x4f9aa8, 0xd98a9a,
      0x2d2d30,
    ]
    for (i, (origin, size)) in cells(of: displayGrid).enumerated() {
      func box(_ x0: Double, _ y0: Double, _ x1: Double, _ y1: Double, _ c: Colour) {
        canvas.fillRectangle(origin + size * Vector2(x0, y0), origin + size * Vector2(x1, y1), c)
      }
      // What is behind glass is darker than what stands in the street.
      func good(_ k: Int, _ light: Double = 0.72) -> Colour {
        let c = Colour(goods[chance.choice("good", i * 97 + k, of: goods.count)])
        func dim(_ v: UInt8) -> UInt8 { UInt8(Double(v) * light) }
        return Colour(red: dim(c.red), green: dim(c.green), blue: dim(c.blue))
      }
      let walls: [UInt32] = [0x6e655a, 0x4a4d52, 0x7d7466, 0x59504a]
      box(0, 0, 1, 1, Colour(walls[i % walls.count]))
      box(0, 0, 1, 0.1, Colour(0x8f8b84))
      for k in 0..<4 { box(0.08 + 0.24 * Double(k), 0.05, 0.2 + 0.24 * Double(k), 0.075, Colour(0xfff2d8)) }
      box(0, 0.86, 1, 1, Colour(0x3c342d))
      func disc(_ x: Double, _ y: Double, _ r: Double, _ c: Colour) {
        canvas.fillDisc(origin + size * Vector2(x, y), radius: size.x * r, c)
      }
      /// Four shelves with things of drawn widths and heights standing on them from left to right.
      func shelves(
        _ widths: ClosedRange<Double>, _ heights: ClosedRange<Double>,
        _ thing: (_ k: Int, _ x: Double, _ foot: Double, _ w: Double, _ h: Double) -> Void
      ) {
        for row in 0..<4 {
          let foot = 0.34 + 0.17 * Double(row)
          var (x, k) = (0.04, row * 20)
          while x < 0.92 {
            let w = min(0.96 - x, chance.number("w", i * 97 + k, in: widths))
            thing(k, x, foot, w, chance.number("h", i * 97 + k, in: heights))
            x += w + 0.008
            k += 1
          }
          box(0.02, foot, 0.98, foot + 0.015, Colour(0xb8ab98))
        }
      }
      switch i {
      case 0:
        // Packages.
        shelves(0.025...0.07, 0.06...0.13) { k, x, foot, w, h in box(x, foot - h, x + w, foot, good(k)) }
      case 4:
        // Bottles and jars with labels.
        shelves(0.03...0.05, 0.09...0.13) { k, x, foot, w, h in
          let glass = good(k, 0.5)
          box(x, foot - 0.7 * h, x + w, foot, glass)
          box(x + 0.35 * w, foot - h, x + 0.65 * w, foot - 0.6 * h, glass)
          box(x, foot - 0.45 * h, x + w, foot - 0.2 * h, Colour(0xb9b3a4))
        }
      case 8:
        // Frames, clocks and mirrors on the wall, a few things on a bench.
        for k in 0..<11 {
          let (x, y) = (0.06 + 0.155 * Double(k % 6), 0.17 + 0.3 * Double(k / 6))
          if k % 4 == 3 {
            disc(x + 0.06, y + 0.1, 0.055, Colour(0x2f2a26))
            disc(x + 0.06, y + 0.1, 0.046, Colour(0xc9c3b4))
          } else {
            let h = chance.number("frame", k, in: 0.14...0.24)
            box(x, y, x + 0.12, y + h, good(k, 0.45))
            box(x + 0.014, y + 0.014, x + 0.106, y + h - 0.014, Colour(0xbdb6a8))
            box(x + 0.03, y + 0.035, x + 0.09, y + h - 0.035, good(k + 40))
          }
        }
        box(0.04, 0.77, 0.96, 0.8, Colour(0x6a4d35))
      case 12:
        // Baskets of round goods on slanted stands.
        for row in 0..<3 {
          let y = 0.34 + 0.19 * Double(row)
          for basket in 0..<5 {
            let x = 0.05 + 0.185 * Double(basket)
            let c = good(row * 5 + basket)
            for k in 0..<12 {
              disc(x + 0.02 + 0.026 * Double(k % 6), y - 0.02 - 0.03 * Double(k / 6), 0.017, c)
            }
            box(x, y - 0.01, x + 0.165, y + 0.07, Colour(0x77603f))
          }
        }
      case _ where i % 4 == 1:
        // Figures in clothes before racks of more.
        box(0.04, 0.38, 0.96, 0.4, Colour(0x8f8b84))
        for k in 0..<26 {
          box(0.06 + 0.034 * Double(k), 0.4, 0.084 + 0.034 * Double(k), 0.64, good(k + 40, 0.45))
        }
        for k in 0..<5 {
          let x = 0.12 + 0.19 * Double(k) + chance.number("figure", i * 8 + k, in: -0.03...0.03)
          let pale = Colour(0xa89f92)
          box(x - 0.034, 0.33, x + 0.034, 0.56, good(k))
          box(x - 0.046, 0.34, x - 0.034, 0.54, good(k))
          box(x + 0.034, 0.34, x + 0.046, 0.54, good(k))
          box(x - 0.03, 0.56, x - 0.004, 0.86, good(k + 7, 0.5))
          box(x + 0.004, 0.56, x + 0.03, 0.86, good(k + 7, 0.5))
          box(x - 0.012, 0.24, x + 0.012, 0.32, pale)
          box(x - 0.006, 0.31, x + 0.006, 0.34, pale)
        }
      case _ where i % 4 == 2:
        // Tables and chairs, a counter behind.
        box(0.05, 0.5, 0.6, 0.74, Colour(0x6a4d35))
        for k in 0..<9 { box(0.08 + 0.055 * Double(k), 0.42, 0.11 + 0.055 * Double(k), 0.5, good(k)) }
        for k in 0..<3 {
          let x = 0.14 + 0.3 * Double(k)
          box(x, 0.7, x + 0.18, 0.725, Colour(0xa88660))
          box(x + 0.08, 0.725, x + 0.1, 0.86, Colour(0x33302d))
        }
      default:
        // Posters on the pane, goods low down.
        for k in 0..<2 {
          let x = 0.08 + 0.48 * Double(k)
          box(x, 0.26, x + 0.2, 0.6, good(k, 0.85))
          box(x + 0.025, 0.3, x + 0.175, 0.36, Colour(0xcfc9bd))
          box(x + 0.04, 0.42, x + 0.16, 0.44, Colour(0xcfc9bd))
          box(x + 0.04, 0.47, x + 0.13, 0.49, Colour(0xcfc9bd))
        }
        for k in 0..<10 { box(0.05 + 0.09 * Double(k), 0.74, 0.12 + 0.09 * Double(k), 0.86, good(k + 30)) }
      }
    }
    return canvas.texture("displays", wrap: .clamp)
  }()

  /// The places of the pictures of a texture, row by row: upper left corner and size, in parts of the whole.
  static func cells(of grid: (columns: Int, rows: Int)) -> [(origin: Vector2, size: Vector2)] {
    let size = Vector2(1 / Double(max(1, grid.columns)), 1 / Double(max(1, grid.rows)))
    return (0..<max(1, grid.columns * grid.rows)).map {
      (Vector2(Double($0 % max(1, grid.columns)), Double($0 / max(1, grid.columns))) * size, size)
    }
  }

  /// The part of a texture of pictures that shows picture `i`; a little inside of its edges.
  static func picture(_ i: Int, of grid: (columns: Int, rows: Int)) -> (low: Vector2, high: Vector2) {
    let cells = cells(of: grid)
    let (low, size) = cells[((i % cells.count) + cells.count) % cells.count]
    return (low + size * 0.02, low + size * 0.98)
  }
}
