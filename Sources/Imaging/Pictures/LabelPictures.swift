/// Label rasters as RGB pictures for people.
package enum LabelPictures {
  /// A picture of any raster, by its elements and (where those leave it open) its label's name.
  /// - Parameter classColor: colours of 16-bit classes; by default those of identifiers.
  package static func picture(
    name: String, of raster: AnyRaster, classColor: ((UInt16) -> SIMD3<UInt8>)? = nil
  ) -> Raster<UInt8> {
    switch raster {
    case .uint8(let r): return bytes(r)
    case .uint16(let r):
      return colored(r) { v in (classColor ?? { IdentifierColor.color(of: UInt32($0)) })(v[0]) }
    case .uint32(let r): return identifiers(r)
    case .float(let r):
      switch r.channels {
      case 1: return quantity(r)
      case 2: return name.hasPrefix("flow") ? flow(r) : coordinates(r)
      case 3...: return name.hasPrefix("normal") ? normals(r) : name == "hdr" ? radiance(r) : positions(r)
      default: return Raster(width: r.width, height: r.height, channels: 3, fill: 0)
      }
    }
  }

  /// Each identifier in its own colour, 0 black.
  package static func identifiers(_ raster: Raster<UInt32>) -> Raster<UInt8> {
    var last: UInt32 = 0
    var color = SIMD3<UInt8>.zero
    return colored(raster) { v in
      if v[0] != last { (last, color) = (v[0], IdentifierColor.color(of: v[0])) }
      return color
    }
  }

  /// Grey and colour as they are (alpha dropped); flags of 0 and 1 in black and white.
  package static func bytes(_ raster: Raster<UInt8>) -> Raster<UInt8> {
    guard raster.channels < 3 else { return colored(raster) { SIMD3($0[0], $0[1], $0[2]) } }
    let gain: UInt8 = (raster.values.max() ?? 0) <= 1 ? 255 : 1
    return colored(raster) { SIMD3(repeating: $0[0] &* gain) }
  }

  /// A positive quantity such as depth, near in red and far in blue, even in its inverse; infinity and NaN are
  /// black. One with values of zero or less (such as disparity) is shown evenly, the greatest in red.
  /// - Parameter range: what the ends of the ramp stand for; by default the smallest and greatest finite values.
  package static func quantity(_ raster: Raster<Float>, range: ClosedRange<Float>? = nil) -> Raster<UInt8> {
    let finite = range ?? bounds(raster)
    let (low, high) = (finite.lowerBound, finite.upperBound)
    let isInverse = low > 0
    let (a, b) = isInverse ? (1 / high, 1 / low) : (low, high)
    let scale = b > a ? 1 / (b - a) : 0
    return colored(raster) { v in
      guard v[0].isFinite else { return .zero }
      return ColorRamp.color(at: ((isInverse ? 1 / v[0] : v[0]) - a) * scale)
    }
  }

  /// Unit vectors: each axis from −1...1 to 0...255; the zero vector is black.
  package static func normals(_ raster: Raster<Float>) -> Raster<UInt8> {
    colored(raster) { v in
      guard v[0] != 0 || v[1] != 0 || v[2] != 0 else { return .zero }
      return SIMD3(byte(v[0] * 0.5 + 0.5), byte(v[1] * 0.5 + 0.5), byte(v[2] * 0.5 + 0.5))
    }
  }

  /// Optical flow on the Middlebury wheel.
  /// - Parameter greatest: the length in pixels of full colour; by default the greatest there is.
  package static func flow(_ raster: Raster<Float>, greatest: Float? = nil) -> Raster<UInt8> {
    var square: Float = 0
    if greatest == nil {
      for i in stride(from: 0, to: raster.values.count - raster.values.count % 2, by: 2) {
        let (u, v) = (raster.values[i], raster.values[i + 1])
        let s = u * u + v * v
        if s.isFinite, s > square { square = s }
      }
    }
    let length = greatest ?? square.squareRoot()
    let scale = length > 0 ? 1 / length : 0
    return colored(raster) { FlowWheel.color(u: $0[0] * scale, v: $0[1] * scale) }
  }

  /// Linear radiance, its highlights compressed (x / (1 + x)), as sRGB.
  package static func radiance(_ raster: Raster<Float>) -> Raster<UInt8> {
    func shown(_ x: Float) -> UInt8 { SRGB.encode(x > 0 ? (x.isFinite ? x / (1 + x) : 1) : 0) }
    return colored(raster) { SIMD3(shown($0[0]), shown($0[1]), shown($0[2])) }
  }

  /// Two coordinates by their fractions in red and green.
  package static func coordinates(_ raster: Raster<Float>) -> Raster<UInt8> {
    colored(raster) { SIMD3(byte($0[0] - $0[0].rounded(.down)), byte($0[1] - $0[1].rounded(.down)), 0) }
  }

  /// Three coordinates, each from its smallest to its greatest value.
  package static func positions(_ raster: Raster<Float>) -> Raster<UInt8> {
    let ranges = (0..<3).map { axis in
      var (low, high) = (Float.infinity, -Float.infinity)
      for i in stride(from: axis, to: raster.values.count, by: raster.channels)
      where raster.values[i].isFinite {
        low = min(low, raster.values[i])
        high = max(high, raster.values[i])
      }
      return (low, high > low ? 1 / (high - low) : 0)
    }
    return colored(raster) { v in
      SIMD3(
        byte((v[0] - ranges[0].0) * ranges[0].1), byte((v[1] - ranges[1].0) * ranges[1].1),
        byte((v[2] - ranges[2].0) * ranges[2].1))
    }
  }

  private static func bounds(_ raster: Raster<Float>) -> ClosedRange<Float> {
    var (low, high) = (Float.infinity, -Float.infinity)
    for v in raster.values where v.isFinite {
      if v < low { low = v }
      if v > high { high = v }
    }
    return low <= high ? low...high : 0...0
  }

  private static func byte(_ x: Float) -> UInt8 {
    x > 0 ? (x < 1 ? UInt8(x * 255 + 0.5) : 255) : 0
  }

  /// One colour a pixel, from its channels.
  private static func colored<S>(
    _ raster: Raster<S>, _ color: (UnsafeBufferPointer<S>) -> SIMD3<UInt8>
  ) -> Raster<UInt8> {
    var out = Raster<UInt8>(width: raster.width, height: raster.height, channels: 3, fill: 0)
    let (channels, count) = (raster.channels, raster.width * raster.height)
    raster.values.withUnsafeBufferPointer { from in
      out.values.withUnsafeMutableBufferPointer { to in
        for i in 0..<count {
          let c = color(UnsafeBufferPointer(rebasing: from[(i * channels)..<((i + 1) * channels)]))
          to[3 * i] = c.x
          to[3 * i + 1] = c.y
          to[3 * i + 2] = c.z
        }
      }
    }
    return out
  }
}
