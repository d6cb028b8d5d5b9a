import Diagnostics
import Identities
import JSON
import RandomStreams
import TextFormats
import TextModel

/// People with their identifiers: a line a person, with a sentence that holds some of them. Countries come by turns.
struct IdentityLines: TextLineSource {
  /// People of one country, and what is said of them.
  struct Group: Sendable {
    var population: Population
    var sentences: [IdentitySentence]
  }

  let groups: [Group]
  let policy: RangePolicy
  let twins: [IdentityTwin]
  /// People of all countries.
  let count: Int
  let seed: UInt64

  /// - Throws: `badInput` for a sentence with a field that its country's people have not.
  init(_ recipe: IdentityRecipe) throws(DioramaError) {
    seed = UInt64(recipe.seed)
    policy = recipe.policy
    twins = recipe.twins
    count = recipe.count * recipe.sentences.count
    var groups: [Group] = []
    for (locale, lines) in recipe.sentences {
      let population = try Population(
        locale, count: max(1, recipe.count), policy: recipe.policy,
        stream: RandomStream(seed: seed).child("identities"))
      var sentences: [IdentitySentence] = []
      for line in lines {
        let sentence = try IdentitySentence(line)
        if let kind = sentence.missing(in: population.record(0)).first {
          throw DioramaError(
            .badInput, "“\(line)”: people of \(locale.rawValue) have no \(kind.rawValue)",
            remedy: "Leave the field out, or say it of another country.")
        }
        sentences.append(sentence)
      }
      groups.append(Group(population: population, sentences: sentences))
    }
    self.groups = groups
  }

  var content: TextContent { .people }

  var resolved: [JSONValue.Member] {
    [
      .init("countries", .array(groups.map { .string($0.population.locale.rawValue) })),
      .init("ranges", .string(policy.rawValue)),
      .init("sentences", .array(groups.map { .integer($0.sentences.count) })),
    ] + (twins.isEmpty ? [] : [.init("twins", .array(twins.map { .string($0.rawValue) }))])
  }

  func writer() -> any TextLineWriter { Writer(source: self) }

  private struct Writer: TextLineWriter {
    let source: IdentityLines

    func lines(_ indices: Range<Int>) throws -> [UInt8] {
      var out: [UInt8] = []
      for index in indices {
        out += try source.record(at: index).canonicalText.utf8
        out.append(UInt8(ascii: "\n"))
      }
      return out
    }
  }

  private func record(at index: Int) throws(DioramaError) -> JSONValue {
    let (number, place) = index.quotientAndRemainder(dividingBy: max(1, groups.count))
    let group = groups[place]
    let record = group.population.record(number)
    let locale = group.population.locale.rawValue
    var stream = RandomStream(seed: seed).child("sentences/\(locale)/\(number)")
    let chosen = stream.integer(in: 0..<group.sentences.count)
    let text: AnnotatedText
    var others: [(twin: IdentityTwin, text: AnnotatedText)] = []
    do {
      text = try group.sentences[chosen].said(of: record, stream)
      for twin in twins {
        let holder = twin == .pseudonym ? group.population.pseudonym(of: record) : record
        others.append((twin, try group.sentences[chosen].said(of: holder, stream, mask: twin.mask)))
      }
    } catch {
      throw DioramaError(.badInput, "sentence \(chosen + 1) of \(locale), person \(number): \(error)")
    }
    let fields = record.fields.map { field -> JSONValue in
      .object([
        .init("kind", .string(field.kind.rawValue)), .init("value", .string(field.value)),
        .init("guarantee", .string(field.guarantee.rawValue)),
      ])
    }
    var said: [JSONValue.Member] = [
      .init("language", .string(text.language)), .init("template", .string("\(locale)/\(chosen + 1)")),
      .init("text", .string(text.string)), .init("entities", Self.entities(of: text)),
    ]
    if !text.tokens.isEmpty {
      said.append(
        .init(
          "tokens",
          .array(text.tokens.map { [.integer($0.range.lowerBound), .integer($0.range.upperBound)] })))
    }
    if !others.isEmpty {
      said.append(
        .init(
          "twins",
          .array(
            others.map { other in
              .object([
                .init("kind", .string(other.twin.rawValue)), .init("text", .string(other.text.string)),
                .init("entities", Self.entities(of: other.text)),
              ])
            })))
    }
    return .object([
      .init("index", .integer(index)), .init("locale", .string(locale)), .init("person", .integer(number)),
      .init("fields", .array(fields)), .init("texts", [.object(said)]),
    ])
  }

  private static func entities(of text: AnnotatedText) -> JSONValue {
    .array(
      text.spans.map { span in
        .object([
          .init("entity", .string(span.label)), .init("start", .integer(span.range.lowerBound)),
          .init("end", .integer(span.range.upperBound)),
          .init("value", .string(span.value ?? text.surface(of: span))),
        ])
      })
  }
}
