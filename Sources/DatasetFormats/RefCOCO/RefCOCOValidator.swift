import Annotations
package import Checks
package import Diagnostics
import GroundedLanguage
import JSON
package import WorldModel

/// visual-54 for RefCOCO, RefCOCO+ and RefCOCOg of any maker: `instances.json` and `refs(…).json` or `refs(…).p`.
package struct RefCOCOValidator: FormatValidator {
  package static let formed = CheckRule(
    id: "visual-54-refcoco", name: "refcoco-is-well-formed",
    summary:
      "RefCOCO: instances are sound COCO, references name a listed annotation with its picture and category, sentences have words and ids of their own, a pickle says what the JSON beside it says.",
    unit: "images, annotations and references")
  package static let matched = CheckRule(
    id: "visual-54-refcoco-native", name: "refcoco-matches-native",
    summary:
      "RefCOCO read back has the native samples' objects and masks, and in each language their expressions for the very objects.",
    unit: "pictures, objects and expressions")

  package static let slack = 6e-4

  package init() {}

  package func read(_ folder: FormatFolder, into finding: inout CheckFinding) throws(DioramaError)
    -> FormatReading
  {
    var reading = FormatReading()
    guard folder.isFile("instances.json") else {
      throw DioramaError(
        .noInput, "\(folder.root) holds no RefCOCO dataset",
        remedy: "Name the folder with instances.json in it.")
    }
    finding.applied += 1
    var file = try COCOFile("instances.json", folder)
    file.examine(into: &finding, &reading)
    var targets: [Int: Target] = [:]
    for item in file.tree["annotations"]?.items ?? [] {
      if let id = item["id"]?.whole, let image = item["image_id"]?.whole,
        let category = item["category_id"]?.whole
      {
        targets[id] = Target(image: image, category: category, box: item["bbox"]?.numbers ?? [])
      }
    }
    let names = folder.names(in: "").filter { $0.hasPrefix("refs(") }
    for name in names where name.hasSuffix(").json") || name.hasSuffix(").p") {
      let stem = String(name[..<(name.lastIndex(of: ".") ?? name.endIndex)])
      let isTwin = name.hasSuffix(").p") && names.contains(stem + ".json")
      let bytes = try folder.bytes(name)
      let value =
        name.hasSuffix(").p") ? PickleReader.value(of: bytes) : try JSONTree(bytes, name: name).value
      if isTwin {
        let other = try JSONTree(try folder.bytes(stem + ".json"), name: stem + ".json").value
        finding.expect(
          value?.canonical == other.canonical,
          Violation(
            item: name, found: value == nil ? "no pickle of plain data" : "other references",
            expected: "the list of \(stem).json"))
        continue
      }
      guard let items = value.map({ JSONTree($0) })?.items else {
        finding.expect(false, Violation(item: name, found: "no list", expected: "a list of references"))
        continue
      }
      var seen = Seen()
      let language = String(stem.dropFirst(5).dropLast())
      for (number, item) in items.enumerated() {
        let place = "\(name), reference \(item["ref_id"]?.whole.map(String.init) ?? "number \(number)")"
        reference(item, place, language, targets, file, &seen, &reading, &finding)
      }
    }
    return reading
  }

  private struct Target {
    var image: Int
    var category: Int
    var box: [Double]
  }

  private struct Seen {
    var references: Set<Int> = []
    var sentences: Set<Int> = []
  }

  private func reference(
    _ item: JSONTree, _ place: String, _ language: String, _ targets: [Int: Target], _ file: COCOFile,
    _ seen: inout Seen, _ reading: inout FormatReading, _ finding: inout CheckFinding
  ) {
    let id = item["ref_id"]?.whole
    finding.expect(
      id.map { seen.references.insert($0).inserted } ?? false,
      Violation(item: place, found: "ref_id that is none or not its own", expected: "an id of its own"))
    let target = item["ann_id"]?.whole.flatMap { targets[$0] }
    finding.expect(
      target.map { $0.image == item["image_id"]?.whole && $0.category == item["category_id"]?.whole }
        ?? false,
      Violation(
        item: place,
        found:
          "ann_id \(item["ann_id"]?.number.map { "\($0)" } ?? "missing"), image_id \(item["image_id"]?.number.map { "\($0)" } ?? "missing"), category_id \(item["category_id"]?.number.map { "\($0)" } ?? "missing")",
        expected: target.map { "image \($0.image), category \($0.category)" } ?? "a listed annotation"))
    let sentences = item["sentences"]?.items ?? []
    let ids = sentences.compactMap { $0["sent_id"]?.whole }
    let isNew = ids.allSatisfy { seen.sentences.insert($0).inserted }
    finding.expect(
      !sentences.isEmpty && ids.count == sentences.count && isNew && item["split"]?.text?.isEmpty == false
        && item["sent_ids"]?.numbers == ids.map(Double.init),
      Violation(
        item: place, found: "\(sentences.count) sentences with ids \(ids)",
        expected: "sentences with ids of their own, listed in sent_ids; a split"))
    for sentence in sentences {
      let (raw, tokens) = (sentence["raw"]?.text ?? "", sentence["tokens"]?.items ?? [])
      finding.expect(
        !raw.allSatisfy(\.isWhitespace) && !(sentence["sent"]?.text ?? "").isEmpty && !tokens.isEmpty
          && tokens.allSatisfy { $0.text?.isEmpty == false },
        Violation(item: place, found: "\"\(raw.prefix(40))\"", expected: "raw, sent and tokens with words"))
      guard let target, let image = file.images[target.image] else { continue }
      reading.append(
        .init(
          place: place, category: "\(file.categories[target.category]?.name ?? ""): \(raw)",
          box: target.box, numbers: [Double(sentence["sent_id"]?.whole ?? -1), Double(tokens.count)]),
        to: image.path, language)
    }
  }

  package func expected(of sample: Sample, _ options: FormatOptions) throws -> [String: FormatReading.Picture]
  {
    let classes = COCOClasses(choice: options.classes)
    var out: [String: FormatReading.Picture] = try .words(of: sample, options, path: \.path) {
      view, picture, tongue in
      let objects = try RefCOCOFormat.objects(of: view, sample, options, classes)
      return try (view.labels[ReferringLabel.self]?.entries ?? []).enumerated().compactMap { n, entry in
        guard let said = entry.texts.said(in: tongue),
          let (_, category) = objects.first(where: { $0.object.entry.instance == entry.thing.instance })
        else { return nil }
        let b = entry.thing.box
        return .init(
          category: "\(category.name): \(said.text)", box: [b.x, b.y, b.width, b.height].map(Double.init),
          numbers: [
            Double(try picture.number(n)), Double(RefCOCOFormat.tokens(of: said.text, tongue).count),
          ])
      }
    }
    for view in sample.views {
      let picture = try ViewPicture(view, of: sample, options)
      out[picture.path]?.objects = try RefCOCOFormat.objects(of: view, sample, options, classes).compactMap {
        object, category in
        guard let mask = object.mask else { return nil }
        let b = object.visibleBox
        return .init(
          category: category.name, box: [b.x, b.y, b.width, b.height].map(Double.init), shape: .runs(mask),
          numbers: [Double(mask.area)])
      }
    }
    return out
  }
}
