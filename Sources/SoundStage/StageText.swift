import Conversations
import Diagnostics
import Foundation
import Language
import LocatedYAML
import RandomStreams
import Speech
import TaskDialogues
import TextModel
import WorldModel

/// Where the words of talkers come from.
struct StageText: Sendable {
  /// Something to say, and by which of the talkers.
  struct Line: Sendable {
    var talker: Int
    var text: String
    var words: [Range<Int>] = []
    var entities: [SpeechOrder.Span] = []
  }

  private enum Source: Sendable {
    case nothing
    case sentences([String])
    case template(SamplingPlan)
    case dialogue(any ConversationFamily)
  }

  private let source: Source

  /// All that voices speak, where their programs are installed.
  static let languages = SpeechLanguage.allCases.map(\.rawValue)
  static let styles = SpeakingStyle.allCases.map(\.rawValue)
  static let dialogues = families.map(\.name)

  private static let families: [any ConversationFamily] = [
    BookingDialogue(RestaurantDomain()), BookingDialogue(HotelDomain()), BookingDialogue(FlightDomain()),
    BookingDialogue(NavigationDomain()), SmartHomeDialogue(),
  ]

  /// Of templates so many sentences are spoken before the first comes again.
  private static let most = 1_000_000

  /// - Throws: `.noInput`, `.badInput` for a template or a text that cannot be read.
  init(_ talk: StageTalk) throws {
    if let file = talk.text {
      source = .sentences(try Self.sentences(of: file))
    } else if !talk.says.isEmpty {
      source = .sentences(talk.says)
    } else if let file = talk.template {
      guard TemplateSource.isTemplate(file.path) else {
        throw file.error(
          "\(file.text) is no template file", remedy: "Name a file such as templates/smart-home.yaml.")
      }
      let templates = try TemplateSource(path: file.path)
      let space = try GrammarCompiler.compile(templates.set, languages: templates.languages)
      var count = Self.most
      while count > 1, Natural(count) > space.count { count /= 2 }
      source = .template(try SamplingPlan(space, mode: .uniform, count: count, seed: 1))
    } else if let name = talk.dialogue, let family = Self.families.first(where: { $0.name == name }) {
      source = .dialogue(family)
    } else {
      source = .nothing
    }
  }

  private static let byteLimit = 64 << 20

  /// Lines that are not empty, without spaces around them.
  private static func sentences(of file: FileReference) throws(DioramaError) -> [String] {
    guard let data = FileManager.default.contents(atPath: file.path) else {
      throw file.error("no file \(file.path)", reason: .noInput, remedy: "Check the path.")
    }
    guard data.count <= byteLimit, let text = String(validating: data, as: UTF8.self) else {
      throw file.error("\(file.path) is not UTF-8 text of at most \(byteLimit >> 20) MiB")
    }
    var sentences: [String] = []
    let lines = text.trimmingPrefix("\u{FEFF}").split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (number, line) in lines.enumerated() {
      let sentence = line.trimmingCharacters(in: .whitespaces)
      guard sentence.unicodeScalars.count <= SpeechReading.longest else {
        throw DioramaError(
          .badInput, "a sentence of \(sentence.unicodeScalars.count) characters",
          at: SourceLocation(file: file.path, line: number + 1),
          remedy: "Divide it: at most \(SpeechReading.longest) are said at once.")
      }
      if !sentence.isEmpty { sentences.append(sentence) }
    }
    guard !sentences.isEmpty else {
      throw file.error("nothing to say in \(file.path)", remedy: "Write a sentence a line.")
    }
    return sentences
  }

  /// Whether two people talk with each other.
  var isDialogue: Bool { if case .dialogue = source { true } else { false } }

  /// Languages that it has, of those that are asked for.
  func languages(among wanted: [String]) -> [String] {
    let known = known
    return wanted.filter(known.contains)
  }

  /// Those that it has; sentences that are given may be in any.
  var known: [String] {
    switch source {
    case .nothing, .sentences: Self.languages
    case .template(let plan): plan.space.languages.compactMap { SpeechLanguage(tag: $0)?.rawValue }
    case .dialogue: Tongue.allCases.map(\.rawValue)
    }
  }

  /// What is said in a language.
  ///
  /// - Parameter stream: decides what. Sentences follow each other without repetition where there are enough of them.
  /// - Throws: `.badInput` for a text whose labels are not sound.
  func lines(_ count: Int, talkers: Int, in language: String, _ stream: RandomStream) throws -> [Line] {
    switch source {
    case .nothing: return []
    case .sentences(let all):
      let first = Int(stream.bits(at: 0) % UInt64(all.count))
      return (0..<count).map { Line(talker: $0 % talkers, text: all[(first + $0) % all.count]) }
    case .template(let plan):
      let first = Int(stream.bits(at: 0) % UInt64(plan.count))
      return try (0..<count).map { k in
        try line(plan, (first + k) % plan.count, talker: k % talkers, language)
      }
    case .dialogue(let family):
      guard let tongue = Tongue(rawValue: language),
        let made = family.conversation([tongue], stream.child("dialogue")), let text = made.texts.first
      else { throw DioramaError(.badInput, "no dialogue \(family.name) in \(language)") }
      let said = text.messages.filter { ($0.role == .user || $0.role == .assistant) && !$0.content.isEmpty }
      return said.prefix(count).map { Line(talker: $0.role == .user ? 0 : 1, text: $0.content) }
    }
  }

  private func line(
    _ plan: SamplingPlan, _ index: Int, talker: Int, _ language: String
  ) throws -> Line {
    var derivation = Derivation(for: plan.space)
    var sample = RealisedSample(for: plan.space)
    plan.derive(index, into: &derivation)
    var realiser = Realiser(plan.space)
    realiser.realise(derivation, into: &sample)
    for realised in sample.spoken {
      let text = try realised.annotated(in: plan.space)
      guard SpeechLanguage(tag: text.language)?.rawValue == language else { continue }
      return Line(
        talker: talker, text: text.string, words: text.tokens.map(\.range),
        entities: text.spans.map { SpeechOrder.Span(label: $0.label, range: $0.range) })
    }
    throw DioramaError(
      .badInput, "\(plan.space.name) says nothing in \(language)",
      remedy: "Choose another template, or language: \(plan.space.languages.joined(separator: " or ")).")
  }
}
