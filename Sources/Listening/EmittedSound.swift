package import Annotations
import Diagnostics
import RandomStreams
import Signals
import SoundSynthesis
import Speech
import VectorMath
import WorldModel

/// What a source emits: pascals at 1 m, from its first audible sample to its last, and what is known of it.
struct EmittedSound {
  /// The class, and what people call it.
  struct Name {
    var kind: String
    var english: String
    var chinese: String
    var foreign: SoundEvent.ForeignNames
  }

  var samples: [Float]
  /// World time of the first sample, seconds; of speech counted from the start of its source.
  var start: Double
  var name: Name
  var parameters: [SoundEvent.Parameter] = []
  /// Samples from the first.
  var speech: SpokenText?

  /// - Parameters:
  ///   - begin: world time of the source's own time 0, seconds.
  ///   - voices: whose children by id are the speakers of the dataset.
  ///   - stream: of this source alone.
  /// - Throws: `.badInput` for a kind that the catalog does not have, values it does not take, words that cannot be read.
  init(
    _ source: SoundSource, begin: Double, in world: World, rate: Double, voices: RandomStream,
    stream: RandomStream
  ) throws {
    switch source.content {
    case .kind(let order): try self.init(order, source, begin, world, rate, stream)
    case .speech(let order): try self.init(order, source, begin, rate, voices, stream)
    }
  }

  private init(
    _ order: SoundOrder, _ source: SoundSource, _ begin: Double, _ world: World, _ rate: Double,
    _ stream: RandomStream
  ) throws {
    guard let kind = SoundCatalog.named(order.kind) else {
      throw DioramaError(
        .badInput, "the sound \(source.name): there is no kind \(order.kind)",
        remedy: "Kinds are \(SoundCatalog.ids.joined(separator: ", ")).")
    }
    var request = SoundRequest(duration: order.duration)
    for (name, value) in order.numbers { request.given[name] = .number(value) }
    for (name, value) in order.words { request.given[name] = .word(value) }
    if order.isDriven {
      request.drive = Self.drive(of: source, begin, order.duration ?? 1, in: world)
    }
    request.contacts = order.contacts.map { Contact(time: $0 - begin) }
    let sound = try kind.sound(request, stream: stream, sampleRate: rate)
    let card = kind.card
    samples = sound.samples
    start = begin + sound.origin
    name = Name(
      kind: card.id, english: card.english, chinese: card.chinese,
      foreign: SoundEvent.ForeignNames(
        audioSet: card.foreign.audioSet, esc50: card.foreign.esc50,
        urbanSound8K: card.foreign.urbanSound8K, dcase: card.foreign.dcase))
    parameters = sound.parameters.map {
      SoundEvent.Parameter(name: $0.name, number: $0.value.number, word: $0.value.word, unit: $0.unit)
    }
  }

  /// The speed of what the source is on, from the source's start on.
  private static func drive(
    of source: SoundSource, _ begin: Double, _ duration: Double, in world: World
  ) -> Drive {
    guard let track = world.track(of: source) else { return Drive(steady: 0, duration: duration) }
    let step = 0.05
    let points = (0...Int((duration / step).rounded(.up))).map { k in
      let time = Double(k) * step
      return (time: time, value: length(track.velocity(at: begin + time)))
    }
    return Drive(speed: Curve(points), duration: duration)
  }

  private init(
    _ order: SpeechOrder, _ source: SoundSource, _ begin: Double, _ rate: Double, _ voices: RandomStream,
    _ stream: RandomStream
  ) throws {
    guard let language = SpeechLanguage(tag: order.language) else {
      throw DioramaError(
        .badInput, "the sound \(source.name): nobody speaks \(order.language)",
        remedy: "Languages are \(SpeechLanguage.allCases.map(\.rawValue).joined(separator: ", ")).")
    }
    guard let style = SpeakingStyle(rawValue: order.style) else {
      throw DioramaError(
        .badInput, "the sound \(source.name): there is no style \(order.style)",
        remedy: "Styles are \(SpeakingStyle.allCases.map(\.rawValue).joined(separator: ", ")).")
    }
    guard let voice = SpeechCatalog.synthesizer(for: language, style) else {
      throw DioramaError(
        .badInput, "the sound \(source.name): no voice speaks \(order.language) in the style \(order.style)",
        remedy: "Choose the style normal.")
    }
    let speaker = Speaker(id: order.speaker, among: voices)
    var request = SpeechRequest(
      order.text, language, speaker: speaker, style: style, sampleRate: rate, stream: stream)
    request.words = order.words
    let utterance = try voice.speak(request)
    let extents = utterance.spokenExtents
    guard let first = extents.first?.lowerBound, let last = extents.last?.upperBound else {
      throw DioramaError(
        .badInput, "the sound \(source.name): nothing of “\(order.text)” is spoken",
        remedy: "Give a text with words.")
    }
    // From the first sound to the last: pauses around it are nobody's speech.
    samples = Array(utterance.samples[first..<min(last, utterance.samples.count)])
    start = begin
    name = Self.speechName
    speech = SpokenText(
      order, utterance, from: first, count: samples.count, sex: speaker.isFemale ? "female" : "male")
  }

  private static let speechName = Name(
    kind: "speech", english: "speech", chinese: "说话声",
    foreign: SoundEvent.ForeignNames(audioSet: "Speech", esc50: "", urbanSound8K: "", dcase: "Speech"))
}

extension SpokenText {
  /// Times of an utterance, counted from its first sound on and cut to what sounds.
  init(_ order: SpeechOrder, _ utterance: SpokenUtterance, from first: Int, count: Int, sex: String) {
    func cut(_ range: Range<Int>) -> Range<Int> {
      (range.lowerBound - first..<range.upperBound - first).clamped(to: 0..<count)
    }
    self.init(
      speaker: order.speaker, sex: sex, language: order.language, style: order.style, text: order.text,
      transcript: utterance.transcript.joined(separator: order.language == "zh" ? "" : " "),
      words: utterance.words.map { word in
        let range = cut(word.samples)
        return Word(
          text: word.text, start: range.lowerBound, end: range.upperBound,
          sourceStart: word.source.lowerBound, sourceEnd: word.source.upperBound)
      },
      syllables: utterance.syllables.map { syllable in
        let range = cut(syllable.samples)
        return Syllable(
          text: syllable.text, start: range.lowerBound, end: range.upperBound, word: syllable.word,
          tone: syllable.tone, writtenTone: syllable.writtenTone, stress: syllable.stress)
      },
      phones: utterance.phones.compactMap { phone in
        let range = cut(phone.samples)
        return range.isEmpty
          ? nil : Phone(symbol: phone.symbol, start: range.lowerBound, end: range.upperBound)
      },
      entities: order.entities.compactMap { span in
        guard let said = utterance.samples(saying: span.range) else { return nil }
        let range = cut(said)
        return Entity(
          label: span.label, sourceStart: span.range.lowerBound, sourceEnd: span.range.upperBound,
          start: range.lowerBound, end: range.upperBound)
      },
      isBackChannel: order.isBackChannel)
  }
}
