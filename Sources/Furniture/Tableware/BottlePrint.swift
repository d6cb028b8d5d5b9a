import Assets
import Imaging
import VectorMath
import WorldModel

/// Labels of bottles, made once: four rows, each once around.
enum BottlePrint {
  static let labels: Texture = {
    let (w, h) = (256, 64)
    var sheet = TextureCanvas(width: w, height: 4 * h, fill: Colour(0xffffff))
    let designs: [(String, String, UInt32, UInt32, UInt32)] = [
      ("MONTE ALTO", "ROSSO 2019", 0xf1ead8, 0x3a2a22, 0x8a2f35),
      ("VIGNE", "BLANC", 0x24302a, 0xe8d9a8, 0xc9a35a),
      ("OLIO", "EXTRA", 0xe7e2c4, 0x3f4f22, 0x7f8f3a), ("QUELLE", "NATUR", 0xdcebf2, 0x1f4f7a, 0x4a90c0),
    ]
    for (i, design) in designs.enumerated() {
      var cell = TextureCanvas(width: w, height: h, fill: Colour(design.2))
      let (ink, art) = (Colour(design.3), Colour(design.4))
      cell.fillRectangle(Vector2(0, 0.05), Vector2(1, 0.09), art)
      cell.fillRectangle(Vector2(0, 0.91), Vector2(1, 0.95), art)
      // The same face twice around, so that one is seen from everywhere.
      for x in [0.25, 0.75] {
        cell.fillDisc(Vector2(x, 0.28), radius: 0.11, art)
        cell.write(design.0, center: Vector2(x, 0.56), height: 0.19, weight: 0.18, aspect: 0.55, ink)
        cell.write(design.1, center: Vector2(x, 0.78), height: 0.1, weight: 0.18, aspect: 0.6, art)
      }
      sheet.place(cell, x: 0, y: i * h)
    }
    return sheet.texture("bottle_labels")
  }()

  static let material = Material(name: "bottle_label", baseColorTexture: labels, roughness: 0.6)

  /// A paper sleeve around a bottle of `radius`, from `low` to `high`, half a millimetre thick.
  static func label(_ design: Int, radius: Double, low: Double, high: Double, sides: Int = 28) -> MeshBuilder
  {
    var sleeve = MeshBuilder.lathe(
      [
        Vector2(radius, low), Vector2(radius + 0.0004, low), Vector2(radius + 0.0004, high),
        Vector2(radius, high),
      ], sides: sides,
      isClosed: true)
    let edge = 0.0004
    sleeve.mapUVs { uv in
      // Along the profile: a short edge, the face, the edge above, the inside.
      let t = max(0, min(1, (uv.y - edge) / (high - low)))
      return Vector2(uv.x + 0.25, (Double(design % 4) + 0.98 - 0.96 * t) / 4)
    }
    return sleeve
  }
}
