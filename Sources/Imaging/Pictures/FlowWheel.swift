import VectorMath

/// The colour wheel of the Middlebury optical flow benchmark (Baker et al. 2011): hue is direction, paleness is
/// slowness.
package enum FlowWheel {
  /// Steps from red to yellow, green, cyan, blue, magenta and back.
  private static let steps = [15, 6, 4, 11, 13, 6]

  /// The 55 colours of unit length, each channel 0...1.
  private static let wheel: [SIMD3<Float>] = {
    var out: [SIMD3<Float>] = []
    let corners: [SIMD3<Float>] = [
      [1, 0, 0], [1, 1, 0], [0, 1, 0], [0, 1, 1], [0, 0, 1], [1, 0, 1], [1, 0, 0],
    ]
    for (k, n) in steps.enumerated() {
      for i in 0..<n {
        // Whole 8-bit steps, as the benchmark's own table has.
        let t = (Float(255 * i) / Float(n)).rounded(.down) / 255
        out.append(corners[k] + (corners[k + 1] - corners[k]) * t)
      }
    }
    return out
  }()

  /// The colour of a flow vector in units of the greatest length shown (1 = full colour; longer ones are darker).
  package static func color(u: Float, v: Float) -> SIMD3<UInt8> {
    guard u.isFinite, v.isFinite else { return .zero }
    let radius = (u * u + v * v).squareRoot()
    let angle = DeterministicMath.atan2(Double(-v), Double(-u)) / .pi
    let place = Float((angle + 1) / 2) * Float(wheel.count - 1)
    let low = min(max(Int(place), 0), wheel.count - 1)
    let high = low + 1 == wheel.count ? 0 : low + 1
    let fraction = place - Float(low)
    let full = wheel[low] * (1 - fraction) + wheel[high] * fraction
    let shown =
      radius <= 1 ? SIMD3<Float>(repeating: 1) - (SIMD3<Float>(repeating: 1) - full) * radius : full * 0.75
    return SIMD3(UInt8(shown.x * 255), UInt8(shown.y * 255), UInt8(shown.z * 255))
  }
}
