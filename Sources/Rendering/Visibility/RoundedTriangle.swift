import VectorMath

/// A triangle between its corners as rounded to 1/256 pixel: what pixels can say of one that is seen edge-on.
///
/// A pixel belongs to a triangle when its centre lies inside the rounded outline, which is up to 1/512 pixel beyond the
/// true one on either axis. The true plane carried that far is hardly off, unless it is seen edge-on: then it rises by
/// metres a hundredth of a pixel. Between the rounded corners nothing is ever carried beyond the triangle: a pixel shows
/// a point of it that projects within 1/512 pixel of the centre.
struct RoundedTriangle {
  /// Planes seen at less than about one in this are steep; the rounding matters to them alone.
  static let steepness = 20.0
  /// Only of what is narrower than this, pixels. On wider triangles few pixels lie beyond the true outline, by little of
  /// the triangle, and neighbours in one plane must stay in one plane.
  private static let width = 1.0 / 16

  /// The corners' weights over z (where rays are parallel, the weights) as planes over pixels: step right, step down, value at pixel (0, 0).
  let a: Vector3
  let b: Vector3
  let c: Vector3

  /// - Parameters: corners in the camera frame, none before the near plane.
  /// - Returns: `nil` for what is not narrow, covers nothing or reaches out of the guard band.
  @inline(never)
  init?(_ a: Vector3, _ b: Vector3, _ c: Vector3, lens: Lens) {
    let limit = VertexStage.guardPixels * 256
    func corner(_ p: Vector3) -> Vector2? {
      let at = VertexStage.snap(p, lens)
      guard abs(Double(at.x)) < limit, abs(Double(at.y)) < limit else { return nil }
      return Vector2(Double(at.x), Double(at.y)) / 256
    }
    guard let p = corner(a), let q = corner(b), let r = corner(c) else { return nil }
    let (pq, qr, rp) = (q - p, r - q, p - r)
    let area = pq.y * rp.x - pq.x * rp.y
    let longest = max(dot(pq, pq), max(dot(qr, qr), dot(rp, rp)))
    guard area != 0, abs(area) < Self.width * longest.squareRoot() else { return nil }
    func weight(_ from: Vector2, _ edge: Vector2, _ z: Double) -> Vector3 {
      Vector3(-edge.y, edge.x, from.x * (from.y + edge.y) - (from.x + edge.x) * from.y) / (area * z)
    }
    self.a = weight(q, qr, lens.flat(a).z)
    self.b = weight(r, rp, lens.flat(b).z)
    self.c = weight(p, pq, lens.flat(c).z)
  }

  /// The corners' weights at a pixel.
  func weights(_ u: Double, _ v: Double) -> Vector3 {
    let at = Vector3(u, v, 1)
    let shares = Vector3(dot(a, at), dot(b, at), dot(c, at))
    return shares / (shares.x + shares.y + shares.z)
  }

  /// The corners' weights of the point where a ray of the camera meets the true triangle; `nil` if it passes by, or along
  /// the plane. Where rays are parallel, of what `Lens.flat` makes of the corners.
  static func weights(_ a: Vector3, _ b: Vector3, _ c: Vector3, ray: Vector3) -> Vector3? {
    // Each weight is the volume of ray, and the edge across, over their sum.
    let volumes = Vector3(dot(ray, cross(b, c)), dot(ray, cross(c, a)), dot(ray, cross(a, b)))
    let n = cross(b - a, c - a)
    let sum = dot(ray, n)
    guard sum * sum > 1e-14 * dot(ray, ray) * dot(n, n) else { return nil }
    let weights = volumes / sum
    return weights.x >= 0 && weights.y >= 0 && weights.z >= 0 ? weights : nil
  }
}
