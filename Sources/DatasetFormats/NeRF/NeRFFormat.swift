import Annotations
import Encodings
import VectorMath
package import WorldModel

/// `transforms.json` (Mildenhall et al. 2020, as nerfstudio and instant-ngp read it): one folder a sequence.
///
/// `NNNNNN/transforms.json` and `NNNNNN/images/*.png`. A frame's `transform_matrix` is world from camera in
/// metres, camera axes right, up, backward (OpenGL), world z up. Every frame has its own `fl_x`, `fl_y`, `cx`,
/// `cy`, `w` and `h` in pixels whose top left corner has the integers: cx and cy are greater by one half than
/// those of the native labels. Distorted frames have
/// `k1`, `k2`, `p1`, `p2` and `k3`, others none of these. `sequences.txt` names the folders.
package struct NeRFFormat: DatasetFormat {
  package static let name = "nerf"
  package static let summary =
    "transforms.json: pictures and camera poses of every sequence, for radiance fields"
  package static let requiredLabels = [LabelNames.rgb]
  package static let optionalLabels: [String] = []
  package static let lenses: Set<Projection> = [.pinhole, .brownConrady]
  package static var validator: any FormatValidator { NeRFValidator() }

  let options: FormatOptions

  package init(options: FormatOptions) { self.options = options }

  package func fragment(for sample: Sample) throws -> FormatFragment {
    var out = FormatFragment(sample: sample.index)
    let folder = FileNames.number(sample.sequence)
    for view in sample.views {
      let path = picture(sample, view)
      out.files.append(.picture("\(folder)/\(path)", view, of: sample))
      let (r, t, c) = (view.worldFromCamera.rotation, view.worldFromCamera.translation, view.camera)
      let (x, y, z) = (r * Vector3(1, 0, 0), r * Vector3(0, -1, 0), r * Vector3(0, 0, -1))
      func row(_ values: Double...) -> JSONText { .array(values.map { .number($0, decimals: 9) }) }
      let bent = zip(Self.distortion, c.distortion.coefficients).map {
        ($0, JSONText.number($1, decimals: 9))
      }
      let frame = JSONText.object(
        [
          ("file_path", .string(path)), ("w", .int(c.width)), ("h", .int(c.height)),
          ("fl_x", .number(c.fx, decimals: 9)), ("fl_y", .number(c.fy, decimals: 9)),
          ("cx", .number(c.cx + 0.5, decimals: 9)), ("cy", .number(c.cy + 0.5, decimals: 9)),
          (
            "transform_matrix",
            .array([
              row(x.x, y.x, z.x, t.x), row(x.y, y.y, z.y, t.y), row(x.z, y.z, z.z, t.z),
              row(0, 0, 0, 1),
            ])
          ),
        ] + (c.projection == .brownConrady ? bent : []))
      out.records.append(FormatRecord("frames", "\(folder)|\(frame.text)"))
    }
    return out
  }

  package func assemble(_ records: any FormatRecordSource, into sink: any FormatSink) throws {
    var folders = SequenceFolders<[Substring]>()
    try records.forEach("frames", fields: 2) { line in folders.update(line[0], new: []) { $0.append(line[1]) }
    }
    try folders.writeList(into: sink)
    try folders.forEach { name, frames in
      try sink.write("\(name)/transforms.json") { put in
        try put("{\"camera_model\":\"OPENCV\",\"frames\":[")
        for (i, frame) in frames.enumerated() {
          try put((i > 0 ? ",\n" : "\n") + frame)
        }
        try put("\n]}\n")
      }
    }
  }

  /// The keys of `Distortion.coefficients`.
  static let distortion = ["k1", "k2", "p1", "p2", "k3"]

  /// Relative to the sequence's folder.
  func picture(_ sample: Sample, _ view: Sample.View) -> String {
    "images/" + FileNames.stem(sample: sample.index, sensor: view.sensor, of: options) + ".png"
  }
}
