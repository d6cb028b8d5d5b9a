import VectorMath
import WorldModel

/// One of six pinholes at a camera's place that between them see everything.
///
/// Each ray of a lens that is not a pinhole passes through the image of one of them. There a triangle's attributes over
/// z are linear in the pixel, whatever the lens: so its pixels are resolved and shaded by the code that does it for
/// pinholes, at places that are not on a grid.
struct LensFace {
  /// Camera from face: the columns point right, down and forward.
  let axes: Matrix3

  /// Tangent of half the angle that a face's image spans: a little more than the 45° up to which rays are its own, so
  /// that what is read around a pixel is there.
  private static let reach = 1.19
  /// Pixels along a face's image at most.
  private static let longest = 4096

  /// Front, right, back, left, up, down.
  static let all: [LensFace] = {
    let (x, y, z) = (Vector3(1, 0, 0), Vector3(0, 1, 0), Vector3(0, 0, 1))
    return [
      Matrix3(columns: x, y, z), Matrix3(columns: -z, y, x), Matrix3(columns: -x, y, -z),
      Matrix3(columns: z, y, -x), Matrix3(columns: x, z, -y), Matrix3(columns: x, -z, y),
    ].map(LensFace.init)
  }()

  /// The face whose own a ray of the camera frame is.
  static func index(of ray: Vector3) -> Int {
    let (x, y, z) = (abs(ray.x), abs(ray.y), abs(ray.z))
    if z >= x && z >= y { return ray.z >= 0 ? 0 : 2 }
    if x >= y { return ray.x >= 0 ? 1 : 3 }
    return ray.y >= 0 ? 5 : 4
  }

  /// The pinhole of a face, with pixels about as fine as the camera's.
  static func camera(of camera: Camera) -> Camera {
    let focal = min(max(camera.fx, camera.fy), Double(longest) / 2 / reach)
    let side = max(8, 2 * Int((focal * reach).rounded(.up)))
    let middle = Double(side - 1) / 2
    // What is beyond `near` along a ray is beyond this along any face's axis.
    return Camera(
      width: side, height: side, fx: focal, fy: focal, cx: middle, cy: middle, near: camera.near / 2)
  }

  /// The world from this face, whose camera is at a pose.
  func pose(_ worldFromCamera: RigidTransform<WorldSpace, CameraSpace>) -> RigidTransform<
    WorldSpace, CameraSpace
  > {
    worldFromCamera * RigidTransform<CameraSpace, CameraSpace>(rotation: Quaternion(axes).normalized)
  }
}
