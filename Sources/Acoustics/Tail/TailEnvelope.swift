import VectorMath

/// How the diffuse part of a room's response rises and falls, by band, in energy a second at one point in the open.
struct TailEnvelope {
  /// Energy a second by millisecond from 0 on, of what walls scattered before images end.
  let early: [BandValues]
  /// Seconds at which the tail has taken over.
  let start: Double
  /// Seconds over which images fade out and the tail in, from `start` on.
  let fade: Double
  /// Energy a second at `start`.
  let level: BandValues
  /// 13.8155/T by band, in 1/s.
  let slope: BandValues

  /// From what the images told. All energy of the images around the change is what the tail goes on with.
  init(census: BandedImageSum.Census, start: Double, fade: Double, times: BandValues) {
    // A millisecond holds few images: what is scattered is spread by three to both sides.
    let raw = census.scattered.map { $0 * 1000 }
    early = raw.indices.map { n in
      let near = max(0, n - 3)...min(raw.count - 1, n + 3)
      return raw[near].reduce(BandValues(), +) / Double(near.count)
    }
    self.start = start
    self.fade = fade
    slope = times.mapped { $0.isFinite && $0 > 0 ? 13.815510557964274 / $0 : 0 }
    // The mean over a window around the start, each millisecond carried along the decay to the start.
    let bins = census.energy.count
    let half = max(5, Int(fade * 500))
    let centre = Int(start * 1000)
    let window = max(0, centre - half)..<max(max(0, centre - half) + 1, min(bins - 1, centre + half))
    var sum = BandValues()
    for bin in window where bin < bins {
      let late = (Double(bin) + 0.5) * 0.001 - start
      sum += census.energy[bin] * (slope * late).mapped(DeterministicMath.exp)
    }
    level = sum / (Double(window.count) * 0.001)
  }

  /// The amplitude of noise of power 1 at sample `n`, by band.
  func amplitude(_ n: Int, rate: Double) -> BandValues {
    let t = Double(n) / rate
    var power = BandValues()
    if t < start + fade, !early.isEmpty {
      // What scattered before the change, and fades with the images.
      let place = max(0, t * 1000 - 0.5)
      let low = min(Int(place), early.count - 1)
      let high = min(low + 1, early.count - 1)
      let scattered = early[low] + (early[high] - early[low]) * (place - Double(low))
      power += scattered * (1 - rise(t))
    }
    if t > start { power += level * (slope * (start - t)).mapped(DeterministicMath.exp) * rise(t) }
    return (power / rate).mapped { $0.squareRoot() }
  }

  /// sin² from 0 at the start to 1 at the fade's end: images fall as cos, in amplitude.
  private func rise(_ t: Double) -> Double {
    guard t > start else { return 0 }
    guard t < start + fade else { return 1 }
    let s = DeterministicMath.sin(0.5 * Double.pi * (t - start) / fade)
    return s * s
  }
}
