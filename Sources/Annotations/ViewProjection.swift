import Geometry
import VectorMath
import WorldModel

/// How a camera's pixels and the points before it belong together: all that labels of planes, lines and corners need to
/// know about a lens. Camera frame, metres; pixels with integers at their centres.
struct ViewProjection {
  let camera: Camera
  /// Rays of all pixels, row by row, of lenses that take long to work one out; else none.
  private let rays: [Vector3]

  init(camera: Camera) {
    self.camera = camera
    guard camera.projection != .pinhole else {
      rays = []
      return
    }
    rays = (0..<camera.height).flatMap { v in
      (0..<camera.width).map { camera.ray(Double($0), Double(v)) }
    }
  }

  /// Where a point is seen, in the image or beside it; `nil` where nothing is, and nearer than the near limit.
  func pixel(of p: Vector3) -> Vector2? { camera.place(of: p)?.pixel }

  /// A point on the ray through a pixel's centre; multiples of 1 or more by less than the near plane are not seen.
  func ray(_ u: Int, _ v: Int) -> Vector3 {
    rays.isEmpty ? camera.ray(Double(u), Double(v)) : rays[v * camera.width + u]
  }

  /// Whether `factor` times the ray through a pixel is far enough off to be seen.
  func isSeen(at factor: Double) -> Bool { factor >= camera.near && factor.isFinite }

  /// The parts of a segment that the image shows, from its first end on.
  func visibleParts(of a: Vector3, _ b: Vector3) -> [(Vector3, Vector3)] {
    switch camera.projection {
    case .pinhole:
      let low = camera.ray(-0.5, -0.5)
      let high = camera.ray(Double(camera.width) - 0.5, Double(camera.height) - 0.5)
      let frustum = Frustum(low: Vector2(low.x, low.y), high: Vector2(high.x, high.y), near: camera.near)
      return [frustum.clip(segment: (a, b))].compactMap { $0 }
    case .equirectangular:
      // All around, all of it is in the image; near ends are told by their direction.
      return camera.canProject(a) && camera.canProject(b) ? [(a, b)] : []
    case .fisheye, .brownConrady, .orthographic: return walkedParts(of: a, b)
    }
  }

  /// By walking along the segment in steps of at most a quarter of a degree, and a pixel, as the camera sees it: a part that
  /// is shorter than a step may be missed.
  private func walkedParts(of a: Vector3, _ b: Vector3) -> [(Vector3, Vector3)] {
    let angle = DeterministicMath.atan2(length(cross(a, b)), dot(a, b))
    let count = max(4, Int((angle * max(720 / .pi, camera.fx, camera.fy)).rounded(.up)))
    func isSeen(_ s: Double) -> Bool {
      camera.place(of: a + (b - a) * s).map { camera.contains($0.pixel) } ?? false
    }
    // Equal angles: the point whose direction is so far turned from a towards b.
    func place(_ k: Int) -> Double {
      if k == 0 || k == count { return k == 0 ? 0 : 1 }
      let turned = angle * Double(k) / Double(count)
      let near = length(a) * DeterministicMath.sincos(turned).sin
      let far = length(b) * DeterministicMath.sincos(angle - turned).sin
      return near + far > 0 ? near / (near + far) : Double(k) / Double(count)
    }
    var parts: [(Double, Double)] = []
    var open: Double? = isSeen(0) ? 0 : nil
    var last = 0.0
    for k in 1...count {
      let s = place(k)
      if isSeen(s) != (open != nil) {
        var (known, other) = (last, s)
        for _ in 0..<60 {
          let middle = (known + other) / 2
          if isSeen(middle) == (open != nil) { known = middle } else { other = middle }
        }
        // The end that is in the image.
        if let from = open {
          parts.append((from, known))
          open = nil
        } else {
          open = other
        }
      }
      last = s
    }
    if let from = open { parts.append((from, 1)) }
    return parts.map { (a + (b - a) * $0.0, a + (b - a) * $0.1) }
  }

  /// Whole pixels that hold a flat ring's image, and maybe a few more; `nil` when it is not in the image.
  func box(of ring: [Vector3]) -> PixelBox? {
    guard camera.projection == .pinhole else {
      return PixelBox(x: 0, y: 0, width: camera.width, height: camera.height)
    }
    var low = Vector2(repeating: .infinity)
    var high = Vector2(repeating: -.infinity)
    func insert(_ p: Vector3) {
      let q = camera.project(p)
      low = Vector2(min(low.x, q.x), min(low.y, q.y))
      high = Vector2(max(high.x, q.x), max(high.y, q.y))
    }
    for (i, b) in ring.enumerated() {
      let a = ring[i == 0 ? ring.count - 1 : i - 1]
      if (a.z < camera.near) != (b.z < camera.near) {
        let cut = a + (b - a) * ((camera.near - a.z) / (b.z - a.z))
        insert(Vector3(cut.x, cut.y, camera.near))
      }
      if b.z >= camera.near { insert(b) }
    }
    func clamped(_ x: Double, _ limit: Int) -> Int { Int(max(-1, min(Double(limit), x))) }
    let (u0, v0) = (
      max(0, clamped((low.x - 1).rounded(.down), camera.width)),
      max(0, clamped((low.y - 1).rounded(.down), camera.height))
    )
    let (u1, v1) = (
      min(camera.width - 1, clamped((high.x + 1).rounded(.up), camera.width)),
      min(camera.height - 1, clamped((high.y + 1).rounded(.up), camera.height))
    )
    guard low.x <= high.x, u0 <= u1, v0 <= v1 else { return nil }
    return PixelBox(x: u0, y: v0, width: u1 - u0 + 1, height: v1 - v0 + 1)
  }
}
