import Annotations
package import Diagnostics
package import WorldModel

/// A dataset layout that others defined.
///
/// Writing has two halves, so that the bytes depend on neither worker count, shards nor resumption:
/// `fragment(for:)` is a pure function of one sample and may run in parallel; `assemble` then passes once or
/// more over the fragments' records, in ascending sample order, to write the files that span samples. Neither
/// holds more than one sample in memory. All paths are relative to the format's own folder.
package protocol DatasetFormat: Sendable {
  /// The name in `--format` and `formats/<name>`.
  static var name: String { get }
  /// One line for listings.
  static var summary: String { get }
  /// Labels without which no fragment can be made.
  static var requiredLabels: [String] { get }
  /// Labels that add files or fields when present.
  static var optionalLabels: [String] { get }

  /// Lenses that its calibration, boxes and depth can express.
  static var lenses: Set<Projection> { get }

  /// How many radial coefficients of a distorted lens its calibration holds.
  static var radialTerms: Int { get }

  /// Whether it says more when it knows the shapes of objects (`FormatOptions.models`).
  static var usesModels: Bool { get }

  /// What judges datasets of this format, ours and others'.
  static var validator: any FormatValidator { get }

  /// - Throws: `DioramaError` (usage) when the options make no sense for this format.
  init(options: FormatOptions) throws

  /// Everything that one sample contributes.
  /// - Throws: `DioramaError` (badInput) when a required label is missing or contradicts another.
  func fragment(for sample: Sample) throws -> FormatFragment

  /// Writes the files that span samples.
  func assemble(_ records: any FormatRecordSource, into sink: any FormatSink) throws
}

extension DatasetFormat {
  /// Nearly all formats know pinholes alone.
  package static var lenses: Set<Projection> { [.pinhole] }
  package static var radialTerms: Int { 3 }

  /// - Throws: `DioramaError` (badInput) naming the first camera whose lens the format cannot express.
  package static func requireLenses(of cameras: [LensNeeds]) throws(DioramaError) {
    for camera in cameras {
      let fault: String
      if !lenses.contains(camera.projection) {
        fault = "it knows \(lenses.map(\.rawValue).sorted().joined(separator: ", ")) only"
      } else if camera.radialTerms > radialTerms {
        fault = "it holds \(radialTerms) radial coefficients of distortion, not \(camera.radialTerms)"
      } else {
        continue
      }
      throw DioramaError(
        .badInput,
        "the format \(name) cannot express the \(camera.projection.rawValue) camera \(camera.name): \(fault)",
        remedy:
          "Leave the format out (the native files hold every label), or record with a camera that it knows.")
    }
  }

  package static var usesModels: Bool { false }
}

/// What a camera asks of a format's calibration.
package struct LensNeeds: Sendable, Hashable {
  package var name: String
  package var projection: Projection
  /// Of its distortion, counted to the last that is not zero.
  package var radialTerms: Int

  package init(name: String, projection: Projection, radialTerms: Int = 0) {
    self.name = name
    self.projection = projection
    self.radialTerms = radialTerms
  }

  package init(name: String, _ camera: Camera) {
    let d = camera.distortion
    self.init(
      name: name, projection: camera.projection,
      radialTerms: d.k3 != 0 ? 3 : d.k2 != 0 ? 2 : d.k1 != 0 ? 1 : 0)
  }
}

/// What one sample contributes to a format.
package struct FormatFragment: Sendable, Hashable {
  package var sample: Int
  /// Files of this sample alone.
  package var files: [FormatFile]
  /// Pieces of files that span samples, in order.
  package var records: [FormatRecord]
  /// What the format cannot say about this sample.
  package var warnings: [Warning]

  package init(
    sample: Int, files: [FormatFile] = [], records: [FormatRecord] = [], warnings: [Warning] = []
  ) {
    self.sample = sample
    self.files = files
    self.records = records
    self.warnings = warnings
  }
}

/// One file of a format.
package struct FormatFile: Sendable, Hashable {
  package enum Content: Sendable, Hashable {
    case bytes([UInt8])
    /// The very bytes of a file of the native dataset: to be hard-linked or copied.
    case native(NativeImage)
  }

  /// Relative to the format's folder, `/` between components, each component made by `FileNames`.
  package var path: String
  package var content: Content
  /// Other samples may have the same file: that of the first of them stands.
  package var isShared: Bool

  package init(_ path: String, _ content: Content, isShared: Bool = false) {
    self.path = path
    self.content = content
    self.isShared = isShared
  }

  package init(_ path: String, text: String, isShared: Bool = false) {
    self.init(path, .bytes(Array(text.utf8)), isShared: isShared)
  }

  /// The colour picture of a view, as the native dataset has it.
  static func picture(_ path: String, _ view: Sample.View, of sample: Sample) -> FormatFile {
    FormatFile(path, .native(NativeImage(sample: sample.index, sensor: view.sensor, label: LabelNames.rgb)))
  }
}

/// Names a file of the native dataset: a per-pixel label of a camera, or the sound (`audio`) of an array.
package struct NativeImage: Sendable, Hashable {
  package var sample: Int
  package var sensor: String
  /// See `LabelNames`.
  package var label: String

  package init(sample: Int, sensor: String, label: String) {
    self.sample = sample
    self.sensor = sensor
    self.label = label
  }
}

/// One line kept between the two halves of writing; `text` holds no line break, `stream` no tabulator.
package struct FormatRecord: Sendable, Hashable, Codable {
  package var stream: String
  package var text: String

  package init(_ stream: String, _ text: String) {
    self.stream = stream
    self.text = text
  }

  /// Stream, tabulator, text: the form in which records are stored, a line each.
  package var line: String { stream + "\t" + text }

  /// From such a line; `nil` when it has no tabulator.
  package init?(line: some StringProtocol) {
    guard let tab = line.utf8.firstIndex(of: UInt8(ascii: "\t")) else { return nil }
    self.init(String(line[..<tab]), String(line[line.utf8.index(after: tab)...]))
  }
}

/// The records of all fragments; may be passed over any number of times.
package protocol FormatRecordSource {
  /// Calls `body` with every record of a stream: ascending by sample, within a sample in the fragment's order.
  func forEach(_ stream: String, _ body: (_ text: String) throws -> Void) throws
}

/// Where files that span samples go.
package protocol FormatSink {
  /// Writes one text file from the pieces that `body` puts.
  func write(_ path: String, _ body: (_ put: (String) throws -> Void) throws -> Void) throws
  /// Writes one file.
  func write(_ path: String, bytes: [UInt8]) throws
}

/// Records held in memory, for small datasets and tests.
package struct FormatRecordsInMemory: FormatRecordSource {
  private var fragments: [FormatFragment]

  /// Fragments in any order; they are passed over by ascending sample.
  package init(_ fragments: [FormatFragment]) {
    self.fragments = fragments.sorted { $0.sample < $1.sample }
  }

  package func forEach(_ stream: String, _ body: (String) throws -> Void) throws {
    for fragment in fragments {
      for record in fragment.records where record.stream == stream { try body(record.text) }
    }
  }
}

extension FormatRecordSource {
  /// Whether a stream has any record.
  func isEmpty(_ stream: String) throws -> Bool {
    var empty = true
    try forEach(stream) { _ in empty = false }
    return empty
  }
}
