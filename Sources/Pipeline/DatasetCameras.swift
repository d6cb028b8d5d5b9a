package import DatasetStore

/// The rig of a dataset, as its samples tell it.
package enum DatasetCameras {
  /// Sensor names in rig order; empty for an empty dataset.
  package static func names(of dataset: Dataset) throws -> [String] {
    guard let first = dataset.indices.first else { return [] }
    return try dataset.reader(first).record.views.map(\.sensor)
  }
}
