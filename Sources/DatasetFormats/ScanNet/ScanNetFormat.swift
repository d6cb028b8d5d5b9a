import Annotations
import Diagnostics
import Encodings
import Imaging
import VectorMath
package import WorldModel

/// ScanNet (Dai et al. 2017), its scans unpacked: one `scans/sceneSSSS_CC` a sequence (SSSS) and camera (CC).
///
/// - `color/N.jpg` (quality 95), `depth/N.png` (16-bit millimetres of planar z, 0 = none), `pose/N.txt` (4 × 4, world
///   from camera, metres; camera axes right, down, forward; the world's z is up), N the frame in its sequence;
///   `intrinsic/*.txt` with pixels whose centres have the integers.
/// - `label-filt/N.png`: 16-bit raw categories, which are the native classes; `scannetv2-labels.combined.tsv` leads from
///   them to NYU40 (`nyu40id`, 0 = without counterpart). `instance-filt/N.png`: 16-bit, the native instance, which is
///   `objectId` + 1 in `*.aggregation.json`; 0 = nothing.
/// - `*_vh_clean_2.ply` and `*_vh_clean_2.labels.ply`: the world at the sequence's first frame, z up, metres, in its
///   colours and as NYU40 classes (`label`); `*_vh_clean_2.0.010000.segs.json` has a segment a part of a thing,
///   `*.aggregation.json` a group a thing. These four only where the dataset's world can be made again.
/// - `sceneSSSS_CC.txt` has sizes and intrinsics, `scannetv2_train.txt` and `scannetv2_val.txt` the split.
package struct ScanNetFormat: DatasetFormat {
  package static let name = "scannet"
  package static let summary = "ScanNet: colour, depth, poses, NYU40 labels, instances and labelled meshes"
  package static let requiredLabels = [
    LabelNames.rgb, LabelNames.depth, LabelNames.semantic, LabelNames.instance,
  ]
  package static let optionalLabels: [String] = []
  package static let usesModels = true
  package static var validator: any FormatValidator { ScanNetValidator() }

  let options: FormatOptions

  package init(options: FormatOptions) { self.options = options }

  package func fragment(for sample: Sample) throws -> FormatFragment {
    var out = FormatFragment(sample: sample.index)
    for view in sample.views {
      let scene = try scene(sample, view)
      let folder = "scans/\(scene)"
      guard let rgb = view.labels.bytes(LabelNames.rgb), rgb.channels == 3, rgb.width == view.camera.width,
        rgb.height == view.camera.height
      else { throw Self.missing(LabelNames.rgb, view, sample) }
      let n = sample.frame
      out.files += [
        FormatFile("\(folder)/color/\(n).jpg", .bytes(try JPEGEncoder.encode(rgb, quality: 95))),
        FormatFile(
          "\(folder)/depth/\(n).png",
          .bytes(try options.encodePNG(.uint16(try Self.depth(of: view, sample))))),
        FormatFile(
          "\(folder)/label-filt/\(n).png",
          .native(NativeImage(sample: sample.index, sensor: view.sensor, label: LabelNames.semantic))),
        FormatFile(
          "\(folder)/instance-filt/\(n).png",
          .bytes(try options.encodePNG(.uint16(try Self.instances(of: view, sample))))),
        FormatFile("\(folder)/pose/\(n).txt", text: Self.matrix(Self.pose(view))),
      ]
      let c = view.camera
      out.records.append(
        FormatRecord(
          "frames",
          [
            scene, String(sample.index), options.split.side(ofSequence: sample.sequence).rawValue,
            "\(c.width) \(c.height)",
            [c.fx, c.fy, c.cx, c.cy].map { DecimalText.fixed($0, 6) }.joined(separator: " "),
          ].joined(separator: "|")))
    }
    return out
  }

  package func assemble(_ records: any FormatRecordSource, into sink: any FormatSink) throws {
    try ScanNetAssembly(records: records, sink: sink, source: try options.models?()).write()
  }

  /// `scene0012_00`.
  func scene(_ sample: Sample, _ view: Sample.View) throws -> String {
    func digits(_ n: Int, _ count: Int) -> String {
      String(repeating: "0", count: max(0, count - String(n).utf8.count)) + String(n)
    }
    return "scene\(digits(sample.sequence, 4))_\(digits(try options.cameraIndex(view.sensor), 2))"
  }

  private static func missing(_ label: String, _ view: Sample.View, _ sample: Sample) -> DioramaError {
    DioramaError(
      .badInput,
      "sample \(sample.index), camera '\(view.sensor)': label '\(label)' is missing or of another size",
      remedy: "generate the dataset with the labels that the format requires (`diorama list formats`)")
  }

  /// Millimetres; 0 = nothing hit, or farther than 65.535 m.
  static func depth(of view: Sample.View, _ sample: Sample) throws -> Raster<UInt16> {
    guard let metres = view.labels.floats(LabelNames.depth), metres.channels == 1,
      metres.width == view.camera.width, metres.height == view.camera.height
    else { throw missing(LabelNames.depth, view, sample) }
    return PixelCodes.depth(metres, perMetre: 1000)
  }

  /// - Throws: `.badInput` for an instance that 16 bits do not hold.
  static func instances(of view: Sample.View, _ sample: Sample) throws -> Raster<UInt16> {
    guard let ids = view.labels.words(LabelNames.instance), ids.channels == 1,
      ids.width == view.camera.width, ids.height == view.camera.height
    else { throw missing(LabelNames.instance, view, sample) }
    guard let narrow = PixelCodes.narrowed(ids) else {
      throw DioramaError(
        .badInput, "sample \(sample.index) has an instance beyond 65535, which ScanNet's pictures do not hold"
      )
    }
    return narrow
  }

  /// World from camera, row-major.
  static func pose(_ view: Sample.View) -> [Double] {
    let (r, t) = (view.worldFromCamera.rotation, view.worldFromCamera.translation)
    let (x, y, z) = (r * Vector3(1, 0, 0), r * Vector3(0, 1, 0), r * Vector3(0, 0, 1))
    return [x.x, y.x, z.x, t.x, x.y, y.y, z.y, t.y, x.z, y.z, z.z, t.z, 0, 0, 0, 1]
  }

  /// Four lines of four numbers.
  static func matrix(_ m: [Double]) -> String {
    stride(from: 0, to: m.count, by: 4).map { i in
      m[i..<min(m.count, i + 4)].map { DecimalText.fixed($0, 9) }.joined(separator: " ") + "\n"
    }.joined()
  }
}
