import Acoustics
import Annotations
import Diagnostics
import RandomStreams
import Signals
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
  /// Of the air; nil where it is still.
  let turbulence: Turbulence?
  /// Façades that the array comes by, by plane.
  private var facades: [Int] = []

  /// Seconds between two looks at which ways are open.
  private static let step = 0.2
  /// Façades heard of one sound.
  private static let most = 2

  init(
    _ ground: GroundSurface, height: Double, air: Air, rate: Double, buildings: AcousticScene?,
    turbulence: Turbulence?
  ) {
    self.turbulence = turbulence
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
    let array = hearing.array
    var paths = try ways(of: hearing)
    guard array.array.isInCar else {
      return Heard(
        channels: try hearing.sound.heard(
          by: array, along: paths, air: air, from: hearing.from, count: hearing.count, rate: rate))
    }
    for i in paths.indices { paths[i].gains *= CarBody.transmission }
    let outside = try hearing.sound.heard(
      by: array, along: paths, air: air, from: hearing.from, count: hearing.count, rate: rate)
    return Heard(channels: inside(array.array.microphones, outside))
  }

  /// What the cabin makes of what has come through the body.
  private func inside(_ microphones: [Microphone], _ channels: [[Float]]) -> [[Float]] {
    let responses = CarBody().responses(
      microphones, rate: rate, soundSpeed: air.soundSpeed, stream: RandomStream(seed: 0).child("cabin"))
    let convolution = PartitionedConvolution(block: 4096)
    return zip(channels, responses).map { channel, response in
      Array(
        convolution.convolve(convolution.source(channel), convolution.kernel(response)).prefix(channel.count))
    }
  }

  /// The ways that are followed one by one.
  private func ways(of hearing: Hearing) throws -> [SoundPath] {
    let (sound, array) = (hearing.sound, hearing.array)
    let below = SoundPath.ground(z: height, ground)
    let chance = hearing.stream.child("turbulence")
    /// Ways of one family have much in common, others nothing.
    func wandering(_ path: SoundPath, _ family: Int, _ number: Int, correlation: Double) -> SoundPath {
      var out = path
      out.wandering = turbulence?.wandering(
        common: chance.child(family), own: chance.child(family).child(number + 1), correlation: correlation)
      return out
    }
    let ear = array.path.place(at: hearing.from).z - height
    let mouth = sound.path.place(at: sound.start).z - height
    let alike = turbulence?.groundCorrelation(mouth, ear) ?? 1
    guard let buildings else {
      return [SoundPath.direct, below].enumerated().map { wandering($1, 0, $0, correlation: alike) }
    }
    let ways = FollowedWays(
      buildings, source: sound.path, owner: 0, listener: array.path, start: sound.start, step: Self.step,
      knots: Int(Double(sound.samples.count) / rate / Self.step) + 2, mirrors: { _ in facades }, order: 1,
      most: Self.most, air: air, directivity: sound.directivity)
    var paths: [SoundPath] = []
    for (family, way) in ([ways.straightPath].compactMap(\.self) + (try ways.bentPaths())).enumerated() {
      var mirrored = below
      (mirrored.curve, mirrored.seeming) = (way.curve, way.seeming)
      paths += [way, mirrored].enumerated().map { wandering($1, family, $0, correlation: alike) }
    }
    // Façades are heard with the ground's power and not its combs: half the ways to follow.
    let thrown = ways.mirroredPaths { image, time in
      ground.pressure(
        from: image, to: array.path.place(at: time), height: height, soundSpeed: air.soundSpeed)
    }
    return paths + thrown.enumerated().map { wandering($1, 1000 + $0, 0, correlation: 0) }
  }
}
