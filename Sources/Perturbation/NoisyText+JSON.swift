package import JSON
package import TextModel

extension NoisyText {
  /// Both texts with their spans, the edits round by round, and the alignment, offsets in `unit`; the alignment is of the
  /// form `[source start, source end, target start, target end]`, changed stretches only.
  ///
  /// Edges of edits that lie within a character have no grapheme offset and are null there.
  package func json(unit: OffsetUnit = .scalar) -> JSONValue {
    let (from, to) = (OffsetTable(clean.scalars), OffsetTable(noisy.scalars))
    func offset(_ scalar: Int, _ table: OffsetTable) -> JSONValue {
      table.offset(of: scalar, in: unit).map { .integer($0) } ?? .null
    }
    return .object([
      .init("unit", .string(unit.rawValue)), .init("clean", Self.json(clean, from, unit)),
      .init("noisy", Self.json(noisy, to, unit)),
      .init(
        "alignment",
        .array(
          alignment.changes.map {
            .array([
              offset($0.source.lowerBound, from), offset($0.source.upperBound, from),
              offset($0.target.lowerBound, to), offset($0.target.upperBound, to),
            ])
          })),
      .init(
        "rounds",
        .array(
          rounds.map { round in
            .array(
              round.map {
                .object([
                  .init("operation", .string($0.edit.operation)), .init("reason", .string($0.edit.reason)),
                  .init("start", .integer($0.edit.range.lowerBound)), .init("removed", .string($0.removed)),
                  .init("inserted", .string($0.edit.replacement)),
                ])
              })
          })),
    ])
  }

  private static func json(_ text: AnnotatedText, _ table: OffsetTable, _ unit: OffsetUnit) -> JSONValue {
    .object([
      .init("text", .string(text.string)),
      .init("labels", .object(text.labels.map { .init($0.task, .string($0.value)) })),
      .init(
        "spans",
        .array(
          text.spans.map { span in
            let range = table.range(span.range, in: unit)
            return .object([
              .init("id", .integer(span.id)), .init("label", .string(span.label)),
              .init("start", range.map { .integer($0.lowerBound) } ?? .null),
              .init("end", range.map { .integer($0.upperBound) } ?? .null),
              .init("surface", .string(text.surface(of: span))),
              .init("role", span.role.map { .string($0) } ?? .null),
              .init("value", span.value.map { .string($0) } ?? .null),
              .init("edited", .boolean(span.isEdited)),
            ])
          })),
    ])
  }
}
