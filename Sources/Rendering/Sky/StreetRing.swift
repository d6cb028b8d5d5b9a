import CLanes
import Geometry
import Imaging
import VectorMath
import WorldModel

/// What stands around a camera, as an outline against the sky: for each direction over the plan how high it reaches and in
/// what colour. Paint and panes mirror it, coarsely and as if from where the camera is.
final class StreetRing {
  static let count = 128
  static let stride: Int32 = 4
  /// Tangent of the elevation, then red, green and blue, radiance × π.
  private let table = ScratchBuffer<Float>(capacity: count * Int(stride))
  /// Lower things than this above the eye are not told from the ground, metres.
  private static let least = 0.5

  var base: UnsafePointer<Float> { UnsafePointer(table.base) }

  /// - Parameter eye: world, metres.
  func fill(_ snapshot: Snapshot, eye: Vector3) {
    var heights = [Float](repeating: 0, count: Self.count)
    var sums = [SIMD4<Float>](repeating: .zero, count: Self.count)
    let colours = snapshot.materials.map(Self.mean)
    let sky = snapshot.sky.zenith * 0.3 + snapshot.sky.horizon * 0.2 + snapshot.sky.ground * 0.5
    for piece in snapshot.pieces {
      let box = piece.bounds
      guard !box.isEmpty else { continue }
      let m = piece.worldFromMesh
      let half = box.size / 2
      let centre = m * box.center
      let up =
        (m.linear.x.z * half.x).magnitude + (m.linear.y.z * half.y).magnitude
        + (m.linear.z.z * half.z).magnitude
      let height = centre.z + up - eye.z
      let way = Vector2(centre.x - eye.x, centre.y - eye.y)
      let distance = length(way)
      guard height > Self.least, distance > 1 else { continue }
      let (a, b) = Self.span(m, box, eye, middle: way)
      // Posts are too thin to see, and what surrounds the camera has no outline.
      guard b - a > 2.0 / Double(Self.count), b - a < 1.9 else { continue }
      let tangent = Float(height / distance)
      let towards = Vector3(-way.x, -way.y, 0) / distance
      let facing = Float(max(0, dot(towards, snapshot.sun.direction)))
      let colour = colours[piece.material] * (sky + snapshot.sun.irradiance * (facing * 0.6 + 0.08))
      let first = Int((a * Double(Self.count) / 4).rounded())
      let last = Int((b * Double(Self.count) / 4).rounded())
      for k in first..<max(last, first + 1) {
        let at = (k % Self.count + Self.count) % Self.count
        heights[at] = max(heights[at], tangent)
        // What reaches higher counts more.
        sums[at] += SIMD4(colour.x, colour.y, colour.z, 1) * tangent
      }
    }
    smooth(heights, sums)
  }

  /// Outlines of things far and near, mirrored from elsewhere than the eye, are better soft.
  private func smooth(_ heights: [Float], _ sums: [SIMD4<Float>]) {
    let weights: [Float] = [1, 2, 3, 2, 1]
    for i in 0..<Self.count {
      var height: Float = 0
      var sum = SIMD4<Float>.zero
      for (k, w) in weights.enumerated() {
        let at = (i + k - 2 + Self.count) % Self.count
        height += heights[at] * (w / 9)
        sum += sums[at] * w
      }
      let row = table.base + i * Int(Self.stride)
      row[0] = height
      for c in 0..<3 { row[1 + c] = sum.w > 0 ? sum[c] / sum.w : 0 }
    }
  }

  /// Where a box begins and ends around the eye, as angles of a diamond, 0..<4 once around.
  private static func span(
    _ m: AffineTransform, _ box: Box3, _ eye: Vector3, middle: Vector2
  ) -> (Double, Double) {
    let centre = diamond(middle)
    var (low, high) = (0.0, 0.0)
    for corner in 0..<4 {
      let p =
        m
        * Vector3(
          corner & 1 == 0 ? box.min.x : box.max.x, corner & 2 == 0 ? box.min.y : box.max.y, box.center.z)
      var off = diamond(Vector2(p.x - eye.x, p.y - eye.y)) - centre
      if off > 2 { off -= 4 }
      if off < -2 { off += 4 }
      (low, high) = (min(low, off), max(high, off))
    }
    return (centre + low, centre + high)
  }

  private static func diamond(_ p: Vector2) -> Double {
    let sum = p.x.magnitude + p.y.magnitude
    guard sum > 0 else { return 0 }
    let part = p.y / sum
    return p.x >= 0 ? part + (part < 0 ? 4 : 0) : 2 - part
  }

  /// A material's colour from afar.
  private static func mean(_ material: Material) -> Vector3f {
    let own = Vector3f(material.baseColor.x, material.baseColor.y, material.baseColor.z)
    guard let texel = material.baseColorTexture?.levels.last?.texels.first else { return own }
    func linear(_ shift: UInt32) -> Float { ToneMapping.decode[Int(texel >> shift & 255)] }
    return own * Vector3f(linear(0), linear(8), linear(16))
  }

  /// Lays the outline over a mirrored sky.
  ///
  /// - Parameters:
  ///   - d: unit directions.
  ///   - blur: 0 sharp, 1 fully spread.
  @inline(__always)
  static func before(
    _ sky: SkyLight.Triple, _ d: SkyLight.Triple, blur: SIMD8<Float>, _ table: UnsafePointer<Float>
  ) -> SkyLight.Triple {
    let sum = lanes_max(lanes_abs(d.x) + lanes_abs(d.y), SIMD8(repeating: 1e-5))
    let part = d.y / sum
    let behind = lanes_less(d.x, .zero)
    let before = part + lanes_select(lanes_less(part, .zero), SIMD8(repeating: 4), .zero)
    let turn = lanes_select(behind, 2 - part, before) * (Float(count) / 4)
    let whole = lanes_floor(turn)
    let f = turn - whole
    let row = (lanes_to_i(whole) & Int32(count - 1)) &* stride
    let next = ((lanes_to_i(whole) &+ 1) & Int32(count - 1)) &* stride
    @inline(__always)
    func column(_ k: Int) -> SIMD8<Float> {
      let a = lanes_gather_f(table + k, row)
      return a + (lanes_gather_f(table + k, next) - a) * f
    }
    let level = lanes_max(lanes_sqrt(d.x * d.x + d.y * d.y), SIMD8(repeating: 1e-3))
    let tangent = d.z / level
    let height = column(0)
    let width = blur * 0.8 + 0.06
    let above = (height - tangent) / width + 0.5
    let under = tangent / width + 0.5
    let one = SIMD8<Float>(repeating: 1)
    let t = lanes_min(lanes_max(above, .zero), one) * lanes_min(lanes_max(under, .zero), one)
    let hidden = lanes_select(lanes_less(.zero, height), t, .zero)
    @inline(__always)
    func channel(_ sky: SIMD8<Float>, _ k: Int) -> SIMD8<Float> {
      sky + (column(1 + k) - sky) * hidden
    }
    return (channel(sky.x, 0), channel(sky.y, 1), channel(sky.z, 2))
  }
}
