import Assets
import Imaging
import VectorMath

/// Labels of bottles for the bath, four in a row. Made once and shared.
enum BathPrint {
  static let labels: Texture = {
    let (w, h) = (64, 96)
    let designs: [(String, String, UInt32, UInt32, UInt32)] = [
      ("MARE", "SHAMPOO", 0xe6f1f4, 0x1f5f7a, 0x6fb5c9), ("CITRA", "SHOWER", 0xfff3c4, 0x8a5a10, 0xf0b429),
      ("HERBA", "HAIR CARE", 0xe4efd8, 0x2f5f34, 0x7fae6a), ("PURE", "BALM", 0xf6f2f4, 0x5a2f4a, 0xd98eb0),
    ]
    var sheet = TextureCanvas(width: 4 * w, height: h, fill: Colour(0xffffff))
    for (i, design) in designs.enumerated() {
      var cell = TextureCanvas(width: w, height: h, fill: Colour(design.2))
      cell.fillDisc(Vector2(0.5, 0.66), radius: 0.17, Colour(design.4))
      cell.fillDisc(Vector2(0.6, 0.74), radius: 0.1, Colour(design.3))
      cell.write(
        design.0, center: Vector2(0.5, 0.2), height: 0.14, weight: 0.22, aspect: 0.5, Colour(design.3))
      cell.write(
        design.1, center: Vector2(0.5, 0.37), height: 0.06, weight: 0.2, aspect: 0.5, Colour(design.3))
      sheet.place(cell, x: i * w, y: 0)
    }
    return sheet.texture("shampoo_labels", wrap: .clamp)
  }()
}
