/// How a lens lays directions of the camera frame (x right, y down, z forward) out in the image.
///
/// `fx`, `fy`, `cx` and `cy` of a `Camera` mean what its projection says of them.
package enum Projection: String, Sendable, Hashable, Codable, CaseIterable {
  /// u = fx · x / z + cx, v = fy · y / z + cy, in pixels a unit slope; depth is planar z.
  case pinhole
  /// The whole sphere, twice as wide as high: u = fx · longitude + cx, v = fy · latitude + cy, in pixels a radian.
  /// Longitude counts from the view axis to the right, latitude downwards; depth is the distance along the ray. The
  /// left and right border are one line of the world: columns count modulo the width.
  case equirectangular
  /// Equidistant (the OpenCV fisheye model without its polynomial): a direction θ radians off the view axis lies
  /// fx · θ pixels from the principal point; depth is the distance along the ray.
  case fisheye
  /// A pinhole whose rays the camera's `distortion` bends; depth is planar z.
  case brownConrady = "brown_conrady"
  /// Parallel rays along the view axis: u = fx · x + cx, v = fy · y + cy, in pixels a metre; depth is planar z. Looking
  /// straight down it is a map to scale.
  case orthographic

  /// Whether depth is planar z, and a ray has z = 1.
  package var isPlanar: Bool { self == .pinhole || self == .brownConrady || self == .orthographic }

  /// Whether pictures are drawn from slopes of rays through one point, bent or not: what the usual matrix K describes.
  package var isPerspective: Bool { self == .pinhole || self == .brownConrady }

  /// What the values of `depth` are, for files.
  package var depthMeaning: String {
    isPlanar ? "planar z" : "distance along the ray"
  }
}
