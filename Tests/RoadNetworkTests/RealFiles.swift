import Diagnostics
import Foundation
import RoadNetwork

/// OpenDRIVE files of public projects, kept beside the project; tests pass over them where they are absent.
enum RealFiles {
  static let folder: URL? = {
    var candidates: [URL] = []
    if let shared = ProcessInfo.processInfo.environment["DIORAMA_SHARED"] {
      candidates.append(URL(filePath: shared))
    }
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    candidates.append(root.deletingLastPathComponent().appending(path: "shared"))
    return candidates.map { $0.appending(path: "data/opendrive") }.first {
      FileManager.default.fileExists(atPath: $0.path)
    }
  }()

  static let names: [String] = {
    guard let folder, let all = try? FileManager.default.contentsOfDirectory(atPath: folder.path) else {
      return []
    }
    return all.filter { $0.hasSuffix(".xodr") }.sorted()
  }()

  static func bytes(_ name: String) throws -> [UInt8] {
    guard let folder else { return [] }
    return Array(try Data(contentsOf: folder.appending(path: name)))
  }

  static func map(_ name: String) throws -> RoadMap {
    try OpenDRIVEParser.parse(bytes(name), file: name)
  }
}
