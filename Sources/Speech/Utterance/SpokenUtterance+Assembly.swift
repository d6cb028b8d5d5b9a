import Signals

extension SpokenUtterance {
  /// Puts an utterance together from its phones: syllables and words get the samples of what they consist of.
  init(
    samples: [Float], sampleRate: Double, source: [Unicode.Scalar], phones: [SpokenPhone],
    syllables: [SpokenSyllable], words: [SpokenWord]
  ) {
    self.init(
      samples: samples, sampleRate: sampleRate, source: source, words: words, syllables: syllables,
      phones: phones)
    fitSyllablesAndWords()
  }

  private mutating func fitSyllablesAndWords() {
    var ofSyllable = [Range<Int>?](repeating: nil, count: syllables.count)
    for phone in phones {
      guard let syllable = phone.syllable, syllables.indices.contains(syllable) else { continue }
      let start = ofSyllable[syllable]?.lowerBound ?? phone.samples.lowerBound
      ofSyllable[syllable] = start..<phone.samples.upperBound
    }
    var ofWord = [Range<Int>?](repeating: nil, count: words.count)
    for (index, range) in ofSyllable.enumerated() {
      guard let range else { continue }
      syllables[index].samples = range
      let word = syllables[index].word
      guard words.indices.contains(word) else { continue }
      ofWord[word] = (ofWord[word]?.lowerBound ?? range.lowerBound)..<range.upperBound
    }
    for (index, range) in ofWord.enumerated() { if let range { words[index].samples = range } }
  }

  /// The same at another rate; edges go to the nearest sample, and stay in order.
  func resampled(to rate: Double) -> SpokenUtterance {
    guard rate != sampleRate else { return self }
    var out = self
    out.samples = Resampler(from: sampleRate, to: rate).resample(samples)
    out.moveEdges(by: rate / sampleRate)
    out.sampleRate = rate
    return out
  }

  /// Time runs `factor` times as many samples; the last edge is the end of the samples.
  mutating func moveEdges(by factor: Double) {
    let old = phones.last?.samples.upperBound ?? 0
    let end = samples.count
    func moved(_ edge: Int) -> Int { edge >= old ? end : min(end, Int((Double(edge) * factor).rounded())) }
    func moved(_ range: Range<Int>) -> Range<Int> { moved(range.lowerBound)..<moved(range.upperBound) }
    for i in phones.indices { phones[i].samples = moved(phones[i].samples) }
    for i in syllables.indices { syllables[i].samples = moved(syllables[i].samples) }
    for i in words.indices { words[i].samples = moved(words[i].samples) }
  }

  /// Scales to a level of speech: the root mean square over everything but pauses, dB SPL (samples in pascals).
  mutating func setLevel(_ level: Double) {
    var sum = 0.0
    var count = 0
    for extent in spokenExtents {
      for i in extent where samples.indices.contains(i) { sum += Double(samples[i]) * Double(samples[i]) }
      count += extent.count
    }
    guard sum > 0, count > 0 else { return }
    let wanted = Levels.referencePressure * Decibels.amplitude(level)
    let gain = wanted / (sum / Double(count)).squareRoot()
    for i in samples.indices { samples[i] = Float(Double(samples[i]) * gain) }
  }
}
