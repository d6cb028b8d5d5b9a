import Acoustics
import Diagnostics
import Foundation
import RandomStreams
import Signals
import Testing
import VectorMath

@Suite struct MovingInRoomTests {
  let rate = 16_000.0

  private func acoustics() throws -> RoomAcoustics {
    var options = RoomAcoustics.Options()
    options.displacement = 0
    options.highPass = nil
    options.duration = 0.4
    return try RoomAcoustics(livingRoom(), rate: rate, options: options)
  }

  /// A12 in a room: a source at rest sounds as through the response of its place, early and late.
  @Test func restIsTheStaticResponse() throws {
    let acoustics = try acoustics()
    let sound = sourceNoise(12_000)
    let found = try MovingInRoom(acoustics).heard(
      MovingSound(samples: sound, path: SmoothPath(still: source)),
      by: ArrayMotion(.ambisonic, path: SmoothPath(still: ear)), count: 16_000, stream: chance)
    let expected = try acoustics.response(
      source: source,
      microphones: MicrophoneArray.ambisonic.placed(
        RigidTransform<WorldSpace, ArraySpace>(translation: ear)), stream: chance
    ).convolved(sound)
    // Filters of early paths ring for a shorter time, which is the difference.
    for c in 0..<4 {
      #expect(error(Array(found[c][1000..<16_000]), Array(expected[c][1000..<16_000])) < -35, "\(c)")
    }
  }

  @Test func movingIsSmoothAndRepeats() throws {
    let path = try SmoothPath(
      times: [0, 0.5, 1], places: [Vector3(1, 1, 1.5), Vector3(2.5, 2, 1.5), Vector3(5, 2.5, 1.5)])
    let tone = (0..<16_000).map { Float(sin(2 * .pi * 440 * Double($0) / rate)) }
    let moving = try MovingInRoom(acoustics())
    let (sound, rig) = (
      MovingSound(samples: tone, path: path), ArrayMotion(.mono, path: SmoothPath(still: ear))
    )
    let heard = try moving.heard(sound, by: rig, count: 16_000, stream: chance)
    #expect(try moving.heard(sound, by: rig, count: 16_000, stream: chance) == heard)
    // A recording that begins later holds the same.
    let later = try moving.heard(sound, by: rig, from: 0.25, count: 8000, stream: chance)
    #expect(error(later[0], Array(heard[0][4000..<12_000])) < -60)
    // No clicks: far above the tone there is nothing.
    let above = FilterCascade.butterworthHighPass(order: 8, 2500, rate: rate).filtered(heard[0])
    let ratio = Levels.rms(above, in: 4000..<15_000) / Levels.rms(heard[0], in: 4000..<15_000)
    #expect(20 * log10(ratio) < -60, "\(20 * log10(ratio))")
  }

  @Test func staysInside() throws {
    let out = try SmoothPath(times: [0, 1], places: [Vector3(1, 1, 1), Vector3(9, 1, 1)])
    #expect(throws: DioramaError.self) {
      try MovingInRoom(acoustics()).heard(
        MovingSound(samples: noise(16_000), path: out),
        by: ArrayMotion(.mono, path: SmoothPath(still: ear)), count: 16_000, stream: chance)
    }
    let images = try RoomAcoustics(livingRoom(), rate: rate, options: bare(order: 3))
    #expect(throws: DioramaError.self) { try MovingInRoom(images) }
  }
}
