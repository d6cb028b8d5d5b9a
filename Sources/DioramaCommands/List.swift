import Acoustics
import Annotations
import ArgumentParser
import Assets
import Checks
import DatasetFormats
import Degradation
import Diagnostics
import Foundation
import GroundedLanguage
import Imaging
import LocatedYAML
import Pipeline
import RoadDesign
import SoundSynthesis
import TextFormats
import WorldModel

struct List: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Lists what there is.")

  enum Kind: String, CaseIterable, ExpressibleByArgument {
    case scenes, labels, formats, sensors, microphones, sounds, degradations, rigs, classes, scenarios,
      assets,
      checks,
      generators, networks
  }

  @Argument(help: "One of \(Kind.allCases.map(\.rawValue).joined(separator: ", ")).")
  var kind: Kind

  @Flag(name: .long, help: "As a JSON array of {name, summary}.")
  var json = false

  @Option(name: .long, help: "Also draws assets on a sheet: the PNG file.")
  var sheet: String?

  @Option(name: .long, help: "Only assets whose names begin so; may be repeated.")
  var match: [String] = []

  @Flag(name: .long, help: "Only assets that move: vehicles, people, animals.")
  var actors = false

  @Option(name: .long, help: "Pictures an asset on the sheet, each another of its kind.")
  var looks = 1

  @Option(name: .long, help: "Pictures around each of them.")
  var sides: Int?

  @Option(name: .long, help: "Width of one picture on the sheet, pixels.")
  var cell = 256

  func run() throws {
    if let sheet {
      guard kind == .assets else { throw DioramaError(.usage, "--sheet is for diorama list assets") }
      guard (16...2048).contains(cell), (1...64).contains(looks), (1...64).contains(sides ?? 1) else {
        throw DioramaError(
          .usage, "--cell must be from 16 to 2048, --looks and --sides from 1 to 64")
      }
      let names = (actors ? AssetSheet.actors : AssetSheet.names).filter { name in
        match.isEmpty || match.contains { name.hasPrefix($0) }
      }
      guard !names.isEmpty else {
        throw DioramaError(.usage, "no asset's name begins with \(match.joined(separator: " or "))")
      }
      let picture = AssetSheet.sheet(of: names, looks: looks, sides: sides, cellWidth: cell)
      try Console.write(try PNGEncoder().encode(picture), to: sheet)
      Console.note(sheet)
      return
    }
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

  private static func prefix(_ content: TextContent) -> String {
    content == .labelled ? "texts" : content.rawValue
  }

  private static func rows(_ kind: Kind) throws -> [(name: String, summary: String)] {
    switch kind {
    case .labels: AnnotatorCatalog.all.map { ($0.name, $0.summary) } + GroundedLanguageLabels.all
    case .formats:
      FormatCatalog.all.map { format in
        let listens = format.requiredLabels.contains(RecordingLabel.name)
        return (format.name, (listens ? "sound: " : "") + format.summary)
      }
        + TextFormatCatalog.all.map {
          ($0.name, Self.prefix($0.content) + ": " + $0.summary)
        }
    case .checks:
      (CheckCatalog.all.map { $0.rule } + FormatCatalog.rules + TextChecks.rules + TextFormatCatalog.rules)
        .map {
          ($0.id, "\($0.name): \($0.summary)")
        }
    case .networks: NetworkCatalog.kinds.map { ($0.name, $0.summary) }
    case .assets: AssetSheet.names.map { ($0, "parametric") }
    case .classes:
      Ontology.classes.map { ($0.name, "\($0.id) \($0.isThing ? "thing" : "stuff")") }
    case .generators: WorldCatalog.all.map { kind in (kind.kind, kind.summary) }
    case .sensors:
      [
        ("camera", "pinhole, distorted, fisheye or panoramic: fields of a recipe's cameras"),
        ("microphones", "an array of `list microphones`: fields of a recipe's microphones"),
        ("imu", "an inertial unit on the carrier: fields of a recipe's sequence.imu"),
      ]
    case .microphones:
      MicrophoneArray.catalog.map { array in
        let names = array.microphones.map(\.name).joined(separator: " ")
        return (
          array.name, "\(array.microphones.count): \(names)" + (array.convention.map { ", " + $0 } ?? "")
        )
      }
    case .sounds:
      SoundCatalog.kinds.map { kind in
        let card = kind.card
        let names = card.parameters.map(\.name).joined(separator: ", ")
        return (card.id, "\(card.english) (\(card.chinese)), \(card.setting.rawValue); \(names)")
      }
    case .degradations:
      DegradationCatalog.all.map { kind in
        (kind.name, kind.summary + (kind.effect == .gaps ? " Its label lists what is lost." : ""))
      }
    case .rigs:
      [("cameras", "any number of cameras and microphones on one carrier, stereo pairs among them")]
    case .scenarios: []
    case .scenes: try scenes()
    }
  }

  /// Recipes in and below `scenes/` of the working directory, with what they say about themselves.
  private static func scenes() throws -> [(name: String, summary: String)] {
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: "scenes")) ?? []
    return names.filter { $0.hasSuffix(".yaml") }.sorted().map { name in
      let text = (try? String(contentsOfFile: "scenes/" + name, encoding: .utf8)) ?? ""
      let about = text.split(separator: "\n").first { $0.hasPrefix("about:") }?.dropFirst(6)
      return ("scenes/" + name, about.map { $0.trimmingCharacters(in: .whitespaces) } ?? "")
    }
  }
}
