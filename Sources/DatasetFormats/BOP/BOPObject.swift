import Annotations
import Encodings
import Imaging
import VectorMath
import WorldModel

/// One object of an image in BOP's units: millimetres and pixels.
struct BOPObject {
  var instance: UInt32
  var native: NativeClass
  var modal: RunLengthMask
  var amodal: RunLengthMask
  var visibleBox: PixelBox
  var amodalBox: PixelBox
  /// Camera from model, row-major, and millimetres.
  var rotation: [Double]
  var translation: [Double]
  /// Extents along the model's axes, millimetres.
  var size: [Double]
  /// Pixels of the object alone on the large canvas, and those inside the image with depth.
  var canvasPixels: Int
  var validPixels: Int

  /// Those of a view that are seen and have a box, ascending by instance.
  static func all(
    in view: Sample.View, depth: Raster<UInt16>, sample: Int, minimumPixels: Int
  ) throws -> [BOPObject] {
    let masks = Dictionary(
      (view.labels[MasksLabel.self]?.entries ?? []).map { ($0.instance, $0) },
      uniquingKeysWith: { first, _ in first })
    return try ViewObject.all(in: view, sample: sample, minimumPixels: minimumPixels).compactMap { object in
      guard let mask = masks[object.entry.instance], let box = object.box3D,
        let visibility = object.visibility, box.size.count == 3, box.cameraCenter.count == 3,
        box.cameraRotation.count == 4, mask.amodal.size == mask.modal.size,
        (box.size + box.cameraCenter + box.cameraRotation).allSatisfy(\.isFinite)
      else { return nil }
      let q = box.cameraRotation
      return BOPObject(
        instance: object.entry.instance, native: object.native, modal: mask.modal, amodal: mask.amodal,
        visibleBox: object.visibleBox,
        amodalBox: object.amodalBox ?? object.visibleBox,
        rotation: rows(Quaternion(w: q[0], x: q[1], y: q[2], z: q[3]).normalized),
        translation: box.cameraCenter.map { $0 * 1000 }, size: box.size.map { $0 * 1000 },
        canvasPixels: visibility.canvasPixels,
        validPixels: PixelCodes.count(inside: mask.amodal.bitmap, with: depth))
    }
  }

  /// Row-major.
  static func rows(_ q: Quaternion) -> [Double] {
    let (x, y, z) = (q * Vector3(1, 0, 0), q * Vector3(0, 1, 0), q * Vector3(0, 0, 1))
    return [x.x, y.x, z.x, x.y, y.y, z.y, x.z, y.z, z.z]
  }

  static func list(_ values: [Double]) -> JSONText { .array(values.map { .number($0, decimals: 9) }) }

  /// For `scene_gt.json`, all but the model's number and the closing brace.
  var pose: String {
    let text = JSONText.object([
      ("cam_R_m2c", Self.list(rotation)), ("cam_t_m2c", Self.list(translation)),
    ]).text
    return String(text.dropLast())
  }

  var info: JSONText {
    .object([
      ("bbox_obj", Self.box(amodalBox)), ("bbox_visib", Self.box(visibleBox)),
      ("px_count_all", .int(canvasPixels)), ("px_count_valid", .int(validPixels)),
      ("px_count_visib", .int(modal.area)),
      ("visib_fract", .number(Double(modal.area) / Double(max(1, canvasPixels)), decimals: 9)),
      ("obj_size", Self.list(size)),
    ])
  }

  /// For `scene_gt_coco.json`, all but the ids of annotation and category and the closing brace.
  func annotation(image: Int) -> String {
    let text = JSONText.object([
      ("image_id", .int(image)), ("iscrowd", .int(0)),
      ("ignore", .bool(false)), ("area", .int(modal.area)), ("bbox", Self.box(visibleBox)),
      ("width", .int(modal.width)), ("height", .int(modal.height)),
      (
        "segmentation",
        .object([
          ("counts", .array(modal.counts.map { .int($0) })), ("size", .array(modal.size.map { .int($0) })),
        ])
      ),
    ]).text
    return String(text.dropLast())
  }

  private static func box(_ b: PixelBox) -> JSONText {
    .box(x: b.x, y: b.y, width: b.width, height: b.height)
  }
}
