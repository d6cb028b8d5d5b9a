/// An object beside or on the road, by its place (OpenDRIVE 1.8 §13).
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
  /// The traffic that it concerns.
  package var orientation = RoadSignal.Orientation.both
  /// Metres along the road for which it holds; 0 = not given.
  package var validLength = 0.0
  package var isDynamic = false
  /// It stands upright on the banked road, not on the level.
  package var isPerpendicular = false
  /// Lanes it holds for, ends included; empty = all.
  package var lanes: [ClosedRange<Int>] = []
  package var markings: [Marking] = []
  package var borders: [Border] = []
  package var parkingSpace: ParkingSpace?
  package var materials: [Material] = []
  package var skeletons: [Skeleton] = []
  /// File of an OpenCRG surface laid over it; kept, not applied.
  package var surfaceFile: String?
  /// True for an `objectReference`: the object stands at another road.
  package var isReference = false

  /// People cross the road here.
  package var isCrosswalk: Bool { type == "crosswalk" }

  package init(id: String, type: String, s: Double, t: Double) {
    self.id = id
    self.type = type
    self.s = s
    self.t = t
    name = ""
    subtype = ""
    (zOffset, heading, pitch, roll) = (0, 0, 0, 0)
    (length, width, height, radius) = (0, 0, 0, 0)
    repeats = []
    outlines = []
  }

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
    package var lengthStart: Double
    package var lengthEnd: Double
    package var radiusStart: Double
    package var radiusEnd: Double

    package init(
      s: Double, length: Double, distance: Double, tStart: Double, tEnd: Double, widthStart: Double,
      widthEnd: Double, heightStart: Double, heightEnd: Double, zOffsetStart: Double, zOffsetEnd: Double,
      lengthStart: Double, lengthEnd: Double, radiusStart: Double, radiusEnd: Double
    ) {
      self.s = s
      self.length = length
      self.distance = distance
      (self.tStart, self.tEnd) = (tStart, tEnd)
      (self.widthStart, self.widthEnd) = (widthStart, widthEnd)
      (self.heightStart, self.heightEnd) = (heightStart, heightEnd)
      (self.zOffsetStart, self.zOffsetEnd) = (zOffsetStart, zOffsetEnd)
      (self.lengthStart, self.lengthEnd) = (lengthStart, lengthEnd)
      (self.radiusStart, self.radiusEnd) = (radiusStart, radiusEnd)
    }
  }

  /// A painted line along a side of the object's box or between corners of an outline.
  package struct Marking: Sendable, Hashable {
    /// The side of the box that is painted.
    package enum Side: String, Sendable, Hashable {
      case front, rear, left, right
    }
    package var side: Side?
    /// Ids of the corners between which it runs, where no side is named.
    package var corners: [Int]
    package var color: RoadMark.Color
    /// Metres.
    package var width: Double
    package var zOffset: Double
    /// Painted and unpainted length in turn, metres; no space = unbroken.
    package var lineLength: Double
    package var spaceLength: Double
    /// Unpainted at both ends, metres.
    package var startOffset: Double
    package var stopOffset: Double

    package init(
      side: Side?, corners: [Int] = [], color: RoadMark.Color = .white, width: Double = 0.12,
      zOffset: Double = 0, lineLength: Double = 0, spaceLength: Double = 0, startOffset: Double = 0,
      stopOffset: Double = 0
    ) {
      self.side = side
      self.corners = corners
      self.color = color
      self.width = width
      self.zOffset = zOffset
      self.lineLength = lineLength
      self.spaceLength = spaceLength
      self.startOffset = startOffset
      self.stopOffset = stopOffset
    }
  }

  /// A frame around an outline, or along some of its corners.
  package struct Border: Sendable, Hashable {
    /// `concrete` or `curb`.
    package var type: String
    package var width: Double
    package var outline: Int?
    package var usesWholeOutline: Bool
    package var corners: [Int]
  }

  /// Who may park here.
  package struct ParkingSpace: Sendable, Hashable {
    /// all, bus, car, disabled, electric, residents, truck, women …
    package var access: String
    package var restrictions: String

    package init(access: String = "all", restrictions: String = "") {
      self.access = access
      self.restrictions = restrictions
    }
  }

  /// What its surface is made of.
  package struct Material: Sendable, Hashable {
    package var surface: String
    package var friction: Double?
    package var roughness: Double?
  }

  /// Lines within the object, such as the wires of a gantry (1.7).
  package struct Skeleton: Sendable, Hashable {
    package var isRoadCoordinates: Bool
    package var corners: [Outline.Corner]
    package var radius: Double?
  }

  /// A polygon: corners in road coordinates (s, t) or local ones (u, v).
  package struct Outline: Sendable, Hashable {
    package struct Corner: Sendable, Hashable {
      package var id: Int?
      package var first: Double
      package var second: Double
      package var z: Double
      package var height: Double

      package init(id: Int? = nil, first: Double, second: Double, z: Double = 0, height: Double = 0) {
        self.id = id
        self.first = first
        self.second = second
        self.z = z
        self.height = height
      }
    }
    package var id: Int?
    package var isRoadCoordinates: Bool
    package var isClosed: Bool
    /// An outer border, not one around a hole.
    package var isOuter: Bool
    /// grass, concrete, cobble, asphalt, pavement, gravel, soil, paint; empty = not given.
    package var fill: String
    /// The lane type that the area counts as, where given.
    package var laneType: LaneType?
    package var corners: [Corner]

    package init(
      id: Int? = nil, isRoadCoordinates: Bool = true, isClosed: Bool = true, isOuter: Bool = true,
      fill: String = "", laneType: LaneType? = nil, corners: [Corner]
    ) {
      self.id = id
      self.isRoadCoordinates = isRoadCoordinates
      self.isClosed = isClosed
      self.isOuter = isOuter
      self.fill = fill
      self.laneType = laneType
      self.corners = corners
    }
  }
}
