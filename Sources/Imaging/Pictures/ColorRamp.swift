/// Colours along a line, for pictures of quantities: near-linear in perceived lightness at the ends, many hues
/// between, so that neighbouring values can be told apart.
package enum ColorRamp {
  /// Evenly spaced sRGB stops: night blue, blue, sky, green, lime, yellow, orange, red, dark red.
  private static let stops: [SIMD3<Int32>] = [
    [34, 24, 84], [58, 84, 214], [44, 158, 236], [34, 212, 168], [136, 240, 72], [228, 214, 52],
    [252, 138, 40],
    [214, 54, 20], [118, 8, 12],
  ]

  /// All colours, from 0 to 1 in 256 steps.
  package static let colors: [SIMD3<UInt8>] = (0..<256).map { i in
    let scaled = Int32(i) * Int32(stops.count - 1)
    let (k, rest) = (Int(scaled / 255), scaled % 255)
    let (a, b) = (stops[k], stops[min(k + 1, stops.count - 1)])
    let mixed = (a &* (255 - rest) &+ b &* rest &+ 127) / 255
    return SIMD3<UInt8>(truncatingIfNeeded: mixed)
  }

  /// The colour at `t`; outside 0...1 the ends', NaN the low end's.
  package static func color(at t: Float) -> SIMD3<UInt8> {
    let clamped = t >= 0 ? (t <= 1 ? t : 1) : 0
    return colors[Int(clamped * 255 + 0.5)]
  }
}
