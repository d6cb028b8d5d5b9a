package import Diagnostics

/// Warnings of many samples, as a person reads them: each once, in the order of the samples, and not too many.
package struct WarningDigest: Sendable {
  /// So many are told one by one.
  package static let limit = 10

  private var bySample: [Int: [Warning]] = [:]

  package init() {}

  package mutating func add(_ warnings: [Warning], of sample: Int) {
    if !warnings.isEmpty { bySample[sample, default: []] += warnings }
  }

  /// What is to be said, whatever the order in which it came.
  package var told: [Warning] {
    var seen: Set<Warning> = []
    let all = bySample.sorted { $0.key < $1.key }.flatMap(\.value).filter { seen.insert($0).inserted }
    guard all.count > Self.limit else { return all }
    return all.prefix(Self.limit) + [Warning("and \(all.count - Self.limit) more like these")]
  }
}
