/// Sentences that a space says in more than one way.
package struct Ambiguity: Sendable {
  /// Derivations that are looked at: all of a space up to so many, beyond that a sample of each intent.
  package static let exhaustiveLimit = 1_000_000
  static let sampleSize = 20_000

  /// One text of two derivations.
  package struct Clash: Sendable {
    package var text: String
    /// Sentence templates.
    package var first: String
    package var second: String
  }

  /// Derivations looked at, and how many different texts they have.
  package private(set) var examined = 0
  package private(set) var distinct = 0
  /// Whether every derivation was looked at.
  package let isExhaustive: Bool
  /// Texts that two intents share, at most ten: a classifier cannot learn which is meant.
  package private(set) var betweenIntents: [Clash] = []
  /// Texts that one intent says twice, at most ten.
  package private(set) var withinIntents: [Clash] = []
  package private(set) var betweenCount = 0
  package private(set) var withinCount = 0

  /// - Parameter language: by number, which sentences are compared.
  package init(of space: DerivationSpace, language: Int = 0, seed: UInt64 = 1) {
    let size = space.count.word
    isExhaustive = size.map { $0 <= UInt64(Self.exhaustiveLimit) } ?? false
    var derivation = Derivation(for: space)
    var realiser = Realiser(space)
    var sample = RealisedSample(for: space)
    var known: [ArraySlice<UInt8>: (template: Int32, intent: Int32)] = [:]
    func look() {
      realiser.realise(derivation, into: &sample)
      guard language < sample.count else { return }
      let text = sample.texts[language]
      examined += 1
      guard let before = known[text.bytes[...]] else {
        known[text.bytes[...]] = (text.template, sample.intent)
        distinct += 1
        return
      }
      let clash = Clash(
        text: text.string, first: space.templates[Int(before.template)].name,
        second: space.templates[Int(text.template)].name)
      if before.intent == sample.intent {
        withinCount += 1
        if withinIntents.count < 10 { withinIntents.append(clash) }
      } else {
        betweenCount += 1
        if betweenIntents.count < 10 { betweenIntents.append(clash) }
      }
    }
    if isExhaustive {
      for rank in 0..<(size ?? 0) {
        space.unrank(rank, into: &derivation)
        look()
      }
      return
    }
    for intent in space.intents where intent.node >= 0 {
      let count = space.count(of: intent.node)
      let permutation = LargePermutation(size: count, seed: seed)
      let wanted = min(Self.sampleSize, Int(clamping: count.word ?? .max))
      for index in 0..<wanted {
        derivation.reset()
        space.unrank(intent.node, permutation[Natural(index)], &derivation)
        look()
      }
    }
  }
}
