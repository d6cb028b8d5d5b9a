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
    return canvas.texture("digits_\(text)_\(colour.name)", wrap: .clamp)
  }
}
