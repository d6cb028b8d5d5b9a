import Annotations
import Diagnostics
package import WorldModel

/// Ultralytics pose: `class x y w h` and 17 × `x y visibility`, persons only.
///
/// Persons without body points have all 17 unlabelled (0 0 0): left out, they would teach that nobody is there.
package struct YOLOPoseFormat: DatasetFormat {
  package static let name = "yolo-pose"
  package static let summary = "Ultralytics YOLO boxes and 17 body points of persons"
  package static let requiredLabels = [
    LabelNames.rgb, ObjectsLabel.name, Boxes2DLabel.name, KeypointsLabel.name,
  ]
  package static let optionalLabels = [MasksLabel.name]
  package static var validator: any FormatValidator { YOLOValidator<YOLOPoseTask>() }

  let dataset: YOLODataset

  package init(options: FormatOptions) {
    let flips = COCOSkeleton.mirrored.map(String.init).joined(separator: ", ")
    dataset = YOLODataset(
      options: options, only: "person",
      natives: ClassSchema.coco.map.filter { $0.target == "person" }.map(\.native),
      extraLines: ["kpt_shape: [\(COCOSkeleton.points.count), 3]", "flip_idx: [\(flips)]"])
  }

  package func fragment(for sample: Sample) throws -> FormatFragment {
    try dataset.fragment(for: sample) { object, view in
      let (w, h) = (Double(view.camera.width), Double(view.camera.height))
      let points = COCOSkeleton.points(of: object.keypoints)
      var row = YOLODataset.box(object.visibleBox, in: view.camera)
      for i in COCOSkeleton.points.indices {
        guard let p = points?[i], p.visibility > 0, p.u.isFinite, p.v.isFinite else {
          row += [0, 0, 0]
          continue
        }
        // From pixel centres to the corner as origin.
        row += [
          min(max((p.u + 0.5) / w, 0), 1), min(max((p.v + 0.5) / h, 0), 1), Double(min(p.visibility, 2)),
        ]
      }
      return row
    }
  }

  package func assemble(_ records: any FormatRecordSource, into sink: any FormatSink) throws {
    try dataset.assemble(records, into: sink)
  }
}
