import Annotations
import Diagnostics
import Encodings
import VectorMath
package import WorldModel

/// The KITTI object benchmark (Geiger et al. 2012): one camera, 2D and 3D boxes.
///
/// `training/{image_2,image_3,label_2,calib}/NNNNNN.*` and `ImageSets/{train,val}.txt`. The camera is the rig's
/// first with a stereo partner, else its first; `image_3` is the partner's picture. Labels stand in the
/// frame that `KITTIGeometry` describes, which is the rig's for `Tr_velo_to_cam`; `R0_rect` and
/// `Tr_imu_to_velo` are identities.
///
/// - The 2D box is of the whole object inside the image (as KITTI's, which come from 3D boxes), two decimals.
/// - Truncation is the part of the object's pixels outside the image. Occlusion is 0 from 90 % of the object
///   inside the image visible, 1 from 50 %, else 2; 3 (unknown) without the label `visibility`.
/// - Metres and radians have six decimals, so that labels project to the picture within 0.01 px.
/// - `DontCare` stands for classes that the schema says so, objects with more than 90 % outside the image
///   and those whose centre is not in front of the camera. Scenery is not mentioned.
package struct KITTIFormat: DatasetFormat {
  package static let name = "kitti"
  package static let summary = "KITTI object detection: 2D and 3D boxes of one camera, stereo when there is"
  package static let requiredLabels = [
    LabelNames.rgb, ObjectsLabel.name, Boxes2DLabel.name, Boxes3DLabel.name,
  ]
  package static let optionalLabels = [VisibilityLabel.name]
  package static var validator: any FormatValidator { KITTIValidator() }

  let options: FormatOptions

  package init(options: FormatOptions) { self.options = options }

  package func fragment(for sample: Sample) throws -> FormatFragment {
    var out = FormatFragment(sample: sample.index)
    guard let view = sample.views.first(where: { $0.stereoBaseline != nil }) ?? sample.views.first else {
      throw DioramaError(
        .badInput, "sample \(sample.index) has no camera view", remedy: "KITTI needs a rig with a camera")
    }
    let number = FileNames.number(sample.index)
    func picture(_ folder: String, _ sensor: String) -> FormatFile {
      FormatFile(
        "training/\(folder)/\(number).png",
        .native(NativeImage(sample: sample.index, sensor: sensor, label: LabelNames.rgb)))
    }
    out.files.append(picture("image_2", view.sensor))
    if let partner = Self.rightPartner(of: view, in: sample) {
      out.files.append(picture("image_3", partner.sensor))
    }
    let geometry = KITTIGeometry(view: view)
    out.files.append(FormatFile("training/calib/\(number).txt", text: Self.calibration(geometry)))
    var lines = ""
    for object in try ViewObject.all(in: view, sample: sample.index, minimumPixels: options.minimumPixels) {
      guard let type = ClassSchema.kitti.counterpart(of: object.native)?.name else { continue }
      let (line, tilt) = Self.line(object, type: type, geometry: geometry)
      lines += line + "\n"
      if let tilt, tilt > 0.05 {
        let degrees = DecimalText.fixed(tilt * 180 / Double.pi, 1)
        out.warnings.append(
          Warning(
            "sample \(sample.index): object \(object.entry.instance) leans by \(degrees)° against the rig, "
              + "which KITTI's rotation about one axis cannot say"))
      }
    }
    out.files.append(FormatFile("training/label_2/\(number).txt", text: lines))
    let side = options.split.side(ofSequence: sample.sequence)
    out.records.append(FormatRecord("ImageSets/\(side.rawValue)", number))
    return out
  }

  package func assemble(_ records: any FormatRecordSource, into sink: any FormatSink) throws {
    for side in SplitRule.Side.allCases {
      try sink.write("ImageSets/\(side.rawValue).txt") { put in
        try records.forEach("ImageSets/\(side.rawValue)") { try put($0 + "\n") }
      }
    }
  }

  /// The view from `baseline` metres to the right with the same axes.
  static func rightPartner(of view: Sample.View, in sample: Sample) -> Sample.View? {
    guard let baseline = view.stereoBaseline else { return nil }
    let expected = view.rigFromCamera * Vector3(baseline, 0, 0)
    return sample.views.first { other in
      let turn = view.rigFromCamera.rotation.conjugate * other.rigFromCamera.rotation
      return other.sensor != view.sensor && length(other.rigFromCamera.translation - expected) < 1e-6
        && turn.w.magnitude > 1 - 1e-9
    }
  }

  /// One label line; the tilt of its 3D box when it has one.
  private static func line(
    _ object: ViewObject, type: String, geometry: KITTIGeometry
  ) -> (text: String, tilt: Double?) {
    let b = object.amodalBox ?? object.visibleBox
    let edges = [b.x, b.y, b.x + b.width - 1, b.y + b.height - 1].map { DecimalText.fixed(Double($0), 2) }
    let truncation = object.visibility?.truncation ?? 0
    guard type != "DontCare", truncation <= maximumTruncation, let entry = object.box3D,
      let box = geometry.box(entry), box.location.z > 0
    else {
      return ("DontCare -1 -1 -10 \(edges.joined(separator: " ")) -1 -1 -1 -1000 -1000 -1000 -10", nil)
    }
    let occlusion: Int
    switch object.visibility?.visibleFraction {
    case nil: occlusion = 3
    case let f? where f >= 0.9: occlusion = 0
    case let f? where f >= 0.5: occlusion = 1
    default: occlusion = 2
    }
    let metres = box.dimensions + [box.location.x, box.location.y, box.location.z]
    let fields =
      [type, DecimalText.fixed(min(max(truncation, 0), 1), 2), String(occlusion), angle(box.alpha)] + edges
      + metres.map { DecimalText.fixed($0, 6) } + [angle(box.rotationY)]
    return (fields.joined(separator: " "), box.tilt)
  }

  /// Radians with six decimals that rounding does not carry beyond π.
  private static func angle(_ a: Double) -> String { DecimalText.fixed(min(max(a, -3.141592), 3.141592), 6) }

  /// The seven lines in the order that readers count on.
  private static func calibration(_ g: KITTIGeometry) -> String {
    func line(_ name: String, _ values: [Double]) -> String {
      name + ": " + values.map { DecimalText.fixed($0, 9) }.joined(separator: " ") + "\n"
    }
    let identity3x4: [Double] = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0]
    return line("P0", g.p2) + line("P1", g.p3) + line("P2", g.p2) + line("P3", g.p3)
      + line("R0_rect", [1, 0, 0, 0, 1, 0, 0, 0, 1]) + line("Tr_velo_to_cam", g.referenceFromRig)
      + line("Tr_imu_to_velo", identity3x4)
  }

  static let maximumTruncation = 0.9
}
