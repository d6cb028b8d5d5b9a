import Annotations
import Diagnostics
import Encodings
import Imaging
import VectorMath
package import WorldModel

/// The TUM RGB-D benchmark (Sturm et al. 2012): one folder a sequence and camera, `NNNNNN_camera`.
///
/// - `rgb/T.png` and `rgb.txt`, `depth/T.png` and `depth.txt`: a line `timestamp path` a frame, seconds of
///   world time with six decimals; colour and depth have the same timestamps, so association is exact.
/// - Depth is planar z, 16-bit, 5000 a metre; 0 is no depth: nothing hit, or farther than 13.107 m.
/// - `groundtruth.txt`: `timestamp tx ty tz qx qy qz qw`, world from camera, metres, camera axes right, down,
///   forward.
/// - `calibration.txt`: `fx fy cx cy width height` in pixels with integers at their centres.
/// - `sequences.txt` names the folders.
package struct TUMRGBDFormat: DatasetFormat {
  package static let name = "tum-rgbd"
  package static let summary = "TUM RGB-D: colour, depth and trajectory of every sequence and camera"
  package static let requiredLabels = [LabelNames.rgb, LabelNames.depth]
  package static let optionalLabels: [String] = []
  package static var validator: any FormatValidator { TUMRGBDValidator() }

  /// Values of a depth picture a metre.
  static let depthScale = 5000.0

  let options: FormatOptions

  package init(options: FormatOptions) { self.options = options }

  package func fragment(for sample: Sample) throws -> FormatFragment {
    var out = FormatFragment(sample: sample.index)
    let stamp = Self.stamp(sample)
    for view in sample.views {
      let folder = Self.folder(sample, view)
      out.files.append(.picture("\(folder)/rgb/\(stamp).png", view, of: sample))
      let depth = try Self.depth(of: view, sample: sample.index)
      out.files.append(
        FormatFile("\(folder)/depth/\(stamp).png", .bytes(try options.encodePNG(.uint16(depth)))))
      let c = view.camera
      let calibration =
        [c.fx, c.fy, c.cx, c.cy].map { DecimalText.fixed($0, 9) } + [String(c.width), String(c.height)]
      // Folder, calibration and the line of the trajectory: all that the text files are made of.
      let pose = Self.pose(view)
      let line =
        pose.prefix(3).map { DecimalText.fixed($0, 6) } + pose.suffix(4).map { DecimalText.fixed($0, 9) }
      out.records.append(
        FormatRecord(
          "frames",
          [folder, calibration.joined(separator: " "), stamp, line.joined(separator: " ")]
            .joined(separator: "|")))
    }
    return out
  }

  package func assemble(_ records: any FormatRecordSource, into sink: any FormatSink) throws {
    struct Folder {
      var calibration: Substring
      var frames: [(stamp: Substring, pose: Substring)] = []
    }
    var folders = SequenceFolders<Folder>()
    try records.forEach("frames", fields: 4) { fields in
      folders.update(fields[0], new: Folder(calibration: fields[1])) {
        $0.frames.append((fields[2], fields[3]))
      }
    }
    try folders.writeList(into: sink)
    try folders.forEach { name, folder in
      for kind in ["rgb", "depth"] {
        try sink.write("\(name)/\(kind).txt") { put in
          try put("# \(kind == "rgb" ? "color images" : "depth maps")\n# timestamp filename\n")
          for frame in folder.frames { try put("\(frame.stamp) \(kind)/\(frame.stamp).png\n") }
        }
      }
      try sink.write("\(name)/groundtruth.txt") { put in
        try put("# ground truth trajectory\n# timestamp tx ty tz qx qy qz qw\n")
        for frame in folder.frames { try put("\(frame.stamp) \(frame.pose)\n") }
      }
      try sink.write("\(name)/calibration.txt") { put in
        try put("# fx fy cx cy width height\n\(folder.calibration)\n")
      }
    }
  }

  /// Seconds with six decimals.
  static func stamp(_ sample: Sample) -> String { DecimalText.fixed(sample.time, 6) }

  static func folder(_ sample: Sample, _ view: Sample.View) -> String {
    FileNames.number(sample.sequence) + "_" + FileNames.component(view.sensor)
  }

  /// tx ty tz qx qy qz qw, world from camera; of the two quaternions of a rotation the one with w ≥ 0.
  static func pose(_ view: Sample.View) -> [Double] {
    let (q, t) = (view.worldFromCamera.rotation, view.worldFromCamera.translation)
    let sign = q.w < 0 ? -1.0 : 1.0
    return [t.x, t.y, t.z, sign * q.x, sign * q.y, sign * q.z, sign * q.w]
  }

  /// - Throws: `.badInput` when the label is missing or not of the image's size.
  static func depth(of view: Sample.View, sample: Int) throws -> Raster<UInt16> {
    guard let metres = view.labels.floats(LabelNames.depth), metres.channels == 1,
      metres.width == view.camera.width, metres.height == view.camera.height
    else {
      throw DioramaError(
        .badInput, "sample \(sample), camera '\(view.sensor)': label 'depth' is missing or of another size",
        remedy: "generate the dataset with the labels that the format requires (`diorama list formats`)")
    }
    return PixelCodes.depth(metres, perMetre: depthScale)
  }
}
