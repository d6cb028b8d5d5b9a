package import Diagnostics
package import VectorMath

/// A road network: roads, junctions and what the header says of them.
///
/// Plan coordinates are the file's, in metres; `projected` leads to those of `geoReference`. Roads keep the order of the file; a
/// road's index in `roads` names it everywhere in this module.
package struct RoadMap: Sendable {
  package struct Header: Sendable, Hashable {
    package var name = ""
    package var revision = ""
    package var vendor = ""
    package var date = ""
    /// The file's own word on its extent: north, south, east, west, metres; nil where one is not given.
    package var extent: Extent?
    /// A PROJ string or well-known text, unread.
    package var geoReference: String?
    /// The header's `offset`: from the file's coordinates to the projection's, metres.
    package var offset = Vector3.zero
    /// Heading part of `offset`, radians, applied first.
    package var offsetHeading = 0.0

    package init() {}

    package struct Extent: Sendable, Hashable {
      package var north: Double
      package var south: Double
      package var east: Double
      package var west: Double
    }
  }

  package var header: Header
  package var roads: [Road]
  package var junctions: [Junction]
  package var controllers: [SignalController]
  package var junctionGroups: [JunctionGroup] = []
  /// Whatever was repaired or passed over while reading.
  package var warnings: [Warning]
  /// Where each part stands in the file that the map was read from.
  package var lines = SourceLines()
  private let roadIndices: [String: Int]
  private let junctionIndices: [String: Int]

  /// Of two roads (or junctions) with one id the first counts.
  package init(
    header: Header = Header(), roads: [Road], junctions: [Junction] = [],
    controllers: [SignalController] = [],
    warnings: [Warning] = []
  ) {
    self.header = header
    self.roads = roads
    self.junctions = junctions
    self.controllers = controllers
    self.warnings = warnings
    roadIndices = Dictionary(roads.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { a, _ in a })
    junctionIndices = Dictionary(junctions.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { a, _ in a })
  }

  /// A point of the map in the coordinates that `geoReference` speaks of: turned, then shifted by the header's offset.
  package func projected(_ p: Vector3) -> Vector3 {
    let (sin, cos) = DeterministicMath.sincos(header.offsetHeading)
    return Vector3(p.x * cos - p.y * sin, p.x * sin + p.y * cos, p.z) + header.offset
  }

  /// Index of the road with this id.
  package func roadIndex(_ id: String) -> Int? { roadIndices[id] }
  package func junction(_ id: String) -> Junction? { junctionIndices[id].map { junctions[$0] } }
}
