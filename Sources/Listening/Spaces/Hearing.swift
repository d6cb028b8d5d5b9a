import Acoustics
import Annotations
import RandomStreams
import WorldModel

/// One sound on its way to one array: what every space is asked to carry.
struct Hearing {
  var sound: MovingSound
  /// The entity that makes it, whose own body hides it from nobody; 0 for none.
  var owner: UInt32
  /// Whether neither source nor array moves.
  var isStill: Bool
  var array: ArrayMotion
  /// World time of the recording's first sample, seconds.
  var from: Double
  /// Samples of the recording.
  var count: Int
  var stream: RandomStream

  /// The middle of the emission, seconds.
  func middle(_ rate: Double) -> Double { sound.start + 0.5 * Double(sound.samples.count) / rate }

  /// What a response makes of it, where nothing moves. Sounds begin on samples of the recording, so nothing has to be delayed
  /// by a part of one.
  func heard(by response: RoomResponse) -> [[Float]] {
    let first = Int(((sound.start - from) * response.rate).rounded())
    return response.convolved(sound.samples).map { heard in
      var out = [Float](repeating: 0, count: count)
      for n in max(0, -first)..<max(max(0, -first), min(heard.count, count - first)) {
        out[first + n] = heard[n]
      }
      return out
    }
  }
}

/// A sound as the microphones hear it.
struct Heard {
  var channels: [[Float]]
  /// In rooms, of where the source was in the middle of its sound.
  var measures: SoundEvent.RoomMeasures?
}

/// Brings sounds to one array.
protocol SoundCarrier {
  /// - Throws: `.badInput` where something is where it cannot be heard, or too fast.
  func heard(_ hearing: Hearing) throws -> Heard
}
