/// Colours of identifiers: neighbouring numbers get distant hues (steps of the golden ratio around the circle)
/// and one of several strengths. Integer arithmetic alone, so the same everywhere.
package enum IdentifierColor {
  /// The sRGB colour of an identifier; 0 (nothing) is black, and nothing else is.
  package static func color(of identifier: UInt32) -> SIMD3<UInt8> {
    guard identifier != 0 else { return .zero }
    // Hue in 1/65,536 of the circle: the top bits of a multiple of 2³² / φ.
    let hue = Int(identifier &* 0x9e37_79b9) >> 16
    // Strengths found by search: of any six consecutive identifiers no two are near each other.
    let value = identifier % 2 == 0 ? 140 : 255
    let saturation = [255, 215, 190, 255][Int(identifier / 2 % 4)]
    return color(hue: hue, saturation: saturation, value: value)
  }

  /// Hexcone conversion; hue in 0..<65,536, the others in 0...255.
  package static func color(hue: Int, saturation: Int, value: Int) -> SIMD3<UInt8> {
    let sixth = (hue * 6) >> 16
    let fraction = hue * 6 & 0xffff
    let low = value * (255 - saturation) / 255
    let rising = low + (value - low) * fraction / 65_536
    let falling = value - (value - low) * fraction / 65_536
    let (r, g, b): (Int, Int, Int)
    switch sixth {
    case 0: (r, g, b) = (value, rising, low)
    case 1: (r, g, b) = (falling, value, low)
    case 2: (r, g, b) = (low, value, rising)
    case 3: (r, g, b) = (low, falling, value)
    case 4: (r, g, b) = (rising, low, value)
    default: (r, g, b) = (value, low, falling)
    }
    return SIMD3(UInt8(r), UInt8(g), UInt8(b))
  }
}
