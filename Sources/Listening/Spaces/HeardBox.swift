import Acoustics
import Annotations
import Diagnostics
import Geometry
import VectorMath
import WorldModel

/// A room as a box with six surfaces, whatever stands in it.
struct HeardBox: SoundCarrier {
  let acoustics: RoomAcoustics
  /// Of the corner with the lowest coordinates, in the world.
  let origin: Vector3

  /// - Throws: `.badInput` for unknown materials, impossible rooms or reverberation.
  init(_ box: Box3, walls: [String], reverberation: Double?, air: Air, rate: Double) throws {
    var room = try ShoeboxRoom(size: box.max - box.min, walls: walls.map(AcousticMaterial.named), air: air)
    if let reverberation {
      room = try ReverberationDesign.room(room, target: BandValues(repeating: reverberation))
    }
    acoustics = try RoomAcoustics(room, rate: rate)
    origin = box.min
  }

  func heard(_ hearing: Hearing) throws -> Heard {
    let (sound, array, rate) = (hearing.sound, hearing.array, acoustics.rate)
    let middle = hearing.middle(rate)
    let pose = RigidTransform<WorldSpace, ArraySpace>(
      rotation: array.rotation(middle), translation: array.path.place(at: middle) - origin)
    let response = try acoustics.response(
      source: sound.path.place(at: middle) - origin, directivity: sound.directivity(middle),
      microphones: array.array.placed(pose), stream: hearing.stream)
    let measures = SoundEvent.RoomMeasures(response)
    if hearing.isStill { return Heard(channels: hearing.heard(by: response), measures: measures) }
    let moving = try MovingInRoom(acoustics)
    var inside = sound
    inside.path = try sound.path.moved(by: -origin, around: sound.start, Double(sound.samples.count) / rate)
    let channels = try moving.heard(
      inside,
      by: ArrayMotion(
        array.array,
        path: try array.path.moved(by: -origin, around: hearing.from, Double(hearing.count) / rate),
        rotation: array.rotation),
      from: hearing.from, count: hearing.count, stream: hearing.stream)
    return Heard(channels: channels, measures: measures)
  }
}

extension SmoothPath {
  /// The same path in a frame whose origin lies elsewhere: read again every 20 ms over a time and a second around it.
  fileprivate func moved(
    by offset: Vector3, around start: Double, _ duration: Double
  ) throws(DioramaError) -> SmoothPath {
    let count = Int((duration + 2) / 0.02) + 1
    let times = (0...count).map { start - 1 + Double($0) * 0.02 }
    return try SmoothPath(times: times, places: times.map { place(at: $0) + offset })
  }
}
