import Acoustics
import Annotations
import Diagnostics
import RandomStreams
import VectorMath
import WorldModel

/// Rooms as they are seen: their shapes, what stands in them, open doors and what lies behind.
struct HeardSurroundings: SoundCarrier {
  private let moving: MovingInSurroundings

  /// For one array on its way.
  init(
    _ scene: AcousticScene, air: Air, rate: Double, array: ArrayMotion, isStill: Bool, from: Double,
    duration: Double, stream: RandomStream
  ) throws {
    var options = SceneAcoustics.Options()
    // Walkers take many fields, each less exact.
    options.field.rays = isStill ? 2000 : 500
    let acoustics = try SceneAcoustics(
      scene, air: air, rate: rate, options: options, around: array.path.place(at: from), stream: stream)
    moving = MovingInSurroundings(
      acoustics, listener: array.path, isStill: isStill, from: from, duration: duration, stream: stream)
  }

  func heard(_ hearing: Hearing) throws -> Heard {
    let (sound, array) = (hearing.sound, hearing.array)
    let middle = hearing.middle(moving.acoustics.rate)
    let pose = RigidTransform<WorldSpace, ArraySpace>(
      rotation: array.rotation(middle), translation: array.path.place(at: middle))
    let response = moving.response(
      to: SceneAcoustics.Source(
        sound.path.place(at: middle), directivity: sound.directivity(middle), owner: hearing.owner),
      microphones: array.array.placed(pose), at: middle, stream: hearing.stream)
    let measures = SoundEvent.RoomMeasures(response)
    if hearing.isStill { return Heard(channels: hearing.heard(by: response), measures: measures) }
    let channels = try moving.heard(
      sound, owner: hearing.owner, by: array, from: hearing.from, count: hearing.count, stream: hearing.stream
    )
    return Heard(channels: channels, measures: measures)
  }
}
