import RandomStreams
import Signals
import VectorMath

/// Images until the mixing time, then a diffuse tail.
extension RoomAcoustics {
  func hybrid(
    _ start: Double, _ source: Vector3, _ directivity: SourceDirectivity, _ microphones: [Microphone],
    _ reference: Vector3, _ delays: [Double], _ stream: RandomStream, _ silentOrder: Int
  ) -> RoomResponse {
    let c = room.air.soundSpeed
    let fade = 0.02
    let times = room.eyring
    let count = hybridCount
    let reach = (start + fade) * c
    let near = spread(microphones, reference)
    let axes = axes(source, order: 400, reach: reach + near, near: reference)
    // Images within a radius: 4πr³/(3V).
    let expected = 4 * Double.pi * (reach + near) * (reach + near) * (reach + near) / (3 * room.volume)
    var buffers = microphones.map { _ in
      ResponseBuffer(count: count, bands: bands.centres.count, images: Int(min(expected, 1e9)))
    }
    let sum = banded(axes, 400, reach + near, directivity, fade: start * c...reach, stream, silentOrder)
    let census = sum.add(to: &buffers, microphones: microphones, reference: reference)
    let envelope = TailEnvelope(census: census, start: start, fade: fade, times: times)
    let field = DiffuseField(microphones, rate: rate, soundSpeed: c)
    let noise = field.noise(count, stream.child("tail"))
    let amplitudes = TailShape(envelope, count: count, bands: bands.centres.count, rate: rate)
    let joined = buffers.indices.map { m in
      // Nothing arrives before the direct sound, scattered or not.
      let first = Int(delays[m] * rate)
      return filter.join(
        (0..<bands.centres.count).map {
          amplitudes.added(to: buffers[m].band($0), band: $0, noise: noise[m], from: first)
        })
    }
    return finish(joined, delays, census.images, start)
  }
}

/// Amplitudes of the tail sample by sample, from knots a quarter of a millisecond apart.
private struct TailShape {
  private let knots: [BandValues]
  private let step: Int

  init(_ envelope: TailEnvelope, count: Int, bands: Int, rate: Double) {
    let step = max(1, Int(rate / 4000))
    self.step = step
    knots = (0...count / step + 1).map { envelope.amplitude($0 * step, rate: rate) }
  }

  /// `samples` + amplitude × noise, from sample `first` on.
  func added(to samples: [Float], band: Int, noise: [Float], from first: Int) -> [Float] {
    var out = samples
    let scale = 1 / Float(step)
    for knot in 0..<knots.count - 1 {
      let (a, b) = (Float(knots[knot][band]), Float(knots[knot + 1][band]))
      let start = knot * step
      for n in max(start, first)..<max(max(start, first), min(start + step, out.count)) {
        out[n] += noise[n] * (a + (b - a) * Float(n - start) * scale)
      }
    }
    return out
  }
}
