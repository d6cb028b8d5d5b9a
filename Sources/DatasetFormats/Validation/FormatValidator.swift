package import Annotations
package import Checks
package import Diagnostics
package import WorldModel

/// Judges datasets of one format, whoever made them (visual-54).
///
/// Reading takes any bytes: what is wrong becomes a violation with file and line or annotation, never a trap. Only what
/// cannot be read at all ends the examination.
package protocol FormatValidator: Sendable {
  /// What holds of every dataset of the format.
  static var formed: CheckRule { get }
  /// What holds of one that was written from native samples.
  static var matched: CheckRule { get }

  /// Of the last decimal of what the format writes as `FormatReading.Object.numbers`, in their units.
  static var slack: Double { get }

  /// Whether samples may share a picture, which is then that of the first of them.
  static var sharesPictures: Bool { get }

  init()

  /// Reads everything, and reports what the format does not allow.
  /// - Throws: `.noInput` when there is no such dataset, `.badInput` when its main files cannot be parsed.
  func read(_ folder: FormatFolder, into finding: inout CheckFinding) throws(DioramaError) -> FormatReading

  /// What reading must give for a native sample, by the picture's path.
  /// - Parameter options: those the format was written with.
  /// - Throws: `DioramaError` (badInput) when the sample lacks a label.
  func expected(of sample: Sample, _ options: FormatOptions) throws -> [String: FormatReading.Picture]
}

extension FormatValidator {
  package static var sharesPictures: Bool { false }
}

/// What a dataset of some format says about its pictures, in one form for all formats.
package struct FormatReading: Sendable {
  /// Where an object's pixels are.
  package enum Shape: Sendable, Hashable {
    /// Well formed: the counts fill the picture.
    case runs(RunLengthMask)
    /// Rings of points in pixels from the image's corner, filled by the even-odd rule.
    case rings([[SIMD2<Double>]])
  }

  package struct Object: Sendable, Hashable {
    /// File and line, or file and annotation id.
    package var place: String
    package var category: String
    /// First column, first row, width and height in pixels from the image's corner; empty = none.
    package var box: [Double]
    package var shape: Shape?
    /// What else the format says: key points, corners, metres, in the format's order, pixels where it has
    /// fractions; NaN = not said.
    package var numbers: [Double]

    package init(
      place: String = "", category: String, box: [Double] = [], shape: Shape? = nil, numbers: [Double] = []
    ) {
      self.place = place
      self.category = category
      self.box = box
      self.shape = shape
      self.numbers = numbers
    }
  }

  package struct Picture: Sendable, Hashable {
    package var width: Int
    package var height: Int
    /// In the order of the files.
    package var objects: [Object]

    package init(width: Int, height: Int, objects: [Object] = []) {
      self.width = width
      self.height = height
      self.objects = objects
    }
  }

  /// By path relative to the format's folder.
  package var pictures: [String: Picture] = [:]

  package init() {}
}
