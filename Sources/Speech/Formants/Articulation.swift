/// How formants, bandwidths, voice, breath and nasality run through a plan.
///
/// After Holmes, Mattingly and Shearme (1964): at every edge between two sounds the one of higher rank decides where
/// the formants are, a mixture of its locus and the other's target, and how long the way there and away takes.
struct Articulation: Sendable {
  /// Values at one instant.
  struct State: Sendable {
    var formants = SIMD3<Double>(repeating: 0)
    var bandwidths = SIMD3<Double>(repeating: 0)
    var nasality = 0.0
  }

  private struct Point {
    var sample: Double
    var state: State
  }

  private var points: [Point] = []
  /// Amplitude of voice and breath: sample, value.
  private(set) var voice: [(sample: Double, value: Double)] = []
  private(set) var breath: [(sample: Double, value: Double)] = []
  /// Noise of the mouth: where, what, how loud, whether with voice.
  private(set) var noises: [(range: Range<Int>, colour: NoiseColour, level: Double, isVoiced: Bool)] = []
  private var cursor = 0

  init(_ plan: VocalPlan, rate: Double) {
    var parts: [(target: VocalTarget, range: Range<Int>)] = []
    var at = 0
    for part in plan.phones.flatMap(\.parts) where part.length > 0 {
      parts.append((part.target, at..<(at + part.length)))
      at += part.length
    }
    // What follows what comes next takes its formants; a pause at the end takes those before it.
    for i in parts.indices.reversed() where parts[i].target.follows {
      let next = i + 1 < parts.count ? parts[i + 1].target : nil
      let previous = parts[..<i].last { !$0.target.follows }?.target
      let model = parts[i].target.rank == 0 && i + 1 == parts.count ? previous ?? next : next ?? previous
      guard let model else { continue }
      parts[i].target.formants = model.formants
      parts[i].target.locus = model.rank >= 20 ? model.locus : model.formants
      parts[i].target.nasality = parts[i].target.rank == 0 ? model.nasality : 0
      if parts[i].target.breath == 0 { parts[i].target.bandwidths = model.bandwidths }
    }
    guard let first = parts.first else { return }
    func state(_ target: VocalTarget) -> State {
      State(formants: target.formants, bandwidths: target.bandwidths, nasality: target.nasality)
    }
    points.append(Point(sample: 0, state: state(first.target)))
    for i in parts.indices.dropLast() {
      let (a, b) = (parts[i], parts[i + 1])
      let edge = Double(a.range.upperBound)
      let leftRules = a.target.rank > b.target.rank
      let (ruler, other) = leftRules ? (a.target, b.target) : (b.target, a.target)
      var boundary = State()
      // Two that yield alike meet halfway; a consonant says how far it lets itself be drawn.
      boundary.formants =
        ruler.locus * (SIMD3(repeating: 1) - ruler.yielding) + other.formants * ruler.yielding
      boundary.bandwidths = (a.target.bandwidths + b.target.bandwidths) / 2
      boundary.nasality =
        max(a.target.nasality, b.target.nasality) * (a.target.nasality == b.target.nasality ? 1 : 0.75)
      let half = 0.5
      let before = min((leftRules ? ruler.within : ruler.beyond) * rate, Double(a.range.count) * half)
      let after = min((leftRules ? ruler.beyond : ruler.within) * rate, Double(b.range.count) * half)
      points.append(Point(sample: edge - before, state: state(a.target)))
      points.append(Point(sample: edge, state: boundary))
      points.append(Point(sample: edge + after, state: state(b.target)))
    }
    if let last = parts.last {
      points.append(Point(sample: Double(last.range.upperBound), state: state(last.target)))
    }
    voice = Self.ramps(parts.map { ($0.target.voice, $0.range) }, rise: 0.012 * rate, fall: 0.015 * rate)
    breath = Self.ramps(parts.map { ($0.target.breath, $0.range) }, rise: 0.012 * rate, fall: 0.012 * rate)
    for (target, range) in parts {
      if let noise = target.noise, target.noiseLevel > 0 {
        noises.append((range, noise, target.noiseLevel, target.voice > 0.05))
      }
    }
  }

  /// Levels with straight ramps across edges.
  private static func ramps(_ levels: [(value: Double, range: Range<Int>)], rise: Double, fall: Double)
    -> [(sample: Double, value: Double)]
  {
    var out: [(sample: Double, value: Double)] = [(0, levels.first?.value ?? 0)]
    for (a, b) in zip(levels, levels.dropFirst()) {
      let edge = Double(a.range.upperBound)
      let width = b.value > a.value ? rise : fall
      let before = min(width / 2, Double(a.range.count) / 2)
      let after = min(width / 2, Double(b.range.count) / 2)
      out.append((edge - before, a.value))
      out.append((edge + after, b.value))
    }
    return out
  }

  /// The state at a sample; samples have to be asked for in order.
  mutating func state(at sample: Int) -> State {
    let x = Double(sample)
    while cursor + 1 < points.count, points[cursor + 1].sample <= x { cursor += 1 }
    guard points.indices.contains(cursor) else { return State() }
    let a = points[cursor]
    guard cursor + 1 < points.count else { return a.state }
    let b = points[cursor + 1]
    let width = b.sample - a.sample
    guard width > 0 else { return b.state }
    let u = min(max((x - a.sample) / width, 0), 1)
    let w = u * u * (3 - 2 * u)
    return State(
      formants: a.state.formants + (b.state.formants - a.state.formants) * w,
      bandwidths: a.state.bandwidths + (b.state.bandwidths - a.state.bandwidths) * w,
      nasality: a.state.nasality + (b.state.nasality - a.state.nasality) * w)
  }
}

/// A line through points, read from left to right.
struct Polyline: Sendable {
  private let points: [(sample: Double, value: Double)]
  private let isSmooth: Bool
  private var cursor = 0

  /// - Parameter isSmooth: whether it leaves and reaches its points level.
  init(_ points: [(sample: Double, value: Double)], isSmooth: Bool = false) {
    self.points = points
    self.isSmooth = isSmooth
  }

  mutating func value(at x: Double) -> Double {
    while cursor + 1 < points.count, points[cursor + 1].sample <= x { cursor += 1 }
    guard points.indices.contains(cursor) else { return 0 }
    let a = points[cursor]
    guard cursor + 1 < points.count, x > a.sample else { return a.value }
    let b = points[cursor + 1]
    guard b.sample > a.sample else { return b.value }
    let u = (x - a.sample) / (b.sample - a.sample)
    return a.value + (b.value - a.value) * (isSmooth ? u * u * (3 - 2 * u) : u)
  }
}
