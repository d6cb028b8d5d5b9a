import Diagnostics
import GroundedLanguage
import WorldModel

/// How formats of words number the picture of a view and what is said of it: whole numbers that depend on the sample
/// and the camera alone, so that no file has to be counted through.
struct ViewPicture {
  /// sample × cameras + camera + 1, as in COCO files.
  let id: Int
  let side: String
  /// The picture's name without its ending.
  let stem: String
  let width: Int
  let height: Int

  /// Entries of one kind that a picture may have: questions, captions, expressions.
  static let entries = 1000

  /// - Throws: `DioramaError` (badInput) when the camera is not among the dataset's.
  init(_ view: Sample.View, of sample: Sample, _ options: FormatOptions) throws {
    id = sample.index * options.cameras.count + (try options.cameraIndex(view.sensor)) + 1
    side = options.split.side(ofSequence: sample.sequence).rawValue
    stem = FileNames.stem(sample: sample.index, sensor: view.sensor, of: options)
    (width, height) = (view.camera.width, view.camera.height)
  }

  /// `images/SIDE/STEM.png`.
  var path: String { "images/\(side)/\(stem).png" }

  /// The number of entry `n` (from 0) among all of the dataset: id × 1000 + n, which is how VQA numbers questions. It is
  /// the same in every language.
  /// - Throws: `DioramaError` (badInput) where there are more than a thousand.
  func number(_ n: Int) throws -> Int {
    guard n < Self.entries else {
      throw DioramaError(
        .badInput, "picture \(id) has more than \(Self.entries) questions, captions or expressions",
        remedy: "Ask for fewer in the recipe's language.")
    }
    return id * Self.entries + n
  }

  /// The picture padded with zeros to twelve digits, as in the names of VQA's pictures.
  var paddedID: String {
    let digits = String(id)
    return String(repeating: "0", count: max(0, 12 - digits.count)) + digits
  }
}

extension [GroundedText] {
  /// The text in a language.
  func said(in tongue: Tongue) -> GroundedText? { first { $0.language == tongue.rawValue } }
}

extension FormatFragment {
  /// What a format of words makes of a sample: the picture of each view, and what `body` adds for it.
  ///
  /// - Parameters:
  ///   - labels: what holds the words.
  ///   - path: where a picture goes.
  init(
    ofWords labels: [any StructuredLabel.Type], in sample: Sample, _ options: FormatOptions,
    for format: String,
    path: (ViewPicture) -> String = { $0.path },
    _ body: (_ out: inout FormatFragment, _ view: Sample.View, _ picture: ViewPicture) throws -> Void
  ) throws {
    self.init(sample: sample.index)
    expectWords(labels, in: sample, for: format)
    for view in sample.views {
      let picture = try ViewPicture(view, of: sample, options)
      files.append(.picture(path(picture), view, of: sample))
      try body(&self, view, picture)
    }
  }

  /// Says once for the dataset that there are no words, where none of a sample's views has a label.
  private mutating func expectWords(
    _ labels: [any StructuredLabel.Type], in sample: Sample, for format: String
  ) {
    let isSaid = sample.views.contains { view in
      labels.contains { type in view.labels.structured.contains { Swift.type(of: $0).name == type.name } }
    }
    guard !isSaid else { return }
    let names = labels.map { "'\($0.name)'" }.joined(separator: ", ")
    warnings.append(
      Warning(
        "\(format): samples without the label\(labels.count > 1 ? "s" : "") \(names) have no words, and are written "
          + "without; name \(labels.count > 1 ? "them" : "it") among the recipe's labels"))
  }
}
