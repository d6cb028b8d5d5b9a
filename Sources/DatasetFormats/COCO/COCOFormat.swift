import Annotations
import Diagnostics
import Encodings
import Imaging
package import WorldModel

/// COCO: instances, person keypoints and panoptics (cocodataset.org, data format).
///
/// `annotations/{instances,person_keypoints,panoptic}_{train,val}.json`, `images/{train,val}/`,
/// `annotations/panoptic_{train,val}/`. The image id is sample × cameras + camera + 1; annotations are
/// numbered from 1 over both sides, in the order of images and instances, and a person has the same number in
/// the instance and the keypoint file. Category ids are the native class ids, or with `classes: coco` COCO's.
///
/// Boxes are [first column, first row, width, height] of the visible pixels; the area is their count; masks
/// are run lengths with `iscrowd` 0, or polygons on request. Keypoints
/// are pixel indices (0 = centre of the first pixel). Where a view has keypoints at all, every person is in the
/// keypoint file, without labelled points (17 × 0 0 0) if need be: loaders take persons left out for nobody.
/// What COCO has no field for stands under `diorama`.
package struct COCOFormat: DatasetFormat {
  package static let name = "coco"
  package static let summary = "COCO instances, person keypoints and panoptic segments"
  package static let requiredLabels = [LabelNames.rgb, ObjectsLabel.name, MasksLabel.name]
  package static let optionalLabels = [
    Boxes2DLabel.name, VisibilityLabel.name, KeypointsLabel.name, LabelNames.panoptic, PanopticLabel.name,
  ]
  package static var validator: any FormatValidator { COCOValidator() }

  let options: FormatOptions
  let classes: COCOClasses

  package init(options: FormatOptions) {
    self.options = options
    classes = COCOClasses(choice: options.classes)
  }

  package func fragment(for sample: Sample) throws -> FormatFragment {
    var out = FormatFragment(sample: sample.index)
    let side = options.split.side(ofSequence: sample.sequence).rawValue
    for view in sample.views {
      let camera = try options.cameraIndex(view.sensor)
      let image = sample.index * options.cameras.count + camera + 1
      let stem = FileNames.stem(sample: sample.index, sensor: view.sensor, of: options)
      out.files.append(
        FormatFile(
          "images/\(side)/\(stem).png",
          .native(NativeImage(sample: sample.index, sensor: view.sensor, label: LabelNames.rgb))))
      out.records.append(
        FormatRecord("images/\(side)", imageText(image, stem, view: view, sample: sample).text))
      let objects = try ViewObject.all(in: view, sample: sample.index, minimumPixels: options.minimumPixels)
      for object in objects {
        guard let category = classes.detection(object.native) else { continue }
        guard let mask = object.mask else {
          throw DioramaError(
            .badInput,
            "sample \(sample.index), camera '\(view.sensor)': object \(object.entry.instance) has no mask",
            remedy: "generate the dataset with the label 'masks'")
        }
        let fields = annotation(object, mask: mask, image: image)
        var text = (fields(category.id) as JSONText).text
        if let points = personPoints(of: object, in: view) {
          text += Self.separator + keypointText(fields(Self.personID), points: points, view: view)
        }
        out.records.append(FormatRecord("annotations/\(side)", text))
      }
      if let panoptic = try COCOPanoptic(view: view, sample: sample.index, classes: classes) {
        out.files.append(
          FormatFile(
            "annotations/panoptic_\(side)/\(stem).png", .bytes(try options.encodePNG(.uint8(panoptic.colors)))
          ))
        out.records.append(
          FormatRecord("panoptic/\(side)", panoptic.annotation(image: image, file: "\(stem).png").text))
      }
    }
    return out
  }

  /// A picture's entry in the list of images.
  func imageText(_ id: Int, _ stem: String, view: Sample.View, sample: Sample) -> JSONText {
    .object([
      ("id", .int(id)), ("file_name", .string("\(stem).png")), ("width", .int(view.camera.width)),
      ("height", .int(view.camera.height)), ("license", .int(0)),
      (
        "diorama",
        .object([
          ("sample", .int(sample.index)), ("sequence", .int(sample.sequence)), ("frame", .int(sample.frame)),
          ("time", .number(sample.time, decimals: 9)), ("camera", .string(view.sensor)),
        ])
      ),
    ])
  }

  /// An instance annotation without its id, as a function of the category.
  func annotation(_ object: ViewObject, mask: RunLengthMask, image: Int) -> (Int) -> JSONText {
    let b = object.visibleBox
    var extra: [(String, JSONText)] = [
      ("instance", .int(Int(object.entry.instance))), ("name", .string(object.entry.name)),
    ]
    if let v = object.visibility {
      extra.append(("visible_fraction", .number(v.visibleFraction, decimals: 6)))
      extra.append(("truncation", .number(v.truncation, decimals: 6)))
    }
    if let a = object.amodalBox {
      extra.append(("amodal_bbox", .box(x: a.x, y: a.y, width: a.width, height: a.height)))
    }
    let segmentation: JSONText
    switch options.masks {
    case .runs:
      segmentation = .object([
        ("size", .array([.int(mask.height), .int(mask.width)])),
        ("counts", .array(mask.counts.map(JSONText.int))),
      ])
    case .compressed:
      segmentation = .object([
        ("size", .array([.int(mask.height), .int(mask.width)])), ("counts", .string(mask.compressed)),
      ])
    case .polygons:
      segmentation = .array(
        MaskContours.parts(of: mask).map { part in
          .array(BridgedPolygon.ring(of: part).flatMap { [JSONText.int($0.x), .int($0.y)] })
        })
    }
    let area = mask.area
    return { category in
      .object([
        ("image_id", .int(image)), ("category_id", .int(category)), ("iscrowd", .int(0)),
        ("area", .int(area)),
        ("bbox", .box(x: b.x, y: b.y, width: b.width, height: b.height)), ("segmentation", segmentation),
        ("diorama", .object(extra)),
      ])
    }
  }

  /// The 17 points of a person in a view with keypoints: empty when this one has none; `nil` = no person.
  private func personPoints(of object: ViewObject, in view: Sample.View) -> [KeypointsLabel.Point]? {
    guard view.labels[KeypointsLabel.self] != nil,
      ClassSchema.coco.counterpart(of: object.native)?.id == Self.personID
    else { return nil }
    return COCOSkeleton.points(of: object.keypoints) ?? []
  }

  /// The same annotation for the keypoint file: the points come first, then the instance's fields.
  private func keypointText(
    _ fields: JSONText, points: [KeypointsLabel.Point], view: Sample.View
  ) -> String {
    var values: [JSONText] = []
    var labelled = 0
    for i in COCOSkeleton.points.indices {
      guard points.indices.contains(i), case let p = points[i], p.visibility > 0, p.u.isFinite, p.v.isFinite
      else {
        values += [.int(0), .int(0), .int(0)]
        continue
      }
      labelled += 1
      // A point in the outer half of a border pixel still lies in the image, but loaders refuse indices < 0.
      values.append(.number(min(max(p.u, 0), Double(view.camera.width - 1)), decimals: 3))
      values.append(.number(min(max(p.v, 0), Double(view.camera.height - 1)), decimals: 3))
      values.append(.int(min(p.visibility, 2)))
    }
    let head = JSONText.object([("num_keypoints", .int(labelled)), ("keypoints", .array(values))]).text
    return head.dropLast() + "," + fields.text.dropFirst()
  }

  static let personID = 1
  /// Parts the instance's from the person's text in a record; JSON text never holds it.
  static let separator = "\u{1e}"
}
