package import Geometry
package import VectorMath

/// Everything that exists, as a function of time.
package struct World: Sendable {
  package var entities: [Entity]
  package var sun: Sun
  package var sky: Sky
  package var rig: Rig
  /// Facts of the whole world, e.g. `weather`, in a fixed order.
  package var attributes: [(name: String, value: String)]
  /// Points of surfaces to follow, ascending by id; none unless somebody chooses some.
  package var trackedPoints: [TrackedPoint] = []
  /// Lamps and screens that are on.
  package var lights: [AreaLight] = []
  /// Windows and open doors, where the sky is seen from rooms.
  package var portals: [SkyPortal] = []
  /// The insides of rooms: where light that comes from other surfaces is worked out.
  package var interiors: [Box3] = []
  package var exposure: Exposure = .fixed(1)
  /// Factors on linear red, green and blue of pictures taken in rooms, after exposure: a tint that is not balanced away.
  package var balance = Vector3f(1, 1, 1)
  /// Where and when the sun and the sky are those of the world, if they follow a clock.
  package var daylight: DaylightMoment?
  /// The plan of the building, if the world is one: z = 0 is its floor.
  package var plan: HomePlan?
  /// The roads as a map tells them, if the world has any.
  package var roads: RoadOutlines?
  /// What sounds in it, if anybody listens.
  package var soundscape: Soundscape?

  package init(
    entities: [Entity] = [], sun: Sun = Sun(), sky: Sky = Sky(), rig: Rig = Rig(),
    attributes: [(name: String, value: String)] = []
  ) {
    self.entities = entities
    self.sun = sun
    self.sky = sky
    self.rig = rig
    self.attributes = attributes
  }
}

/// One thing of the world, with one id for a whole sequence and across all sensors.
package struct Entity: Sendable {
  /// 1 or more, unique in the world; ascending in `World.entities`. 0 means nothing.
  package var id: UInt32
  package var name: String
  package var nativeClass: NativeClass
  package var asset: Asset
  package var track: Track
  /// A uniform scale applied to the asset before the pose.
  package var scale: Double
  /// What moves inside; `nil` = at rest.
  package var articulation: (any Articulating)?
  /// Materials that replace the asset's, by index.
  package var materials: [Int: Material]
  /// Behaviour or state labels that stay, e.g. `("occupied", "true")`, in a fixed order.
  package var attributes: [(name: String, value: String)]
  /// What changes beside its place; names differ from those of `attributes`.
  package var states: [StateTrack]

  package init(
    id: UInt32, name: String, nativeClass: NativeClass? = nil, asset: Asset, track: Track, scale: Double = 1,
    articulation: (any Articulating)? = nil, materials: [Int: Material] = [:],
    attributes: [(name: String, value: String)] = [], states: [StateTrack] = []
  ) {
    self.id = id
    self.name = name
    self.nativeClass = nativeClass ?? asset.nativeClass
    self.asset = asset
    self.track = track
    self.scale = scale
    self.articulation = articulation
    self.materials = materials
    self.attributes = attributes
    self.states = states
  }
}

/// The sun as a distant disc.
package struct Sun: Sendable {
  /// From the scene to the sun, unit, world frame.
  package var direction: Vector3
  /// Linear RGB irradiance on a surface facing it, relative to clear noon = 1.
  package var irradiance: Vector3f
  /// Apparent radius in radians (0.00465 for the real one): the softness of shadows.
  package var angularRadius: Double

  package init(
    direction: Vector3 = normalized(Vector3(0.4, 0.3, 0.85)), irradiance: Vector3f = Vector3f(1, 0.96, 0.9),
    angularRadius: Double = 0.00465
  ) {
    self.direction = direction
    self.irradiance = irradiance
    self.angularRadius = angularRadius
  }
}

/// Diffuse light from above: a gradient between zenith and horizon, plus what the ground throws back.
package struct Sky: Sendable {
  /// Linear RGB radiance × π, relative to the sun's clear noon irradiance.
  package var zenith: Vector3f
  package var horizon: Vector3f
  package var ground: Vector3f
  /// What the sky shows in pictures beside its gradient, which stays its mean; `nil` = nothing.
  package var air: SkyAir?
  /// Distance at which a black thing keeps a fiftieth of its contrast (meteorological range), metres.
  package var visibility = 12_000.0

  package init(
    zenith: Vector3f = Vector3f(0.16, 0.26, 0.5), horizon: Vector3f = Vector3f(0.5, 0.58, 0.68),
    ground: Vector3f = Vector3f(0.16, 0.15, 0.13)
  ) {
    self.zenith = zenith
    self.horizon = horizon
    self.ground = ground
  }
}
