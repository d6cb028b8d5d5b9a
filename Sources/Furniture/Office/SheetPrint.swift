import Assets
import Imaging
import VectorMath
import WorldModel

/// What is printed on sheets: covers of magazines, the front of a newspaper, letters. Made once and shared.
enum SheetPrint {
  /// Four covers in two columns and two rows.
  static let magazines: Texture = {
    let (w, h) = (112, 152)
    var sheet = TextureCanvas(width: 2 * w, height: 2 * h, fill: Colour(0xffffff))
    let designs: [(name: String, ground: UInt32, ink: UInt32, art: UInt32, second: UInt32)] = [
      ("HAUS", 0xe8e2d6, 0xb23a2e, 0x6f8f94, 0xc9a27a), ("LUMEN", 0x22303a, 0xf6e05e, 0xd9774a, 0x48697a),
      ("GARTEN", 0x7f9a6a, 0xffffff, 0xd95f76, 0x3f5c3a), ("FORMAT", 0xf2f2f0, 0x1a1a1a, 0xe0452f, 0x2f5f9a),
    ]
    for (i, design) in designs.enumerated() {
      var cell = TextureCanvas(width: w, height: h, fill: Colour(design.ground))
      let (art, second, ink) = (Colour(design.art), Colour(design.second), Colour(design.ink))
      switch i {
      case 0:
        cell.fillRectangle(Vector2(0.08, 0.3), Vector2(0.92, 0.9), art)
        cell.fillRectangle(Vector2(0.08, 0.72), Vector2(0.92, 0.9), second)
        cell.fillRectangle(Vector2(0.24, 0.55), Vector2(0.76, 0.78), Colour(0xf2ede2))
      case 1:
        cell.fillDisc(Vector2(0.5, 0.62), radius: 0.27, art)
        cell.fillDisc(Vector2(0.42, 0.55), radius: 0.2, second)
      case 2:
        for k in 0..<7 {
          let (s, c) = DeterministicMath.sincos(2 * Double.pi * Double(k) / 7)
          cell.fillDisc(Vector2(0.5 + 0.24 * c, 0.6 + 0.17 * s), radius: 0.1, art)
        }
        cell.fillDisc(Vector2(0.5, 0.6), radius: 0.08, Colour(0xf1c550))
      default:
        cell.fill([Vector2(0.1, 0.9), Vector2(0.5, 0.32), Vector2(0.9, 0.9)], art)
        cell.fillRectangle(Vector2(0.1, 0.62), Vector2(0.56, 0.9), second)
      }
      cell.write(design.name, center: Vector2(0.5, 0.12), height: 0.13, weight: 0.22, aspect: 0.6, ink)
      for k in 0..<3 {
        cell.fillRectangle(
          Vector2(0.1, 0.34 + 0.05 * Double(k)), Vector2(0.3 + 0.05 * Double(k % 2), 0.36 + 0.05 * Double(k)),
          ink)
      }
      sheet.place(cell, x: i % 2 * w, y: i / 2 * h)
    }
    return sheet.texture("magazine_covers", wrap: .clamp)
  }()

  /// The upper half of a front page: a head, columns of text, a picture.
  static let newspaper: Texture = {
    var canvas = TextureCanvas(width: 256, height: 184, fill: Colour(0xdedad0))
    let ink = Colour(0x3a3936)
    canvas.write("THE MORNING POST", center: Vector2(0.5, 0.1), height: 0.105, weight: 0.2, aspect: 0.55, ink)
    canvas.fillRectangle(Vector2(0.04, 0.18), Vector2(0.96, 0.188), ink)
    canvas.write(
      "RAIN ENDS LONG DRY SUMMER", center: Vector2(0.5, 0.255), height: 0.062, weight: 0.2, aspect: 0.55, ink)
    canvas.fillRectangle(Vector2(0.28, 0.33), Vector2(0.72, 0.76), Colour(0x8f8d88))
    canvas.fill(
      [
        Vector2(0.28, 0.76), Vector2(0.42, 0.5), Vector2(0.52, 0.62), Vector2(0.62, 0.45),
        Vector2(0.72, 0.76),
      ], Colour(0x56554f))
    columns(4, from: 0.34, to: 0.98, ink: Colour(0x76736b), on: &canvas) { x, y in
      !(x > 0.26 && x < 0.73 && y < 0.8)
    }
    return canvas.texture("newspaper", wrap: .clamp)
  }()

  /// A printed letter: a head, paragraphs, a small table.
  static let letter: Texture = {
    var canvas = TextureCanvas(width: 128, height: 180, fill: Colour(0xf6f5f0))
    canvas.fillRectangle(Vector2(0.1, 0.06), Vector2(0.24, 0.1), Colour(0x3f6f8a))
    canvas.write(
      "REPORT", center: Vector2(0.34, 0.17), height: 0.04, weight: 0.2, aspect: 0.6, Colour(0x2c2c2c))
    columns(1, from: 0.23, to: 0.58, ink: Colour(0x8a8a88), on: &canvas) { _, y in
      (y * 20).truncatingRemainder(dividingBy: 4) > 0.8
    }
    for k in 0..<5 {
      canvas.fillRectangle(
        Vector2(0.14 + 0.15 * Double(k), 0.9 - 0.05 * Double(k % 3 + 2)),
        Vector2(0.24 + 0.15 * Double(k), 0.9),
        Colour(k % 2 == 0 ? 0x6f9ab0 : 0xd98e4a))
    }
    return canvas.texture("letter", wrap: .clamp)
  }()

  /// Lines of grey that look like text: `isText` says where, in unit coordinates.
  private static func columns(
    _ count: Int, from top: Double, to bottom: Double, ink: Colour, on canvas: inout TextureCanvas,
    isText: (Double, Double) -> Bool
  ) {
    let width = 0.88 / Double(count)
    for column in 0..<count {
      var y = top
      var k = 0
      while y < bottom {
        let x = 0.06 + width * Double(column)
        let end = k % 6 == 5 ? 0.55 : 0.9 + 0.06 * AssetVariation.unit(UInt64(k &* 31 &+ column))
        if isText(x + width / 2, y) {
          canvas.fillRectangle(Vector2(x, y), Vector2(x + width * end - 0.02, y + 0.011), ink)
        }
        y += 0.026
        k += 1
      }
    }
  }
}
