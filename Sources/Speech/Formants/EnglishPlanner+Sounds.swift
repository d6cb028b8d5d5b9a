/// The sounds of a syllable, with their durations.
extension EnglishPlanner {
  func append(_ syllable: Syllable, _ context: Context, into plan: inout VocalPlan) {
    let index = plan.syllables.count - 1
    let sounds = syllable.onset + [syllable.nucleus] + syllable.coda
    let nucleus = syllable.onset.count
    for (i, sound) in sounds.enumerated() {
      let next = i + 1 < sounds.count ? sounds[i + 1] : context.next
      let previous = i > 0 ? sounds[i - 1].symbol : plan.phones.last?.symbol
      var parts: [VocalPlan.Part]
      if i == nucleus {
        parts = vowel(sound, context, coda: syllable.coda)
      } else {
        let isOnset = i < nucleus
        let inCluster = isOnset ? syllable.onset.count > 1 : syllable.coda.count > 1
        parts = consonant(
          sound.symbol, isOnset: isOnset, inCluster: inCluster, next: next, previous: previous,
          nucleus: syllable.nucleus,
          context)
      }
      if parts.allSatisfy({ $0.length == 0 }) { parts = [.init(target: .rest, length: 1)] }
      plan.phones.append(.init(symbol: sound.symbol, syllable: index, parts: parts))
    }
  }

  private func samples(_ seconds: Double) -> Int { max(1, Int((seconds * rate).rounded())) }

  private func vowel(_ vowel: Phoneme, _ context: Context, coda: [Phoneme]) -> [VocalPlan.Part] {
    let isReduced = context.stress == 0 && vowel.symbol == "AH"
    let name = isReduced ? "AX" : vowel.symbol
    guard let sound = EnglishSounds.vowels[name] else { return [] }
    var share = 1.0
    if context.stress == 0 { share *= 0.6 }
    if context.syllablesInWord > 1 { share *= 0.85 }
    if context.isPhraseEnd { share *= 1.4 } else { share *= 0.8 }
    let after = coda.first?.symbol
    if let after {
      if ARPAbet.voiceless.contains(after) { share *= context.isPhraseEnd ? 0.7 : 0.8 }
      if ["V", "DH", "Z", "ZH"].contains(after), context.isPhraseEnd { share *= 1.2 }
    }
    let least = context.stress == 0 ? sound.least * 0.7 : sound.least
    let length = (max(0.2, share) * (sound.length - least) + least) * stretch
    guard let end = sound.end else { return [.init(target: sound.start, length: samples(length))] }
    var first = sound.start
    var second = end
    // A diphthong glides through most of its length.
    first.within = length * 0.35
    first.beyond = length * 0.3
    second.within = length * 0.3
    second.beyond = length * 0.35
    return [
      .init(target: first, length: samples(length * 0.55)),
      .init(target: second, length: samples(length * 0.45)),
    ]
  }

  private func consonant(
    _ symbol: String, isOnset: Bool, inCluster: Bool, next: Phoneme?, previous: String?, nucleus: Phoneme,
    _ context: Context
  ) -> [VocalPlan.Part] {
    var share = inCluster ? 0.7 : 1.0
    if context.stress == 0 { share *= 0.75 }
    if context.isPhraseEnd, !isOnset { share *= 1.3 }
    if let sound = EnglishSounds.continuants[symbol] {
      let length = (max(0.2, share) * (sound.length - sound.least) + sound.least) * stretch
      var target = sound.target
      // A dark l behind vowels.
      if symbol == "L", !isOnset { target.formants = [420, 850, 2700] }
      if symbol == "L", !isOnset { target.locus = target.formants }
      // Sounds with voice lose it before a pause and beside voiceless ones.
      if ["Z", "V", "ZH", "DH"].contains(symbol),
        next == nil || ARPAbet.voiceless.contains(next?.symbol ?? "")
      {
        target.voice *= 0.3
      }
      return [.init(target: target, length: samples(length))]
    }
    guard let stop = EnglishSounds.stops[symbol] else { return [] }
    let length = (max(0.2, share) * (stop.length - stop.least) + stop.least) * stretch
    // Velars move with the vowel.
    let isBack =
      ["AA", "AO", "OW", "UW", "UH", "OY", "AH", "AW"].contains(nucleus.symbol) || next?.symbol == "W"
    let place = stop.place == .velar && isBack ? EnglishSounds.Place.velarBack : stop.place
    let burst = stop.place == .velar && isBack ? NoiseColour.velarBurstBack : stop.burst
    var closure = EnglishSounds.obstruent(place, rank: 26)
    let isBehindVoice =
      previous.map { !ARPAbet.voiceless.contains($0) && $0 != SpokenPhone.pauseSymbol } ?? false
    if stop.isVoiced, isBehindVoice { closure.voice = 0.24 }
    let isFlap =
      (symbol == "T" || symbol == "D") && isOnset && !context.isWordStart && context.stress == 0
      && previous.map { ARPAbet.vowels.contains($0) || $0 == "R" } ?? false && next?.isVowel ?? false
    if isFlap {
      closure.voice = 0.3
      closure.beyond = 0.03
      return [.init(target: closure, length: samples(0.028 * stretch))]
    }
    var release = closure
    release.voice = stop.isVoiced ? 0.25 : 0
    release.noise = burst
    release.noiseLevel = stop.burstLevel
    if let friction = stop.friction {
      var noise = release
      noise.noise = friction.colour
      noise.noiseLevel = friction.level
      noise.voice = stop.isVoiced ? 0.2 : 0
      return [
        .init(target: closure, length: samples(length * 0.45)),
        .init(target: noise, length: samples(length * 0.55)),
      ]
    }
    // Before another obstruent the tongue does not let go.
    let isHeld = next.map { !$0.isVowel && (EnglishSounds.stops[$0.symbol] != nil) } ?? false
    if isHeld { return [.init(target: closure, length: samples(length))] }
    let burstLength = stop.isVoiced ? 0.008 : 0.012
    var parts: [VocalPlan.Part] = [
      .init(target: closure, length: samples(max(0.02, length - burstLength))),
      .init(target: release, length: samples(burstLength)),
    ]
    if !stop.isVoiced {
      // Breath until the voice sets in: long in stressed onsets, short behind s and elsewhere.
      let isAspirated = isOnset && previous != "S" && (context.stress > 0 || context.isWordStart)
      let breath = isAspirated ? 0.045 : next == nil ? 0.03 : 0.014
      // Breath behind t still hisses at the teeth.
      var air = EnglishSounds.breath(0.14)
      if symbol == "T" {
        air.noise = burst
        air.noiseLevel = 0.1
      }
      parts.append(.init(target: air, length: samples(breath * stretch.squareRoot())))
    }
    return parts
  }
}
