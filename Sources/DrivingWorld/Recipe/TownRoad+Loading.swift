import Diagnostics
import Foundation
import LocatedYAML
import RandomStreams
import RoadDesign
import RoadNetwork

extension TownRoad {
  /// Names of the built-in networks.
  static let names = BuiltInRoads.allCases.map(\.rawValue)
  /// Kinds of networks that are designed, and their numbers.
  static let kinds = NetworkCatalog.names
  static let numbers =
    Double(NetworkCatalog.numbers.lowerBound)...Double(NetworkCatalog.numbers.upperBound)

  /// The networks that worlds can be built on: the file's, designed ones, or built-in ones that `builtin` may choose.
  ///
  /// - Throws: `noInput` for a missing file, `badInput` for a broken one or one without lanes to drive on.
  func load(pavement: Double, warn: (Warning) -> Void) throws -> TownNetworks.Source {
    guard let opendrive else {
      if let network { return .designed(network, number: number, traffic: traffic) }
      let maps = try builtin.values.compactMap { BuiltInRoads(rawValue: $0) }.map { road in
        (name: road.rawValue, map: Self.paved(try road.map(), pavement))
      }
      return .given(maps, choice: builtin)
    }
    guard let data = FileManager.default.contents(atPath: opendrive.path) else {
      throw opendrive.error(
        "cannot read \(opendrive.path)", reason: .noInput,
        remedy: "check the path; it starts at the recipe's folder")
    }
    let map = try OpenDRIVEParser.parse([UInt8](data), file: opendrive.path)
    for warning in map.warnings { warn(warning) }
    guard !map.drivableLanes.isEmpty else {
      throw opendrive.error(
        "\(opendrive.path) has no lane to drive on", reason: .badInput,
        remedy: "give a road network with lanes of type driving")
    }
    return .given([(opendrive.text, Self.paved(map, pavement))], choice: builtin)
  }

  private static func paved(_ map: RoadMap, _ width: Double) -> RoadMap {
    map.hasPavement ? map : map.addingPavement(width: width)
  }
}
