/// When written data is forced onto the device.
///
/// A killed process never costs a committed sample under any policy; what differs is the loss of power.
package enum SyncPolicy: String, Sendable, Hashable, CaseIterable {
  /// Every file and directory before a sample counts as committed: power may fail at any time.
  case everySample
  /// The whole file system once, before the manifest: a finished dataset is safe, and samples that a power
  /// failure damaged in an unfinished run are found and made again on resuming.
  case atEnd
  /// Left to the operating system.
  case never
}
