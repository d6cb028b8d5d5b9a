import Synchronization
package import VectorMath
package import WorldModel

/// The ray caster of what cameras see of a snapshot, built when it is first asked for and shared by all who ask:
/// several cameras look at one instant, and most labels need no rays.
package final class SightLines: Sendable {
  /// A camera and where it is.
  package struct View: Sendable {
    package var camera: Camera
    package var worldFromCamera: RigidTransform<WorldSpace, CameraSpace>

    package init(camera: Camera, worldFromCamera: RigidTransform<WorldSpace, CameraSpace>) {
      self.camera = camera
      self.worldFromCamera = worldFromCamera
    }
  }

  private let snapshot: Snapshot
  private let views: [View]
  private let rays: RoomRays?
  private let built = Mutex<RayCaster?>(nil)

  /// - Parameters:
  ///   - views: the cameras that will ask; pieces that none of them has in view cannot hide anything from them and are
  ///     left out.
  ///   - rays: of everything, where there are rooms.
  package init(snapshot: Snapshot, views: [View], rays: RoomRays? = nil) {
    self.snapshot = snapshot
    self.views = views
    self.rays = rays
  }

  /// For all cameras of a rig at one time.
  package convenience init(snapshot: Snapshot, rig: Rig, at time: Double, rays: RoomRays? = nil) {
    self.init(
      snapshot: snapshot,
      views: rig.cameras.map {
        View(camera: $0.camera, worldFromCamera: rig.worldFromCamera($0, at: time))
      }, rays: rays)
  }

  /// The caster, for rays from the views' cameras to points inside their images; whoever asks while it is being
  /// built waits.
  package var caster: RayCaster {
    built.withLock { known in
      if let known { return known }
      if let rays, !snapshot.interiors.isEmpty {
        let caster = rays.caster(of: snapshot)
        known = caster
        return caster
      }
      var isSeen = [Bool](repeating: false, count: snapshot.pieces.count)
      for view in views {
        guard view.camera.isRasterised else {
          isSeen = [Bool](repeating: true, count: snapshot.pieces.count)
          break
        }
        let lens = Lens(view.camera)
        let canvas = PixelRectangle(width: view.camera.width, height: view.camera.height)
        for (i, map) in snapshot.cameraFromPieces(view.worldFromCamera).enumerated() where !isSeen[i] {
          isSeen[i] = !lens.isOutside(snapshot.pieces[i].bounds, map, canvas)
        }
      }
      let caster = RayCaster(snapshot: snapshot) { isSeen[$0] }
      known = caster
      return caster
    }
  }
}
