import Annotations
import Diagnostics
import Geometry
import VectorMath
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
  package static var validator: any FormatValidator { YOLOValidator<YOLOOrientedTask>() }

  let dataset: YOLODataset

  package init(options: FormatOptions) { dataset = YOLODataset(options: options) }

  package func fragment(for sample: Sample) throws -> FormatFragment {
    try dataset.fragment(for: sample) { object, view in
      let parts = MaskContours.parts(of: try YOLODataset.mask(of: object, in: view))
      let size = Vector2(Double(view.camera.width), Double(view.camera.height))
      let rectangle = MinimumAreaRectangle(around: parts.flatMap { $0.rings[0] }, within: (.zero, size))
      return rectangle?.corners.flatMap { [$0.x / size.x, $0.y / size.y] }
    }
  }

  package func assemble(_ records: any FormatRecordSource, into sink: any FormatSink) throws {
    try dataset.assemble(records, into: sink)
  }
}
