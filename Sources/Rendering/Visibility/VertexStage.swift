import CLanes
import VectorMath

/// Camera-space and screen positions of one piece's vertices.
///
/// Screen positions are rounded to 1/256 pixel here, once, for everything that follows.
final class VertexStage {
  /// Why a vertex lies outside. A triangle whose corners share a bit of `outside` cannot be seen; one with a
  /// corner that has a bit of `needsClipping` must be cut first.
  enum Outcode {
    static let near: Int32 = 1
    static let guardBand: Int32 = 2
    static let left: Int32 = 4
    static let right: Int32 = 8
    static let above: Int32 = 16
    static let below: Int32 = 32
    static let outside: Int32 = near | left | right | above | below
    static let needsClipping: Int32 = near | guardBand
  }

  /// Fixed-point positions reach this many pixels from the origin: 2¹⁴, so that an edge function's steps stay
  /// below 2²³ and its values over a tile below 2³⁰.
  static let guardPixels = 16384.0

  let transform: PointTransform
  private let camera = ScratchBuffer<Double>(capacity: 3 * 4096)
  private let workspace = ScratchBuffer<Double>(capacity: 3 * 4096)
  private let screenX = ScratchBuffer<Int32>(capacity: 4096)
  private let screenY = ScratchBuffer<Int32>(capacity: 4096)
  private let outcodes = ScratchBuffer<Int32>(capacity: 4096)
  private(set) var stride = 0

  init(transform: PointTransform) { self.transform = transform }

  /// x, then y, then z of all vertices in the camera frame, `stride` doubles each.
  var cameraRows: UnsafePointer<Double> { UnsafePointer(camera.base) }
  var u: UnsafePointer<Int32> { UnsafePointer(screenX.base) }
  var v: UnsafePointer<Int32> { UnsafePointer(screenY.base) }
  var codes: UnsafePointer<Int32> { UnsafePointer(outcodes.base) }

  @inline(__always)
  func cameraPoint(_ i: Int) -> Vector3 {
    Vector3(camera.base[i], camera.base[stride + i], camera.base[2 * stride + i])
  }

  /// - Parameters:
  ///   - cameraFromMesh: from `PointTransform.quantized`.
  ///   - canvas: pixels outside of which nothing needs to be seen.
  ///   - spread: how far from pixel centres samples lie, 1/256 pixel.
  func run(
    _ points: PointRows, cameraFromMesh: AffineTransform, lens: Lens, canvas: PixelRectangle, spread: Int32
  ) {
    stride = points.stride
    camera.reserve(3 * stride)
    workspace.reserve(3 * stride)
    screenX.reserve(stride)
    screenY.reserve(stride)
    outcodes.reserve(stride)
    transform.apply(cameraFromMesh, to: points, output: camera.base, workspace: workspace.base)

    let rows = UnsafeRawPointer(camera.base)
    let outX = UnsafeMutableRawPointer(screenX.base)
    let outY = UnsafeMutableRawPointer(screenY.base)
    let outCode = UnsafeMutableRawPointer(outcodes.base)
    let one = SIMD8<Double>(repeating: 1)
    let fx = SIMD8<Double>(repeating: lens.fx * 256)
    let fy = SIMD8<Double>(repeating: lens.fy * 256)
    let cx = SIMD8<Double>(repeating: lens.cx * 256)
    let cy = SIMD8<Double>(repeating: lens.cy * 256)
    let near = SIMD8<Double>(repeating: lens.near)
    let limit = SIMD8<Double>(repeating: Self.guardPixels * 256)
    // A pixel column is covered only when a sample is: nothing left of the first one matters.
    let reach = Double(spread)
    let left = SIMD8<Double>(repeating: Double(canvas.minU) * 256 - reach)
    let right = SIMD8<Double>(repeating: Double(canvas.maxU - 1) * 256 + reach)
    let top = SIMD8<Double>(repeating: Double(canvas.minV) * 256 - reach)
    let bottom = SIMD8<Double>(repeating: Double(canvas.maxV - 1) * 256 + reach)
    let half = SIMD8<Double>(repeating: 0.5)
    var i = 0
    while i < stride {
      let x = rows.loadUnaligned(fromByteOffset: 8 * i, as: SIMD8<Double>.self)
      let y = rows.loadUnaligned(fromByteOffset: 8 * (stride + i), as: SIMD8<Double>.self)
      let z = rows.loadUnaligned(fromByteOffset: 8 * (2 * stride + i), as: SIMD8<Double>.self)
      let r = lens.isParallel ? one : one / z
      let px = x * r * fx + cx
      let py = y * r * fy + cy
      let behind = lanes_less_d(z, near)
      let inFront = ~behind
      let off = ~(lanes_less_d(lanes_abs_d(px), limit) & lanes_less_d(lanes_abs_d(py), limit))
      var code = behind & Outcode.near
      code |= off & Outcode.guardBand
      code |= inFront & lanes_less_d(px, left - half) & Outcode.left
      code |= inFront & lanes_less_d(right + half, px) & Outcode.right
      code |= inFront & lanes_less_d(py, top - half) & Outcode.above
      code |= inFront & lanes_less_d(bottom + half, py) & Outcode.below
      outX.storeBytes(of: lanes_round_d(px), toByteOffset: 4 * i, as: SIMD8<Int32>.self)
      outY.storeBytes(of: lanes_round_d(py), toByteOffset: 4 * i, as: SIMD8<Int32>.self)
      outCode.storeBytes(of: code, toByteOffset: 4 * i, as: SIMD8<Int32>.self)
      i &+= 8
    }
  }

  /// A camera-frame point on the screen, 1/256 pixel.
  @inline(__always)
  static func snap(_ p: Vector3, _ lens: Lens) -> (x: Int32, y: Int32) {
    let r = lens.isParallel ? 1 : 1 / p.z
    let px = p.x * r * (lens.fx * 256) + lens.cx * 256
    let py = p.y * r * (lens.fy * 256) + lens.cy * 256
    // Clipping has brought the point inside the guard band up to rounding.
    let limit = guardPixels * 256 + 256
    return (
      Int32(Swift.min(Swift.max(px, -limit), limit).rounded(.toNearestOrEven)),
      Int32(Swift.min(Swift.max(py, -limit), limit).rounded(.toNearestOrEven))
    )
  }
}
