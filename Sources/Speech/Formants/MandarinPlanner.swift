import Mandarin

/// Plans words of Mandarin as initials and finals with durations, tones after sandhi, and pitch.
///
/// Pitch heads for tone targets on Chao's scale of five levels (1930): 55, 35, 21 (214 before a pause), 51, and for the
/// neutral tone a height that follows from the tone before it. The whole sinks slowly through a phrase.
struct MandarinPlanner {
  let rate: Double
  /// Multiplies durations.
  let stretch: Double
  /// Semitones from the middle of the voice to either end.
  let range: Double

  /// A syllable with its tones.
  private struct Spoken {
    var syllable: ReadWord.Syllable
    var tone: Int
    var word: Int
  }

  /// Appends the words of one phrase (between pauses) to a plan: all are Mandarin.
  func plan(_ words: [ReadWord], into plan: inout VocalPlan, isPhraseEnd endsPhrase: Bool) {
    var spoken: [Spoken] = []
    var groups: [[ToneSandhi.Syllable]] = []
    for word in words {
      guard case .mandarin(let syllables) = word.sound else { continue }
      groups.append(
        syllables.map { ToneSandhi.Syllable(character: $0.character, tone: $0.tone, isFixed: $0.isFixed) })
    }
    let tones = ToneSandhi.spoken(groups)
    var group = 0
    for word in words {
      guard case .mandarin(let syllables) = word.sound else { continue }
      plan.words.append(.init(text: word.text, source: word.source))
      for (i, syllable) in syllables.enumerated() {
        spoken.append(Spoken(syllable: syllable, tone: tones[group][i], word: plan.words.count - 1))
      }
      group += 1
    }
    let isQuestion = words.last?.endsQuestion ?? false
    var previousTone = 0
    for (i, item) in spoken.enumerated() {
      let isEnd = endsPhrase && i == spoken.count - 1
      append(
        item.syllable, tone: item.tone, word: item.word, previousTone: previousTone,
        next: i + 1 < spoken.count ? spoken[i + 1].tone : nil,
        sink: min(1, 0.12 * Double(i)) - (isEnd && isQuestion ? 0.9 : 0), isEnd: isEnd, into: &plan)
      previousTone = item.tone
    }
  }

  private func samples(_ seconds: Double) -> Int { max(1, Int((seconds * rate).rounded())) }

  private func append(
    _ syllable: ReadWord.Syllable, tone: Int, word: Int, previousTone: Int, next: Int?, sink: Double,
    isEnd: Bool,
    into plan: inout VocalPlan
  ) {
    // Readings are of syllables that exist; others would have been refused.
    guard let parts = PinyinSyllable(syllable.spelling, tone: tone) else { return }
    let index = plan.syllables.count
    plan.syllables.append(
      .init(
        text: syllable.spelling, source: syllable.source, word: word, tone: tone, writtenTone: syllable.tone))
    let lengthFactor: Double =
      switch tone {
      case 3: isEnd ? 1.3 : 1.02
      case 4: 0.92
      case 5: 0.62
      case 2: 1.06
      default: 1
      }
    let final = MandarinSounds.finals[parts.final] ?? []
    let isBack = final.first.map { ["u", "U", "o", "A", "e"].contains($0.quality) } ?? false
    if !parts.initial.isEmpty {
      let initial = self.initial(parts.initial, isBack: isBack, isNeutral: tone == 5)
      plan.phones.append(.init(symbol: parts.initial, syllable: index, parts: initial))
    }
    let start = plan.length
    // Three parts need a little more than one.
    let base = 0.15 + 0.022 * Double(final.count)
    let length = base * lengthFactor * (isEnd ? 1.3 : 1) * stretch
    var rime: [VocalPlan.Part] = []
    for (i, (quality, share)) in final.enumerated() {
      guard var target = MandarinSounds.qualities[quality] else { continue }
      if target.nasality == 0 {
        // Within a final the mouth never rests.
        if i > 0 { target.within = length * share * 0.5 }
        if i + 1 < final.count { target.beyond = length * final[i + 1].share * 0.4 }
      }
      rime.append(.init(target: target, length: samples(length * share)))
    }
    if rime.isEmpty { rime = [.init(target: .rest, length: 1)] }
    plan.phones.append(.init(symbol: parts.final, syllable: index, parts: rime))
    appendPitch(
      tone, from: start, to: plan.length, previousTone: previousTone, next: next, sink: sink, isEnd: isEnd,
      &plan)
  }

  private func initial(_ name: String, isBack: Bool, isNeutral: Bool) -> [VocalPlan.Part] {
    let factor = stretch * (isNeutral ? 0.8 : 1)
    if let (target, length) = MandarinSounds.continuants[name] {
      return [.init(target: target, length: samples(length * factor))]
    }
    guard let stop = MandarinSounds.stops[name] else { return [.init(target: .rest, length: 1)] }
    let isVelar = stop.place == .velar
    let place = isVelar && isBack ? EnglishSounds.Place.velarBack : stop.place
    let closure = EnglishSounds.obstruent(place, rank: 26)
    var parts = [VocalPlan.Part(target: closure, length: samples(stop.closure * factor))]
    if let burst = stop.burst {
      var release = closure
      release.noise = isVelar && isBack ? .velarBurstBack : burst.colour
      release.noiseLevel = burst.level
      parts.append(.init(target: release, length: samples(0.01)))
    }
    if let friction = stop.friction {
      var noise = closure
      noise.noise = friction.colour
      noise.noiseLevel = friction.level
      parts.append(.init(target: noise, length: samples(friction.length * factor)))
    }
    if stop.breath > 0 {
      parts.append(.init(target: EnglishSounds.breath(0.15), length: samples(stop.breath * factor)))
    }
    return parts
  }

  /// Levels (1 to 5) at shares of the final.
  private static func levels(_ tone: Int, previousTone: Int, next: Int?, isEnd: Bool) -> [(
    share: Double, level: Double
  )] {
    switch tone {
    case 1: [(0.15, 4.9), (0.95, 4.9)]
    case 2: [(0.12, 2.9), (0.35, 2.8), (0.97, 4.9)]
    case 3 where isEnd || next == nil: [(0.12, 2.3), (0.55, 1), (0.97, 3.3)]
    case 3: [(0.12, 2.2), (0.7, 1.1), (0.97, 1.15)]
    case 4: [(0.12, 5.1), (0.95, 1.2)]
    default:
      switch previousTone {
      case 1: [(0.2, 2.8), (0.95, 2)]
      case 2: [(0.2, 3.2), (0.95, 2.3)]
      case 3: [(0.2, 3.4), (0.95, 3.8)]
      case 4: [(0.2, 1.8), (0.95, 1.1)]
      default: [(0.2, 3), (0.95, 2.5)]
      }
    }
  }

  private func appendPitch(
    _ tone: Int, from start: Int, to end: Int, previousTone: Int, next: Int?, sink: Double, isEnd: Bool,
    _ plan: inout VocalPlan
  ) {
    for (share, level) in Self.levels(tone, previousTone: previousTone, next: next, isEnd: isEnd) {
      let sample = start + Int(share * Double(end - start))
      // The top sinks more than the bottom.
      let sunk = level - sink * (level > 2 ? 0.8 : 0.4)
      if let last = plan.pitch.last, last.sample >= sample { continue }
      plan.pitch.append((sample, (sunk - 3) / 2 * range))
    }
  }
}
