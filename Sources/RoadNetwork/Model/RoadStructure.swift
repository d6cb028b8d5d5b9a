/// A stretch of road that leads over a bridge or through a tunnel (OpenDRIVE 1.8 §13.10, §13.11).
package struct RoadStructure: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable {
    case bridge, tunnel
  }
  package var kind: Kind
  package var id: String
  package var name: String
  /// Of bridges: concrete, steel, brick, wood. Of tunnels: standard, underpass.
  package var type: String
  /// Metres along the road.
  package var s: Double
  package var length: Double
  /// Lanes it holds for, ends included; empty = all.
  package var lanes: [ClosedRange<Int>]
  /// Of tunnels, 0 to 1: artificial light and daylight.
  package var lighting: Double
  package var daylight: Double

  package var end: Double { s + length }

  package init(
    kind: Kind, id: String, name: String, type: String, s: Double, length: Double,
    lanes: [ClosedRange<Int>] = [], lighting: Double = 0, daylight: Double = 0
  ) {
    self.kind = kind
    self.id = id
    self.name = name
    self.type = type
    self.s = s
    self.length = length
    self.lanes = lanes
    self.lighting = lighting
    self.daylight = daylight
  }
}

/// A surface from a file that lies over a road (`surface/CRG`); kept, not applied.
package struct RoadSurfaceFile: Sendable, Hashable {
  package var file: String
  /// Metres along the road.
  package var start: Double
  package var end: Double
}
