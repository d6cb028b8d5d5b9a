import Diagnostics
package import JSON

/// `format.json` of a format's folder: what positions count, how the texts are split, what the format could not say.
package enum TextFormatNote {
  package static let name = "format.json"

  package static func text(_ format: any TextFormat, _ facts: TextFacts, _ notes: TextNotes) -> String {
    JSONValue.object([
      ("format", .string(format.name)), ("title", .string(facts.title)),
      ("positions", .string(format.positions)), ("split", facts.split.json),
      (
        "texts",
        .object(
          facts.languages.map { language in
            (
              language,
              .object(
                TextPart.allCases.map { part in
                  (part.rawValue, .integer(facts[language].counts[part, default: 0]))
                })
            )
          })
      ), ("notes", .array(notes.lines.map { .string($0) })),
    ]).prettyText + "\n"
  }

  /// The split that a format's folder was written with; `nil` where nothing says it.
  package static func split(of folder: TextFolder) -> JSONValue? {
    guard folder.isFile(name), let note = try? folder.document(name) else { return nil }
    return note["split"]
  }
}
