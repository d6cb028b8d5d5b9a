package import WorldModel

/// `manifest.json`: what a dataset is and every file it has. Written last, so a directory with a manifest is a
/// whole dataset. Holds no clock, no host, no path of the machine: equal datasets have equal manifests.
package struct Manifest: Sendable, Hashable, Codable {
  package struct SampleEntry: Sendable, Hashable, Codable {
    package var index: Int
    /// The directory, relative to the dataset's.
    package var path: String
    /// Relative to `path`, `sample.json` last.
    package var files: [FileRecord]

    package init(index: Int, files: [FileRecord]) {
      self.index = index
      path = Manifest.samplePath(index)
      self.files = files
    }
  }

  package struct ClassEntry: Sendable, Hashable, Codable {
    package var id: UInt16
    package var name: String
    package var isThing: Bool
    /// sRGB.
    package var color: [UInt8]

    package init(_ c: NativeClass) {
      id = c.id
      name = c.name
      isThing = c.isThing
      color = [c.color.x, c.color.y, c.color.z]
    }
  }

  package static let name = "manifest.json"
  package static let currentFormat = "diorama-dataset-1"

  /// The layout's own version: `currentFormat`.
  package var format: String
  package var identity: DatasetIdentity
  /// Ascending by id.
  package var ontology: [ClassEntry]
  /// Ascending by index.
  package var samples: [SampleEntry]
  /// Files beside the samples, by path relative to the dataset.
  package var files: [FileRecord]

  package init(
    identity: DatasetIdentity, ontology: [NativeClass], samples: [SampleEntry], files: [FileRecord] = []
  ) {
    format = Self.currentFormat
    self.identity = identity
    self.ontology = ontology.sorted { $0.id < $1.id }.map(ClassEntry.init)
    self.samples = samples.sorted { $0.index < $1.index }
    self.files = files
  }

  /// `samples/012/012345` for sample 12345: a thousand to a directory.
  package static func samplePath(_ index: Int) -> String {
    let digits = padded(index, 6)
    return "samples/\(padded(index / 1000, 3))/\(digits)"
  }

  private static func padded(_ n: Int, _ width: Int) -> String {
    let digits = String(n)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}
