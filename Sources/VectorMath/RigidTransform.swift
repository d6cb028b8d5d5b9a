/// The world: right-handed, z up, metres.
package enum WorldSpace {}
/// A camera: x right, y down, z forward (OpenCV).
package enum CameraSpace {}
/// The carrier of a rig: x forward, y left, z up.
package enum RigSpace {}
/// An entity's own frame: x forward, y left, z up.
package enum ObjectSpace {}

/// A rotation followed by a translation that carries `Source` coordinates into `Target` coordinates.
///
/// Name values `targetFromSource`; composing frames that do not meet does not compile.
package struct RigidTransform<Target, Source>: Sendable, Hashable {
  package var rotation: Quaternion
  package var translation: Vector3

  @inlinable package init(rotation: Quaternion = .identity, translation: Vector3 = .zero) {
    self.rotation = rotation
    self.translation = translation
  }

  package static var identity: Self { Self() }

  package var inverse: RigidTransform<Source, Target> {
    let r = rotation.conjugate
    return RigidTransform<Source, Target>(rotation: r, translation: -(r * translation))
  }

  /// A point carried from `Source` to `Target`.
  @inlinable package static func * (t: Self, p: Vector3) -> Vector3 { t.rotation * p + t.translation }

  package static func * <Other>(a: Self, b: RigidTransform<Source, Other>) -> RigidTransform<
    Target, Other
  > {
    RigidTransform<Target, Other>(
      rotation: (a.rotation * b.rotation).normalized, translation: a * b.translation)
  }

  @inlinable package var affine: AffineTransform {
    AffineTransform(linear: rotation.matrix, translation: translation)
  }

  /// Between two poses: translation linear, rotation along the shortest arc.
  package static func interpolate(_ a: Self, _ b: Self, _ t: Double) -> Self {
    Self(
      rotation: .interpolate(a.rotation, b.rotation, t),
      translation: a.translation + (b.translation - a.translation) * t)
  }
}

/// A linear map followed by a translation: what places a mesh, where scale is allowed.
package struct AffineTransform: Sendable, Hashable {
  package var linear: Matrix3
  package var translation: Vector3

  @inlinable package init(linear: Matrix3 = .identity, translation: Vector3 = .zero) {
    self.linear = linear
    self.translation = translation
  }

  package static let identity = AffineTransform()

  @inlinable @inline(__always) package static func * (t: AffineTransform, p: Vector3) -> Vector3 {
    t.linear * p + t.translation
  }
  @inlinable package static func * (a: AffineTransform, b: AffineTransform) -> AffineTransform {
    AffineTransform(linear: a.linear * b.linear, translation: a * b.translation)
  }

  /// The inverse; `nil` when the linear part is singular.
  package var inverse: AffineTransform? {
    guard let i = linear.inverse else { return nil }
    return AffineTransform(linear: i, translation: -(i * translation))
  }
}
