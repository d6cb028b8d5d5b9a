import WorldModel

/// `states`: what can change about a thing without its going anywhere: how far its doors and drawers are open, whether
/// it is switched on, what is in it and how much, what a person or an animal is doing.
///
/// Joints and surfaces are measured on the geometry as it stands, not read from the wishes that put it there.
package struct StatesLabel: StructuredLabel {
  package static let name = "states"

  /// A door, drawer, lid or flap.
  package struct Joint: Codable, Sendable, Hashable {
    package var name: String
    /// `hinge` or `slide`.
    package var motion: String
    /// Radians counter-clockwise about `axis`, or metres along it; 0 = shut.
    package var value: Double
    /// The value when it is wide open; negative for hinges that turn clockwise.
    package var range: Double
    /// `value` / `range`, 0 = shut, 1 = wide open.
    package var openness: Double
    /// A point on the hinge's axis (of a slide: the origin of what slides, when shut); world, metres.
    package var pivot: [Double]
    /// Unit, world.
    package var axis: [Double]
    /// The box around what moves, where it is when shut: middle (world, metres), half sizes (metres) along its own axes,
    /// and its rotation as (w, x, y, z), world from box.
    package var shutCenter: [Double]
    package var shutHalfSize: [Double]
    package var shutRotation: [Double]
    /// Ids in the `part` raster that show nothing but what moves with joints of this thing.
    package var parts: [UInt32]

    package init(
      name: String, motion: String, value: Double, range: Double, openness: Double, pivot: [Double],
      axis: [Double], shutCenter: [Double], shutHalfSize: [Double], shutRotation: [Double], parts: [UInt32]
    ) {
      self.name = name
      self.motion = motion
      self.value = value
      self.range = range
      self.openness = openness
      self.pivot = pivot
      self.axis = axis
      self.shutCenter = shutCenter
      self.shutHalfSize = shutHalfSize
      self.shutRotation = shutRotation
      self.parts = parts
    }
  }

  /// A hollow and what is in it.
  package struct Vessel: Codable, Sendable, Hashable {
    package var name: String
    /// E.g. `water`; absent when empty.
    package var content: String?
    /// Share of the volume up to the brim, 0...1; 0 iff empty.
    package var fraction: Double
    /// Heights of the lowest place inside, of the content's surface (the lowest place when empty) and of the brim;
    /// world, metres. Of vessels that stand upright only: absent for those that lie or lean.
    package var floor: Double?
    package var surface: Double?
    package var brim: Double?
    /// The content's id in the `part` raster, if it has one of its own.
    package var part: UInt32?

    package init(
      name: String, content: String?, fraction: Double, floor: Double?, surface: Double?, brim: Double?,
      part: UInt32?
    ) {
      self.name = name
      self.content = content
      self.fraction = fraction
      self.floor = floor
      self.surface = surface
      self.brim = brim
      self.part = part
    }
  }

  package struct Entry: Codable, Sendable, Hashable {
    package var instance: UInt32
    /// In the order of the asset; empty for what has none.
    package var joints: [Joint]
    /// The largest openness; absent without joints.
    package var openness: Double?
    /// `on` or `off`, of what can be switched.
    package var power: String?
    /// How many lights of the scene it is.
    package var lights: Int
    package var vessels: [Vessel]
    /// Instances that stand in or on it, ascending.
    package var holds: [UInt32]
    /// Of people and animals: `standing`, `sitting`, `lying`, `walking`.
    package var posture: String?
    /// Of people: what they are doing, e.g. `resting`.
    package var activity: String?

    package init(
      instance: UInt32, joints: [Joint] = [], openness: Double? = nil, power: String? = nil, lights: Int = 0,
      vessels: [Vessel] = [], holds: [UInt32] = [], posture: String? = nil, activity: String? = nil
    ) {
      self.instance = instance
      self.joints = joints
      self.openness = openness
      self.power = power
      self.lights = lights
      self.vessels = vessels
      self.holds = holds
      self.posture = posture
      self.activity = activity
    }
  }

  /// Ascending by instance; entities without any state are left out.
  package var entries: [Entry]
  package init(entries: [Entry]) { self.entries = entries }
}
