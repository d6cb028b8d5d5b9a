package import VectorMath

/// An oriented plane `dot(normal, x) = offset`, in metres; the normal is unit and points to its front.
package struct Plane: Sendable, Hashable {
  package var normal: Vector3
  /// Signed distance of the plane from the origin along `normal`, metres.
  package var offset: Double

  /// - Parameters:
  ///   - normal: need not be unit; the zero vector gives a plane that everything lies on.
  ///   - offset: in units of `normal`'s length, so that `dot(normal, x) = offset` on the plane.
  package init(normal: Vector3, offset: Double) {
    let l = length(normal)
    self.normal = l > 0 ? normal / l : normal
    self.offset = l > 0 ? offset / l : 0
  }

  /// Through a point.
  package init(normal: Vector3, through point: Vector3) {
    self.init(normal: normal, offset: dot(normal, point))
  }

  /// Through three points, counter-clockwise seen from the front; `nil` where they lie on one line.
  package init?(_ a: Vector3, _ b: Vector3, _ c: Vector3) {
    let n = cross(b - a, c - a)
    // The area against the square of the longest side: below this, rounding decides where the normal points.
    let scale = max(dot(b - a, b - a), max(dot(c - a, c - a), dot(c - b, c - b)))
    guard scale.isFinite, length(n) > 1e-12 * scale else { return nil }
    self.init(normal: n, through: a)
  }

  /// Metres in front of the plane, negative behind it.
  package func distance(to p: Vector3) -> Double { dot(normal, p) - offset }

  /// The nearest point of the plane.
  package func project(_ p: Vector3) -> Vector3 { p - normal * distance(to: p) }

  /// Where `origin + t · direction` meets the plane, as `t` (of either sign); `nil` when parallel.
  package func intersection(origin: Vector3, direction: Vector3) -> Double? {
    let slope = dot(normal, direction)
    guard slope != 0 else { return nil }
    let t = -distance(to: origin) / slope
    return t.isFinite ? t : nil
  }

  /// The same plane seen from the other side.
  package var flipped: Plane { Plane(normal: -normal, offset: -offset) }

  /// The plane carried by a rigid motion.
  package func moved<Target, Source>(by t: RigidTransform<Target, Source>) -> Plane {
    let n = t.rotation * normal
    return Plane(normal: n, offset: offset + dot(n, t.translation))
  }
}
