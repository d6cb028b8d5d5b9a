import CLanes
import VectorMath

/// From linear radiance to sRGB bytes.
///
/// Exposure follows the light, not the picture, so that a sequence does not flicker; the curve is the filmic one fitted by K. Narkowicz ("ACES Filmic Tone Mapping Curve", 2015).
enum ToneMapping {
  enum Curve {
    /// Narkowicz's.
    case filmic
    /// As cameras for daylight have it: the same shoulder, shadows left open.
    case camera
  }

  /// sRGB bytes of 4096 equal steps of linear light (IEC 61966-2-1), widened for gathers.
  static let encode: [UInt32] = (0..<4096).map { i in
    let x = (Double(i) + 0.5) / 4096
    let s = x <= 0.0031308 ? 12.92 * x : 1.055 * DeterministicMath.pow(x, 1 / 2.4) - 0.055
    return UInt32((s * 255).rounded())
  }

  /// Linear light of each sRGB byte.
  static let decode: [Float] = (0..<256).map { i in
    let s = Double(i) / 255
    return Float(s <= 0.04045 ? s / 12.92 : DeterministicMath.pow((s + 0.055) / 1.055, 2.4))
  }

  /// Both tables as plain memory.
  static func withTables(_ body: (UnsafePointer<Float>, UnsafePointer<UInt32>) -> Void) {
    decode.withUnsafeBufferPointer { d in
      encode.withUnsafeBufferPointer { e in
        if let d = d.baseAddress, let e = e.baseAddress { body(d, e) }
      }
    }
  }

  /// Below this a room's light is shown as it is, and by how much all that is brighter may exceed it.
  private static let knee: Float = 0.75
  private static let room: Float = 3

  /// Brings the highlights of rooms together, by the brightest channel so that colours stay: a window and the wall that
  /// it lights are ten times as bright as the room, and both should show what is on them.
  @inline(__always)
  static func restrained(
    _ c: (x: SIMD8<Float>, y: SIMD8<Float>, z: SIMD8<Float>)
  ) -> (x: SIMD8<Float>, y: SIMD8<Float>, z: SIMD8<Float>) {
    let most = lanes_max(c.x, lanes_max(c.y, c.z))
    let beyond = lanes_max(most - knee, .zero)
    let shown = (most - beyond) + beyond / (beyond * (1 / room) + 1)
    let r = shown / lanes_max(most, SIMD8(repeating: 1e-6))
    return (c.x * r, c.y * r, c.z * r)
  }

  @inline(__always)
  static func filmic(_ x: SIMD8<Float>) -> SIMD8<Float> {
    let y = (x * (x * 2.51 + 0.03)) / (x * (x * 2.43 + 0.59) + 0.14)
    return lanes_min(lanes_max(y, .zero), SIMD8(repeating: 1))
  }

  @inline(__always)
  static func camera(_ x: SIMD8<Float>) -> SIMD8<Float> {
    let y = (x * (x * 2.51 + 0.075)) / (x * (x * 2.43 + 0.62) + 0.14)
    return lanes_min(lanes_max(y, .zero), SIMD8(repeating: 1))
  }

  @inline(__always)
  static func mapped(_ x: SIMD8<Float>, _ curve: Curve) -> SIMD8<Float> {
    switch curve {
    case .filmic: filmic(x)
    case .camera: camera(x)
    }
  }

  /// sRGB bytes of linear values in 0...1.
  @inline(__always)
  static func bytes(_ x: SIMD8<Float>, _ table: UnsafePointer<UInt32>) -> SIMD8<UInt32> {
    let i = lanes_to_i(lanes_min(lanes_max(x * 4096, .zero), SIMD8(repeating: 4095)))
    return lanes_gather_u(table, i)
  }
}
