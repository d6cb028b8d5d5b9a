import Annotations
import Diagnostics
import Encodings
import GroundedLanguage
import JSON
package import WorldModel

/// RefCOCO (Kazemzadeh et al. 2014; Yu et al. 2016), as the REFER interface reads it: expressions that mean one object.
///
/// `images/{train,val}/*.png`; `instances.json`, COCO instances of both sides with polygons along pixel edges, which fill to
/// the exact mask, as REFER reads no run lengths (`file_name` holds the side's folder); and a file of references a language,
/// `refs(LANGUAGE).json`, with the same list as a pickle, `refs(LANGUAGE).p`: REFER's `splitBy` is the language. Annotation
/// ids are those of the format `coco`; `ref_id` and `sent_id` are image id × 1000 + the expression's number in the view, the
/// same in every language. `tokens` are words in English and characters in Chinese.
package struct RefCOCOFormat: DatasetFormat {
  package static let name = "refcoco"
  package static let summary =
    "RefCOCO: expressions that mean one object, with COCO instances, as REFER reads them"
  package static let requiredLabels = [LabelNames.rgb, ObjectsLabel.name, MasksLabel.name]
  package static let optionalLabels = [Boxes2DLabel.name, VisibilityLabel.name, ReferringLabel.name]
  package static var validator: any FormatValidator { RefCOCOValidator() }

  let options: FormatOptions
  private let instances: COCOFormat

  package init(options: FormatOptions) {
    var options = options
    options.masks = .polygons
    self.options = options
    instances = COCOFormat(options: options)
  }

  package func fragment(for sample: Sample) throws -> FormatFragment {
    try FormatFragment(ofWords: [ReferringLabel.self], in: sample, options, for: Self.name) {
      out, view, picture in
      out.records.append(
        FormatRecord(
          "images/\(picture.side)",
          instances.imageText(picture.id, "\(picture.side)/\(picture.stem)", view: view, sample: sample).text)
      )
      // Annotations and references in one stream: references count the annotations of their picture.
      let stream = "items/\(picture.side)"
      out.records.append(FormatRecord(stream, "\(Item.picture.rawValue)|"))
      let written = try Self.objects(of: view, sample, options, instances.classes)
      for (object, category) in written {
        guard let mask = object.mask else {
          throw DioramaError(
            .badInput,
            "sample \(sample.index), camera '\(view.sensor)': object \(object.entry.instance) has no mask",
            remedy: "generate the dataset with the label 'masks'")
        }
        let fields: (Int) -> JSONText = instances.annotation(object, mask: mask, image: picture.id)
        out.records.append(FormatRecord(stream, "\(Item.object.rawValue)|\(fields(category.id).text)"))
      }
      for (n, entry) in (view.labels[ReferringLabel.self]?.entries ?? []).enumerated() {
        guard let place = written.firstIndex(where: { $0.object.entry.instance == entry.thing.instance })
        else { continue }
        for tongue in Tongue.allCases {
          guard let said = entry.texts.said(in: tongue) else { continue }
          let reference = Self.reference(
            said.text, tongue, picture, category: written[place].category.id, id: try picture.number(n))
          out.records.append(
            FormatRecord(stream, "\(Item.reference.rawValue)\(tongue.rawValue)|\(place)|\(reference.text)"))
        }
      }
    }
  }

  /// What the lines of a side are, by their first character.
  private enum Item: String { case picture, object, reference }

  /// The objects of a view that are written, with their categories.
  static func objects(
    of view: Sample.View, _ sample: Sample, _ options: FormatOptions, _ classes: COCOClasses
  ) throws -> [(object: ViewObject, category: COCOClasses.Category)] {
    try ViewObject.all(in: view, sample: sample.index, minimumPixels: options.minimumPixels)
      .compactMap { object in classes.detection(object.native).map { (object, $0) } }
  }

  /// A reference without the id of its annotation.
  private static func reference(
    _ raw: String, _ tongue: Tongue, _ picture: ViewPicture, category: Int, id: Int
  ) -> JSONText {
    let sentence = JSONText.object([
      ("sent_id", .int(id)), ("raw", .string(raw)), ("sent", .string(raw.lowercased())),
      ("tokens", .array(tokens(of: raw, tongue).map(JSONText.string))),
    ])
    return .object([
      ("ref_id", .int(id)), ("image_id", .int(picture.id)), ("category_id", .int(category)),
      ("file_name", .string("\(picture.side)/\(picture.stem).png")), ("split", .string(picture.side)),
      ("sent_ids", .array([.int(id)])), ("sentences", .array([sentence])),
    ])
  }

  /// Lower-case words, or characters where words are not parted.
  static func tokens(of raw: String, _ tongue: Tongue) -> [String] {
    switch tongue {
    case .english: raw.lowercased().split { $0.isWhitespace }.map(String.init)
    case .chinese: raw.filter { !$0.isWhitespace }.map { String($0).lowercased() }
    }
  }

  package func assemble(_ records: any FormatRecordSource, into sink: any FormatSink) throws {
    try sink.write("instances.json") { put in
      let info = JSONText.object([
        ("description", .string(options.title)), ("version", .string("1.0")),
        ("contributor", .string("Diorama")),
      ])
      let license = JSONText.object([("id", .int(0)), ("name", .string("")), ("url", .string(""))])
      try put("{\"info\":" + info.text + ",\n\"licenses\":[" + license.text + "],\n\"images\":[")
      var isFirst = true
      func list(_ item: String) throws {
        try put((isFirst ? "\n" : ",\n") + item)
        isFirst = false
      }
      for side in SplitRule.Side.allCases {
        try records.forEach("images/\(side.rawValue)", list)
      }
      try put("],\n\"annotations\":[")
      isFirst = true
      var id = 1
      try forEachItem(records) { kind, text in
        guard kind == Item.object.rawValue else { return }
        try list(JSONText.prefixed(text, [("id", .int(id))]))
        id += 1
      }
      try put("],\n\"categories\":" + instances.categoriesText(instances.classes.detections).text + "}\n")
    }
    for tongue in Tongue.allCases {
      guard let references = try hasAny(of: tongue, records) ? tongue : nil else { continue }
      let stem = "refs(\(references.rawValue))"
      try sink.write(stem + ".json") { put in
        var isFirst = true
        try put("[")
        try forEachReference(records, references) { text in
          try put((isFirst ? "\n" : ",\n") + text)
          isFirst = false
        }
        try put("]\n")
      }
      try sink.write(stem + ".p") { put in
        try put(PickleText.listBegin)
        try forEachReference(records, references) { text in
          try put(PickleText.text(of: try JSONValue.parse(Array(text.utf8)[...], file: stem)))
        }
        try put(PickleText.listEnd)
      }
    }
  }

  private func forEachItem(
    _ records: any FormatRecordSource, _ body: (_ kind: Substring, _ text: Substring) throws -> Void
  ) throws {
    for side in SplitRule.Side.allCases {
      try records.forEach("items/\(side.rawValue)", fields: 2) { try body($0[0], $0[1]) }
    }
  }

  private func hasAny(of tongue: Tongue, _ records: any FormatRecordSource) throws -> Bool {
    var found = false
    try forEachItem(records) { kind, _ in found = found || kind == Item.reference.rawValue + tongue.rawValue }
    return found
  }

  /// The references of a language with the ids of their annotations.
  private func forEachReference(
    _ records: any FormatRecordSource, _ tongue: Tongue, _ body: (String) throws -> Void
  ) throws {
    var (next, first) = (1, 1)
    try forEachItem(records) { kind, text in
      switch kind {
      case Item.picture.rawValue[...]: first = next
      case Item.object.rawValue[...]: next += 1
      case (Item.reference.rawValue + tongue.rawValue)[...]:
        guard let bar = text.firstIndex(of: "|"), let place = Int(text[..<bar]) else { return }
        try body(JSONText.prefixed(text[text.index(after: bar)...], [("ann_id", .int(first + place))]))
      default: break
      }
    }
  }
}
