import Annotations
import Diagnostics
package import WorldModel

/// Ultralytics obb: `class x1 y1 x2 y2 x3 y3 x4 y4`, the smallest rectangle at any angle around the visible
/// pixels.
///
/// Ultralytics drops files with corners outside the image, so of the possible rectangles the smallest inside
/// is taken (`MinimumAreaRectangle`).
package struct YOLOOrientedFormat: DatasetFormat {
  package static let name = "yolo-obb"
  package static let summary = "Ultralytics YOLO oriented boxes"
  package static let requiredLabels = [LabelNames.rgb, ObjectsLabel.name, MasksLabel.name]
  package static let optionalLabels: [String] = [Boxes2DLabel.name]

  let dataset: YOLODataset

  package init(options: FormatOptions) { dataset = YOLODataset(options: options) }

  package func fragment(for sample: Sample) throws -> FormatFragment {
    try dataset.fragment(for: sample) { object, view in
      let parts = MaskContours.parts(of: try YOLODataset.mask(of: object, in: view))
      let (width, height) = (view.camera.width, view.camera.height)
      let rectangle = MinimumAreaRectangle(around: parts.flatMap(\.outer), width: width, height: height)
      return rectangle?.corners.flatMap { [$0.x / Double(width), $0.y / Double(height)] }
    }
  }

  package func assemble(_ records: any FormatRecordSource, into sink: any FormatSink) throws {
    try dataset.assemble(records, into: sink)
  }
}
