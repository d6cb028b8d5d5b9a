import VectorMath

extension Distribution {
  /// The value that `stream` decides.
  ///
  /// - Parameters:
  ///   - stream: drawn from where it stands; the caller's copy does not move, so the same stream gives the same value.
  ///   - index: the sample's index, which `sequence` follows.
  /// - Returns: a finite number, within `bounds` where they are finite.
  package func sample(_ stream: RandomStream, index: Int) -> Double {
    var stream = stream
    let value = draw(&stream, index)
    guard !value.isNaN else { return 0 }
    let within = Swift.max(bounds.lowerBound, Swift.min(bounds.upperBound, value))
    return Swift.max(-.greatestFiniteMagnitude, Swift.min(.greatestFiniteMagnitude, within))
  }

  private func draw(_ stream: inout RandomStream, _ index: Int) -> Double {
    switch self {
    case .constant(let value): return value
    case .uniform(let min, let max): return stream.uniform(min, max)
    case .normal(let mean, let sd, let min, let max):
      guard sd > 0 else { return mean }
      return mean + sd
        * stream.normal(
          from: min.map { ($0 - mean) / sd } ?? -.infinity, to: max.map { ($0 - mean) / sd } ?? .infinity)
    case .logNormal(let median, let sigma, let min, let max):
      guard sigma > 0, median > 0 else { return median }
      // ln(x / median) / sigma is a plain Gaussian.
      let from = min.map { $0 > 0 ? DeterministicMath.log($0 / median) / sigma : -.infinity } ?? -.infinity
      let to = max.map { DeterministicMath.log($0 / median) / sigma } ?? .infinity
      return median * DeterministicMath.exp(sigma * stream.normal(from: from, to: to))
    case .choice(let values): return stream.choose(values) ?? 0
    case .weighted(let values):
      return values.isEmpty ? 0 : values[stream.weighted(values.map(\.weight))].value
    case .sequence(let values): return values.isEmpty ? 0 : values[wrap(index, values.count)]
    case .curve(let points): return stream.curve(points)
    }
  }
}

/// `index` modulo `count`, never negative.
func wrap(_ index: Int, _ count: Int) -> Int {
  let r = index % count
  return r < 0 ? r + count : r
}

extension RandomStream {
  /// A standard Gaussian given that it lies in [`from`, `to`], by rejection (Robert 1995, Chopin 2011): one of
  /// four proposals such that at least 45 % of them are accepted, however far out the interval lies.
  mutating func normal(from: Double, to: Double) -> Double {
    guard from < to else { return from }
    // The upper tail only; the lower one is its mirror image.
    if to <= 0 { return -normal(from: -to, to: -from) }
    // So far out, the density falls within one part in 10⁸ of `from`: an exponential to double precision.
    if from > 1e8 { return Swift.min(to, from - DeterministicMath.log(1 - uniform()) / from) }
    let width = to - from
    // 128 refusals in a row have a chance below 10⁻³³; the bound is there so that no input can hang.
    for _ in 0..<128 {
      if from <= 0 {
        if width > 2.5 {
          let x = normal()
          if x >= from && x <= to { return x }
        } else {
          let x = uniform(from, to)
          if uniform() < DeterministicMath.exp(-0.5 * x * x) { return x }
        }
        continue
      }
      let rate = 0.5 * (from + (from * from + 4).squareRoot())
      if width * rate < 1 {
        let x = uniform(from, to)
        if uniform() < DeterministicMath.exp(-0.5 * (x - from) * (x + from)) { return x }
      } else {
        let tail = DeterministicMath.exp(-rate * width)
        let x = Swift.min(to, from - DeterministicMath.log(1 - uniform() * (1 - tail)) / rate)
        // Density over proposal, relative to its greatest value, which lies at the rate or at `to` before it.
        let top = Swift.min(rate, to)
        if uniform() < DeterministicMath.exp(-0.5 * (x - top) * (x + top - 2 * rate)) { return x }
      }
    }
    return Swift.max(from, Swift.min(to, 0))
  }

  /// A value under the piecewise linear density through `points`.
  mutating func curve(_ points: [Vector2]) -> Double {
    guard let first = points.first else { return 0 }
    guard points.count > 1 else { return first.x }
    let top = points.reduce(0) { Swift.max($0, $1.y) }
    let areas = zip(points, points.dropFirst()).map { ($1.x / 2 - $0.x / 2) * ($0.y / top + $1.y / top) }
    let i = Swift.min(weighted(areas), points.count - 2)
    let (a, b) = (points[i], points[i + 1])
    let (d0, d1) = (a.y / top, b.y / top)
    // The share t of the segment below which a part u of its area lies, in the form that does not cancel.
    let u = uniform()
    let root = (d0 * d0 + u * (d1 * d1 - d0 * d0)).squareRoot()
    let t = d0 + root > 0 ? u * (d0 + d1) / (d0 + root) : 0
    return Swift.max(a.x, Swift.min(b.x, a.x * (1 - t) + b.x * t))
  }
}
