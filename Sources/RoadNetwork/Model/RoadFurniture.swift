/// An object beside or on the road, by its place (OpenDRIVE `objects/object`).
package struct RoadObject: Sendable, Hashable {
  package var id: String
  package var name: String
  package var type: String
  package var subtype: String
  package var s: Double
  package var t: Double
  package var zOffset: Double
  /// Radians, relative to the road's direction.
  package var heading: Double
  package var pitch: Double
  package var roll: Double
  /// Metres; 0 = not given.
  package var length: Double
  package var width: Double
  package var height: Double
  package var radius: Double
  package var repeats: [Repeat]
  package var outlines: [Outline]

  /// People cross the road here.
  package var isCrosswalk: Bool { type == "crosswalk" }

  /// The object again and again along the road.
  package struct Repeat: Sendable, Hashable {
    package var s: Double
    package var length: Double
    /// Metres between two; 0 = one continuous body.
    package var distance: Double
    package var tStart: Double
    package var tEnd: Double
    package var widthStart: Double
    package var widthEnd: Double
    package var heightStart: Double
    package var heightEnd: Double
    package var zOffsetStart: Double
    package var zOffsetEnd: Double
  }

  /// A polygon: corners in road coordinates (s, t) or local ones (u, v).
  package struct Outline: Sendable, Hashable {
    package struct Corner: Sendable, Hashable {
      package var first: Double
      package var second: Double
      package var z: Double
      package var height: Double
    }
    package var isRoadCoordinates: Bool
    package var isClosed: Bool
    package var corners: [Corner]
  }
}

/// A traffic sign or light by its place (OpenDRIVE `signals/signal`).
package struct RoadSignal: Sendable, Hashable {
  /// Which traffic it speaks to.
  package enum Orientation: String, Sendable, Hashable {
    case forward = "+"
    case backward = "-"
    case both = "none"
  }
  package var id: String
  package var name: String
  package var s: Double
  package var t: Double
  package var zOffset: Double
  package var headingOffset: Double
  package var orientation: Orientation
  package var isDynamic: Bool
  package var country: String
  package var type: String
  package var subtype: String
  package var value: Double?
  package var unit: String
  package var text: String
  package var width: Double
  package var height: Double
  /// Lanes it holds for, ends included; empty = all.
  package var lanes: [ClosedRange<Int>]
  /// True for a `signalReference`: the signal stands at another road.
  package var isReference: Bool
}
