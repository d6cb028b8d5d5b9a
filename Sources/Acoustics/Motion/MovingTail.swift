package import Diagnostics
import Signals
package import VectorMath

/// The later part of what is heard of a moving source, or by a moving array: pieces of the source under windows that sum to
/// 1, each heard by the response of where it was emitted.
package struct MovingTail {
  private let rate: Double
  private let step: Double
  private let response: (Vector3, Double, [Microphone]) throws(DioramaError) -> RoomResponse

  /// - Parameters:
  ///   - step: seconds between two responses.
  ///   - response: at a place of the source, a time of emission and microphones in place; responses of all places must share
  ///     their noise, so that fading between them is no chorus.
  package init(
    rate: Double, step: Double,
    response: @escaping (Vector3, Double, [Microphone]) throws(DioramaError) -> RoomResponse
  ) {
    self.rate = rate
    self.step = step
    self.response = response
  }

  /// Adds what each microphone hears from `from` seconds on.
  package func add(
    _ sound: MovingSound, by receiver: ArrayMotion, from: Double, to out: inout [[Float]]
  ) throws(DioramaError) {
    let count = out.first?.count ?? 0
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
      let pose = RigidTransform<WorldSpace, ArraySpace>(
        rotation: receiver.rotation(time), translation: receiver.path.place(at: time))
      let microphones = receiver.array.placed(pose)
      let key = [place, sound.directivity(time).axis] + microphones.flatMap { [$0.position, $0.axis] }
      if last?.key != key {
        let response = try response(place, time, microphones)
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
  }
}
