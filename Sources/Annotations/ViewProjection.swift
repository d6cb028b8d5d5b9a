import Geometry
import VectorMath
import WorldModel

/// How a camera's pixels and the points before it belong together: all that labels of planes, lines and corners need to
/// know about a lens. Camera frame, metres; pixels with integers at their centres.
struct ViewProjection {
  let camera: Camera

  /// Lines through a fisheye leave its image and come back: it has no frames of rooms.
  static func canTell(_ projection: Projection) -> Bool { projection != .fisheye }

  /// Where a point is seen, in the image or beside it; `nil` where nothing is, and nearer than the near limit.
  func pixel(of p: Vector3) -> Vector2? { camera.place(of: p)?.pixel }

  /// A point on the ray through a pixel; multiples of 1 or more by less than the near plane are not seen.
  func ray(_ u: Double, _ v: Double) -> Vector3 { camera.ray(u, v) }

  /// Whether `factor` times the ray through a pixel is far enough off to be seen.
  func isSeen(at factor: Double) -> Bool { factor >= camera.near && factor.isFinite }

  /// The part of a segment that the image shows; `nil` when that is none.
  func visiblePart(of a: Vector3, _ b: Vector3) -> (Vector3, Vector3)? {
    // All around, all of it is in the image; near ends are told by their direction.
    if camera.projection == .equirectangular {
      return camera.canProject(a) && camera.canProject(b) ? (a, b) : nil
    }
    let low = camera.ray(-0.5, -0.5)
    let high = camera.ray(Double(camera.width) - 0.5, Double(camera.height) - 0.5)
    return Frustum(low: Vector2(low.x, low.y), high: Vector2(high.x, high.y), near: camera.near)
      .clip(segment: (a, b))
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
