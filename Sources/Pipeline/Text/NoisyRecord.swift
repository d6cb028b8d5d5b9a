import JSON
import Language
import TextModel

/// A noisy text with its clean twin, as it stands in a line.
enum NoisyRecord {
  static func json(of pair: NoisyText) -> JSONValue {
    let noisy = pair.noisy
    var members: [JSONValue.Member] = [
      .init("language", .string(noisy.language)), .init("template", .string(noisy.provenance.template)),
    ]
    members += said(noisy, clean: pair.clean)
    let labels = noisy.labels.filter { $0.task != "intent" }
    if !labels.isEmpty {
      members.append(.init("labels", .object(labels.map { .init($0.task, .string($0.value)) })))
    }
    members.append(.init("clean", .object(said(pair.clean, clean: pair.clean))))
    members.append(
      .init(
        "alignment",
        .array(
          pair.alignment.changes.map {
            [
              .integer($0.source.lowerBound), .integer($0.source.upperBound), .integer($0.target.lowerBound),
              .integer($0.target.upperBound),
            ]
          })))
    members.append(
      .init(
        "edits",
        .array(
          pair.rounds.flatMap { $0 }.map { record in
            .object([
              .init("operation", .string(record.edit.operation)), .init("removed", .string(record.removed)),
              .init("inserted", .string(record.edit.replacement)),
            ])
          })))
    return .object(members)
  }

  /// Text, entities and words. What an entity means is its canonical value, or else what it said before the noise.
  private static func said(_ text: AnnotatedText, clean: AnnotatedText) -> [JSONValue.Member] {
    let entities = text.spans.map { span -> JSONValue in
      let before = clean.spans.first { $0.id == span.id }.map { clean.surface(of: $0) }
      return .object(
        [
          .init("entity", .string(span.label)), .init("start", .integer(span.range.lowerBound)),
          .init("end", .integer(span.range.upperBound)),
          .init("value", .string(span.value ?? before ?? text.surface(of: span))),
        ] + (span.role.map { [.init("role", .string($0))] } ?? [])
          + (span.isMention ? [.init("mention", .boolean(true))] : []))
    }
    return [
      .init("text", .string(text.string)), .init("entities", .array(entities)),
    ] + SpanTies.members(chains: text.chains, relations: text.numberedRelations) + [
      .init(
        "tokens", .array(text.tokens.map { [.integer($0.range.lowerBound), .integer($0.range.upperBound)] }))
    ] + (clean.tokens.contains { $0.tag != .unknown } ? WordTag.members(of: text.tokens.map(\.tag)) : [])
  }
}
