import Annotations
import Diagnostics
package import WorldModel

/// Ultralytics detect: `class x y w h`, the box of the visible pixels.
package struct YOLODetectFormat: DatasetFormat {
  package static let name = "yolo"
  package static let summary = "Ultralytics YOLO detection boxes"
  package static let requiredLabels = [LabelNames.rgb, ObjectsLabel.name, Boxes2DLabel.name]
  package static let optionalLabels = [MasksLabel.name]
  package static var validator: any FormatValidator { YOLOValidator<YOLODetectTask>() }

  let dataset: YOLODataset

  package init(options: FormatOptions) { dataset = YOLODataset(options: options) }

  package func fragment(for sample: Sample) throws -> FormatFragment {
    try dataset.fragment(for: sample) { object, view in YOLODataset.box(object.visibleBox, in: view.camera) }
  }

  package func assemble(_ records: any FormatRecordSource, into sink: any FormatSink) throws {
    try dataset.assemble(records, into: sink)
  }
}
