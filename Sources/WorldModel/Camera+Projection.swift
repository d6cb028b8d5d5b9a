package import VectorMath

extension Camera {
  /// A camera that sees all around: twice as wide as high, the view axis in the middle.
  package init(equirectangularHeight height: Int, near: Double = 0.05) {
    let f = Double(height) / .pi
    self.init(
      width: 2 * height, height: height, fx: f, fy: f, cx: Double(2 * height - 1) / 2,
      cy: Double(height - 1) / 2, near: near, projection: .equirectangular)
  }

  /// A centred equidistant camera; the field of view, radians, spans the image's width.
  package init(width: Int, height: Int, fisheyeFieldOfView angle: Double, near: Double = 0.05) {
    let f = Double(width) / angle
    self.init(
      width: width, height: height, fx: f, fy: f, cx: Double(width - 1) / 2, cy: Double(height - 1) / 2,
      near: near, projection: .fisheye)
  }

  /// A centred camera of parallel rays, `metres` of the world across the image's width.
  package init(width: Int, height: Int, metresAcross metres: Double, near: Double = 0.05) {
    let f = Double(width) / metres
    self.init(
      width: width, height: height, fx: f, fy: f, cx: Double(width - 1) / 2, cy: Double(height - 1) / 2,
      near: near, projection: .orthographic)
  }

  /// The pixel where a point of the camera frame is seen, possibly outside the image; meaningless where the lens has
  /// no place for it: for z ≤ 0 in a pinhole, distorted or not, where distortion folds, straight behind a fisheye, and at
  /// the camera itself.
  package func project(_ p: Vector3) -> Vector2 {
    switch projection {
    case .pinhole: return Vector2(fx * p.x / p.z + cx, fy * p.y / p.z + cy)
    case .equirectangular:
      let across = (p.x * p.x + p.z * p.z).squareRoot()
      let u = fx * DeterministicMath.atan2(p.x, p.z) + cx
      // Straight behind is the left border, as whatever lies a hair to the left of it.
      return Vector2(
        u < Double(width) - 0.5 ? u : u - Double(width), fy * DeterministicMath.atan2(p.y, across) + cy)
    case .fisheye:
      let r = (p.x * p.x + p.y * p.y).squareRoot()
      if r == 0 { return p.z > 0 ? Vector2(cx, cy) : Vector2(repeating: .nan) }
      let k = DeterministicMath.atan2(r, p.z) / r
      return Vector2(fx * p.x * k + cx, fy * p.y * k + cy)
    case .orthographic: return Vector2(fx * p.x + cx, fy * p.y + cy)
    case .brownConrady:
      let q = distortion.distort(Vector2(p.x / p.z, p.y / p.z))
      return Vector2(fx * q.x + cx, fy * q.y + cy)
    }
  }

  /// What a pixel shows at a depth, camera frame.
  @inline(__always)
  package func point(_ u: Double, _ v: Double, depth: Double) -> Vector3 {
    guard projection == .orthographic else { return ray(u, v) * depth }
    return origin(u, v) + Vector3(0, 0, depth)
  }

  /// Where the ray of an image point begins, camera frame: at the camera, unless rays are parallel.
  package func origin(_ u: Double, _ v: Double) -> Vector3 {
    guard projection == .orthographic else { return .zero }
    return Vector3((u - cx) / fx, (v - cy) / fy, 0)
  }

  /// How far the point that a pixel shows lies from the beginning of its ray when its depth is 1: at z = 1 for a pinhole,
  /// distorted or not, and where rays are parallel; a unit vector for others.
  package func ray(_ u: Double, _ v: Double) -> Vector3 {
    let (x, y) = ((u - cx) / fx, (v - cy) / fy)
    switch projection {
    case .pinhole: return Vector3(x, y, 1)
    case .orthographic: return Vector3(0, 0, 1)
    case .equirectangular:
      let (longitude, latitude) = (DeterministicMath.sincos(x), DeterministicMath.sincos(y))
      return Vector3(longitude.sin * latitude.cos, latitude.sin, longitude.cos * latitude.cos)
    case .fisheye:
      let angle = (x * x + y * y).squareRoot()
      if angle == 0 { return Vector3(0, 0, 1) }
      let (s, c) = DeterministicMath.sincos(angle)
      return Vector3(s * x / angle, s * y / angle, c)
    case .brownConrady:
      // Without a ray any will do.
      let p = distortion.undistort(Vector2(x, y)) ?? Vector2(x, y)
      return Vector3(p.x, p.y, 1)
    }
  }

  /// Whether a ray belongs to an image point: beyond the half turn of a fisheye, above and below the poles, and where
  /// distortion would fold the picture, none does.
  package func hasRay(_ u: Double, _ v: Double) -> Bool {
    let (x, y) = ((u - cx) / fx, (v - cy) / fy)
    switch projection {
    case .pinhole, .orthographic: return true
    case .equirectangular: return abs(y) <= .pi / 2
    case .fisheye: return x * x + y * y < .pi * .pi
    case .brownConrady: return distortion.undistort(Vector2(x, y)) != nil
    }
  }

  /// The value of `depth` at a point of the camera frame: planar z for a pinhole, distorted or not, and for parallel
  /// rays, the distance for others.
  @inline(__always)
  package func depth(of p: Vector3) -> Double { projection.isPlanar ? p.z : length(p) }

  /// Whether `project` has a meaning for a point of the camera frame.
  package func canProject(_ p: Vector3) -> Bool {
    switch projection {
    case .pinhole: p.z > 0
    case .orthographic: true
    case .equirectangular: p != .zero
    case .fisheye: p.z > 0 || p.x != 0 || p.y != 0
    case .brownConrady: p.z > 0 && p.x * p.x + p.y * p.y < distortion.limit * distortion.limit * p.z * p.z
    }
  }

  /// The pixel of a point of the camera frame, possibly outside the image, with its depth; `nil` for what is nearer
  /// than `near`.
  package func place(of p: Vector3) -> (pixel: Vector2, depth: Double)? {
    let depth = depth(of: p)
    guard depth >= near, canProject(p) else { return nil }
    return (project(p), depth)
  }

  /// Columns after which the image begins again; `nil` for lenses that do not see all around.
  package var period: Int? { projection == .equirectangular ? width : nil }

  /// From one image point to another, pixels: the shorter way round where columns repeat, in [−width / 2, width / 2).
  package func displacement(from a: Vector2, to b: Vector2) -> Vector2 {
    var d = b - a
    if let period {
      let w = Double(period)
      d.x -= w * ((d.x + w / 2) / w).rounded(.down)
    }
    return d
  }
}

extension Camera: Codable {
  private enum CodingKeys: String, CodingKey {
    case width, height, fx, fy, cx, cy, near, projection, distortion
    case depthMeaning = "depth"
  }

  package init(from decoder: any Decoder) throws {
    let c = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      width: try c.decode(Int.self, forKey: .width), height: try c.decode(Int.self, forKey: .height),
      fx: try c.decode(Double.self, forKey: .fx), fy: try c.decode(Double.self, forKey: .fy),
      cx: try c.decode(Double.self, forKey: .cx), cy: try c.decode(Double.self, forKey: .cy),
      near: try c.decode(Double.self, forKey: .near),
      projection: try c.decodeIfPresent(Projection.self, forKey: .projection) ?? .pinhole,
      distortion: try c.decodeIfPresent(Distortion.self, forKey: .distortion) ?? .none)
  }

  /// A pinhole is what a camera is unless it says otherwise; others name their projection and what `depth` means.
  package func encode(to encoder: any Encoder) throws {
    var c = encoder.container(keyedBy: CodingKeys.self)
    try c.encode(width, forKey: .width)
    try c.encode(height, forKey: .height)
    try c.encode(fx, forKey: .fx)
    try c.encode(fy, forKey: .fy)
    try c.encode(cx, forKey: .cx)
    try c.encode(cy, forKey: .cy)
    try c.encode(near, forKey: .near)
    guard projection != .pinhole else { return }
    try c.encode(projection, forKey: .projection)
    try c.encode(projection.depthMeaning, forKey: .depthMeaning)
    if projection == .brownConrady { try c.encode(distortion, forKey: .distortion) }
  }
}
