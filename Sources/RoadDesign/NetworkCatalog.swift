import RandomStreams
import RoadNetwork

/// All kinds of networks; a new one is a file and a line here.
package enum NetworkCatalog {
  package static let kinds: [any NetworkKind.Type] = [
    StraightRoad.self,
    Bend.self,
    Crest.self,
    TJunction.self,
    Crossing.self,
    Roundabout.self,
    Motorway.self,
    RuralRoad.self,
    TownGrid.self,
    OldTown.self,
    Residential.self,
    CarPark.self,
  ]

  package static var names: [String] { kinds.map { $0.name } }

  /// Numbers of networks of a kind: enough that no data set meets one twice by chance.
  package static let numbers = 0...999_999

  /// Network `number` of a kind, always the same; nil for an unknown kind.
  /// - Parameter keepsLeft: whether traffic keeps left: the same network as a mirror shows it.
  package static func network(_ kind: String, number: Int, keepsLeft: Bool = false) -> DesignedNetwork? {
    guard let design = kinds.first(where: { $0.name == kind }) else { return nil }
    var draws = Draws(stream: RandomStream(seed: 0), below: "network/\(kind)/\(number)", index: number)
    var map = design.design(&draws)
    var made = DesignedNetwork(kind: kind, number: number, keepsLeft: keepsLeft, map: map, choices: draws.log)
    map.header.name = made.name
    made.map = keepsLeft ? map.mirrored : map
    return made
  }

  /// The network that `crossing-17` or `crossing-17-left` names; nil where there is none of that kind.
  package static func network(named full: String) -> DesignedNetwork? {
    let keepsLeft = full.hasSuffix(DesignedNetwork.leftSuffix)
    let name = keepsLeft ? String(full.dropLast(DesignedNetwork.leftSuffix.count)) : full
    guard let dash = name.lastIndex(of: "-"), let number = Int(name[name.index(after: dash)...]),
      numbers.contains(number)
    else { return nil }
    return network(String(name[..<dash]), number: number, keepsLeft: keepsLeft)
  }
}
