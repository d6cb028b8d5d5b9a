import Diagnostics
import Foundation
import LocatedYAML
import RandomStreams
import RoadNetwork

extension TownRoad {
  /// Names of the built-in networks.
  static let names = BuiltInRoads.allCases.map(\.rawValue)

  /// The networks that worlds can be built on: the file's, or all built-in ones that `builtin` may choose.
  ///
  /// - Throws: `noInput` for a missing file, `badInput` for a broken one or one without lanes to drive on.
  func load(pavement: Double, warn: (Warning) -> Void) throws -> [(name: String, map: RoadMap)] {
    guard let opendrive else {
      return try builtin.values.compactMap { BuiltInRoads(rawValue: $0) }.map { road in
        (road.rawValue, Self.paved(try road.map(), pavement))
      }
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
    return [(opendrive.text, Self.paved(map, pavement))]
  }

  private static func paved(_ map: RoadMap, _ width: Double) -> RoadMap {
    map.hasPavement ? map : map.addingPavement(width: width)
  }
}
