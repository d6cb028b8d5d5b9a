import Diagnostics
import RandomStreams
import VectorMath
import WorldModel

extension Rig {
  /// Cameras of a plan, with their drawn angles; a stereo camera brings its right-hand partner.
  ///
  /// - Throws: `.badInput` for distortion that folds the picture.
  static func cameras(_ plans: [CameraPlan], _ draws: inout Draws) throws -> [MountedCamera] {
    var cameras: [MountedCamera] = []
    for plan in plans {
      let path = "camera/\(plan.name)"
      func degrees(_ d: Distribution, _ name: String) -> Double {
        draws.draw(d, "\(path)/\(name)") * .pi / 180
      }
      let fov = degrees(plan.fieldOfView, "fov")
      let position = Vector3(
        draws.draw(plan.position[0], "\(path)/at/0"), draws.draw(plan.position[1], "\(path)/at/1"),
        draws.draw(plan.position[2], "\(path)/at/2"))
      let mount = Rig.mount(
        at: position, yaw: degrees(plan.yaw, "yaw"), pitch: degrees(plan.pitch, "pitch"),
        roll: degrees(plan.roll, "roll"))
      let distortion = plan.projection == .brownConrady ? plan.distortion.draw(path, &draws) : .none
      let camera: Camera
      if plan.projection == .orthographic {
        camera = Camera(
          width: plan.width, height: plan.height, metresAcross: draws.draw(plan.span, "\(path)/span"),
          near: plan.near)
      } else {
        camera = plan.camera(fieldOfView: fov, distortion)
      }
      if let fault = plan.fold(of: camera) {
        throw DioramaError(.badInput, "camera \(plan.name): \(fault)", remedy: CameraPlan.foldRemedy)
      }
      var mounted = MountedCamera(
        name: plan.name, camera: camera, rigFromCamera: mount, stereoPartner: plan.partner)
      mounted.attachment = plan.attachment
      cameras.append(mounted)
      if let baseline = plan.stereo, let partner = plan.partner {
        let right = RigidTransform<RigSpace, CameraSpace>(
          rotation: mount.rotation, translation: mount * Vector3(baseline, 0, 0))
        cameras.append(MountedCamera(name: partner, camera: camera, rigFromCamera: right))
      }
    }
    return cameras
  }
}

extension CameraPlan {
  /// The calibration for a drawn field of view, radians.
  func camera(fieldOfView: Double, _ distortion: Distortion) -> Camera {
    switch projection {
    // One of parallel rays has no field of view.
    case .pinhole, .orthographic:
      return Camera(width: width, height: height, horizontalFieldOfView: fieldOfView, near: near)
    case .equirectangular: return Camera(equirectangularHeight: height, near: near)
    case .fisheye: return Camera(width: width, height: height, fisheyeFieldOfView: fieldOfView, near: near)
    case .brownConrady:
      var camera = Camera(width: width, height: height, horizontalFieldOfView: fieldOfView, near: near)
      (camera.projection, camera.distortion) = (.brownConrady, distortion)
      return camera
    }
  }
}
