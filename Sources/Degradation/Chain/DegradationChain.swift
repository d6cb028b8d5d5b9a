import Annotations
package import LocatedYAML
package import RandomStreams
import Signals
package import WorldModel

/// What happens to recordings, step by step, in a recipe.
package struct DegradationChain: Sendable {
  enum Step: Sendable {
    case always(any Degradation)
    case sometimes(Sometimes)
  }

  let steps: [Step]

  init(_ steps: [Step]) { self.steps = steps }

  /// Steps that always happen.
  package init(_ steps: [any Degradation]) { self.steps = steps.map { .always($0) } }

  package var isEmpty: Bool { steps.isEmpty }

  /// A list of steps in a recipe: each is one key of the catalog with its fields, or `sometimes`.
  package static var form: Form<[DegradationChain]> {
    let certain = DegradationCatalog.all.map { always($0) }
    let sometimes = Case<DegradationChain>(Sometimes.name, Sometimes.self) {
      DegradationChain([Step.sometimes($0)])
    }
    return .list(of: .oneOf(certain + [sometimes]), count: 0...16)
  }

  private static func always<D: Degradation>(_ type: D.Type) -> Case<DegradationChain> {
    Case(D.name, type) { DegradationChain([Step.always($0)]) }
  }

  /// One chain after another.
  package init(joining chains: [DegradationChain]) { steps = chains.flatMap(\.steps) }

  /// The sensor of what comes out of the chain, beside the clean sensor.
  package static func name(of sensor: String) -> String { sensor + "-degraded" }

  /// The recording with all steps done to it, its own sensor, the labels of the clean one and that of the chain. Stems stay
  /// with the clean one: what does not add up has none.
  ///
  /// - Parameters:
  ///   - stream: of this recording alone.
  ///   - index: of the sample, which sequences in recipes follow.
  /// - Throws: `.badInput` where a step cannot be done, e.g. by a codec that the system does not have.
  package func degraded(
    _ clean: Sample.Recording, stream: RandomStream, index: Int
  ) throws -> Sample.Recording? {
    guard var label = clean.labels[RecordingLabel.self] else { return nil }
    let heard = label.events.filter { !$0.isBackground }
    let from = heard.compactMap { $0.onsets.first }.min() ?? 0
    let to = heard.compactMap { $0.offsets.first }.max() ?? label.count
    var sound = DegradedSound(
      channels: clean.channels, rate: clean.rate, active: from..<max(from, to), array: label.microphones,
      soundSpeed: label.space.soundSpeed)
    var done: [RecordedDegradation.Step] = []
    for (number, step) in steps.enumerated() {
      let own = stream.child(number)
      let before = sound.factor
      let made = try apply(step, to: &sound, own, index: index)
      if sound.factor != before {
        let factor = sound.factor / before
        sound.play(factor)
        for i in done.indices { done[i].play(factor, count: sound.count) }
      }
      if let made { done.append(made) }
    }
    // Files hold less than full scale, on a grid of 24 bits.
    let peak = sound.peak
    let most = 1 - 0x1p-20
    let gain = peak > most ? most / peak : 1
    let channels = sound.channels.map { channel in
      channel.map { Float((Double($0) * gain * 0x1p23).rounded(.toNearestOrEven) * 0x1p-23) }
    }
    if sound.factor != 1 { label = label.played(sound.factor, count: sound.count) }
    label.pascals /= gain
    label.loudness = Loudness(Array(channels.prefix(1)), rate: Double(clean.rate)).integrated
    label.truePeak =
      channels.contains { Levels.peak($0) > 0 } ? channels.map(TruePeak.decibels).max() : nil
    label.degradation = RecordedDegradation(
      clean: clean.sensor, steps: done, gain: gain,
      distortion: sound.factor == 1
        ? Self.distortion(of: channels.first ?? [], from: clean.channels.first ?? []) : nil)
    var labels = clean.labels
    labels.set(label)
    return Sample.Recording(
      sensor: Self.name(of: clean.sensor), rate: clean.rate, channels: channels, labels: labels)
  }

  private func apply(
    _ step: Step, to sound: inout DegradedSound, _ stream: RandomStream, index: Int
  ) throws -> RecordedDegradation.Step? {
    let kind: any Degradation
    switch step {
    case .always(let step): kind = step
    case .sometimes(let some):
      var draws = Draws(stream: stream, below: "sometimes", index: index)
      let chance = draws.draw(some.chance, "chance")
      var coin = draws.stream("coin")
      guard coin.bool(probability: chance) else { return nil }
      kind = some.step
    }
    var chance = StepChance(stream.child(type(of: kind).name), index: index)
    (sound.gaps, sound.marks) = ([], [])
    try kind.apply(to: &sound, &chance)
    return RecordedDegradation.Step(
      kind: type(of: kind).name, effect: type(of: kind).effect.rawValue, parameters: chance.parameters,
      gaps: sound.gaps.map { .init(start: $0.lowerBound, end: $0.upperBound) }, marks: sound.marks)
  }

  /// The ratio of what is left of the clean sound to all else, whatever its gain (scale-invariant, Le Roux et al. 2019), dB;
  /// `nil` where either is silent or nothing was changed.
  static func distortion(of degraded: [Float], from clean: [Float]) -> Double? {
    guard degraded.count == clean.count else { return nil }
    var (product, energy) = (0.0, 0.0)
    for n in clean.indices {
      product += Double(clean[n]) * Double(degraded[n])
      energy += Double(clean[n]) * Double(clean[n])
    }
    guard energy > 0, product != 0 else { return nil }
    let gain = product / energy
    var rest = 0.0
    for n in clean.indices {
      let other = Double(degraded[n]) - gain * Double(clean[n])
      rest += other * other
    }
    return rest > 0 ? Decibels.ofPower(gain * gain * energy / rest) : nil
  }
}

extension DegradedSound {
  /// Carries places in samples to where they are when all is played `factor` times as fast.
  fileprivate mutating func play(_ factor: Double) {
    func place(_ n: Int) -> Int { min(max(RecordingLabel.place(of: n, playedAt: factor), 0), count) }
    active = place(active.lowerBound)..<place(active.upperBound)
  }
}

extension RecordedDegradation.Step {
  fileprivate mutating func play(_ factor: Double, count: Int) {
    func place(_ n: Int) -> Int { min(RecordingLabel.place(of: n, playedAt: factor), count) }
    for i in gaps.indices {
      gaps[i].start = place(gaps[i].start)
      gaps[i].end = max(gaps[i].start, place(gaps[i].end))
    }
    // What two gaps had between them may be less than a sample now.
    gaps.removeAll { $0.start == $0.end }
    for i in gaps.indices.dropFirst().reversed() where gaps[i].start <= gaps[i - 1].end {
      gaps[i - 1].end = gaps[i].end
      gaps.remove(at: i)
    }
    marks = marks.map { min(place($0), max(0, count - 1)) }
  }
}
