import Annotations
import Imaging
import VectorMath

/// Where the surface points of one frame go in the next: by the scene flow, in the world.
struct MovedSurface {
  let now: ViewGeometry
  let next: ViewGeometry
  let position: Raster<Float>
  let motion: Raster<Float>

  /// `nil` without world positions and scene flow.
  init?(_ earlier: ViewLabels, _ later: ViewLabels) {
    guard let position = earlier.floats(LabelNames.positionWorld),
      let motion = earlier.floats(LabelNames.sceneFlow)
    else { return nil }
    self.position = position
    self.motion = motion
    now = ViewGeometry(earlier.view)
    next = ViewGeometry(later.view)
  }

  /// The world point where the surface at pixel number `p` is in the next frame.
  func target(_ p: Int) -> Vector3 { position.vector(p) + now.rotation * motion.vector(p) }

  func isStill(_ p: Int) -> Bool { motion.vector(p) == .zero }
  var cameraIsStill: Bool { now.worldFromCamera == next.worldFromCamera && now.camera == next.camera }
}
