import Annotations
import ArgumentParser
import Assets
import Checks
import DatasetFormats
import Diagnostics
import Foundation
import LocatedYAML
import Pipeline
import WorldModel

struct List: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Lists what there is.")

  enum Kind: String, CaseIterable, ExpressibleByArgument {
    case scenes, labels, formats, sensors, rigs, classes, scenarios, assets, checks, generators
  }

  @Argument(help: "One of \(Kind.allCases.map(\.rawValue).joined(separator: ", ")).")
  var kind: Kind

  @Flag(name: .long, help: "As a JSON array of {name, summary}.")
  var json = false

  func run() throws {
    let rows = try Self.rows(kind)
    if json {
      struct Row: Encodable {
        var name: String
        var summary: String
      }
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
      Console.result(
        String(
          decoding: try encoder.encode(rows.map { Row(name: $0.name, summary: $0.summary) }), as: UTF8.self))
      return
    }
    let width = rows.map(\.name.count).max() ?? 0
    for row in rows {
      Console.result(row.name + String(repeating: " ", count: width - row.name.count + 2) + row.summary)
    }
  }

  private static func rows(_ kind: Kind) throws -> [(name: String, summary: String)] {
    switch kind {
    case .labels: AnnotatorCatalog.all.map { ($0.name, $0.summary) }
    case .formats: FormatCatalog.all.map { ($0.name, $0.summary) }
    case .checks:
      (CheckCatalog.all.map { $0.rule } + FormatCatalog.rules).map { ($0.id, "\($0.name): \($0.summary)") }
    case .assets: AssetCatalog.names.map { ($0, "parametric") }
    case .classes:
      Ontology.classes.map { ($0.name, "\($0.id) \($0.isThing ? "thing" : "stuff")") }
    case .generators: WorldCatalog.all.map { kind in (kind.kind, kind.summary) }
    case .sensors: [("camera", "pinhole camera, fields of a recipe's cameras")]
    case .rigs: [("cameras", "any number of cameras on one carrier, stereo pairs among them")]
    case .scenarios: []
    case .scenes: try scenes()
    }
  }

  /// Recipes in `scenes/` of the working directory, with what they say about themselves.
  private static func scenes() throws -> [(name: String, summary: String)] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "scenes")) ?? []
    return names.filter { $0.hasSuffix(".yaml") }.sorted().map { name in
      let text = (try? String(contentsOfFile: "scenes/" + name, encoding: .utf8)) ?? ""
      let about = text.split(separator: "\n").first { $0.hasPrefix("about:") }?.dropFirst(6)
      return ("scenes/" + name, about.map { $0.trimmingCharacters(in: .whitespaces) } ?? "")
    }
  }
}
