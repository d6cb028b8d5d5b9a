package import Diagnostics
import Foundation
import LocatedYAML

/// A template file read: this language's own (`.yaml`), Chatette's (`.chatette`) or Chatito's (`.chatito`).
package struct TemplateSource: Sendable {
  package var set: TemplateSet
  /// The languages to make; `nil` for all.
  package var languages: [String]?
  package var seed: UInt64 = 1
  package var count = 1000
  package var sampling = SamplingMode.weighted
  /// Of coverage.
  package var strength = 2
  package var split = SplitSettings()
  /// What was passed over in a file of another language.
  package var warnings: [Warning] = []
  /// The file as written.
  package let text: String

  /// Whether a file is one of these by its name; a `.yaml` is one if it begins with the key `template`.
  package static func isTemplate(_ path: String) -> Bool {
    let lower = path.lowercased()
    if lower.hasSuffix(".chatette") || lower.hasSuffix(".chatito") { return true }
    guard lower.hasSuffix(".yaml") || lower.hasSuffix(".yml"), let document = try? YAMLDocument(path: path)
    else {
      return false
    }
    return document.root.entries?.contains { $0.key == "template" } ?? false
  }

  /// - Parameter overrides: `key.path=value`, for YAML.
  /// - Throws: `noInput`, or one `badInput` that names every fault.
  package init(path: String, overrides: [String] = []) throws(DioramaError) {
    let lower = path.lowercased()
    if lower.hasSuffix(".chatette") || lower.hasSuffix(".chatito") {
      guard overrides.isEmpty else {
        throw DioramaError(.usage, "--set changes YAML files only", remedy: "edit \(path)")
      }
      let imported =
        try lower.hasSuffix(".chatette")
        ? ChatetteReader.read(path: path) : ChatitoReader.read(path: path)
      (set, text, warnings) = (imported.set, imported.text, imported.warnings)
    } else {
      let document = try YAMLDocument(path: path).setting(overrides)
      let (set, file) = try TemplateReader.read(document)
      (self.set, text) = (set, document.text)
      languages = file.only
      (seed, count, sampling) = (UInt64(file.seed), file.count, file.sampling)
      (strength, split) = (file.strength, file.split)
    }
  }

  /// Another language's file.
  struct Imported {
    var set: TemplateSet
    var text: String
    var warnings: [Warning]
  }

  /// The text of a file of at most 16 MiB.
  static func text(of path: String) throws(DioramaError) -> String {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw DioramaError(.noInput, "no file \(path)", remedy: "check the path")
    }
    guard data.count <= 16 << 20, let text = String(validating: data, as: UTF8.self) else {
      throw DioramaError(.badInput, "\(path) is not UTF-8 text of at most 16 MiB")
    }
    return text
  }
}
