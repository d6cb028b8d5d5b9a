import Diagnostics
package import RandomStreams
import VectorMath

/// What is asked of a sound beyond chance.
package struct SoundRequest: Sendable {
  /// Values by parameter name (`level` too, dB SPL at 1 m); what is not given is drawn.
  package var given: [String: SoundValue]
  /// Seconds, of continuous and driven sounds; drawn when `nil`.
  package var duration: Double?
  /// What driven sounds follow.
  package var drive: Drive?
  /// What footsteps, impacts and thumps follow, times ascending; drawn when empty.
  package var contacts: [Contact]

  package init(
    given: [String: SoundValue] = [:], duration: Double? = nil, drive: Drive? = nil, contacts: [Contact] = []
  ) {
    self.given = given
    self.duration = duration
    self.drive = drive
    self.contacts = contacts
  }
}

/// An entry of the catalog: a card, and how to make the sound.
package struct SoundKind: Sendable {
  private let recipe: any SoundRecipe
  /// What kind it is.
  package let card: SoundCard

  init(_ recipe: any SoundRecipe) {
    self.recipe = recipe
    card = recipe.card
  }

  /// Longest duration that may be asked for, in seconds.
  package static let longest = 180.0

  /// The sound that `stream` decides: a pure function of its arguments.
  ///
  /// - Parameter sampleRate: whole, 8000 to 192 000 Hz. Nothing is synthesised above 21.6 kHz.
  /// - Throws: `DioramaError` for an unknown parameter, a value outside its limits, an impossible duration or
  /// rate.
  package func sound(
    _ request: SoundRequest = SoundRequest(), stream: RandomStream, sampleRate: Double
  ) throws -> SynthesisedSound {
    guard sampleRate >= 8_000, sampleRate <= 192_000, sampleRate == sampleRate.rounded() else {
      throw DioramaError(
        .badInput, "sample rate \(sampleRate) Hz: a whole number of 8000 to 192000 is needed")
    }
    let values = try decide(request, stream)
    let level = values.last?.value.number ?? 0
    let scene = SoundScene(
      values: Dictionary(values.map { ($0.name, $0.value) }) { first, _ in first },
      stream: stream.child("synthesis"), duration: try duration(request, stream),
      drive: try drive(request, stream), contacts: try contacts(request))
    var performance = recipe.perform(scene)
    let lasting = card.timing.isLasting
    if lasting { performance.waveform.fade(seconds: 0.02) }
    let gain = SoundLevel.gain(of: performance.waveform.samples, to: level, card.measure)
    performance.waveform.scale(gain)
    if let loudness = performance.loudness {
      performance.waveform.multiply { DeterministicMath.exp(loudness.value(at: $0) * 0.11512925464970229) }
    }
    return OutputStage.sound(performance, card: card, values: values, sampleRate: sampleRate)
  }

  /// Every parameter's value, then the level's.
  private func decide(_ request: SoundRequest, _ stream: RandomStream) throws -> [NamedSoundValue] {
    let level = SoundParameter(
      name: "level", summary: "sound pressure level at 1 m",
      domain: .number(card.level, limits: 0...170, unit: "dB SPL"))
    let all = card.parameters + [level]
    for name in request.given.keys.sorted() where !all.contains(where: { $0.name == name }) {
      throw DioramaError(
        .badInput, "sound \(card.id): there is no parameter \(name)",
        remedy: "its parameters are \(all.map(\.name).joined(separator: ", "))")
    }
    return try all.map { parameter in
      let chance = stream.child("parameter").child(parameter.name)
      let value = try request.given[parameter.name].map { try checked($0, parameter) }
      return NamedSoundValue(
        name: parameter.name, value: value ?? Self.drawn(parameter, chance), unit: parameter.unit)
    }
  }

  private func checked(_ value: SoundValue, _ parameter: SoundParameter) throws -> SoundValue {
    switch (parameter.domain, value) {
    case (.number(_, let limits, _), .number(let number)) where limits.contains(number): return value
    case (.choice(let words), .word(let word)) where words.contains(where: { $0.value == word }): return value
    case (.number(_, let limits, let unit), _):
      throw DioramaError(
        .badInput, "sound \(card.id): \(parameter.name) cannot be \(value)",
        remedy: "a number of \(limits.lowerBound) to \(limits.upperBound) \(unit) is needed")
    case (.choice(let words), _):
      throw DioramaError(
        .badInput, "sound \(card.id): \(parameter.name) cannot be \(value)",
        remedy: "it is one of \(words.map(\.value).joined(separator: ", "))")
    }
  }

  private static func drawn(_ parameter: SoundParameter, _ chance: RandomStream) -> SoundValue {
    switch parameter.domain {
    case .number(let distribution, _, _): return .number(distribution.sample(chance, index: 0))
    case .choice(let words):
      var chance = chance
      let index = chance.weighted(words.map(\.weight))
      return .word(words.indices.contains(index) ? words[index].value : "")
    }
  }

  private func duration(_ request: SoundRequest, _ stream: RandomStream) throws -> Double {
    guard case .continuous(let distribution) = card.timing else { return 0 }
    return try checkedDuration(
      request.duration ?? distribution.sample(stream.child("parameter/duration"), index: 0))
  }

  private func drive(_ request: SoundRequest, _ stream: RandomStream) throws -> Drive {
    guard case .driven(let distribution) = card.timing else { return Drive(steady: 0, duration: 0) }
    if let drive = request.drive {
      _ = try checkedDuration(drive.duration)
      return drive
    }
    let seconds = try checkedDuration(
      request.duration ?? distribution.sample(stream.child("parameter/duration"), index: 0))
    let speed = Distribution.uniform(min: 4, max: 32).sample(stream.child("parameter/drive"), index: 0)
    return Drive(steady: speed, duration: seconds)
  }

  private func contacts(_ request: SoundRequest) throws -> [Contact] {
    let start = request.contacts.first?.time ?? 0
    var last = start
    for contact in request.contacts {
      // Written so that a NaN is refused too.
      guard contact.time >= last, contact.time - start <= Self.longest, contact.energy >= 0,
        contact.energy <= 1
      else {
        throw DioramaError(
          .badInput,
          "sound \(card.id): a contact at \(contact.time) s with energy \(contact.energy) is not possible",
          remedy: "times ascend over at most \(Self.longest) s, and energies are 0 to 1")
      }
      last = contact.time
    }
    return request.contacts
  }

  private func checkedDuration(_ seconds: Double) throws -> Double {
    guard seconds >= 0.05, seconds <= Self.longest else {
      throw DioramaError(
        .badInput, "sound \(card.id): a duration of \(seconds) s is not possible",
        remedy: "0.05 to \(Self.longest) s are")
    }
    return seconds
  }
}

extension SoundCard.Timing {
  /// Whether it lasts as long as asked, so that it has to be faded in and out.
  var isLasting: Bool {
    switch self {
    case .continuous, .driven: true
    case .event, .contacts: false
    }
  }
}
