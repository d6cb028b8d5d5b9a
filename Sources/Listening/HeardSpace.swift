import Acoustics
import Annotations
import Diagnostics
import Geometry
import RandomStreams
import Signals
import VectorMath
import WorldModel

/// The space of a soundscape, the same for all arrays.
struct HeardSpace {
  private enum Kind {
    case street(HeardStreet)
    case box(HeardBox)
    case rooms(AcousticScene)
  }

  private let kind: Kind
  private let rate: Double
  let air: Air
  let label: RecordedSpace

  /// - Parameters:
  ///   - turbulence: variance of the open air's index of refraction; 0 = still.
  ///   - start, duration: of the recording, seconds.
  /// - Throws: `.badInput` for unknown grounds and materials, impossible rooms, air or reverberation.
  init(
    _ world: World, _ soundscape: Soundscape, rate: Double, propagation: Propagation, turbulence: Double,
    start: Double, duration: Double
  ) throws {
    self.rate = rate
    air = Air(temperature: soundscape.temperature, humidity: soundscape.humidity)
    try air.check()
    let centres = OctaveBands(rate: rate).centres
    var space = RecordedSpace(
      kind: "outdoors", bands: centres, temperature: air.temperature, humidity: air.humidity,
      soundSpeed: air.soundSpeed)
    let places = Self.places(of: world.rig.track, from: start, duration)
    switch soundscape.space {
    case .outdoors(let name, let height):
      guard let surface = GroundSurface.all.first(where: { $0.name == name }) else {
        throw DioramaError(
          .badInput, "there is no ground \(name)",
          remedy: "Grounds are \(GroundSurface.all.map(\.name).joined(separator: ", ")).")
      }
      let buildings =
        propagation == .geometry ? try AcousticScene.buildings(of: world, near: places, reach: 45) : nil
      kind = .street(
        HeardStreet(
          surface, height: height, air: air, rate: rate, buildings: buildings,
          turbulence: turbulence > 0 ? Turbulence(strength: turbulence) : nil))
      space.turbulence = turbulence > 0 ? turbulence : nil
      space.ground = name
      space.propagation = (buildings == nil ? Propagation.plain : .geometry).rawValue
    case .room(let box, let walls, let reverberation):
      space.kind = "room"
      space.origin = box.min.list
      space.size = (box.max - box.min).list
      if propagation == .geometry, world.plan != nil {
        let owners = Set(soundscape.sources.compactMap(\.entity))
        // What moves stands where it is half way.
        let scene = try AcousticScene(
          world, at: start + duration / 2, around: box.center, reach: 12 + length(box.size) / 2,
          owners: owners)
        kind = .rooms(scene)
        space.propagation = Propagation.geometry.rawValue
      } else {
        let heard = try HeardBox(box, walls: walls, reverberation: reverberation, air: air, rate: rate)
        kind = .box(heard)
        space.walls = walls
        space.reverberation = heard.acoustics.room.eyring.prefix(centres.count)
        space.propagation = Propagation.plain.rawValue
      }
    }
    label = space
  }

  /// Where the carrier is, every second.
  private static func places(of track: Track, from start: Double, _ duration: Double) -> [Vector3] {
    guard !track.isStill else { return [track.pose(at: start).translation] }
    return (0...Int(duration)).map { track.pose(at: start + Double($0)).translation }
  }

  /// What carries sounds to one array on its way.
  func carrier(
    to array: ArrayMotion, isStill: Bool, from: Double, duration: Double, stream: RandomStream
  ) throws -> any SoundCarrier {
    switch kind {
    case .box(let box): return box
    case .street(let street):
      let times = isStill ? [from] : (0...Int(duration)).map { from + Double($0) }
      return street.ready(at: times.map(array.path.place))
    case .rooms(let scene):
      return try HeardSurroundings(
        scene, air: air, rate: rate, array: array, isStill: isStill, from: from, duration: duration,
        stream: stream)
    }
  }
}

extension SoundEvent.RoomMeasures {
  init?(_ response: RoomResponse) {
    guard let channel = response.channels.first, let delay = response.delays.first else { return nil }
    let all = Acoustics.RoomMeasures(channel, rate: response.rate, arrival: delay)
    let bands = Acoustics.RoomMeasures.byBand(channel, rate: response.rate, arrival: delay)
    self.init(
      t30: all.t30, earlyDecayTime: all.earlyDecayTime, c50: all.c50,
      directToReverberant: all.directToReverberant, t30ByBand: bands.map(\.measures.t30),
      c50ByBand: bands.map(\.measures.c50))
  }
}

extension Vector3 {
  var list: [Double] { [x, y, z] }
}
