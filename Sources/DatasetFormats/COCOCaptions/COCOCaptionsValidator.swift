import Annotations
package import Checks
package import Diagnostics
import GroundedLanguage
package import WorldModel

/// visual-54 for COCO captions of any maker: `captions*.json` of the folder, of `annotations`, or of folders of languages.
package struct COCOCaptionsValidator: FormatValidator {
  package static let formed = CheckRule(
    id: "visual-54-coco-captions", name: "coco-captions-are-well-formed",
    summary:
      "COCO captions: ids are unique, pictures exist (of the size declared), every caption says something of a listed picture, and phrases lie in it.",
    unit: "images, captions and phrases")
  package static let matched = CheckRule(
    id: "visual-54-coco-captions-native", name: "coco-captions-match-native",
    summary:
      "COCO captions read back are the native samples' sentences in each language, with their phrases.",
    unit: "pictures and captions")

  package static let slack = 0.0

  package init() {}

  package func read(_ folder: FormatFolder, into finding: inout CheckFinding) throws(DioramaError)
    -> FormatReading
  {
    var reading = FormatReading()
    let files = try folder.files(inner: ["annotations"], of: "COCO captions", &finding) {
      $0.hasPrefix("captions") && $0.hasSuffix(".json")
    }
    reading.pictures = folder.pictures(below: "images", &finding)
    for (language, path) in files {
      var file = try COCOFile(path, folder)
      guard file.isCOCO else { continue }
      file.examineImages(into: &finding)
      for image in file.images.values where reading.pictures[image.path] == nil {
        reading.pictures[image.path] = .init(width: image.width, height: image.height)
      }
      var ids: Set<Int> = []
      for (number, item) in (file.tree["annotations"]?.items ?? []).enumerated() {
        caption(item, number, file, language, &ids, &reading, &finding)
      }
    }
    return reading
  }

  private func caption(
    _ item: JSONTree, _ number: Int, _ file: COCOFile, _ language: String, _ ids: inout Set<Int>,
    _ reading: inout FormatReading, _ finding: inout CheckFinding
  ) {
    let id = item["id"]?.whole
    let place = "annotation \(id.map(String.init) ?? "number \(number)")"
    finding.expect(
      id.map { ids.insert($0).inserted } ?? false,
      file.violation(
        place, found: id == nil ? "no whole id" : "its id a second time", expected: "an id of its own"))
    let image = item["image_id"]?.whole.flatMap { file.images[$0] }
    let caption = item["caption"]?.text ?? ""
    finding.expect(
      image != nil && !caption.allSatisfy(\.isWhitespace),
      file.violation(
        place,
        found:
          "image_id \(item["image_id"]?.number.map { "\($0)" } ?? "missing"), caption \"\(caption.prefix(40))\"",
        expected: "words about a listed image"))
    var numbers = [Double(id ?? -1)]
    let length = caption.unicodeScalars.count
    for phrase in item["diorama"]?["phrases"]?.items ?? [] {
      let (start, end) = (phrase["start"]?.whole ?? -1, phrase["end"]?.whole ?? -1)
      finding.expect(
        start >= 0 && start < end && end <= length,
        file.violation(
          place, found: "a phrase at \(start) ..< \(end)", expected: "within 0 ..< \(length)"))
      numbers += [Double(start), Double(end)] + (phrase["instances"]?.numbers ?? [])
    }
    guard let image else { return }
    reading.append(
      .init(place: "\(file.path), \(place)", category: caption, numbers: numbers), to: image.path, language)
  }

  package func expected(of sample: Sample, _ options: FormatOptions) throws -> [String: FormatReading.Picture]
  {
    try .words(of: sample, options, path: \.path) { view, picture, tongue in
      try (view.labels[CaptionLabel.self]?.entries ?? []).enumerated().compactMap { n, entry in
        guard let said = entry.texts.said(in: tongue) else { return nil }
        var numbers = [Double(try picture.number(n))]
        for phrase in said.phrases {
          numbers += [Double(phrase.start), Double(phrase.end)]
          numbers += phrase.objects.map { Double($0) }
        }
        return FormatReading.Object(category: said.text, numbers: numbers)
      }
    }
  }
}

extension FormatReading {
  /// Adds what is said of a picture in a language, apart from the picture's own objects.
  mutating func append(_ object: Object, to picture: String, _ language: String) {
    guard let known = pictures[picture] else { return }
    pictures[
      Self.key(picture, language), default: .init(width: known.width, height: known.height)
    ].objects.append(object)
  }

  /// Under which the words of a picture stand.
  static func key(_ picture: String, _ language: String) -> String { "words (\(language)) of \(picture)" }
}

extension [String: FormatReading.Picture] {
  /// What formats of words must give: every picture, and apart from it what is said of it in each language, if anything.
  static func words(
    of sample: Sample, _ options: FormatOptions, path: (ViewPicture) -> String,
    _ said: (Sample.View, ViewPicture, Tongue) throws -> [FormatReading.Object]
  ) throws -> Self {
    var out: Self = [:]
    for view in sample.views {
      let picture = try ViewPicture(view, of: sample, options)
      var blank = FormatReading.Picture(width: picture.width, height: picture.height)
      out[path(picture)] = blank
      for tongue in Tongue.allCases {
        blank.objects = try said(view, picture, tongue)
        if !blank.objects.isEmpty { out[FormatReading.key(path(picture), tongue.rawValue)] = blank }
      }
    }
    return out
  }
}
