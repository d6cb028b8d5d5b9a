import Annotations
import Diagnostics
import Encodings
import Imaging
import VectorMath
package import WorldModel

/// BOP, the benchmark of 6D poses (Hodaň et al. 2018): one scene a sequence and camera, `train` or `val`.
///
/// - `train/SSSSSS/{rgb,depth,mask,mask_visib}` and `scene_{camera,gt,gt_info,gt_coco}.json`. The scene's number is
///   sequence × cameras + camera, the image's number the sample's, `IMAGE_OBJECT` a mask's.
/// - Millimetres; camera axes right, down, forward; `cam_K` row-major with integers at pixel centres; depth is
///   planar z, 16-bit, times `depth_scale` 0.2 mm; 0 is no depth.
/// - A model is the shape of an object as it is at the image's instant, its origin in the middle of its box, x forward,
///   y left, z up. `obj_id` counts different shapes and classes from 1, in the order in which images show them: things
///   that are equal share one, and what bends or turns inside has a new one whenever it looks otherwise.
///   `models/obj_NNNNNN.ply` has normals and colours at vertices, `models_eval/` each place once; `models_info.json` has
///   diameter (of all pairs of vertices), box, the class's `name`, and `symmetries_discrete` where a turn
///   carries the surface onto itself, colours too, and no picture lies on it.
/// - Where the world of a dataset cannot be made again, models are boxes of native classes, as large as the largest
///   along each axis, and `obj_id` is the class's id. An object's own box is `obj_size` in `scene_gt_info.json`.
/// - `px_count_all` counts the object alone on a canvas three images wide and high, `px_count_valid` those of its
///   pixels inside the image that have depth, `px_count_visib` those seen. Boxes are [x, y, width, height] in whole
///   pixels; `bbox_obj` is around the object alone inside the image.
package struct BOPFormat: DatasetFormat {
  package static let name = "bop"
  package static let summary = "BOP: 6D poses, masks and depth of every sequence and camera"
  package static let requiredLabels = [
    LabelNames.rgb, LabelNames.depth, ObjectsLabel.name, MasksLabel.name, Boxes2DLabel.name,
    Boxes3DLabel.name,
    VisibilityLabel.name,
  ]
  package static let optionalLabels: [String] = []
  package static let usesModels = true
  package static var validator: any FormatValidator { BOPValidator() }

  /// Millimetres a value of a depth picture.
  static let depthScale = 1000 / TUMRGBDFormat.depthScale

  let options: FormatOptions

  package init(options: FormatOptions) { self.options = options }

  package func fragment(for sample: Sample) throws -> FormatFragment {
    var out = FormatFragment(sample: sample.index)
    for view in sample.views {
      let folder = try folder(sample, view)
      let image = FileNames.number(sample.index)
      let depth = try TUMRGBDFormat.depth(of: view, sample: sample.index)
      out.files.append(.picture("\(folder)/rgb/\(image).png", view, of: sample))
      out.files.append(
        FormatFile("\(folder)/depth/\(image).png", .bytes(try options.encodePNG(.uint16(depth)))))
      let objects = try BOPObject.all(
        in: view, depth: depth, sample: sample.index, minimumPixels: options.minimumPixels)
      for (i, object) in objects.enumerated() {
        for (kind, mask) in [("mask", object.amodal), ("mask_visib", object.modal)] {
          let bitmap = PixelCodes.binary(mask.bitmap, full: 255)
          out.files.append(
            FormatFile(
              "\(folder)/\(kind)/\(image)_\(FileNames.number(i)).png",
              .bytes(try options.encodePNG(.uint8(bitmap)))))
        }
      }
      func record(_ file: String, _ value: JSONText) {
        out.records.append(FormatRecord(file, "\(folder)|\(sample.index)|\(value.text)"))
      }
      record("scene_camera", Self.camera(view))
      record("scene_gt_info", .array(objects.map(\.info)))
      out.records.append(
        FormatRecord("images", "\(folder)|\(sample.index)|\(view.camera.width) \(view.camera.height)"))
      for object in objects {
        // What gets its model's number when all are known.
        out.records.append(
          FormatRecord(
            "objects",
            [
              folder, String(sample.index), String(object.instance), String(object.native.id),
              object.native.name, object.size.map { DecimalText.fixed($0, 6) }.joined(separator: " "),
              object.pose, object.annotation(image: sample.index),
            ].joined(separator: "|")))
      }
    }
    return out
  }

  package func assemble(_ records: any FormatRecordSource, into sink: any FormatSink) throws {
    try BOPAssembly(records: records, sink: sink, source: try options.models?()).write()
  }

  /// `train/000012`.
  func folder(_ sample: Sample, _ view: Sample.View) throws -> String {
    let scene = sample.sequence * options.cameras.count + (try options.cameraIndex(view.sensor))
    return "\(options.split.side(ofSequence: sample.sequence).rawValue)/\(FileNames.number(scene))"
  }

  /// Rotation row-major and translation in millimetres, camera from world.
  static func pose(_ view: Sample.View) -> (rotation: [Double], translation: [Double]) {
    let inverse = view.worldFromCamera.inverse
    let t = inverse.translation * 1000
    return (BOPObject.rows(inverse.rotation), [t.x, t.y, t.z])
  }

  private static func camera(_ view: Sample.View) -> JSONText {
    let (c, pose) = (view.camera, pose(view))
    return .object([
      ("cam_K", BOPObject.list([c.fx, 0, c.cx, 0, c.fy, c.cy, 0, 0, 1])),
      ("depth_scale", .number(depthScale, decimals: 9)),
      ("cam_R_w2c", BOPObject.list(pose.rotation)), ("cam_t_w2c", BOPObject.list(pose.translation)),
    ])
  }
}
