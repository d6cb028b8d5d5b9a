import RandomStreams
import Speech
import Testing

/// Pronunciations against those of another dictionary: the one that the recorded voices use.
@Suite struct PronunciationTests {
  private static func other(_ words: [String]) throws -> [[String]] {
    let u = try FliteSynthesizer().speak(
      SpeechRequest(
        words.joined(separator: " "), .english, speaker: .reference, stream: RandomStream(seed: 1)))
    return words.indices.map { word in
      u.phones.filter { phone in phone.syllable.map { u.syllables[$0].word == word } ?? false }.map(\.symbol)
    }
  }

  /// Levenshtein distance.
  private static func distance(_ a: [String], _ b: [String]) -> Int {
    var row = Array(0...b.count)
    for (i, x) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, y) in b.enumerated() {
        let next = min(diagonal + (x == y ? 0 : 1), row[j] + 1, row[j + 1] + 1)
        diagonal = row[j + 1]
        row[j + 1] = next
      }
    }
    return row[b.count]
  }

  /// Weak vowels are written in several ways.
  private static func plain(_ symbols: [String]) -> [String] {
    symbols.map { ["AX", "IH"].contains($0) ? "AH" : $0 }
  }

  private static func errors(_ words: [String]) throws -> (share: Double, worst: [String]) {
    var (errors, count) = (0, 0)
    var worst: [String] = []
    for (word, theirs) in zip(words, try other(words)) {
      let ours = EnglishLexicon.standard.pronunciation(of: word).map(\.symbol)
      let d = distance(plain(ours), plain(theirs))
      errors += d
      count += theirs.count
      if d > 1 { worst.append("\(word): \(ours.joined(separator: " ")) / \(theirs.joined(separator: " "))") }
    }
    return (Double(errors) / Double(max(1, count)), worst)
  }

  @Test func wordsOfTheListAgree() throws {
    let words = EnglishLexicon.standard.words.filter { !$0.contains("'") && $0.count > 2 }
    let some = stride(from: 0, to: words.count, by: 5).map { words[$0] }
    let (share, worst) = try Self.errors(some)
    #expect(share < 0.06, "\(share) \(worst)")
  }

  @Test func rulesReadOtherWords() throws {
    let words = [
      "candle", "marble", "hammer", "rocket", "picnic", "planet", "butter", "shadow", "tiger", "velvet",
      "napkin",
      "plastic", "fabric", "magnet", "pencil", "ticket", "cabin", "tractor", "freight", "throne", "crane",
      "stripe",
      "globe", "tulip", "frozen", "nation", "motion", "vision", "famous", "gentle", "circle", "cactus",
      "mustard",
      "ladder", "puddle", "whistle", "knock", "wrinkle", "photo", "graph", "queen", "squirrel", "bright",
      "boil",
      "mouthful", "useless", "trading", "stopped", "wishes", "boxes",
    ]
    let (share, worst) = try Self.errors(words)
    #expect(share < 0.16, "\(share) \(worst)")
  }

  @Test func endingsFollowTheirStems() {
    func say(_ word: String) -> String {
      EnglishLexicon.standard.pronunciation(of: word).map(\.symbol).joined(separator: " ")
    }
    #expect(say("cats") == "K AE T S" && say("dogs") == "D AO G Z" && say("buses") == "B AH S AH Z")
    #expect(say("stopped") == "S T AA P T" && say("needed") == "N IY D AH D" && say("played") == "P L EY D")
    #expect(
      say("making") == "M EY K IH NG" && say("john's") == "JH AA N Z"
        && say("headlights") == "HH EH D L AY T S")
  }
}
