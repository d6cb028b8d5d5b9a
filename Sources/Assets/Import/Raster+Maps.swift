internal import Imaging
internal import VectorMath

extension Raster<UInt8> {
  /// Colour without its alpha.
  var opaque: Raster<UInt8> {
    guard channels == 4 || channels == 2 else { return self }
    var out = self
    for i in stride(from: channels - 1, to: values.count, by: channels) { out.values[i] = 255 }
    return out
  }

  /// Colour with another image as alpha: its own alpha where it has one, else its first channel; `nil` when sizes
  /// differ.
  func withAlpha(from mask: Raster<UInt8>) -> Raster<UInt8>? {
    guard mask.width == width, mask.height == height else { return nil }
    var out = Raster(width: width, height: height, channels: 4, fill: UInt8(255))
    let from = mask.channels == 4 ? 3 : mask.channels == 2 ? 1 : 0
    for i in 0..<(width * height) {
      for c in 0..<3 { out.values[4 * i + c] = values[i * channels + (channels >= 3 ? c : 0)] }
      out.values[4 * i + 3] = mask.values[i * mask.channels + from]
    }
    return out
  }

  /// True for images that are mostly (0.5, 0.5, 1): many files name normal maps where heights belong.
  var looksLikeNormals: Bool {
    guard channels >= 3 else { return false }
    var sums = SIMD3<Int>()
    for i in stride(from: 0, to: values.count - channels + 1, by: channels) {
      sums &+= SIMD3(Int(values[i]), Int(values[i + 1]), Int(values[i + 2]))
    }
    let n = Swift.max(1, width * height)
    return sums.z / n > 190 && (96...160).contains(sums.x / n) && (96...160).contains(sums.y / n)
  }

  /// Tangent-space normals (+y up the image) of a height image. White stands `strength` per cent of the
  /// image's width above black; edges repeat.
  func normalsFromHeights(strength: Double) -> Raster<UInt8> {
    func height(_ u: Int, _ v: Int) -> Double {
      let at = (((v + self.height) % self.height) * width + (u + width) % width) * channels
      guard channels >= 3 else { return Double(values[at]) / 255 }
      return (Double(values[at]) + Double(values[at + 1]) + Double(values[at + 2])) / 765
    }
    let slope = 0.01 * Double(width) * strength / 2
    var out = Raster(width: width, height: self.height, channels: 3, fill: UInt8(0))
    for v in 0..<self.height {
      for u in 0..<width {
        let across = height(u + 1, v) - height(u - 1, v)
        let up = height(u, v - 1) - height(u, v + 1)
        let n = normalized(Vector3(-across * slope, -up * slope, 1))
        for c in 0..<3 { out[u, v, c] = UInt8(((n[c] + 1) * 127.5).rounded()) }
      }
    }
    return out
  }
}
