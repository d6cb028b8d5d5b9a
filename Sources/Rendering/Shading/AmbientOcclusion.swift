import CLanes
import VectorMath

/// How much of the sky nearby surfaces hide, from depth and normals of the picture itself, at half resolution.
///
/// Twelve taps on a spiral around each pixel, as in M. McGuire et al., "Scalable Ambient Obscurance" (2012),
/// then a 4 × 4 average within a depth step. Only shading uses it.
final class AmbientOcclusion {
  /// Metres within which surfaces darken each other under the sky, and in rooms, where rays find the rest.
  static let radius: Float = 0.7
  static let contactRadius: Float = 0.15
  private static let taps = 12

  private let raw = ScratchBuffer<Float>()
  private let smooth = ScratchBuffer<Float>()
  private(set) var width = 0
  private(set) var height = 0
  private var radius = AmbientOcclusion.radius

  var base: UnsafePointer<Float> { UnsafePointer(smooth.base) }
  /// Values a row.
  var stride: Int { (width + 7) & ~7 }

  /// - Parameters:
  ///   - cameraFromWorld: rotation that carries the buffers' world normals to the camera.
  ///   - radius: metres.
  func run(
    _ frame: FrameBuffers, lens: Lens, cameraFromWorld r: Matrix3, radius: Float = AmbientOcclusion.radius
  ) {
    self.radius = radius
    width = (frame.width + 1) / 2
    height = (frame.height + 1) / 2
    raw.reserve(stride * height)
    smooth.reserve(stride * height)
    for j in 0..<height {
      var i = 0
      while i < width {
        let lanes = obscured(frame, i, j, lens, r)
        UnsafeMutableRawPointer(raw.base + j * stride + i).storeBytes(of: lanes, as: SIMD8<Float>.self)
        i += 8
      }
    }
    for j in 0..<height { for i in 0..<width { smooth.base[j * stride + i] = averaged(frame, i, j) } }
  }

  @inline(__always)
  private func obscured(_ frame: FrameBuffers, _ i: Int, _ j: Int, _ lens: Lens, _ r: Matrix3) -> SIMD8<Float>
  {
    let columns = SIMD8<Int32>(0, 2, 4, 6, 8, 10, 12, 14) &+ Int32(2 * i)
    let u = lanes_min_i(columns, SIMD8(repeating: Int32(frame.width - 1)))
    let v = min(2 * j, frame.height - 1)
    let at = u &+ Int32(v * frame.rowStride)
    let depths = UnsafePointer(frame.depths.base)
    let z = lanes_gather_f(depths, at)
    let (fx, fy) = (Float(lens.inverseFx), Float(lens.inverseFy))
    let isParallel = lens.isParallel
    let one = SIMD8<Float>(repeating: 1)
    let away = isParallel ? one : z
    let x = (lanes_to_f(u) - Float(lens.cx)) * fx * away
    let y = SIMD8(repeating: (Float(v) - Float(lens.cy)) * fy) * away
    let normals = UnsafePointer(frame.normals.base)
    let (wx, wy, wz) = (
      lanes_gather_f(normals, at &* 3), lanes_gather_f(normals + 1, at &* 3),
      lanes_gather_f(normals + 2, at &* 3)
    )
    let nx = wx * Float(r.x.x) + wy * Float(r.y.x) + wz * Float(r.z.x)
    let ny = wx * Float(r.x.y) + wy * Float(r.y.y) + wz * Float(r.z.y)
    let nz = wx * Float(r.x.z) + wy * Float(r.y.z) + wz * Float(r.z.z)
    let reach = lanes_min(
      lanes_max(SIMD8(repeating: radius * Float(lens.fx)) / away, SIMD8(repeating: 2)), SIMD8(repeating: 90)
    )
    // Sixteen turns of the spiral, by the pixel's place in a 4 × 4 pattern, even out in the average.
    let pattern = (columns &>> 1 & 3) &* 4 &+ Int32(j & 3)
    let turn = lanes_to_f((pattern &* 7) & 15)
    var sum = SIMD8<Float>.zero
    for tap in 0..<Self.taps {
      let (dirX, dirY) = Self.direction(tap, turn)
      let length = reach * ((Float(tap) + 0.6) / Float(Self.taps))
      let tu = lanes_min_i(
        lanes_max_i(u &+ lanes_to_i(dirX * length), .zero), SIMD8(repeating: Int32(frame.width - 1)))
      let tv = lanes_min_i(
        lanes_max_i(lanes_to_i(dirY * length) &+ Int32(v), .zero), SIMD8(repeating: Int32(frame.height - 1)))
      let q = lanes_gather_f(depths, tv &* Int32(frame.rowStride) &+ tu)
      let there = isParallel ? one : q
      let qx = (lanes_to_f(tu) - Float(lens.cx)) * fx * there - x
      let qy = (lanes_to_f(tv) - Float(lens.cy)) * fy * there - y
      let qz = q - z
      let d2 = qx * qx + qy * qy + qz * qz
      let along = qx * nx + qy * ny + qz * nz
      let fall = lanes_max(1 - d2 * (1 / (radius * radius)), .zero)
      let raised = lanes_max(along - away * 0.0015 - 0.004, .zero) / lanes_sqrt(d2 + 1e-4)
      let term = fall * raised
      // Infinite depths give no number: they hide nothing.
      sum += lanes_select(lanes_less(q, SIMD8(repeating: 1e6)), term, .zero)
    }
    let open = 1 - sum * (1.9 / Float(Self.taps))
    let value = lanes_max(lanes_min(open, SIMD8(repeating: 1)), SIMD8(repeating: 0.12))
    return lanes_select(lanes_less(z, SIMD8(repeating: 1e6)), value, SIMD8(repeating: 1))
  }

  /// Unit directions of a spiral of seven turns, turned by sixteenths of a tap's angle.
  @inline(__always)
  private static func direction(_ tap: Int, _ turn: SIMD8<Float>) -> (SIMD8<Float>, SIMD8<Float>) {
    // A parabola pair stands in for the sine: the directions need only be even.
    let phase = turn * (1.0 / 16) + Float(tap) * (7.0 / 12)
    let s = phase - lanes_floor(phase)
    @inline(__always)
    func wave(_ x: SIMD8<Float>) -> SIMD8<Float> {
      let t = x - lanes_floor(x)
      let w = t * 2 - 1
      return (w * (1 - lanes_abs(w))) * -4
    }
    let (cx, sx) = (wave(s + 0.25), wave(s))
    let l = SIMD8<Float>(repeating: 1) / lanes_sqrt(cx * cx + sx * sx)
    return (cx * l, sx * l)
  }

  private func averaged(_ frame: FrameBuffers, _ i: Int, _ j: Int) -> Float {
    func depth(_ i: Int, _ j: Int) -> Float {
      frame.depths.base[min(2 * j, frame.height - 1) * frame.rowStride + min(2 * i, frame.width - 1)]
    }
    let z = depth(i, j)
    let limit = z * 0.03 + 0.05
    var sum: Float = 0
    var weight: Float = 0
    for b in max(0, j - 2)..<min(height, j + 2) {
      for a in max(0, i - 2)..<min(width, i + 2) where abs(depth(a, b) - z) < limit {
        sum += raw.base[b * stride + a]
        weight += 1
      }
    }
    return weight > 0 ? sum / weight : raw.base[j * stride + i]
  }
}
