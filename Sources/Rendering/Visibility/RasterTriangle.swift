import VectorMath

/// One triangle (or one piece of a clipped triangle) ready to be rasterised.
///
/// Vertices are in 1/256 pixel with pixel centres at whole multiples of 256, ordered so that
/// `(x1 − x0)(y2 − y0) − (x2 − x0)(y1 − y0)` is positive.
struct RasterTriangle {
  var x0: Int32
  var y0: Int32
  var x1: Int32
  var y1: Int32
  var x2: Int32
  var y2: Int32
  /// Pixels whose centres may be covered, bounds included.
  var minU: Int32
  var minV: Int32
  var maxU: Int32
  var maxV: Int32
  /// The pixel of the bounding box nearest to the principal point. Planes over the image are anchored there: at a
  /// vertex thousands of pixels outside the image single precision would leave too few digits inside it. It
  /// depends on the triangle and the lens alone, so all passes over a view find the same bits.
  var refU: Int32
  var refV: Int32
  /// 1/z at the reference pixel and its steps to the right and down.
  var w: Float
  var wu: Float
  var wv: Float
  /// The range of 1/z on the whole triangle: rounding never leaves it.
  var wMin: Float
  var wMax: Float
  /// Index into the snapshot's pieces.
  var piece: Int32
  /// Index into the mesh's triangles.
  var triangle: Int32

  /// The coordinate, in pixels, of the reference along one axis.
  ///
  /// - Parameter centre: the principal point's pixel.
  @inline(__always)
  static func reference(_ a: Int32, _ b: Int32, _ c: Int32, centre: Int32) -> Int32 {
    let low = min(a, min(b, c)) >> 8
    let high = max(a, max(b, c)) >> 8
    return max(low, min(high, centre))
  }

  /// The first and last column (or row) whose samples, up to `spread` from the centre, may lie between the
  /// vertices; first > last when there is none.
  @inline(__always)
  static func centres(_ a: Int32, _ b: Int32, _ c: Int32, spread: Int32) -> (low: Int32, high: Int32) {
    let low = min(a, min(b, c))
    let high = max(a, max(b, c))
    return ((low &- spread &+ 255) >> 8, (high &+ spread) >> 8)
  }
}

/// The plane 1/z = wu·u + wv·v + w0 over pixels (u, v) of a triangle in the camera frame; of parallel rays, for which z is
/// linear itself, 1 − z / `Lens.farthest`, which is greater for what is nearer too.
struct InverseDepthPlane {
  var wu: Double
  var wv: Double
  var w0: Double
  var low: Double
  var high: Double
  /// Whether it is the plane of a `RoundedTriangle`, not the true one.
  var isRounded = false

  /// - Parameters: three points of the camera frame; at least one has z ≥ near.
  @inline(__always)
  init(_ a: Vector3, _ b: Vector3, _ c: Vector3, lens: Lens) {
    let n = cross(b - a, c - a)
    let d = dot(n, a)
    let zLow = Swift.min(a.z, Swift.min(b.z, c.z))
    let zHigh = Swift.max(a.z, Swift.max(b.z, c.z))
    low = 1 / Swift.max(zHigh, lens.near)
    high = 1 / Swift.max(zLow, lens.near)
    guard !lens.isParallel else {
      low = Lens.nearness(Swift.max(zHigh, lens.near))
      high = Lens.nearness(Swift.max(zLow, lens.near))
      let (plane, isRounded) = Self.parallel(a, b, c, normal: n, offset: d, lens: lens)
      (wu, wv, w0) = (plane.x, plane.y, plane.z)
      self.isRounded = isRounded
      return
    }
    let r = 1 / d
    let nx = n.x * r * lens.inverseFx
    let ny = n.y * r * lens.inverseFy
    let k = n.z * r - nx * lens.cx - ny * lens.cy
    if nx.isFinite && ny.isFinite && k.isFinite {
      wu = nx
      wv = ny
      w0 = k
      guard abs(n.x * r) + abs(n.y * r) > RoundedTriangle.steepness * low else { return }
    } else {  // Seen exactly edge-on: nearest depth everywhere.
      wu = 0
      wv = 0
      w0 = high
    }
    guard zLow >= lens.near, let rounded = RoundedTriangle(a, b, c, lens: lens) else { return }
    let sum = rounded.a + rounded.b + rounded.c
    wu = sum.x
    wv = sum.y
    w0 = sum.z
    isRounded = true
  }

  /// Steps to the right and down and the value at pixel (0, 0) where rays are parallel; whether they are those of a
  /// `RoundedTriangle`.
  @inline(never)
  private static func parallel(
    _ a: Vector3, _ b: Vector3, _ c: Vector3, normal n: Vector3, offset d: Double, lens: Lens
  ) -> (Vector3, Bool) {
    let nearest = Swift.min(a.z, Swift.min(b.z, c.z))
    let (right, down) = (-n.x / n.z * lens.inverseFx, -n.y / n.z * lens.inverseFy)
    let z0 = d / n.z - right * lens.cx - down * lens.cy
    let isPlane = right.isFinite && down.isFinite && z0.isFinite
    // Seen exactly edge-on: nearest depth everywhere.
    let plane =
      isPlane
      ? Vector3(-right / Lens.farthest, -down / Lens.farthest, Lens.nearness(z0))
      : Vector3(0, 0, Lens.nearness(Swift.max(nearest, lens.near)))
    guard !isPlane || abs(n.x) + abs(n.y) > RoundedTriangle.steepness * abs(n.z), nearest >= lens.near,
      let rounded = RoundedTriangle(a, b, c, lens: lens)
    else { return (plane, false) }
    let sum =
      rounded.a * Lens.nearness(a.z) + rounded.b * Lens.nearness(b.z) + rounded.c * Lens.nearness(c.z)
    return (sum, true)
  }
}

/// The numbers of a pinhole camera, or one of parallel rays, that the rasteriser needs, with the colour samples' shift
/// applied.
struct Lens {
  /// Parallel rays see no farther, metres.
  static let farthest = 2048.0

  var fx: Double
  var fy: Double
  var cx: Double
  var cy: Double
  var near: Double
  var inverseFx: Double
  var inverseFy: Double
  /// Rays along z from (x, y, 0) instead of through one point.
  var isParallel = false

  /// What stands for 1/z where rays are parallel: linear in z, greater for what is nearer, positive as far as is seen.
  @inline(__always)
  static func nearness(_ z: Double) -> Double { 1 - z / farthest }
  /// And back.
  @inline(__always)
  static func depth(nearness w: Double) -> Double { (1 - w) * farthest }

  /// A pinhole sees a point where this lens does: of parallel rays it is the point's shadow on the plane z = 1. So
  /// whatever is worked out for pinholes by slopes, weights on triangles above all, holds for both.
  @inline(__always)
  func flat(_ p: Vector3) -> Vector3 { isParallel ? Vector3(p.x, p.y, 1) : p }

  /// What the pixel shows at a depth.
  @inline(__always)
  func point(_ ray: Vector3, depth: Double) -> Vector3 {
    isParallel ? Vector3(ray.x, ray.y, depth) : ray * depth
  }

  /// The ray through an image point, of depth 1.
  @inline(__always)
  func ray(_ u: Double, _ v: Double) -> Vector3 { Vector3((u - cx) * inverseFx, (v - cy) * inverseFy, 1) }

  /// The pixel of the principal point, limited to what fixed-point coordinates reach.
  var centre: SIMD2<Int32> {
    func whole(_ x: Double) -> Int32 {
      Int32(Swift.min(Swift.max(x, -VertexStage.guardPixels), VertexStage.guardPixels).rounded())
    }
    return SIMD2(whole(cx), whole(cy))
  }
}
