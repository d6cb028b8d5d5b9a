package import Diagnostics
import Signals

/// Languages that nobody else here speaks, by the program espeak-ng where it is installed: asked as a process of its own, for
/// its licence is not ours.
///
/// The program tells no times. It is asked to pause between words, which it does with zeros; so a word lasts from its first
/// sample that is no zero to its last (the silence before a plosive at its beginning counts to the pause), and then the
/// pauses are taken out again. Of sounds within words it tells names and no times: each word is one phone, which is named
/// by all of its mnemonics. Numbers have to be written as words, since one sign would be several of them.
package struct EspeakSynthesizer: SpeechSynthesizer {
  package let name = "espeak-ng"

  package init() {}

  /// What to tell somebody who wants a language that only the program speaks, where it is not installed.
  package static func absence(_ language: SpeechLanguage) -> DioramaError {
    DioramaError(
      .badInput, "\(language.rawValue) is spoken by espeak-ng, which is not installed",
      remedy: "Install espeak-ng (Debian: apt-get install espeak-ng), or choose en or zh.")
  }

  /// Whether the program is there.
  package static var isInstalled: Bool { program != nil }
  private static let program = ChildProcess(named: "espeak-ng")

  package func speaks(_ language: SpeechLanguage, _ style: SpeakingStyle) -> Bool {
    !language.hasReader && style.isVoiced
  }

  /// Seconds that the program pauses more between words, at any speed at least.
  private static let gap = 0.2
  /// Seconds for one utterance.
  private static let limit = 20.0

  package func speak(_ request: SpeechRequest) throws(DioramaError) -> SpokenUtterance {
    guard let program = Self.program else { throw Self.absence(request.language) }
    guard speaks(request.language, request.style), request.sampleRate >= 8000,
      request.sampleRate <= 192_000
    else {
      throw DioramaError(
        .badInput,
        "espeak-ng does not speak \(request.language.rawValue) \(request.style.rawValue) here",
        remedy: "Choose another language or style, and a rate from 8,000 to 192,000 Hz.")
    }
    let words = Self.words(of: request.text)
    guard !words.isEmpty, request.text.count <= SpeechReading.longest else {
      throw DioramaError(
        .badInput,
        "nothing to say, or too much at once, in a text of \(request.text.count) characters",
        remedy: "Give a sentence of at most \(SpeechReading.longest) characters.")
    }
    let speaker = request.speaker
    // Variants without an echo: it would fill the pauses that tell words apart.
    let voice = request.language.rawValue + (speaker.isFemale ? "+f1" : "+m3")
    let speed = min(max(175 * speaker.rate / request.style.stretch, 80), 400)
    let middle = speaker.isFemale ? 200.0 : 112
    let pitch = min(max(50 * speaker.pitch * request.style.pitchFactor / middle, 0), 99)
    let common = ["-v", voice, "-b", "1"]
    // Gaps are counted in hundredths at the usual speed, and shorter at higher ones.
    let pause = Int((Self.gap * 100 * max(1, speed / 175)).rounded(.up))
    let manner = ["-s", "\(Int(speed))", "-p", "\(Int(pitch))", "-g", "\(pause)", "--stdout"]
    var text = String(String.UnicodeScalarView(request.text))
    var samples = try Self.samples(program.output(common + manner + ["--", text], limit: Self.limit))
    if Self.stretches(samples).count < words.count {
      // Some neighbours are one word to the program's dictionary, such as "parce qu'il".
      text = Self.apart(request.text, words)
      samples = try Self.samples(program.output(common + manner + ["--", text], limit: Self.limit))
    }
    let names = try program.output(common + ["-q", "-x", "--", text], limit: Self.limit)
    var utterance = try Self.labelled(
      samples, words, names: String(decoding: names, as: UTF8.self), request)
    utterance = utterance.resampled(to: request.sampleRate)
    utterance.setLevel(speaker.level + request.style.gain)
    return utterance
  }

  /// What stands between spaces and holds a letter or a digit, without signs around it, by scalars.
  static func words(of text: [Unicode.Scalar]) -> [Range<Int>] {
    func isSpoken(_ i: Int) -> Bool {
      text[i].properties.isAlphabetic || text[i].properties.numericType != nil
    }
    return text.indices.split { text[$0].properties.isWhitespace }.compactMap { part in
      guard let first = part.first(where: isSpoken), let last = part.last(where: isSpoken) else {
        return nil
      }
      return first..<last + 1
    }
  }

  /// The text with a sign after each word that is no sound, but no part of what dictionaries know either.
  private static func apart(_ text: [Unicode.Scalar], _ words: [Range<Int>]) -> String {
    var out = String.UnicodeScalarView()
    for (i, scalar) in text.enumerated() {
      out.append(scalar)
      if words.contains(where: { $0.upperBound == i + 1 }) { out.append("\u{200B}") }
    }
    return String(out)
  }

  /// Hertz.
  private static let rate = 22_050

  /// Of a file of one channel with 16 bits, whose head says nothing of its length.
  private static func samples(_ file: [UInt8]) throws(DioramaError) -> [Float] {
    func number(_ at: Int) -> Int { Int(file[at]) | Int(file[at + 1]) << 8 }
    guard file.count > 44, number(22) == 1, number(24) == rate, number(34) == 16 else {
      throw DioramaError(
        .inputOutput,
        "espeak-ng wrote a sound of \(file.count) bytes that is not 16 bits at \(rate) Hz",
        remedy: "Use espeak-ng 1.50 or later.")
    }
    return stride(from: 44, to: file.count - 1, by: 2).map {
      Float(Int16(truncatingIfNeeded: number($0))) / 32_768
    }
  }

  /// Stretches between pauses of at least 0.15 s of zeros.
  private static func stretches(_ samples: [Float]) -> [Range<Int>] {
    var out: [Range<Int>] = []
    for n in samples.indices where samples[n] != 0 {
      if let last = out.last, n - last.upperBound < rate * 3 / 20 {
        out[out.count - 1] = last.lowerBound..<n + 1
      } else {
        out.append(n..<n + 1)
      }
    }
    return out
  }

  private static func labelled(
    _ samples: [Float], _ words: [Range<Int>], names: String, _ request: SpeechRequest
  ) throws(DioramaError) -> SpokenUtterance {
    let stretches = stretches(samples)
    guard stretches.count == words.count else {
      throw DioramaError(
        .badInput,
        "espeak-ng says \(stretches.count) words where \(words.count) are written, in “\(String(String.UnicodeScalarView(request.text)))”",
        remedy: "Write numbers, dates and signs as words, one between two spaces.")
    }
    let mnemonics = names.split { $0.isWhitespace }
    let edge = rate / 20
    let between = zip(stretches.dropFirst(), stretches).map { $0.lowerBound - $1.upperBound }
    // The shortest pause is all the program's; what others are longer by belongs to the sentence.
    let cut = max(0, (between.min() ?? 0) - rate / 100)
    var out = [Float](repeating: 0, count: edge)
    var phones = [SpokenPhone(symbol: SpokenPhone.pauseSymbol, samples: 0..<edge, syllable: nil)]
    var syllables: [SpokenSyllable] = []
    for (k, stretch) in stretches.enumerated() {
      let start = out.count
      out += samples[stretch]
      let name = mnemonics.count == words.count ? String(mnemonics[k]) : "spn"
      phones.append(SpokenPhone(symbol: name, samples: start..<out.count, syllable: k))
      syllables.append(SpokenSyllable(text: name, samples: 0..<0, source: words[k], word: k))
      let rest = between.indices.contains(k) ? between[k] - cut : edge
      phones.append(
        SpokenPhone(
          symbol: SpokenPhone.pauseSymbol, samples: out.count..<out.count + rest, syllable: nil))
      out += [Float](repeating: 0, count: rest)
    }
    return SpokenUtterance(
      samples: out, sampleRate: Double(rate), source: request.text, phones: phones,
      syllables: syllables,
      words: words.map { range in
        let text = String(String.UnicodeScalarView(request.text[range])).lowercased()
        return SpokenWord(text: text, samples: 0..<0, source: range)
      })
  }
}
