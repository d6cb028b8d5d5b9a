import Annotations
import Encodings
import Imaging
import VectorMath
package import WorldModel

/// COLMAP's text model (Schönberger and Frahm 2016) with true cameras and points: one folder a sequence.
///
/// - `NNNNNN/images/*.png` and `NNNNNN/sparse/0/{cameras,images,points3D}.txt`; `sequences.txt` names the folders.
/// - Cameras are `PINHOLE`: `fx fy cx cy` in pixels whose top left corner has the integers, so cx, cy and all
///   2D points are greater by one half than the native labels' numbers. Those with distortion are `OPENCV` (with
///   `k1 k2 p1 p2`) or, with a third radial coefficient, `FULL_OPENCV` (with `k1 k2 p1 p2 k3 0 0 0`).
/// - Images have camera from world: quaternion `w x y z` with w ≥ 0 and translation in metres, camera axes
///   right, down, forward, world z up; ids count from 1 in every sequence.
/// - 2D points are those that `point_tracks` calls seen. Those that stand still in the world and are seen in two
///   images or more have a 3D point of the native id + 1, with the colour of the first pixel that shows them and
///   error 0; the others have −1. Without the label there are no points.
package struct COLMAPFormat: DatasetFormat {
  package static let name = "colmap"
  package static let summary = "COLMAP text models: true cameras, and points with their tracks"
  package static let requiredLabels = [LabelNames.rgb]
  package static let optionalLabels = [PointTracksLabel.name]
  package static let lenses: Set<Projection> = [.pinhole, .brownConrady]
  package static var validator: any FormatValidator { COLMAPValidator() }

  let options: FormatOptions

  package init(options: FormatOptions) { self.options = options }

  package func fragment(for sample: Sample) throws -> FormatFragment {
    var out = FormatFragment(sample: sample.index)
    let folder = FileNames.number(sample.sequence)
    for view in sample.views {
      let name = picture(sample, view)
      out.files.append(.picture("\(folder)/images/\(name)", view, of: sample))
      let c = view.camera
      let camera =
        [Self.model(c), String(c.width), String(c.height)] + Self.lens(c).map { DecimalText.fixed($0, 9) }
      let pose = Self.pose(view).map { DecimalText.fixed($0, 9) }
      let points = Self.seen(view).map { entry, u, v in
        let p = view.worldFromCamera * Vector3(entry.camera[0], entry.camera[1], entry.camera[2])
        let numbers = [p.x, p.y, p.z, u, v].map { DecimalText.short($0, 9) }
        let colour = Self.colour(view, u, v).map { String($0) }
        return ([String(Int(entry.id) + 1)] + numbers + colour).joined(separator: " ")
      }
      // Folder, camera's name and line, picture's name and pose, points.
      out.records.append(
        FormatRecord(
          "images",
          [
            folder, FileNames.component(view.sensor), camera.joined(separator: " "), name,
            pose.joined(separator: " "), points.joined(separator: ";"),
          ].joined(separator: "|")))
    }
    return out
  }

  package func assemble(_ records: any FormatRecordSource, into sink: any FormatSink) throws {
    var folders = SequenceFolders<COLMAPModel>()
    try records.forEach("images", fields: 6) { fields in
      folders.update(fields[0], new: COLMAPModel()) { $0.add(fields) }
    }
    try folders.writeList(into: sink)
    try folders.forEach { try $1.write("\($0)/sparse/0/", into: sink) }
  }

  /// Relative to the folder `images` of the sequence.
  func picture(_ sample: Sample, _ view: Sample.View) -> String {
    FileNames.stem(sample: sample.index, sensor: view.sensor, of: options) + ".png"
  }

  /// COLMAP's name of a camera's model.
  static func model(_ c: Camera) -> String {
    c.projection == .pinhole ? "PINHOLE" : c.distortion.k3 == 0 ? "OPENCV" : "FULL_OPENCV"
  }

  /// fx, fy, cx, cy with integers at pixel corners, and what the model has beside them.
  static func lens(_ c: Camera) -> [Double] {
    let pinhole = [c.fx, c.fy, c.cx + 0.5, c.cy + 0.5]
    let bent = c.distortion.coefficients
    switch model(c) {
    case "PINHOLE": return pinhole
    case "OPENCV": return pinhole + bent.dropLast()
    default: return pinhole + bent + [0, 0, 0]
    }
  }

  /// w x y z and the translation, camera from world.
  static func pose(_ view: Sample.View) -> [Double] {
    let inverse = view.worldFromCamera.inverse
    let (q, t) = (inverse.rotation, inverse.translation)
    let sign = q.w < 0 ? -1.0 : 1.0
    return [sign * q.w, sign * q.x, sign * q.y, sign * q.z, t.x, t.y, t.z]
  }

  /// The points that the view sees, with pixels whose corners have the integers.
  static func seen(_ view: Sample.View) -> [(entry: PointTracksLabel.Entry, u: Double, v: Double)] {
    (view.labels[PointTracksLabel.self]?.entries ?? []).compactMap { entry in
      guard entry.visibility == 2, let u = entry.u, let v = entry.v, entry.camera.count == 3,
        (entry.camera + [u, v]).allSatisfy(\.isFinite)
      else { return nil }
      return (entry, u + 0.5, v + 0.5)
    }
  }

  /// Red, green and blue of the pixel about a point; black without picture.
  private static func colour(_ view: Sample.View, _ u: Double, _ v: Double) -> [UInt8] {
    guard let rgb = view.labels.bytes(LabelNames.rgb), rgb.channels == 3, u >= 0, v >= 0,
      u < Double(rgb.width), v < Double(rgb.height)
    else { return [0, 0, 0] }
    return (0..<3).map { rgb[Int(u), Int(v), $0] }
  }
}
