import Geometry
import VectorMath

extension World {
  /// Pixels by which the surface of a coarser level may lie beside the finest's in any picture.
  private static let tolerance = 0.35

  /// Gives every entity the coarsest level of its asset that no camera of the rig can tell from the finest at any of
  /// these times, seconds.
  ///
  /// A sequence keeps its levels, so nothing changes its shape in it, and labels are of the level that is drawn.
  /// What no camera has in view, and only throws a shadow, is as coarse as can be.
  package mutating func chooseLevels(at times: [Double]) {
    guard entities.contains(where: { !$0.asset.levels.isEmpty }) else { return }
    let views = times.flatMap { t in
      rig.cameras.map { LevelView($0.camera, rig.worldFromCamera($0, at: t).inverse, time: t) }
    }
    for i in entities.indices where !entities[i].asset.levels.isEmpty {
      let entity = entities[i]
      let box = entity.asset.restBounds
      // Doors open and wheels turn a little beyond the box at rest.
      let radius = (length(box.max - box.min) / 2 + 0.2) * entity.scale
      let middle = (box.min + box.max) / 2 * entity.scale
      var sharpest = 0.0
      for view in views {
        let center = entity.track.pose(at: view.time) * middle
        sharpest = max(sharpest, view.sharpness(center: center, radius: radius))
      }
      let level = entity.asset.levels.last { $0.error * entity.scale * sharpest <= Self.tolerance }
      if let level { entities[i].asset = level.asset }
    }
  }
}

/// A camera at one time, as far as sizes in its picture go.
private struct LevelView {
  let time: Double
  private let cameraFromWorld: RigidTransform<CameraSpace, WorldSpace>
  /// Pixels a unit slope or radian; a metre where rays are parallel.
  private let focal: Double
  private let near: Double
  /// Half the width and height of what parallel rays see, metres; `nil` for other lenses.
  private let extent: Vector2?
  /// The angle from the axis to the farthest corner of the picture, radians; `nil` = sees all around.
  private let reach: Double?

  init(_ camera: Camera, _ cameraFromWorld: RigidTransform<CameraSpace, WorldSpace>, time: Double) {
    self.time = time
    self.cameraFromWorld = cameraFromWorld
    focal = max(camera.fx, camera.fy)
    near = camera.near
    let across = max(camera.cx + 0.5, Double(camera.width) - 0.5 - camera.cx) / camera.fx
    let down = max(camera.cy + 0.5, Double(camera.height) - 0.5 - camera.cy) / camera.fy
    reach =
      camera.projection == .pinhole
      ? DeterministicMath.atan((across * across + down * down).squareRoot()) : nil
    extent = camera.projection == .orthographic ? Vector2(across, down) : nil
  }

  /// Pixels a metre where a ball is nearest to the camera; 0 for one that is not in the picture.
  func sharpness(center: Vector3, radius: Double) -> Double {
    let c = cameraFromWorld * center
    if let extent {
      return abs(c.x) <= extent.x + radius && abs(c.y) <= extent.y + radius ? focal : 0
    }
    let distance = length(c)
    let nearest = max(near, distance - radius)
    guard let reach, distance > radius else { return focal / nearest }
    let (off, half) = (DeterministicMath.acos(c.z / distance), DeterministicMath.asin(radius / distance))
    guard off - half <= reach else { return 0 }
    // A pinhole's picture is stretched towards its corners: a step across the ray at an angle from the axis is seen under
    // 1 / cos² of its angle.
    let cosine = DeterministicMath.cos(min(reach, off + half))
    return focal / (nearest * cosine * cosine)
  }
}
