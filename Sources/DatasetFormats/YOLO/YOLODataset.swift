import Annotations
import Diagnostics
import Encodings
import Imaging
import JSON
import WorldModel

/// What the four Ultralytics tasks share: folders, classes, splits and `data.yaml`.
///
/// `images/{train,val}/`, `labels/{train,val}/` with one text file an image (empty when nothing is in it) and
/// `data.yaml`, which names no `path`, so that the folder can be moved. Coordinates are fractions of the image
/// with its corner as origin: pixel columns x…x+w−1 span x/W…(x+w)/W. Eight decimals are below 0.001 px.
///
/// Ultralytics itself takes no image smaller than 10 × 10 pixels.
struct YOLODataset: Sendable {
  struct Class: Sendable, Hashable {
    var index: Int
    var name: String
  }

  let options: FormatOptions
  /// By native class id.
  private let classOf: [UInt16: Class]
  /// In the order of their indices.
  let classes: [Class]
  /// Further lines of `data.yaml`.
  let extraLines: [String]

  /// All countable classes, or COCO's 80, numbered from 0.
  init(options: FormatOptions) {
    self.options = options
    extraLines = []
    switch options.classes {
    case .native:
      let things = Ontology.classes.filter(\.isThing)
      classes = things.enumerated().map { Class(index: $0.offset, name: $0.element.name) }
      classOf = Dictionary(uniqueKeysWithValues: zip(things.map(\.id), classes))
    case .coco:
      let schema = ClassSchema.coco
      let list = schema.classes.enumerated().map { Class(index: $0.offset, name: $0.element.name) }
      classes = list
      var map: [UInt16: Class] = [:]
      for native in Ontology.classes {
        if let target = schema.counterpart(of: native),
          let found = list.first(where: { $0.name == target.name })
        {
          map[native.id] = found
        }
      }
      classOf = map
    }
  }

  /// One class, for tasks whose labels fit only it.
  init(options: FormatOptions, only name: String, natives: [String], extraLines: [String]) {
    self.options = options
    self.extraLines = extraLines
    let single = Class(index: 0, name: name)
    classes = [single]
    classOf = Dictionary(
      natives.compactMap(Ontology.named).map { ($0.id, single) }, uniquingKeysWith: { first, _ in first })
  }

  /// The files of all views of a sample, with a line from `row` for each object of a known class.
  /// - Parameter row: The numbers after the class index; `nil` = the object cannot be said.
  func fragment(
    for sample: Sample, row: (ViewObject, Sample.View) throws -> [Double]?
  ) throws -> FormatFragment {
    var out = FormatFragment(sample: sample.index)
    let side = options.split.side(ofSequence: sample.sequence).rawValue
    for view in sample.views {
      _ = try options.cameraIndex(view.sensor)
      let stem = FileNames.stem(sample: sample.index, sensor: view.sensor, of: options)
      out.files.append(
        FormatFile(
          "images/\(side)/\(stem).png",
          .native(NativeImage(sample: sample.index, sensor: view.sensor, label: LabelNames.rgb))))
      var text = ""
      for object in try ViewObject.all(in: view, sample: sample.index, minimumPixels: options.minimumPixels) {
        guard let known = classOf[object.native.id], let numbers = try row(object, view) else { continue }
        text += String(known.index)
        for n in numbers { text += " " + DecimalText.short(n, 8) }
        text += "\n"
      }
      out.files.append(FormatFile("labels/\(side)/\(stem).txt", text: text))
      out.records.append(FormatRecord("images/\(side)", stem))
    }
    return out
  }

  func assemble(_ records: any FormatRecordSource, into sink: any FormatSink) throws {
    // Ultralytics insists on a validation folder with images.
    let validation = try records.isEmpty("images/val") ? "images/train" : "images/val"
    try sink.write("data.yaml") { put in
      var title = ""
      JSONValue.quote(options.title, to: &title)
      try put("# \(title), in the layout of Ultralytics; paths are relative to this file.\n")
      try put("train: images/train\nval: \(validation)\n")
      for line in extraLines { try put(line + "\n") }
      try put("names:\n")
      for c in classes {
        var name = ""
        JSONValue.quote(c.name, to: &name)
        try put("  \(c.index): \(name)\n")
      }
    }
  }

  /// `x y w h`: centre and size of the visible pixels' box, as fractions of the image.
  static func box(_ b: PixelBox, in camera: Camera) -> [Double] {
    let (w, h) = (Double(camera.width), Double(camera.height))
    return [
      (Double(b.x) + Double(b.width) / 2) / w, (Double(b.y) + Double(b.height) / 2) / h, Double(b.width) / w,
      Double(b.height) / h,
    ]
  }

  /// - Throws: `DioramaError` (badInput) when the object has no mask.
  static func mask(of object: ViewObject, in view: Sample.View) throws -> RunLengthMask {
    guard let mask = object.mask else {
      throw DioramaError(
        .badInput, "camera '\(view.sensor)': object \(object.entry.instance) has no mask",
        remedy: "generate the dataset with the label 'masks'")
    }
    return mask
  }
}
