import Acoustics
import Annotations
import Diagnostics
import VectorMath
import WorldModel

/// Open ground, and the buildings along it where they are heard: façades throw sound back, corners and roofs hide it.
struct HeardStreet: SoundCarrier {
  let ground: GroundSurface
  /// Of the ground, metres.
  let height: Double
  let air: Air
  let rate: Double
  let buildings: AcousticScene?
  /// Façades that the array comes by, by plane.
  private var facades: [Int] = []

  /// Seconds between two looks at which ways are open.
  private static let step = 0.2
  /// Façades heard of one sound.
  private static let most = 2

  init(_ ground: GroundSurface, height: Double, air: Air, rate: Double, buildings: AcousticScene?) {
    self.ground = ground
    self.height = height
    self.air = air
    self.rate = rate
    self.buildings = buildings
  }

  /// - Parameter places: where the array comes by.
  func ready(at places: [Vector3]) -> HeardStreet {
    var out = self
    var facades: Set<Int> = []
    for place in places { facades.formUnion(buildings?.mirrors(around: place, most: 10) ?? []) }
    out.facades = facades.sorted()
    return out
  }

  func heard(_ hearing: Hearing) throws -> Heard {
    let (sound, array) = (hearing.sound, hearing.array)
    let below = SoundPath.ground(z: height, ground)
    guard let buildings else {
      let channels = try sound.heard(
        by: array, along: [.direct, below], air: air, from: hearing.from, count: hearing.count, rate: rate)
      return Heard(channels: channels)
    }
    let ways = FollowedWays(
      buildings, source: sound.path, owner: 0, listener: array.path, start: sound.start, step: Self.step,
      knots: Int(Double(sound.samples.count) / rate / Self.step) + 2, mirrors: { _ in facades }, order: 1,
      most: Self.most, air: air, directivity: sound.directivity)
    var paths: [SoundPath] = []
    for way in [ways.straightPath].compactMap(\.self) + (try ways.bentPaths()) {
      var mirrored = below
      (mirrored.curve, mirrored.seeming) = (way.curve, way.seeming)
      paths += [way, mirrored]
    }
    // Façades are heard with the ground's power and not its combs: half the ways to follow.
    paths += ways.mirroredPaths { image, time in
      ground.pressure(
        from: image, to: array.path.place(at: time), height: height, soundSpeed: air.soundSpeed)
    }
    let channels = try sound.heard(
      by: array, along: paths, air: air, from: hearing.from, count: hearing.count, rate: rate)
    return Heard(channels: channels)
  }
}
