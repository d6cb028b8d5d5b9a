/// An image to look up on surfaces, with its mip chain. Immutable and shared.
///
/// Texels are 8-bit RGBA as stored in the file; whether they are sRGB colour or linear data is the
/// material's business. Row 0 is the top row; (u, v) = (0, 0) is its top left corner (glTF).
package final class Texture: Sendable {
  /// How coordinates outside [0, 1] are treated, on both axes.
  package enum Wrap: Sendable, Hashable { case clamp, `repeat`, mirror }

  package struct Level: Sendable {
    package let width: Int
    package let height: Int
    /// `R | G << 8 | B << 16 | A << 24`, row by row.
    package let texels: [UInt32]
  }

  package let name: String
  /// Level 0 is the full image; each next level halves both sides (rounded down, at least 1) down to 1×1.
  package let levels: [Level]
  package let wrap: (u: Wrap, v: Wrap)
  package let isNearest: Bool

  package convenience init(
    name: String, image: Raster<UInt8>, wrap: (u: Wrap, v: Wrap) = (.repeat, .repeat), isNearest: Bool = false
  ) {
    var base = [UInt32](repeating: 0, count: image.width * image.height)
    let c = image.channels
    for i in base.indices {
      let r = UInt32(image.values[i * c])
      let g = c >= 3 ? UInt32(image.values[i * c + 1]) : r
      let b = c >= 3 ? UInt32(image.values[i * c + 2]) : r
      let a = c == 4 ? UInt32(image.values[i * c + 3]) : c == 2 ? UInt32(image.values[i * c + 1]) : 255
      base[i] = r | g << 8 | b << 16 | a << 24
    }
    self.init(
      name: name, width: image.width, height: image.height, texels: base, wrap: wrap, isNearest: isNearest)
  }

  /// - Parameter texels: as in `Level`, `width × height` of them.
  package init(
    name: String, width: Int, height: Int, texels: [UInt32], wrap: (u: Wrap, v: Wrap) = (.repeat, .repeat),
    isNearest: Bool = false
  ) {
    precondition(texels.count == width * height)
    self.name = name
    self.wrap = wrap
    self.isNearest = isNearest
    var chain = [Level(width: width, height: height, texels: texels)]
    while let last = chain.last, last.width > 1 || last.height > 1 { chain.append(Self.halved(last)) }
    levels = chain
  }

  /// Each texel is the mean of the two by two above it (one where a side is already 1).
  private static func halved(_ level: Level) -> Level {
    let w = max(1, level.width / 2)
    let h = max(1, level.height / 2)
    var out = [UInt32](repeating: 0, count: w * h)
    // Two of the four channels at a time, in the halves of a word: sums of four bytes plus 2 need ten bits.
    let pair: UInt32 = 0x00ff_00ff
    level.texels.withUnsafeBufferPointer { texels in
      for y in 0..<h {
        let y0 = min(2 * y, level.height - 1) * level.width
        let y1 = min(2 * y + 1, level.height - 1) * level.width
        for x in 0..<w {
          let x0 = min(2 * x, level.width - 1)
          let x1 = min(2 * x + 1, level.width - 1)
          let (a, b, c, d) = (texels[y0 + x0], texels[y0 + x1], texels[y1 + x0], texels[y1 + x1])
          let even = (a & pair) &+ (b & pair) &+ (c & pair) &+ (d & pair) &+ 0x0002_0002
          let odd = (a >> 8 & pair) &+ (b >> 8 & pair) &+ (c >> 8 & pair) &+ (d >> 8 & pair) &+ 0x0002_0002
          out[y * w + x] = (even >> 2 & pair) | (odd >> 2 & pair) << 8
        }
      }
    }
    return Level(width: w, height: h, texels: out)
  }
}
