package import VectorMath

/// A colour as people write it: 8-bit sRGB.
package struct Colour: Sendable, Hashable {
  package var red: UInt8
  package var green: UInt8
  package var blue: UInt8

  /// From `0xRRGGBB`.
  package init(_ hex: UInt32) {
    red = UInt8(hex >> 16 & 255)
    green = UInt8(hex >> 8 & 255)
    blue = UInt8(hex & 255)
  }

  package init(red: UInt8, green: UInt8, blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// Six hexadecimal digits.
  package var hex: String {
    let digits = Array("0123456789abcdef")
    var out = ""
    for value in [red, green, blue] {
      out.append(digits[Int(value >> 4)])
      out.append(digits[Int(value & 15)])
    }
    return out
  }

  /// Linear RGBA, opaque (IEC 61966-2-1).
  package var linear: SIMD4<Float> {
    SIMD4(Self.decode(red), Self.decode(green), Self.decode(blue), 1)
  }

  /// Linear RGB.
  package var linearRGB: Vector3f { Vector3f(linear.x, linear.y, linear.z) }

  private static func decode(_ value: UInt8) -> Float {
    let c = Double(value) / 255
    return Float(c <= 0.04045 ? c / 12.92 : DeterministicMath.pow((c + 0.055) / 1.055, 2.4))
  }
}
