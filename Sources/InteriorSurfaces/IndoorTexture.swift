import Assets
import Imaging
import VectorMath
package import WorldModel

/// Textures of what homes are made and covered with, computed when first asked for.
///
/// Those without parameters are near white and tinted by a material's base colour; those of several colours are painted
/// per colour and kept by name. All repeat without a seam unless said otherwise.
package enum IndoorTexture {
  /// Painted ones: more than a home uses, few enough to keep.
  package static let painted = TextureCache(capacity: 160)

  /// Linear factor that gives a texture the colour wanted on average; no channel above 1.
  static func tint(_ colour: Colour, over texture: Texture) -> SIMD4<Float> {
    guard let texel = texture.levels.last?.texels.first else { return colour.linear }
    let mean = Colour(
      red: UInt8(texel & 255), green: UInt8(texel >> 8 & 255), blue: UInt8(texel >> 16 & 255)
    ).linear
    let ratio = colour.linear / SIMD4(max(mean.x, 0.02), max(mean.y, 0.02), max(mean.z, 0.02), 1)
    return SIMD4(min(1, ratio.x), min(1, ratio.y), min(1, ratio.z), 1)
  }

  /// sRGB 0...1 of a colour.
  static func rgb(_ colour: Colour) -> SIMD3<Float> {
    SIMD3(Float(colour.red), Float(colour.green), Float(colour.blue)) / 255
  }
}

/// A material with the metres that one repeat of its textures spans: what floors and walls are covered with.
package struct Surfacing: Sendable {
  package var material: Material
  /// Metres, the `tile` to give a builder, or to divide coordinates in metres by.
  package var tile: Double

  package init(_ material: Material, tile: Double) {
    self.material = material
    self.tile = tile
  }
}
