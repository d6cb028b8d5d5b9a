package import Diagnostics

/// A file format for whole scenes that other programs read.
package protocol SceneFormat: Sendable {
  /// The name in `--format`.
  static var name: String { get }
  /// One line for listings.
  static var summary: String { get }
  /// Of its main file, without the dot.
  static var fileExtension: String { get }

  init()

  /// Writes a scene; the same scene gives the same bytes. Memory does not grow with the scene's file.
  /// - Throws: `.badInput` when the format cannot hold the scene, `.cannotCreate` or `.inputOutput` for the disc's faults.
  func write(_ scene: SceneModel, to files: StagedScene) throws(DioramaError)
}

/// Every scene format, one line each.
package enum SceneFormatCatalog {
  package static let all: [any SceneFormat.Type] = [
    GLBFormat.self,
    OBJFormat.self,
    PLYFormat.self,
    USDFormat.self,
  ]

  package static func named(_ name: String) -> (any SceneFormat.Type)? { all.first { $0.name == name } }

  /// By what a file's name ends in.
  package static func of(file path: String) -> (any SceneFormat.Type)? {
    let lower = path.lowercased()
    return all.first { lower.hasSuffix("." + $0.fileExtension) }
  }
}
