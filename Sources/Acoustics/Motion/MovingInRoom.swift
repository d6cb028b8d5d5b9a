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
    // Pieces of the source under windows that sum to 1, each heard from where it was emitted.
    let hop = max(64, Int(step * rate))
    let window = Window.hann.periodic(2 * hop)
    let first = ((sound.start - from) * rate).rounded()
    let early = sound.start - from - first / rate
    var last: (key: [Vector3], response: [PartitionedConvolution.Spectra])?
    let longest = Int(2.6 * rate)
    let convolution = PartitionedConvolution(block: 2 * hop)
    for start in stride(from: -hop, to: sound.samples.count, by: hop) {
      // Long before or after the recording nothing is heard of it.
      let at = Int(first) + start
      guard at < count, at + 2 * hop + longest > 0 else { continue }
      let range = max(0, start)..<min(start + 2 * hop, sound.samples.count)
      guard !range.isEmpty, sound.samples[range].contains(where: { $0 != 0 }) else { continue }
      let time = sound.start + Double(start + hop) / rate
      let place = sound.path.place(at: time)
      let directivity = sound.directivity(time)
      let pose = RigidTransform<WorldSpace, ArraySpace>(
        rotation: receiver.rotation(time), translation: receiver.path.place(at: time))
      let microphones = receiver.array.placed(pose)
      let key = [place, directivity.axis] + microphones.flatMap { [$0.position, $0.axis] }
      if last?.key != key {
        let response = try acoustics.response(
          source: place, directivity: directivity, microphones: microphones, stream: stream,
          silentOrder: order)
        let shift = early * rate
        last = (
          key,
          response.channels.map {
            let late = Levels.scaled($0, by: RoomResponse.perMetre)
            return convolution.kernel(
              shift == 0 ? late : FractionalDelay.standard.delayed(late, by: shift))
          }
        )
      }
      let piece = (0..<2 * hop).map { n in
        range.contains(start + n) ? sound.samples[start + n] * window[n] : 0
      }
      let source = convolution.source(piece)
      for (m, kernel) in (last?.response ?? []).enumerated() {
        let tail = convolution.convolve(source, kernel)
        for n in max(0, -at)..<max(max(0, -at), min(tail.count, count - at)) { out[m][at + n] += tail[n] }
      }
    }
    return out
  }
}
