import Diagnostics
import RandomStreams
import RoadDesign
import RoadNetwork
import Synchronization

/// The road networks of a recipe: given ones, made ready once, or designed ones, drawn anew for every world.
///
/// What is kept of designed networks changes no world: each is a function of its kind and number.
final class TownNetworks: Sendable {
  enum Source: Sendable {
    /// Files and built-in networks, by name.
    case given([(name: String, map: RoadMap)], choice: TextDistribution)
    /// Kinds of `NetworkCatalog`; nil = any number. Traffic keeps right or left.
    case designed(TextDistribution, number: Distribution?, traffic: TextDistribution)
  }

  private let source: Source
  private let given: [TownGenerator.Network]
  /// From its name, its map, and whether it is designed.
  private let prepare: @Sendable (String, RoadMap, Bool) -> TownGenerator.Network
  /// The networks asked for last, the latest at the end: the frames of a sequence are made one after another.
  private let recent = Mutex<[TownGenerator.Network]>([])
  private static let kept = 6

  init(
    _ source: Source, prepare: @escaping @Sendable (String, RoadMap, Bool) -> TownGenerator.Network
  ) {
    self.source = source
    self.prepare = prepare
    if case .given(let maps, _) = source {
      given = maps.map { prepare($0.name, $0.map, false) }
    } else {
      given = []
    }
  }

  /// The network of a world.
  func network(_ draws: inout Draws) throws(DioramaError) -> TownGenerator.Network {
    switch source {
    case .given(_, let choice):
      let which = given.count == 1 ? given.first?.name : draws.draw(choice, "road")
      guard let network = given.first(where: { $0.name == which }) ?? given.first else {
        throw DioramaError(
          .badInput, "the recipe names no road network", remedy: "set world.road.network or .opendrive")
      }
      return network
    case .designed(let kinds, let wanted, let traffic):
      let kind = draws.draw(kinds, "network")
      let all = NetworkCatalog.numbers
      let any = Distribution.uniform(min: Double(all.lowerBound), max: Double(all.upperBound))
      let number = draws.count(wanted ?? any, "network_number", in: all)
      return try designed(kind, number, keepsLeft: draws.draw(traffic, "traffic_side") == "left")
    }
  }

  private func designed(
    _ kind: String, _ number: Int, keepsLeft: Bool
  ) throws(DioramaError) -> TownGenerator.Network {
    let name = "\(kind)-\(number)" + (keepsLeft ? "-left" : "")
    let known = recent.withLock { networks -> TownGenerator.Network? in
      guard let i = networks.firstIndex(where: { $0.name == name }) else { return nil }
      let network = networks.remove(at: i)
      networks.append(network)
      return network
    }
    if let known { return known }
    guard let design = NetworkCatalog.network(kind, number: number, keepsLeft: keepsLeft) else {
      throw DioramaError(
        .badInput, "there is no kind of road network named \"\(kind)\"",
        remedy: "use one of \(NetworkCatalog.names.joined(separator: ", "))")
    }
    // Outside of the lock: two workers may make one network twice, which is the same one.
    let made = prepare(name, design.map, true)
    recent.withLock { networks in
      guard !networks.contains(where: { $0.name == name }) else { return }
      networks.append(made)
      if networks.count > Self.kept { networks.removeFirst() }
    }
    return made
  }
}
