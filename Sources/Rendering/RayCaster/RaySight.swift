import Geometry
package import VectorMath
package import WorldModel

/// What one camera sees, point by point, each by its own ray.
package struct RaySight: Sendable {
  /// Surfaces that lie before a point by less than this part of its distance do not hide it: they may be its own.
  package static let margin = 2e-4

  private let caster: RayCaster
  private let camera: Camera
  private let origin: Vector3
  private let rotation: Matrix3

  package init(
    caster: RayCaster, camera: Camera, worldFromCamera: RigidTransform<WorldSpace, CameraSpace>
  ) {
    self.caster = caster
    self.camera = camera
    origin = worldFromCamera.translation
    rotation = worldFromCamera.rotation.matrix
  }

  /// Whether nothing lies between the camera and a point of its frame (metres) that is inside its image and not
  /// nearer than it sees.
  ///
  /// - Parameter ignoring: pieces, by index, that are taken to hide nothing.
  package func sees(_ p: Vector3, ignoring: ((Int) -> Bool)? = nil) -> Bool {
    guard let place = camera.place(of: p), camera.contains(place.pixel) else { return false }
    let isParallel = camera.projection == .orthographic
    let origin = isParallel ? self.origin + rotation * Vector3(p.x, p.y, 0) : self.origin
    let direction = isParallel ? rotation * Vector3(0, 0, p.z) : rotation * p
    let near = camera.near / place.depth
    if !caster.isOccluded(
      origin: origin, direction: direction, from: near, to: 1 - Self.margin, faces: .visible)
    {
      return true
    }
    guard let ignoring else { return false }
    // Rare: the way is walked from surface to surface.
    var from = near
    while let hit = caster.nearest(origin: origin, direction: direction, from: from, to: 1 - Self.margin) {
      if !ignoring(hit.piece) { return false }
      from = hit.t + 1e-9
    }
    return true
  }
}
