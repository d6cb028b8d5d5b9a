import DatasetFormats
import Foundation
import TestSupport
import WorldModel

/// A dataset written into a folder of its own, which goes with it.
final class WrittenFolder: Sendable {
  let path: String

  init(_ files: [String: [UInt8]]) throws {
    path = Self.free()
    for (file, bytes) in files { try write(bytes, file) }
  }

  convenience init(_ type: any DatasetFormat.Type, _ samples: [Sample], _ options: FormatOptions) throws {
    try self.init(Self.files(type, samples, options))
  }

  /// What a format writes of samples, with their pictures.
  static func files(
    _ type: any DatasetFormat.Type, _ samples: [Sample], _ options: FormatOptions
  ) throws -> [String: [UInt8]] {
    var out: [String: [UInt8]] = [:]
    for (file, content) in try Written(type, samples, options).files {
      switch content {
      case .bytes(let bytes): out[file] = bytes
      case .native(let image):
        if let sound = try SoundDataset.native(image, samples) {
          out[file] = sound
          continue
        }
        let view = samples.first { $0.index == image.sample }?.views.first { $0.sensor == image.sensor }
        guard let raster = view?.labels.raster(image.label) else { continue }
        out[file] = try StoredPNG.encode(raster)
      }
    }
    return out
  }

  /// The same files, each shared with `other` until one of the two writes its own.
  init(sharing other: WrittenFolder) throws {
    path = Self.free()
    let manager = FileManager.default
    try manager.createDirectory(atPath: path, withIntermediateDirectories: true)
    let root = URL(fileURLWithPath: other.path)
    for file in try manager.subpathsOfDirectory(atPath: other.path).sorted() {
      var isFolder: ObjCBool = false
      let from = root.appendingPathComponent(file).path
      _ = manager.fileExists(atPath: from, isDirectory: &isFolder)
      if isFolder.boolValue {
        try manager.createDirectory(atPath: path + "/" + file, withIntermediateDirectories: true)
      } else {
        try manager.linkItem(atPath: from, toPath: path + "/" + file)
      }
    }
  }

  private static func free() -> String {
    FileManager.default.temporaryDirectory.appendingPathComponent("format-\(UUID().uuidString)").path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ bytes: [UInt8], _ file: String) throws {
    let url = URL(fileURLWithPath: path).appendingPathComponent(file)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    // In the place of the old file, which others may share.
    try Data(bytes).write(to: url, options: .atomic)
  }

  func bytes(_ file: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: path).appendingPathComponent(file)))
  }

  func remove(_ file: String) throws { try FileManager.default.removeItem(atPath: path + "/" + file) }

  /// Changes a text file.
  func edit(_ file: String, _ body: (String) -> String) throws {
    try write(Array(body(String(decoding: try bytes(file), as: UTF8.self)).utf8), file)
  }
}
