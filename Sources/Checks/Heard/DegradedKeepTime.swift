import Annotations
import VectorMath
import WorldModel

/// Invariant A8: a degraded recording is its clean partner, at the same time.
///
/// Both are compared after a first difference, which weighs high frequencies as much as low ones: no shift may bring them
/// nearer to each other than none. A clean sound whose partner is played at another speed is read at that speed, its label
/// carried over; where pitch was changed, loudness over time is compared.
struct DegradedKeepTime: SampleCheck {
  static let rule = CheckRule(
    id: "audio-08", name: "degraded-keep-time",
    summary:
      "Degraded recordings have a clean partner with the same events (at the speed that their label says), are most like it without any shift, and have lost what their label says, within 0.05 dB.",
    unit: "recordings", labels: [RecordingLabel.name])

  /// Samples of shift that are tried to either side, and of the sound that is compared.
  private static let reach = 1200
  private static let most = 32_768

  func examine(_ sample: Sample) -> CheckFinding {
    var finding = CheckFinding()
    for recording in sample.recordings {
      guard let label = recording.labels[RecordingLabel.self], let chain = label.degradation else { continue }
      finding.applied += 1
      let heard = HeardRecording(sample: sample.index, recording: recording, label: label)
      guard let partner = sample.recordings.first(where: { $0.sensor == chain.clean }),
        let truth = partner.labels[RecordingLabel.self], truth.degradation == nil,
        partner.channels.count == recording.channels.count, partner.rate == recording.rate,
        zip(partner.channels, recording.channels).allSatisfy({ clean, mine in
          chain.isAsLong(mine.count, as: clean.count)
        })
      else {
        finding.fail(
          heard.violation("its partner", found: chain.clean, expected: "a clean recording as long and fast"))
        continue
      }
      let factor = chain.factor
      let expected = factor == 1 ? truth : truth.played(factor, count: label.count)
      finding.expect(
        label.events == expected.events && label.start == truth.start
          && label.microphones == expected.microphones,
        heard.violation("events", found: "others than those of \(chain.clean)", expected: "the same"))
      let length = recording.channels.first?.count ?? 0
      let clean =
        factor == 1 ? partner.channels : partner.channels.prefix(1).map { Self.read($0, factor, length) }
      examine(chain, heard, clean, into: &finding)
    }
    if finding.applied == 0 { finding.skip(["degraded recordings"]) }
    return finding
  }

  private func examine(
    _ chain: RecordedDegradation, _ heard: HeardRecording, _ clean: [[Float]],
    into finding: inout CheckFinding
  ) {
    let count = heard.label.count
    for step in chain.steps {
      let isInOrder = zip(step.gaps, step.gaps.dropFirst()).allSatisfy { $0.end < $1.start }
      let fits = step.gaps.allSatisfy { 0 <= $0.start && $0.start < $0.end && $0.end <= count }
      finding.expect(
        isInOrder && fits && (step.effect == "gaps" || step.gaps.isEmpty)
          && step.marks.allSatisfy { 0 <= $0 && $0 < count },
        heard.violation(step.kind, found: "gaps or marks out of place", expected: "in order, within \(count)")
      )
    }
    guard let mine = heard.recording.channels.first, let own = clean.first, mine.count == own.count else {
      return
    }
    let onset = heard.label.events.filter { !$0.isBackground }.compactMap(\.onsets.first).min() ?? 0
    let isSung = chain.steps.contains { $0.kind == "pitch" }
    let best =
      isSung
      ? Self.bestShift(
        of: Self.loudness(mine), against: Self.loudness(own),
        from: min(max(onset, 0), own.count) / Self.block,
        reach: Self.reach / Self.block)
      : Self.bestShift(of: mine, against: own, from: min(max(onset, 0), own.count), reach: Self.reach)
    if let (shift, gain) = best {
      finding.expect(
        gain < 1,
        heard.violation(
          "its time", found: "most like the clean sound \(shift) \(isSung ? "blocks" : "samples") on",
          expected: "at 0"))
    }
    if let said = chain.distortion, let found = Self.distortion(own, mine) {
      finding.expect(
        (said - found).magnitude < 0.05,
        heard.violation("distortion", found: "\(said) dB", expected: "\(found)"))
    }
  }

  /// Samples whose loudness is one value.
  private static let block = 32

  private static func loudness(_ x: [Float]) -> [Float] {
    stride(from: 0, to: x.count - block + 1, by: block).map { start in
      x[start..<start + block].reduce(Float(0)) { $0 + $1 * $1 }.squareRoot()
    }
  }

  /// A signal at another speed, in straight lines from sample to sample.
  private static func read(_ x: [Float], _ factor: Double, _ count: Int) -> [Float] {
    (0..<max(0, count)).map { n in
      let place = Double(n) * factor
      let low = Int(place)
      guard low >= 0, low + 1 < x.count else { return x.indices.contains(low) ? x[low] : 0 }
      return x[low] + (x[low + 1] - x[low]) * Float(place - Double(low))
    }
  }

  /// Where the two are most alike, and how much that exceeds what chance makes of no shift; `nil` where they have too little in
  /// common to tell.
  private static func bestShift(
    of sound: [Float], against clean: [Float], from onset: Int, reach: Int
  ) -> (shift: Int, excess: Float)? {
    let from = max(onset - 1, reach + 1)
    let to = min(from + most, clean.count - reach)
    guard to - from > 1000 else { return nil }
    let a = (from..<to).map { clean[$0] - clean[$0 - 1] }
    let b = (from - reach..<to + reach).map { sound[$0] - sound[$0 - 1] }
    let width = 2 * reach + 1
    var products = [Float](repeating: 0, count: width)
    products.withUnsafeMutableBufferPointer { products in
      b.withUnsafeBufferPointer { b in
        for n in a.indices where a[n] != 0 {
          let x = a[n]
          for lag in 0..<width { products[lag] += x * b[n &+ lag] }
        }
      }
    }
    let energy = a.reduce(Float(0)) { $0 + $1 * $1 } * b.reduce(Float(0)) { $0 + $1 * $1 }
    let chance = energy.squareRoot() / Float(a.count).squareRoot()
    guard let best = products.indices.max(by: { products[$0] < products[$1] }),
      products[best] > 12 * chance
    else { return nil }
    let allowed = 0.02 * products[best] + 4 * chance
    return (best - reach, (products[best] - products[reach]) / allowed)
  }

  /// Energy of the degraded sound along the clean one to that across it: by cosines, dB.
  private static func distortion(_ clean: [Float], _ sound: [Float]) -> Double? {
    var (own, mine, both) = (0.0, 0.0, 0.0)
    for (x, y) in zip(clean, sound) {
      own += Double(x) * Double(x)
      mine += Double(y) * Double(y)
      both += Double(x) * Double(y)
    }
    guard own > 0, mine > 0 else { return nil }
    let square = both / own * (both / mine)
    // Beyond 90 dB the rest is rounding.
    guard square > 0, 1 - square > 1e-9 else { return nil }
    return 10 * DeterministicMath.log(square / (1 - square)) / 2.302585092994046
  }
}

extension RecordedDegradation {
  /// How many times as fast as the clean sound it is played, within what recipes can ask for.
  fileprivate var factor: Double {
    let all = steps.filter { $0.effect == "scaled" }
      .compactMap { step in step.parameters.first { $0.name == "factor" }?.number }
    return min(max(all.reduce(1, *), 1e-4), 1e4)
  }

  /// Each change of speed rounds up to a whole sample.
  fileprivate func isAsLong(_ count: Int, as clean: Int) -> Bool {
    let changes = steps.count { $0.effect == "scaled" }
    guard changes > 0 else { return count == clean }
    return (Double(count) - Double(clean) / factor).magnitude <= 1.01 + 2 * Double(changes - 1)
  }
}
