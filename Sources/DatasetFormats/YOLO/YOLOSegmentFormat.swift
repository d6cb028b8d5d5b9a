import Annotations
import Diagnostics
import Encodings
package import WorldModel

/// Ultralytics segment: `class x1 y1 x2 y2 …`, one polygon along the edges of the visible pixels.
///
/// Parts and holes are joined as `BridgedPolygon` says: filled by the even-odd rule the polygon gives back
/// the mask exactly.
package struct YOLOSegmentFormat: DatasetFormat {
  package static let name = "yolo-segment"
  package static let summary = "Ultralytics YOLO instance polygons"
  package static let requiredLabels = [LabelNames.rgb, ObjectsLabel.name, MasksLabel.name]
  package static let optionalLabels: [String] = [Boxes2DLabel.name]
  package static var validator: any FormatValidator { YOLOValidator<YOLOSegmentTask>() }

  let dataset: YOLODataset

  package init(options: FormatOptions) { dataset = YOLODataset(options: options) }

  package func fragment(for sample: Sample) throws -> FormatFragment {
    try dataset.fragment(for: sample) { object, view in
      let parts = MaskContours.parts(of: try YOLODataset.mask(of: object, in: view))
      let (w, h) = (Double(view.camera.width), Double(view.camera.height))
      return BridgedPolygon.ring(of: parts).flatMap { [Double($0.x) / w, Double($0.y) / h] }
    }
  }

  package func assemble(_ records: any FormatRecordSource, into sink: any FormatSink) throws {
    try dataset.assemble(records, into: sink)
  }
}
