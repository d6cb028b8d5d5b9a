import Imaging
import VectorMath
import WorldModel

/// Flat patches as any lens sees them: told by where pixels' points lie, not by how depth runs over the image, which is
/// linear for pinholes alone.
struct FlatPatch {
  /// Of the camera frame, by pixel; zero is nothing.
  private let points: [Vector3]
  private let width: Int
  private let isParallel: Bool

  /// From depth and the rays of the lens.
  init(_ view: ViewLabels, _ depth: Raster<Float>) {
    let camera = view.camera
    width = view.width
    isParallel = camera.projection == .orthographic
    points = depth.values.indices.map { p in
      let t = Double(depth.values[p])
      return t.isFinite ? camera.point(Double(p % view.width), Double(p / view.width), depth: t) : .zero
    }
  }

  /// The unit normal towards the camera of the plane on which the pixels around one lie; `nil` where they lie on none.
  func normal(at p: Int, tolerance: Double) -> Vector3? {
    Self.normal(
      at: p, width: width, height: points.count / max(1, width), tolerance: tolerance,
      isParallel: isParallel
    ) { points[$0] }
  }

  /// The same of points that somebody has: of the pixels up to three away in eight directions. A row of bars a pixel apart
  /// looks like a plane over three pixels, hardly over seven.
  ///
  /// - Parameters:
  ///   - tolerance: of a point off the plane, a part of its distance from the camera for each pixel between.
  ///   - isParallel: whether rays are.
  ///   - point: camera frame; zero is nothing.
  @inline(__always)
  static func normal(
    at p: Int, width: Int, height: Int, tolerance: Double, isParallel: Bool, _ point: (Int) -> Vector3
  ) -> Vector3? {
    let (u, v) = (p % width, p / width)
    guard u >= 3, v >= 3, u + 3 < width, v + 3 < height else { return nil }
    let here = point(p)
    let (left, right, above, below) = (point(p - 1), point(p + 1), point(p - width), point(p + width))
    guard here != .zero, left != .zero, right != .zero, above != .zero, below != .zero else { return nil }
    let across = normalized(cross(below - above, right - left))
    let ray = isParallel ? Vector3(0, 0, 1) : here
    let normal = dot(across, ray) > 0 ? -across : across
    guard dot(normal, ray) < 0 else { return nil }
    for step in 1...3 {
      for (x, y) in [(0, 1), (1, 0), (1, 1), (1, -1)] {
        let offset = step * (y * width + x)
        for there in [point(p + offset), point(p - offset)] {
          guard there != .zero,
            abs(dot(normal, there - here)) <= Double(step) * tolerance * length(there)
          else { return nil }
        }
      }
    }
    return normal
  }
}
