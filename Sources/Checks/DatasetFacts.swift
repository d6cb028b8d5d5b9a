/// What is known of a committed dataset without its pixels: lists of files and samples, splits, counts.
/// Whoever opens the dataset (any layout) fills it in; what stays `nil` is not checked.
package struct DatasetFacts: Sendable {
  /// One file of the manifest.
  package struct File: Sendable, Hashable {
    /// Relative to the dataset.
    package var path: String
    /// The digest the manifest gives, lower-case hexadecimal.
    package var recordedDigest: String
    /// The digest of what lies on disk; `nil` = no such file.
    package var foundDigest: String?

    package init(path: String, recordedDigest: String, foundDigest: String?) {
      self.path = path
      self.recordedDigest = recordedDigest
      self.foundDigest = foundDigest
    }
  }

  /// One sample of the catalog.
  package struct SampleRecord: Sendable, Hashable {
    package var index: Int
    /// The split it is in, e.g. `train`; empty = none.
    package var split: String
    /// What its world is made from (seed and sequence): samples with the same value show the same world.
    package var world: String
    /// Assets that must not be shared between splits; empty when that is not asked for.
    package var assets: [String]
    /// Names of the labels that have a file, for every view: `sensor/label`.
    package var labels: [String]

    package init(index: Int, split: String, world: String, assets: [String], labels: [String]) {
      self.index = index
      self.split = split
      self.world = world
      self.assets = assets
      self.labels = labels
    }
  }

  package var files: [File]
  package var samples: [SampleRecord]
  /// `sensor/label` of every file that each sample must have.
  package var requestedLabels: [String]
  /// The number of samples the manifest promises.
  package var declaredSamples: Int?
  /// Pixels and objects a class as the statistics file says, and as counted again from the label maps.
  package var declaredTally: ClassTally?
  package var recountedTally: ClassTally?
  /// Files on disk that the manifest does not name.
  package var strayFiles: [String]

  package init(
    files: [File] = [], samples: [SampleRecord] = [], requestedLabels: [String] = [],
    declaredSamples: Int? = nil, declaredTally: ClassTally? = nil, recountedTally: ClassTally? = nil,
    strayFiles: [String] = []
  ) {
    self.files = files
    self.samples = samples
    self.requestedLabels = requestedLabels
    self.declaredSamples = declaredSamples
    self.declaredTally = declaredTally
    self.recountedTally = recountedTally
    self.strayFiles = strayFiles
  }
}
