package import Diagnostics
package import RandomStreams
import Signals
import VectorMath

/// A moving source at moving microphones in a room: straight sound and early reflections with true Doppler, the rest by
/// responses along the way that fade into each other.
package struct MovingInRoom: Sendable {
  package let acoustics: RoomAcoustics
  /// Reflections up to this order are followed one by one, 0 … 2.
  package let order: Int
  /// Seconds between two responses of the later part.
  package let step: Double

  /// The room's responses must be hybrid: a tail is the same noise at every place, so fading between places is no chorus.
  /// Images that are followed stand where they are; keep `displacement` for the later ones as it is.
  package init(
    _ acoustics: RoomAcoustics, order: Int = 2, step: Double = 0.04
  ) throws(DioramaError) {
    guard case .hybrid = acoustics.options.method else {
      throw DioramaError(.badInput, "a moving source needs a room with hybrid responses")
    }
    guard (0...2).contains(order), (0.01...1).contains(step) else {
      throw DioramaError(
        .badInput, "reflections up to order \(order) every \(step) s", remedy: "Order 0 … 2, step 0.01 … 1 s."
      )
    }
    self.acoustics = acoustics
    self.order = order
    self.step = step
  }

  /// What each microphone hears from `from` seconds on, `count` samples at the room's rate. Paths are in the room's frame.
  ///
  /// Throws where the source or a microphone leaves the room, or one is faster than half the speed of sound.
  package func heard(
    _ sound: MovingSound, by receiver: ArrayMotion, from: Double = 0, count: Int, stream: RandomStream
  ) throws(DioramaError) -> [[Float]] {
    let (room, rate) = (acoustics.room, acoustics.rate)
    var out = try sound.heard(
      by: receiver, along: SoundPath.paths(in: room, order: order, withoutScattered: true), air: room.air,
      airAbsorbs: room.airAbsorbs, from: from, count: count, rate: rate)
    let tail = MovingTail(rate: rate, step: step) { place, time, microphones throws(DioramaError) in
      try acoustics.response(
        source: place, directivity: sound.directivity(time), microphones: microphones, stream: stream,
        silentOrder: order)
    }
    try tail.add(sound, by: receiver, from: from, to: &out)
    return out
  }
}
