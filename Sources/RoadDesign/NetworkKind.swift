package import RandomStreams
package import RoadNetwork

/// A kind of road network: a pure function of its parameters, each drawn from a stream of its own.
package protocol NetworkKind: Sendable {
  /// As recipes say it.
  static var name: String { get }
  /// One line.
  static var summary: String { get }
  /// One network. Lengths in metres, speeds in m/s.
  static func design(_ draws: inout Draws) -> RoadMap
}

/// A network with the choices that made it.
package struct DesignedNetwork: Sendable {
  package var kind: String
  package var number: Int
  /// Whether traffic keeps left.
  package var keepsLeft = false
  package var map: RoadMap
  /// Every parameter by name.
  package var choices: [DrawnValue]

  /// `crossing-17`, or `crossing-17-left`.
  package var name: String { "\(kind)-\(number)" + (keepsLeft ? Self.leftSuffix : "") }

  static let leftSuffix = "-left"
}
