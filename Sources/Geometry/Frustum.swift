package import VectorMath

/// What a pinhole camera can see: the space in front of a near plane and inside four side planes, metres.
///
/// All planes face inwards.
package struct Frustum: Sendable, Hashable {
  /// Near, left, right, top, bottom, and far when there is one.
  package let planes: [Plane]
  /// The camera's place, where the four side planes meet.
  package let apex: Vector3

  /// In the camera frame (x right, y down, z forward).
  /// - Parameters:
  ///   - low: the smallest x / z and y / z seen: for pixels, `camera.ray(−0.5, −0.5)`.
  ///   - high: the greatest: `camera.ray(width − 0.5, height − 0.5)`.
  ///   - near: along z; `far` likewise, `nil` for none.
  package init(low: Vector2, high: Vector2, near: Double, far: Double? = nil) {
    var planes = [
      Plane(normal: Vector3(0, 0, 1), offset: near),
      Plane(normal: Vector3(1, 0, -low.x), offset: 0),
      Plane(normal: Vector3(-1, 0, high.x), offset: 0),
      Plane(normal: Vector3(0, 1, -low.y), offset: 0),
      Plane(normal: Vector3(0, -1, high.y), offset: 0),
    ]
    if let far { planes.append(Plane(normal: Vector3(0, 0, -1), offset: -far)) }
    self.planes = planes
    apex = .zero
  }

  private init(planes: [Plane], apex: Vector3) {
    self.planes = planes
    self.apex = apex
  }

  package func contains(_ p: Vector3, slack: Double = 0) -> Bool {
    planes.allSatisfy { $0.distance(to: p) >= -slack }
  }

  /// Whether a box may be seen: `false` only when it lies wholly outside one plane, so a few boxes near the
  /// frustum's edges that are just outside count as inside (never the other way round).
  package func mayIntersect(_ box: OrientedBox) -> Bool {
    planes.allSatisfy { $0.distance(to: box.center) >= -box.reach(along: $0.normal) }
  }

  package func mayIntersect(_ box: Box3) -> Bool {
    !box.isEmpty && mayIntersect(OrientedBox(center: box.center, halfSize: box.size / 2))
  }

  /// Whether a box is seen in whole.
  package func contains(_ box: OrientedBox) -> Bool {
    planes.allSatisfy { $0.distance(to: box.center) >= box.reach(along: $0.normal) }
  }

  /// The frustum in another frame, e.g. the world's by `worldFromCamera`.
  package func moved<Target, Source>(by t: RigidTransform<Target, Source>) -> Frustum {
    Frustum(planes: planes.map { $0.moved(by: t) }, apex: t * apex)
  }

  /// A convex polygon cut down to what lies inside (Sutherland and Hodgman 1974); empty when nothing does.
  package func clip(_ polygon: [Vector3]) -> [Vector3] {
    var points = polygon
    for plane in planes {
      var kept: [Vector3] = []
      for (i, b) in points.enumerated() {
        let a = points[i == 0 ? points.count - 1 : i - 1]
        let (da, db) = (plane.distance(to: a), plane.distance(to: b))
        if (da < 0) != (db < 0) { kept.append(a + (b - a) * (da / (da - db))) }
        if db >= 0 { kept.append(b) }
      }
      points = kept
    }
    return points
  }

  /// The parts of a box's twelve edges that are inside, as pairs of points: what to draw, and what bounds the
  /// box's image (together with the image's corners where they fall on the box).
  package func edges(of box: OrientedBox) -> [(Vector3, Vector3)] {
    let corners = box.corners
    return OrientedBox.edges.compactMap { clip(segment: (corners[$0.0], corners[$0.1])) }
  }

  /// A segment cut down to what lies inside; `nil` when nothing does.
  package func clip(segment: (Vector3, Vector3)) -> (Vector3, Vector3)? {
    let (a, b) = segment
    var (enter, leave) = (0.0, 1.0)
    for plane in planes {
      let (da, db) = (plane.distance(to: a), plane.distance(to: b))
      if da < 0 && db < 0 { return nil }
      if da < 0 { enter = max(enter, da / (da - db)) }
      if db < 0 { leave = min(leave, da / (da - db)) }
    }
    guard enter <= leave else { return nil }
    return (a + (b - a) * enter, a + (b - a) * leave)
  }
}
