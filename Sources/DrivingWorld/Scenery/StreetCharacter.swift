import LocatedYAML
import RandomStreams
import Streetscape

/// What a neighbourhood is like: which buildings stand in it and how.
enum StreetCharacter: String, Sendable, CaseIterable {
  case oldTown = "old-town"
  case modern
  case chinese
  case suburban
  case industrial

  /// A style for one plot.
  func style(_ chance: inout RandomStream) -> BuildingStyle {
    let roll = chance.uniform()
    switch self {
    case .oldTown: return roll < 0.94 ? .oldTown : .modernBlock
    case .modern: return roll < 0.72 ? .modernBlock : .office
    case .chinese: return roll < 0.88 ? .chineseStreet : .chineseTower
    case .suburban: return .suburban
    case .industrial: return roll < 0.85 ? .industrial : .office
    }
  }

  /// Whether fronts stand wall to wall along one line.
  var isRow: Bool {
    switch self {
    case .oldTown, .modern, .chinese: true
    case .suburban, .industrial: false
    }
  }

  /// Metres from the pavement to the line of the fronts.
  var setback: ClosedRange<Double> {
    switch self {
    case .oldTown: 0.15...0.3
    case .modern: 0.3...2.2
    case .chinese: 0.3...1.8
    case .suburban: 4.5...7.5
    case .industrial: 7...12
    }
  }

  /// Whether wires hang on poles beside the road.
  var hasWires: Bool { self == .suburban || self == .industrial || self == .chinese }

  /// Metres between detached buildings.
  var spacing: ClosedRange<Double> { self == .industrial ? 8...16 : 3.2...6.5 }
}

extension BuildingStyle {
  /// What is built in its stead on a country road: houses, and works where there is industry, but neither flats nor offices.
  var inTheCountry: BuildingStyle { self == .industrial ? .industrial : .suburban }
}

extension TownDescription {
  /// The neighbourhood of a world: the same whoever asks.
  func character(_ draws: inout Draws) -> StreetCharacter {
    StreetCharacter(rawValue: draws.draw(neighbourhood, "neighbourhood")) ?? .suburban
  }
}
