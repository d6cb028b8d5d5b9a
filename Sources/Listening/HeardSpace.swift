import Acoustics
package import Annotations
import Diagnostics
import Geometry
import RandomStreams
import Signals
import VectorMath
import WorldModel

/// The space of a soundscape, ready to carry sounds to an array.
struct HeardSpace {
  /// A sound as the microphones hear it.
  struct Heard {
    var channels: [[Float]]
    /// In rooms, of where the source was in the middle of its sound.
    var measures: SoundEvent.RoomMeasures?
  }

  private enum Carrier {
    case ground(GroundSurface, height: Double)
    case room(RoomAcoustics, origin: Vector3)
  }

  private let carrier: Carrier
  private let rate: Double
  let air: Air
  let label: RecordedSpace

  /// - Throws: `.badInput` for unknown grounds and materials, impossible rooms, air or reverberation.
  init(_ soundscape: Soundscape, rate: Double) throws {
    self.rate = rate
    air = Air(temperature: soundscape.temperature, humidity: soundscape.humidity)
    try air.check()
    let centres = OctaveBands(rate: rate).centres
    var space = RecordedSpace(
      kind: "outdoors", bands: centres, temperature: air.temperature, humidity: air.humidity,
      soundSpeed: air.soundSpeed)
    switch soundscape.space {
    case .outdoors(let name, let height):
      guard let surface = GroundSurface.all.first(where: { $0.name == name }) else {
        throw DioramaError(
          .badInput, "there is no ground \(name)",
          remedy: "Grounds are \(GroundSurface.all.map(\.name).joined(separator: ", ")).")
      }
      carrier = .ground(surface, height: height)
      space.ground = name
    case .room(let box, let walls, let reverberation):
      let materials = try walls.map { name in
        guard let material = MaterialTable[name] else {
          throw DioramaError(
            .badInput, "there is no acoustic material \(name)",
            remedy: "Materials are \(MaterialTable.all.map(\.name).joined(separator: ", ")).")
        }
        return material
      }
      var room = try ShoeboxRoom(size: box.max - box.min, walls: materials, air: air)
      if let reverberation {
        room = try ReverberationDesign.room(room, target: BandValues(repeating: reverberation))
      }
      carrier = .room(try RoomAcoustics(room, rate: rate), origin: box.min)
      space.kind = "room"
      space.origin = box.min.list
      space.size = room.size.list
      space.walls = walls
      space.reverberation = room.eyring.prefix(centres.count)
    }
    label = space
  }

  /// What the microphones hear from world time `from` on, `count` samples.
  ///
  /// - Parameters:
  ///   - start: world time of the first sample emitted.
  ///   - still: where source and array stand, if both do.
  /// - Throws: `.badInput` where something leaves the room or is too fast.
  func heard(
    _ samples: [Float], start: Double, path: SmoothPath,
    directivity: @escaping @Sendable (Double) -> SourceDirectivity,
    isStill: Bool, by array: ArrayMotion, from: Double, count: Int, stream: RandomStream
  ) throws -> Heard {
    let sound = MovingSound(samples: samples, start: start, path: path, directivity: directivity)
    switch carrier {
    case .ground(let surface, let height):
      let channels = try sound.heard(
        by: array, along: [.direct, .ground(z: height, surface)], air: air, from: from, count: count,
        rate: rate)
      return Heard(channels: channels, measures: nil)
    case .room(let acoustics, let origin):
      let middle = start + 0.5 * Double(samples.count) / rate
      let source = path.place(at: middle) - origin
      let pose = RigidTransform<WorldSpace, ArraySpace>(
        rotation: array.rotation(middle), translation: array.path.place(at: middle) - origin)
      let response = try acoustics.response(
        source: source, directivity: directivity(middle), microphones: array.array.placed(pose),
        stream: stream)
      let measures = SoundEvent.RoomMeasures(response)
      guard isStill else {
        let moving = try MovingInRoom(acoustics)
        let channels = try moving.heard(
          MovingSound(
            samples: samples, start: start,
            path: try path.moved(by: -origin, around: start, Double(samples.count) / rate),
            directivity: directivity),
          by: ArrayMotion(
            array.array, path: try array.path.moved(by: -origin, around: from, Double(count) / rate),
            rotation: array.rotation),
          from: from, count: count, stream: stream)
        return Heard(channels: channels, measures: measures)
      }
      // The start lies on a sample of the recording: nothing has to be delayed by a part of one.
      let first = Int(((start - from) * rate).rounded())
      let whole = response.convolved(samples)
      let channels = whole.map { heard in
        var out = [Float](repeating: 0, count: count)
        for n in max(0, -first)..<max(max(0, -first), min(heard.count, count - first)) {
          out[first + n] = heard[n]
        }
        return out
      }
      return Heard(channels: channels, measures: measures)
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

extension SmoothPath {
  /// The same path in a frame whose origin lies elsewhere: read again every 20 ms over a time and a second around it.
  func moved(by offset: Vector3, around start: Double, _ duration: Double) throws(DioramaError) -> SmoothPath
  {
    let count = Int((duration + 2) / 0.02) + 1
    let times = (0...count).map { start - 1 + Double($0) * 0.02 }
    return try SmoothPath(times: times, places: times.map { place(at: $0) + offset })
  }
}

extension Vector3 {
  var list: [Double] { [x, y, z] }
}
