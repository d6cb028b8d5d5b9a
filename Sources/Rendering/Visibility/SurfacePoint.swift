import Geometry
import VectorMath
import WorldModel

/// A point of a piece's surface, followed through time: exact, one at a time.
struct SurfacePoint {
  /// Points no farther than this before a camera (or behind it) have no place in its image, metres.
  static let least: Float = 1e-6

  let piece: Int
  let triangle: Int
  /// Barycentric coordinates on the triangle.
  let weights: Vector3
  /// Camera frame of the instant it was seen; never beyond the triangle's own range of depth.
  let position: Vector3

  /// The point that a pixel's ray meets.
  ///
  /// - Parameter map: camera-from-mesh of the piece.
  init(piece: Int, triangle: Int, u: Double, v: Double, snapshot: Snapshot, map: AffineTransform, lens: Lens)
  {
    self.piece = piece
    self.triangle = triangle
    let t = snapshot.pieces[piece].mesh.triangles[triangle]
    let positions = snapshot.pieces[piece].positions
    let a = map * Vector3(positions[Int(t.x)])
    let b = map * Vector3(positions[Int(t.y)])
    let c = map * Vector3(positions[Int(t.z)])
    let ray = lens.ray(u, v)
    let plane = InverseDepthPlane(a, b, c, lens: lens)
    let (fa, fb, fc) = (lens.flat(a), lens.flat(b), lens.flat(c))
    if plane.isRounded, let rounded = RoundedTriangle(a, b, c, lens: lens) {
      weights = RoundedTriangle.weights(fa, fb, fc, ray: ray) ?? rounded.weights(u, v)
      position = lens.point(ray, depth: a.z * weights.x + b.z * weights.y + c.z * weights.z)
      return
    }
    // Each weight is the volume of ray, and the edge across, over their sum.
    let (wa, wb, wc) = (dot(ray, cross(fb, fc)), dot(ray, cross(fc, fa)), dot(ray, cross(fa, fb)))
    let sum = wa + wb + wc
    weights = sum != 0 && cross(b - a, c - a) != .zero ? Vector3(wa, wb, wc) / sum : Vector3(1, 0, 0)
    let w = Swift.min(Swift.max(plane.wu * u + plane.wv * v + plane.w0, plane.low), plane.high)
    position = lens.isParallel ? lens.point(ray, depth: Lens.depth(nearness: w)) : ray / w
  }

  /// The point where a ray of the camera that is known to meet a triangle does so.
  ///
  /// - Parameters:
  ///   - ray: camera frame, of any length.
  ///   - map: camera-from-mesh of the piece.
  init(piece: Int, triangle: Int, ray: Vector3, snapshot: Snapshot, map: AffineTransform) {
    self.piece = piece
    self.triangle = triangle
    let t = snapshot.pieces[piece].mesh.triangles[triangle]
    let positions = snapshot.pieces[piece].positions
    let a = map * Vector3(positions[Int(t.x)])
    let b = map * Vector3(positions[Int(t.y)])
    let c = map * Vector3(positions[Int(t.z)])
    let (wa, wb, wc) = (dot(ray, cross(b, c)), dot(ray, cross(c, a)), dot(ray, cross(a, b)))
    let sum = wa + wb + wc
    // A ray along the plane has no one point; the rest is inside but for rounding.
    var w = sum != 0 ? Vector3(wa, wb, wc) / sum : Vector3(1, 0, 0)
    w = Vector3(max(0, w.x), max(0, w.y), max(0, w.z))
    let total = w.x + w.y + w.z
    weights = total > 0 && total.isFinite ? w / total : Vector3(1, 0, 0)
    position = a * weights.x + b * weights.y + c * weights.z
  }

  /// A tracked point, wherever it is.
  ///
  /// - Parameter map: camera-from-mesh of its piece.
  init(_ tracked: TrackedPoint, snapshot: Snapshot, map: AffineTransform) {
    piece = tracked.piece
    triangle = tracked.triangle
    weights = tracked.weights
    position = Self.position(
      piece: piece, triangle: triangle, weights: weights, in: snapshot, map: map)
  }

  /// Whether a camera sees the side of the triangle that is drawn.
  ///
  /// - Parameters:
  ///   - map: that camera's frame from the mesh.
  ///   - isParallel: whether its rays are.
  func isFacing(in snapshot: Snapshot, map: AffineTransform, isParallel: Bool) -> Bool {
    if snapshot.materials[snapshot.pieces[piece].material].isDoubleSided { return true }
    let t = snapshot.pieces[piece].mesh.triangles[triangle]
    let positions = snapshot.pieces[piece].positions
    let a = map * Vector3(positions[Int(t.x)])
    let n = cross(map * Vector3(positions[Int(t.y)]) - a, map * Vector3(positions[Int(t.z)]) - a)
    let along = isParallel ? n.z : dot(n, a)
    return snapshot.pieces[piece].worldFromMesh.linear.determinant < 0 ? along >= 0 : along <= 0
  }

  /// Where the same point of the surface is under another map and shape.
  ///
  /// - Parameter move: that camera's frame from this one's, for pieces that keep their shape: what belongs to the
  ///   pixel moves as a whole, and what does not move stays exactly.
  func position(in snapshot: Snapshot, map: AffineTransform, move: AffineTransform?) -> Vector3 {
    if let move { return move == .identity ? position : move * position }
    return Self.position(piece: piece, triangle: triangle, weights: weights, in: snapshot, map: map)
  }

  private static func position(
    piece: Int, triangle: Int, weights: Vector3, in snapshot: Snapshot, map: AffineTransform
  ) -> Vector3 {
    let t = snapshot.pieces[piece].mesh.triangles[triangle]
    let positions = snapshot.pieces[piece].positions
    let (a, b) = (map * Vector3(positions[Int(t.x)]), map * Vector3(positions[Int(t.y)]))
    return a * weights.x + b * weights.y + map * Vector3(positions[Int(t.z)]) * weights.z
  }
}
