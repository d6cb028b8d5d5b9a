import Diagnostics
import Encodings
import VectorMath
import WorldModel

/// What Structured3D says of a view's camera, and how its pictures lie. Millimetres.
struct Structured3DCamera {
  /// Panoramas: how many columns to the right pictures are turned, so that their middle looks along the world's +y and
  /// columns grow towards +x.
  let shift: Int
  let view: Sample.View

  /// - Throws: `.badInput` for what the files cannot say: a panorama that is tilted or looks along +y between columns, a
  ///   principal point beside the middle.
  init(_ view: Sample.View) throws {
    self.view = view
    let (r, c) = (view.worldFromCamera.rotation, view.camera)
    func fault(_ message: String, _ remedy: String) -> DioramaError {
      DioramaError(.badInput, "camera \(view.sensor): \(message)", remedy: remedy)
    }
    guard c.projection == .equirectangular else {
      shift = 0
      guard (c.cx - Double(c.width - 1) / 2).magnitude < 1e-6,
        (c.cy - Double(c.height - 1) / 2).magnitude < 1e-6
      else {
        throw fault(
          "Structured3D's principal point is the middle of the picture",
          "Leave the format out, or centre the principal point.")
      }
      return
    }
    let (up, ahead) = (r * Vector3(0, -1, 0), r * Vector3(0, 0, 1))
    guard length(up - Vector3(0, 0, 1)) < 1e-9 else {
      throw fault("Structured3D's panoramas are level", "Set pitch and roll of the camera to 0.")
    }
    let columns = DeterministicMath.atan2(ahead.x, ahead.y) * c.fx
    guard (columns - columns.rounded()).magnitude < 1e-6 else {
      throw fault(
        "a Structured3D panorama looks along y, here \(columns) columns to the side",
        "Set the camera's yaw to 0, or to a multiple of a column.")
    }
    let whole = Int(columns.rounded())
    shift = (whole % c.width + c.width) % c.width
  }

  private var place: Vector3 { view.worldFromCamera.translation * 1000 }

  /// `camera_xyz.txt`.
  var panorama: [Double] { [place.x, place.y, place.z] }

  /// `camera_pose.txt` but its last number: place, view direction, up, half the fields of view in radians.
  var perspective: [Double] {
    let (r, c) = (view.worldFromCamera.rotation, view.camera)
    let (ahead, up) = (r * Vector3(0, 0, 1), r * Vector3(0, -1, 0))
    return [
      place.x, place.y, place.z, ahead.x, ahead.y, ahead.z, up.x, up.y, up.z,
      DeterministicMath.atan(Double(c.width) / 2 / c.fx), DeterministicMath.atan(Double(c.height) / 2 / c.fy),
    ]
  }

  /// Numbers parted by spaces.
  static func line(_ numbers: [Double], _ decimals: Int = 9) -> String {
    numbers.map { DecimalText.short($0, decimals) }.joined(separator: " ")
  }
}
