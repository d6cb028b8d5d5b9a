/// Plans English words as sounds with durations and pitch.
///
/// Durations follow Klatt (1979): what a rule leaves of a sound's length beyond its least. Pitch falls through a
/// phrase, rises on stressed syllables of words that carry meaning, and ends low in statements, high in questions.
struct EnglishPlanner {
  let rate: Double
  /// Multiplies durations.
  let stretch: Double
  /// Semitones.
  let range: Double

  /// Words that carry no accent.
  private static let weak: Set<String> = [
    "a", "an", "the", "of", "to", "in", "on", "at", "for", "and", "or", "but", "is", "are", "was", "were",
    "be",
    "been", "am", "it", "its", "he", "she", "we", "you", "i", "they", "them", "him", "her", "me", "us", "my",
    "your",
    "our", "their", "his", "as", "by", "with", "from", "that", "than", "can", "could", "will", "would",
    "shall",
    "should", "do", "does", "did", "has", "have", "had", "if", "so", "per", "this", "it's", "i'm",
  ]

  /// A syllable while it is planned.
  struct Syllable {
    var onset: [Phoneme] = []
    var nucleus: Phoneme
    var coda: [Phoneme] = []
  }

  /// Consonants that can begin an English syllable together.
  private static let onsets: Set<String> = Set(
    """
    P L,P R,P Y,B L,B R,B Y,T R,T W,D R,D W,K L,K R,K W,K Y,G L,G R,G W,F L,F R,F Y,TH R,TH W,SH R,HH Y,M Y,N Y,V Y,\
    S P,S T,S K,S M,S N,S L,S W,S F,S P L,S P R,S T R,S K R,S K W,S P Y,S K Y
    """
    .split(separator: ",").map(String.init))

  /// Divides a pronunciation into syllables, as many consonants as can begin one going to the next vowel.
  static func syllables(of phones: [Phoneme]) -> [Syllable] {
    var out: [Syllable] = []
    var pending: [Phoneme] = []
    for phone in phones {
      guard phone.isVowel else {
        pending.append(phone)
        continue
      }
      if out.isEmpty {
        out.append(Syllable(onset: pending, nucleus: phone))
      } else {
        var split = pending.count
        for start in pending.indices.reversed() {
          let cluster = pending[start...].map(\.symbol)
          let fits = cluster.count == 1 ? cluster != ["NG"] : onsets.contains(cluster.joined(separator: " "))
          if !fits { break }
          split = start
        }
        out[out.count - 1].coda += pending[..<split]
        out.append(Syllable(onset: Array(pending[split...]), nucleus: phone))
      }
      pending = []
    }
    if out.isEmpty, let first = pending.first {
      // A word without a vowel, such as `hm`: a weak vowel carries it.
      return [
        Syllable(onset: [first], nucleus: Phoneme(symbol: "AH", stress: 0), coda: Array(pending.dropFirst()))
      ]
    }
    if !pending.isEmpty { out[out.count - 1].coda += pending }
    return out
  }

  /// The pronunciation of a word within a sentence: `the` and `to` before vowels.
  static func phones(_ word: ReadWord, beforeVowel: Bool) -> [Phoneme] {
    switch word.sound {
    case .letter(let letter): return Phoneme.list(ARPAbet.letterNames[letter] ?? "AH0")
    case .english("the") where beforeVowel: return Phoneme.list("DH IY0")
    case .english(let text): return EnglishLexicon.standard.pronunciation(of: text)
    case .mandarin: return []
    }
  }

  /// Appends the words of one phrase (between pauses) to a plan.
  func plan(_ words: [ReadWord], isLast: Bool, into plan: inout VocalPlan) {
    let isQuestion = words.last?.endsQuestion ?? false
    var contour: [(sample: Int, semitones: Double)] = []
    let start = plan.length
    var pronunciations: [[Phoneme]] = []
    for word in words.reversed() {
      let next = pronunciations.last?.first?.isVowel ?? false
      pronunciations.append(Self.phones(word, beforeVowel: next))
    }
    pronunciations.reverse()
    let accents = words.map { word in
      if case .english(let text) = word.sound { return !Self.weak.contains(text) }
      return true
    }
    let lastAccent = accents.lastIndex(of: true) ?? max(0, words.count - 1)
    var accentCount = 0
    for (w, word) in words.enumerated() {
      let syllables = Self.syllables(of: pronunciations[w])
      guard !syllables.isEmpty else { continue }
      plan.words.append(.init(text: word.text, source: word.source))
      let hasAccent = accents[w]
      let main = syllables.firstIndex { $0.nucleus.stress == 1 } ?? 0
      for (s, syllable) in syllables.enumerated() {
        let isPhraseEnd = w == words.count - 1 && s == syllables.count - 1
        var next: Phoneme?
        if s + 1 < syllables.count {
          next = syllables[s + 1].onset.first ?? syllables[s + 1].nucleus
        } else if w + 1 < words.count {
          next = pronunciations[w + 1].first
        }
        let stress = hasAccent || syllables.count > 1 ? syllable.nucleus.stress ?? 0 : 0
        let symbols = (syllable.onset + [syllable.nucleus] + syllable.coda).map(\.symbol)
        plan.syllables.append(
          .init(
            text: symbols.joined(separator: "-"), source: word.source, word: plan.words.count - 1,
            stress: syllable.nucleus.stress ?? 0))
        let context = Context(
          stress: stress, isPhraseEnd: isPhraseEnd, syllablesInWord: syllables.count, next: next,
          isWordStart: s == 0)
        let before = plan.length
        append(syllable, context, into: &plan)
        if hasAccent, s == main {
          // On the vowel, past its middle.
          let peak = before + (plan.length - before) * 55 / 100
          accentCount += 1
          if w == lastAccent, isQuestion {
            contour.append((peak, -0.3 * range))
          } else {
            // The first accent of a phrase stands out, then the last.
            let height = (accentCount == 1 ? 0.8 : w == lastAccent ? 0.7 : 0.55) * range
            contour.append((before, 0))
            contour.append((peak, height))
            contour.append((plan.length + Int(0.05 * rate), 0))
          }
        }
      }
    }
    let end = plan.length
    // Falls through the phrase.
    let fall = min(1, Double(end - start) / rate / 1.5) * 0.75 * range
    func slope(_ sample: Int) -> Double {
      0.35 * range - fall * Double(sample - start) / Double(max(1, end - start))
    }
    plan.pitch.append((start, slope(start)))
    var last = start
    for point in contour where point.sample > last && point.sample < end {
      plan.pitch.append((point.sample, slope(point.sample) + point.semitones))
      last = point.sample
    }
    let final = isQuestion ? 1.1 * range : isLast ? -0.6 * range : -0.15 * range
    plan.pitch.append((end, slope(end) + final))
  }

  struct Context {
    var stress: Int
    var isPhraseEnd: Bool
    var syllablesInWord: Int
    /// The sound behind the syllable.
    var next: Phoneme?
    var isWordStart: Bool
  }
}
