package import Diagnostics
import JSON
import TextModel

/// spaCy and Prodigy JSON Lines: text, tokens with `ws`, spans in code points that begin and end with tokens, the intent
/// in `cats`; `to_docbin.py` beside them makes the `.spacy` files that `spacy train` takes.
package struct SpaCyFormat: LabelledTextFormat {
  package let name = "spacy"
  package let summary =
    "spaCy/Prodigy JSON Lines: text, tokens, spans, cats; with a script that makes .spacy files"
  package let positions = "code points; spans begin and end with tokens"
  package let holds: TextHolding = [.text, .words, .intent, .nested, .roles, .values]

  package init() {}

  package func entries(for texts: [PlacedText], _ notes: inout TextNotes) throws(DioramaError)
    -> [TextFormatEntry]
  {
    var out: [TextFormatEntry] = []
    for placed in texts {
      let item = try labelled(placed)
      guard !item.text.tokens.isEmpty || item.text.scalars.isEmpty else {
        throw refusal(
          of: placed.text, "the words of “\(item.string)” are not known",
          remedy: "Leave the format out: spaCy's spans begin and end with words.")
      }
      let (tokens, numbers) = Self.tokens(of: item.text)
      var spans: [JSONValue] = []
      for span in item.text.spans {
        guard let first = numbers.starts[span.range.lowerBound],
          let last = numbers.ends[span.range.upperBound]
        else {
          throw refusal(
            of: placed.text, "the span \(span.label) of “\(item.string)” begins or ends inside of a word",
            remedy: "Divide the words there, or leave the format out.")
        }
        spans.append(
          .object(
            [
              ("start", .integer(span.range.lowerBound)), ("end", .integer(span.range.upperBound)),
              ("label", .string(span.label)), ("token_start", .integer(first)), ("token_end", .integer(last)),
            ] + (span.role.map { [("role", .string($0))] } ?? []) + [("value", .string(item.value(span)))]))
      }
      let record: JSONValue = .object([
        ("text", .string(item.string)), ("tokens", .array(tokens)), ("spans", .array(spans)),
        ("cats", .object(item.intent.isEmpty ? [] : [(item.intent, .integer(1))])),
        (
          "meta",
          .object([("sample", .integer(placed.text.index)), ("template", .string(placed.text.template))])
        ),
      ])
      out.append(TextFormatEntry(file: TextFileName.file(placed, ".jsonl"), record.line + "\n"))
    }
    return out
  }

  /// Tokens as spaCy has them: all of the text, one space behind a token is its `ws`, further spaces are tokens.
  private static func tokens(of text: AnnotatedText) -> (
    [JSONValue], (starts: [Int: Int], ends: [Int: Int])
  ) {
    var ranges: [(range: Range<Int>, isWord: Bool)] = []
    var position = 0
    for token in text.tokens + [TextToken(text.scalars.count..<text.scalars.count)] {
      // One space belongs to the token before.
      let isSpaced = !ranges.isEmpty && position < token.range.lowerBound && text.scalars[position] == " "
      let start = position + (isSpaced ? 1 : 0)
      if start < token.range.lowerBound { ranges.append((start..<token.range.lowerBound, false)) }
      if !token.range.isEmpty { ranges.append((token.range, true)) }
      position = token.range.upperBound
    }
    var starts: [Int: Int] = [:]
    var ends: [Int: Int] = [:]
    var out: [JSONValue] = []
    for (id, (range, isWord)) in ranges.enumerated() {
      if isWord { (starts[range.lowerBound], ends[range.upperBound]) = (id, id) }
      let next = id + 1 < ranges.count ? ranges[id + 1].range.lowerBound : text.scalars.count
      out.append(
        .object([
          ("text", .string(text.surface(range))), ("start", .integer(range.lowerBound)),
          ("end", .integer(range.upperBound)), ("id", .integer(id)),
          ("ws", .boolean(next > range.upperBound)),
        ]))
    }
    return (out, (starts, ends))
  }

  package func companions(_ facts: TextFacts) -> [(path: String, text: String)] {
    [("to_docbin.py", Self.script)]
  }

  package func read(_ folder: TextFolder, _ log: TextReadingLog) throws(DioramaError) {
    for path in try folder.someFiles(endingIn: ".jsonl", of: name) {
      let (language, part) = TextFileName.place(of: path)
      try folder.forEachJSONLine(of: path) { place, record throws(DioramaError) in
        guard let text = record["text"]?.text, let spans = record["spans"]?.items else {
          return log.fail(place, found: record.canonicalText, expected: "text and spans")
        }
        let scalars = Array(text.unicodeScalars)
        var reading = LabelledReading(text: text, words: [], intent: record["cats"]?.members?.first?.key)
        // Tokens and the spaces behind them are the text.
        var rebuilt = ""
        for token in record["tokens"]?.items ?? [] {
          let word = token["text"]?.text ?? ""
          if token["start"]?.whole != rebuilt.unicodeScalars.count {
            log.fail(place, found: token.canonicalText, expected: "tokens that make up the text")
          }
          rebuilt += word
          if !word.unicodeScalars.allSatisfy(\.properties.isWhitespace) { reading.words?.append(word) }
          if token["ws"] == true { rebuilt += " " }
        }
        if record["tokens"] == nil {
          reading.words = nil
        } else if !rebuilt.unicodeScalars.elementsEqual(scalars) {
          log.fail(place, found: rebuilt, expected: text)
        }
        for span in spans {
          guard let start = span["start"]?.whole, let end = span["end"]?.whole,
            let label = span["label"]?.text,
            start >= 0, start < end, end <= scalars.count,
            Self.fits(
              span["token_start"]?.whole, span["token_end"]?.whole, record["tokens"]?.items, start, end)
          else {
            log.fail(place, found: span.canonicalText, expected: "a stretch of whole tokens of “\(text)”")
            continue
          }
          reading.spans.append(
            .init(start, end, label, role: span["role"]?.text, value: span["value"]?.text))
        }
        log.add(TextReading(place: place, language: language, part: part, value: reading.json))
      }
    }
  }

  /// Whether the tokens that a span names begin and end where it does; true where it names none.
  private static func fits(_ first: Int?, _ last: Int?, _ tokens: [JSONValue]?, _ start: Int, _ end: Int)
    -> Bool
  {
    guard let first, let last, let tokens else { return first == nil && last == nil || tokens == nil }
    guard tokens.indices.contains(first), tokens.indices.contains(last) else { return false }
    return tokens[first]["start"]?.whole == start && tokens[last]["end"]?.whole == end
  }

  private static let script = #"""
    # Makes LANGUAGE/PART.spacy of every LANGUAGE/PART.jsonl beside this file, for `spacy train`.
    # Entities are the outermost spans; all spans stand in doc.spans["sc"]; cats has every intent of the language.

    from json import loads
    from pathlib import Path

    from spacy import blank
    from spacy.tokens import Doc, DocBin, Span
    from spacy.util import filter_spans


    def records(path):
        with open(path, encoding="utf-8") as lines:
            for line in lines:
                yield loads(line)


    def document(vocab, record, intents):
        tokens = record["tokens"]
        doc = Doc(vocab, words=[t["text"] for t in tokens], spaces=[t["ws"] for t in tokens])
        assert doc.text == record["text"], record
        spans = [Span(doc, s["token_start"], s["token_end"] + 1, label=s["label"]) for s in record["spans"]]
        doc.ents = filter_spans(spans)
        doc.spans["sc"] = spans
        doc.cats = {intent: float(intent in record["cats"]) for intent in intents}
        return doc


    def main():
        root = Path(__file__).resolve().parent
        for folder in sorted({path.parent for path in root.glob("*/*.jsonl")}):
            try:
                vocab = blank(folder.name).vocab
            except ImportError:
                vocab = blank("xx").vocab
            paths = sorted(folder.glob("*.jsonl"))
            intents = sorted({intent for path in paths for record in records(path) for intent in record["cats"]})
            for path in paths:
                DocBin(
                    docs=[document(vocab, record, intents) for record in records(path)], store_user_data=True
                ).to_disk(path.with_suffix(".spacy"))


    if __name__ == "__main__":
        main()

    """#
}
