import Diagnostics
import Identities
import RandomStreams
import TextModel

/// A sentence with fields in braces: `Please call {name} on {mobile_phone}.`
struct IdentitySentence: Sendable {
  enum Piece: Sendable, Hashable {
    case text(String)
    case field(FieldKind)
  }

  let pieces: [Piece]

  /// - Throws: `badInput` for a brace without its other, or a field that is none.
  init(_ line: String) throws(DioramaError) {
    var pieces: [Piece] = []
    var rest = line[...]
    while let open = rest.firstIndex(of: "{") {
      if open > rest.startIndex { pieces.append(.text(String(rest[..<open]))) }
      guard let close = rest[open...].firstIndex(of: "}") else {
        throw DioramaError(.badInput, "“\(line)”: a { without }")
      }
      let name = String(rest[rest.index(after: open)..<close])
      guard let kind = FieldKind(rawValue: name) else {
        throw DioramaError(
          .badInput, "“\(line)”: there is no field {\(name)}",
          remedy: "Choose among \(FieldKind.allCases.map(\.rawValue).joined(separator: ", ")).")
      }
      pieces.append(.field(kind))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { pieces.append(.text(String(rest))) }
    self.pieces = pieces
  }

  /// The fields that it names and a record has not.
  func missing(in record: IdentityRecord) -> [FieldKind] {
    pieces.compactMap { if case .field(let kind) = $0, record[kind] == nil { kind } else { nil } }
  }

  /// The sentence about a record, each field in one of the forms that people write it in, and with its normal form as
  /// the span's value. Words are known where spaces part them.
  ///
  /// - Parameter mask: how personal values are hidden; a hidden value is its own normal form.
  /// - Throws: `TextFault` where a value joins with the text beside it into one character.
  func said(
    of record: IdentityRecord, _ stream: RandomStream, mask: Masking.Style? = nil
  ) throws(TextFault) -> AnnotatedText {
    let locale = record.holder.locale
    let isSpaced = locale != .chinese && locale != .japanese
    var realiser = TextRealiser(tokenises: isSpaced)
    for (number, piece) in pieces.enumerated() {
      switch piece {
      case .text(let text): realiser.verbatim(text)
      case .field(let kind):
        guard let field = record.fields.first(where: { $0.kind == kind }) else { continue }
        var draw = stream.child("form/\(number)")
        let forms = FormatVariants.forms(of: field, in: locale)
        var text = draw.choose(forms)?.text ?? field.value
        var value = field.value
        if let mask, kind.isPersonal {
          text = Masking.masked(field, mask)
          value = text
        }
        realiser.beginSlot(SlotTag(kind.rawValue, value: value))
        realiser.verbatim(text)
        realiser.endSlot()
      }
    }
    return try realiser.finish(language: String(locale.rawValue.prefix(2)))
  }
}
