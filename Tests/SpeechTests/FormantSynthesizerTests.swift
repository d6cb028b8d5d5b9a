import RandomStreams
import Speech
import Testing
import VectorMath

@Suite struct FormantSynthesizerTests {
  private static func speak(
    _ text: String, _ language: SpeechLanguage, _ speaker: Speaker = .reference,
    _ style: SpeakingStyle = .normal
  ) throws -> SpokenUtterance {
    try FormantSynthesizer().speak(
      SpeechRequest(text, language, speaker: speaker, style: style, stream: RandomStream(seed: 11)))
  }

  /// Levels 1 to 5 (Chao 1930) at five places of the final: 55, 35, 214, its half 21, 51.
  private static let templates: [(tone: Int, levels: [Double])] = [
    (1, [5, 5, 5, 5, 5]), (2, [3, 3, 3.5, 4.3, 5]), (3, [2, 1.4, 1, 1.8, 3.5]), (3, [2, 1.5, 1.2, 1, 1]),
    (4, [5, 4.3, 3.2, 2, 1]),
  ]

  /// A25: pitch, measured from the sound, follows the tone that the label says, in nineteen of twenty syllables.
  @Test(arguments: ["reference", "mei"])
  func tonesAreHeard(_ id: String) throws {
    let speaker = id == "reference" ? Speaker.reference : Speaker(id: id, among: RandomStream(seed: 21))
    let (half, mean) = (speaker.pitchRange * 1.25, speaker.pitch)
    var right = 0
    var all = 0
    var wrong: [String] = []
    for text in ["妈，麻，马，骂。", "猫毛卯帽，汪王往望", "去北京大学", "明天很冷，满地黄叶", "老鼠爱大米", "你来我往，一路平安"] {
      let u = try Self.speak(text, .mandarin, speaker)
      for (index, syllable) in u.syllables.enumerated() where syllable.tone != 5 {
        guard let final = u.phones.last(where: { $0.syllable == index })?.samples else { continue }
        let heard: [Double?] = [0.15, 0.35, 0.55, 0.75, 0.9].map { share in
          let at = final.lowerBound + Int(share * Double(final.count))
          return Listening.pitch(u, at: at, from: mean / 2, to: mean * 2.2).map {
            12 * DeterministicMath.log($0 / mean) / DeterministicMath.log(2) / half * 2 + 3
          }
        }
        guard heard.compactMap({ $0 }).count >= 3 else { continue }
        let nearest = Self.templates.min { distance($0.levels, heard) < distance($1.levels, heard) }
        all += 1
        if nearest?.tone == syllable.tone {
          right += 1
        } else {
          wrong.append("\(syllable.text)\(syllable.tone ?? 0): \(heard)")
        }
      }
    }
    #expect(all >= 28 && Double(right) >= 0.95 * Double(all), "\(right) of \(all): \(wrong)")
  }

  private func distance(_ levels: [Double], _ heard: [Double?]) -> Double {
    let pairs = zip(levels, heard).compactMap { level, value in value.map { (level - $0) * (level - $0) } }
    return pairs.reduce(0, +) / Double(max(1, pairs.count))
  }

  @Test func sandhiIsSpokenAndRecorded() throws {
    let u = try Self.speak("你好，不要一个", .mandarin)
    #expect(u.syllables.map(\.tone) == [2, 3, 2, 4, 2, 5])
    #expect(u.syllables.map(\.writtenTone) == [3, 3, 4, 4, 1, 5])
    #expect(u.syllables.map(\.text) == ["ni", "hao", "bu", "yao", "yi", "ge"])
  }

  /// First two formants of vowels, measured from the sound, against men's averages of Peterson and Barney (1952).
  @Test(arguments: [
    ("heed", 270.0, 2290.0), ("had", 660, 1720), ("hod", 730, 1090), ("head", 530, 1840), ("hawed", 570, 840),
  ])
  func vowelsAreWherePublished(_ word: String, _ first: Double, _ second: Double) throws {
    let u = try Self.speak(word, .english)
    let vowel = try #require(u.phones.first { ["IY", "AE", "AA", "EH", "AO"].contains($0.symbol) })
    let middle = (vowel.samples.lowerBound + vowel.samples.upperBound) / 2
    let heard = Listening.formants(u, at: middle)
    #expect(heard.contains { abs($0 / first - 1) < 0.16 }, "F1 of \(word): \(heard)")
    #expect(heard.contains { abs($0 / second - 1) < 0.12 }, "F2 of \(word): \(heard)")
  }

  /// Sibilants hiss above, vowels hum below; whispers have no pitch.
  @Test func soundsHaveTheirColour() throws {
    let u = try Self.speak("sue, she", .english)
    func brightness(_ symbol: String) throws -> Double {
      let phone = try #require(u.phones.first { $0.symbol == symbol })
      var (low, high) = (0.0, 0.0)
      var last = 0.0
      for i in phone.samples {
        let x = Double(u.samples[i])
        low += x * x
        high += (x - last) * (x - last)
        last = x
      }
      return high / low
    }
    // The energy of differences: 4 sin²(w/2); 1 at an eighth of the rate, 2 at a quarter.
    #expect(try brightness("S") > 2.4)
    #expect(try brightness("SH") > 0.9 && brightness("SH") < brightness("S"))
    #expect(try brightness("UW") < 0.15)
    let whisper = try Self.speak("ah", .english, .reference, .whisper)
    let voiced = try Self.speak("ah", .english)
    func hasPitch(_ u: SpokenUtterance) -> Bool {
      guard let word = u.words.first else { return false }
      return Listening.pitch(u, at: word.samples.lowerBound + word.samples.count / 2) != nil
    }
    #expect(hasPitch(voiced) && !hasPitch(whisper))
  }

  /// No step between neighbouring samples is out of proportion to those within three periods: nothing clicks.
  @Test func nothingClicks() throws {
    let u = try Self.speak("Mum knew nine lemons are yellow.", .english)
    let block = 16
    let reach = 3 * (16_000 / 115) / block
    for word in u.words {
      var steps: [Float] = []
      var top: Float = 0
      for (i, at) in word.samples.dropFirst().enumerated() {
        top = max(top, (u.samples[at] - u.samples[at - 1]).magnitude)
        if i % block == block - 1 {
          steps.append(top)
          top = 0
        }
      }
      for i in steps.indices {
        let before = steps[max(0, i - reach)..<max(0, i - 1)].max() ?? 0
        let after = steps[min(steps.count, i + 2)..<min(steps.count, i + reach)].max() ?? 0
        let around = max(before, after)
        if around > 1e-5 { #expect(steps[i] < 7 * around, "\(word.text) \(i)") }
      }
    }
  }

  @Test func stylesDiffer() throws {
    let text = "Please open the window now."
    let normal = try Self.speak(text, .english)
    #expect(try Self.speak(text, .english, .reference, .slow).duration > 1.25 * normal.duration)
    #expect(try Self.speak(text, .english, .reference, .fast).duration < 0.85 * normal.duration)
    let lombard = try Self.speak(text, .english, .reference, .lombard)
    func median(_ u: SpokenUtterance) -> Double {
      let all = stride(from: 0, to: u.samples.count, by: 600).compactMap { Listening.pitch(u, at: $0) }
        .sorted()
      return all.isEmpty ? 0 : all[all.count / 2]
    }
    #expect(median(lombard) > 1.12 * median(normal))
  }
}
