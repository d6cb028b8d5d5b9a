import Diagnostics
import JSON

extension DatasetDirectory {
  /// The identity of the run that wrote here, ended or not; `nil` when none did.
  static func earlierRun(_ path: String) throws(DioramaError) -> DatasetIdentity? {
    let manifest = path + "/" + Manifest.name
    let staged = path + "/.staging/identity.json"
    // A run that goes on after its end (with a greater count) has both; the staged one is newer.
    if DurableFiles.size(staged) != nil {
      return try CanonicalJSON.decode(DatasetIdentity.self, try DurableFiles.read(staged), name: staged)
    }
    if DurableFiles.size(manifest) != nil { return try Dataset(path: path).manifest.identity }
    return nil
  }

  /// Only an empty directory may become a dataset (or one where a run ended before it had an identity).
  static func refuseForeign(_ path: String) throws(DioramaError) {
    let foreign = try DurableFiles.list(path).filter { $0 != ".staging" }
    guard foreign.isEmpty else {
      throw DioramaError(
        .cannotCreate, "\(path) is not empty and not a dataset: it holds \(foreign[0])",
        remedy: "Choose a new or an empty directory.")
    }
  }

  static func requireSame(_ now: DatasetIdentity, _ earlier: DatasetIdentity, _ path: String)
    throws(DioramaError)
  {
    var differences = now.differences(from: earlier)
    if now.shard != earlier.shard { differences.append("the shard") }
    if now.count < earlier.count || (now.shard != nil && now.count != earlier.count) {
      differences.append("the count (\(earlier.count), now \(now.count))")
    }
    guard differences.isEmpty else {
      throw DioramaError(
        .badInput, "\(path) was begun with different settings: " + differences.joined(separator: ", "),
        remedy: "Resume with the settings it was begun with, or choose another directory.")
    }
  }
}
