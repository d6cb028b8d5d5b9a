/// A traffic sign or light by its place (OpenDRIVE 1.8 §14).
///
/// `country`, `countryRevision`, `type` and `subtype` are kept as written: their meaning is the national catalogue's.
package struct RoadSignal: Sendable, Hashable {
  /// Which traffic it speaks to.
  package enum Orientation: String, Sendable, Hashable {
    case forward = "+"
    case backward = "-"
    case both = "none"
  }

  /// Another signal that this one limits or is limited by, such as a plate below a sign.
  package struct Dependency: Sendable, Hashable {
    package var signal: String
    package var type: String
  }

  /// Where it stands in the world, when that differs from the place that it speaks for.
  package enum Placement: Sendable, Hashable {
    /// Metres, radians.
    case inertial(x: Double, y: Double, z: Double, heading: Double, pitch: Double, roll: Double)
    case road(id: String, s: Double, t: Double, zOffset: Double, headingOffset: Double)
  }

  /// What the sign means without its catalogue (1.8 `semantics`): element name and its attributes as written.
  package struct Meaning: Sendable, Hashable {
    package var name: String
    package var type: String
    package var value: String
    package var unit: String
  }

  package var id: String
  package var name: String
  package var s: Double
  package var t: Double
  package var zOffset: Double
  package var headingOffset: Double
  package var pitch = 0.0
  package var roll = 0.0
  package var orientation: Orientation
  package var isDynamic: Bool
  package var country: String
  package var countryRevision = ""
  package var type: String
  package var subtype: String
  package var value: Double?
  package var unit: String
  package var text: String
  /// Metres; 0 = not given.
  package var width: Double
  package var height: Double
  package var length = 0.0
  /// Lanes it holds for, ends included; empty = all.
  package var lanes: [ClosedRange<Int>]
  /// True for a `signalReference`: the signal stands at another road.
  package var isReference: Bool
  package var dependencies: [Dependency] = []
  /// Ids and element types (`signal`, `object`) of what it refers to.
  package var references: [Dependency] = []
  package var placement: Placement?
  package var meanings: [Meaning] = []

  package init(
    id: String, name: String = "", s: Double, t: Double, zOffset: Double = 0, headingOffset: Double = 0,
    orientation: Orientation, isDynamic: Bool = false, country: String, type: String, subtype: String = "",
    value: Double? = nil, unit: String = "", text: String = "", width: Double = 0, height: Double = 0,
    lanes: [ClosedRange<Int>] = [], isReference: Bool = false
  ) {
    self.id = id
    self.name = name
    self.s = s
    self.t = t
    self.zOffset = zOffset
    self.headingOffset = headingOffset
    self.orientation = orientation
    self.isDynamic = isDynamic
    self.country = country
    self.type = type
    self.subtype = subtype
    self.value = value
    self.unit = unit
    self.text = text
    self.width = width
    self.height = height
    self.lanes = lanes
    self.isReference = isReference
  }

  /// The speed that the sign states, m/s; nil where it states none.
  ///
  /// A `semantics/speed` counts, else the German catalogue's 274 with a value (in its unit; km/h where none is given).
  package var speedLimit: Double? {
    if let speed = meanings.first(where: { $0.name == "speed" && $0.type.hasPrefix("maximum") }),
      let value = Double(speed.value)
    {
      return Self.metresPerSecond(value, unit: speed.unit)
    }
    guard type == "274", ["DE", "de", "OpenDRIVE", "", "SE", "se"].contains(country),
      let value = value ?? Double(subtype.split(separator: "-").last ?? "")
    else { return nil }
    return Self.metresPerSecond(value, unit: unit.isEmpty ? "km/h" : unit)
  }

  private static func metresPerSecond(_ value: Double, unit: String) -> Double? {
    guard value.isFinite, value > 0, value < 1000 else { return nil }
    switch unit {
    case "mph": return value * 0.44704
    case "m/s": return value
    default: return value / 3.6
    }
  }
}
