package import Diagnostics
package import RandomStreams
import Signals
import VectorMath

/// A moving source at a moving array among surroundings: early ways with true Doppler, the rest by responses along the way
/// that fade into each other.
package struct MovingInSurroundings: Sendable {
  package let acoustics: SceneAcoustics
  /// Seconds between two fields of a listener on its way, and between two responses.
  package let step: Double
  /// Fields along the way: one for a still listener, else from `start` on every `step` seconds.
  private let fields: [EchoField]
  private let start: Double
  /// Mirrors of a source that are followed one by one.
  private static let most = 16

  /// - Parameter isStill: whether the listener stands where it is at `start`.
  package init(
    _ acoustics: SceneAcoustics, listener: SmoothPath, isStill: Bool, from start: Double, duration: Double,
    stream: RandomStream
  ) {
    // A long way has no more than 120 fields.
    step = max(0.25, duration / 120)
    self.acoustics = acoustics
    self.start = start
    let count = isStill ? 1 : Int(duration / step) + 2
    let seconds = step
    fields = (0..<count).map {
      acoustics.field(at: listener.place(at: start + Double($0) * seconds), stream: stream.child("field"))
    }
  }

  /// What is heard where nothing moves.
  package func response(
    to source: SceneAcoustics.Source, microphones: [Microphone], at time: Double, stream: RandomStream
  ) -> RoomResponse {
    let field = fields[number(at: time)]
    return acoustics.response(
      to: source, paths: acoustics.paths(from: source, in: field), in: field, microphones: microphones,
      stream: stream)
  }

  private func number(at time: Double) -> Int {
    min(max(Int(((time - start) / step).rounded()), 0), fields.count - 1)
  }

  /// What each microphone hears from `from` seconds on, `count` samples.
  ///
  /// Throws where something is faster than half the speed of sound.
  package func heard(
    _ sound: MovingSound, owner: UInt32, by receiver: ArrayMotion, from: Double, count: Int,
    stream: RandomStream
  ) throws(DioramaError) -> [[Float]] {
    let (rate, air) = (acoustics.rate, acoustics.air)
    let knots = Int(Double(sound.samples.count) / rate / step) + 2
    let ways = FollowedWays(
      acoustics.scene, source: sound.path, owner: owner, listener: receiver.path, start: sound.start,
      step: step,
      knots: knots, mirrors: { fields[number(at: sound.start + Double($0) * step)].mirrors },
      order: acoustics.options.field.order, most: MovingInSurroundings.most, air: air,
      directivity: sound.directivity)
    var out = try sound.heard(
      by: receiver,
      along: [ways.straightPath].compactMap(\.self) + (try ways.bentPaths()) + ways.mirroredPaths(), air: air,
      airAbsorbs: acoustics.options.airAbsorbs, from: from,
      count: count, rate: rate)
    let tail = MovingTail(rate: rate, step: step) { place, time, microphones throws(DioramaError) in
      let field = fields[number(at: time)]
      let knot = min(max(Int(((time - sound.start) / step).rounded()), 0), ways.rest.count - 1)
      // Microphones stand where they are, the field where it was made: its listener's frame is theirs.
      return acoustics.response(
        to: SceneAcoustics.Source(place, directivity: sound.directivity(time), owner: owner),
        paths: ways.rest[knot], in: field, microphones: microphones, stream: stream)
    }
    try tail.add(sound, by: receiver, from: from, to: &out)
    return out
  }
}
