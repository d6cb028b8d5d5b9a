import JSON
import TextModel

/// Writes samples as JSON Lines, bytes at once: one object a sample, its texts inside.
///
///     {"index":7,"intent":"navigate","texts":[{"language":"en","template":"navigate/en/1","text":"go to Paris",
///      "entities":[{"entity":"city","value":"paris","start":6,"end":11}],"tokens":[[0,2],[3,5],[6,11]]}]}
///
/// Offsets count Unicode scalars. `role` and further `labels` stand where there are some, and so do `chains` (entities that
/// speak of one thing, by number), `relations` between entities, and `mention`, of pronouns and the like; `pos`, `lemmas` and `features`,
/// one a word, `_` for what is not known, where the language has a table of words.
package struct TextRecordWriter: Sendable {
  private let space: DerivationSpace
  /// JSON that does not change: by use, value, template and intent.
  private let uses: Fragments
  private let values: Fragments
  private let texts: Fragments
  private let intents: Fragments

  /// Pieces of bytes, one behind the other.
  private struct Fragments: Sendable {
    private(set) var bytes: [UInt8] = []
    private var ends: [Int] = [0]

    init(_ pieces: some Sequence<String>) {
      for piece in pieces {
        bytes += piece.utf8
        ends.append(bytes.count)
      }
    }

    @inline(__always) subscript(number: Int) -> ArraySlice<UInt8> { bytes[ends[number]..<ends[number + 1]] }
  }

  package init(_ space: DerivationSpace) {
    self.space = space
    func quoted(_ text: String) -> String { JSONValue.string(text).canonicalText }
    uses = Fragments(
      space.uses.map { use in
        "{\"entity\":" + quoted(space.labels[Int(use.label)])
          + (use.role < 0 ? "" : ",\"role\":" + quoted(space.roles[Int(use.role)]))
          + (use.repeats < 0 ? "" : ",\"repeats\":" + quoted(space.variables[Int(use.variable)]))
          + (use.isMention ? ",\"mention\":true" : "")
      })
    values = Fragments(
      space.values.map { $0.canonical.isEmpty ? "" : ",\"value\":" + quoted($0.canonical) })
    texts = Fragments(
      space.templates.map { template in
        "{\"language\":" + quoted(space.languages[Int(template.language)]) + ",\"template\":"
          + quoted(template.name)
          + ",\"text\":\""
      })
    intents = Fragments(
      space.intents.map { intent in
        let labels = JSONValue.object(intent.labels.map { .init($0.name, .string($0.value)) })
        return ",\"intent\":" + quoted(intent.name)
          + (intent.labels.isEmpty ? "" : ",\"labels\":" + labels.canonicalText) + ",\"texts\":["
      })
  }

  /// Adds the line of a sample to `out`.
  package func write(_ sample: borrowing RealisedSample, index: Int, to out: inout [UInt8]) {
    Self.put("{\"index\":", &out)
    Self.put(index, &out)
    out.append(contentsOf: intents[Int(sample.intent)])
    for number in 0..<sample.count {
      if number > 0 { out.append(UInt8(ascii: ",")) }
      write(sample.texts[number], to: &out)
    }
    Self.put("]}\n", &out)
  }

  private func write(_ text: borrowing RealisedText, to out: inout [UInt8]) {
    out.append(contentsOf: texts[Int(text.template)])
    Self.escape(text.bytes[...], &out)
    Self.put("\",\"entities\":[", &out)
    for i in 0..<text.spans.count {
      let span = text.spans[i]
      if i > 0 { out.append(UInt8(ascii: ",")) }
      out.append(contentsOf: uses[Int(span.use)])
      if span.value >= 0, !values[Int(span.value)].isEmpty {
        out.append(contentsOf: values[Int(span.value)])
      } else {
        Self.put(",\"value\":\"", &out)
        Self.escape(text.bytes[Int(span.byteStart)..<Int(span.byteEnd)], &out)
        out.append(UInt8(ascii: "\""))
      }
      Self.put(",\"start\":", &out)
      Self.put(Int(span.start), &out)
      Self.put(",\"end\":", &out)
      Self.put(Int(span.end), &out)
      out.append(UInt8(ascii: "}"))
    }
    Self.put("]", &out)
    for member in SpanTies.members(chains: text.chains(in: space), relations: text.relations(in: space)) {
      out.append(contentsOf: ",\"\(member.key)\":\(member.value.canonicalText)".utf8)
    }
    Self.put(",\"tokens\":[", &out)
    for i in 0..<text.tokens.count {
      let token = text.tokens[i]
      if i > 0 { out.append(UInt8(ascii: ",")) }
      out.append(UInt8(ascii: "["))
      Self.put(Int(token.lowerBound), &out)
      out.append(UInt8(ascii: ","))
      Self.put(Int(token.upperBound), &out)
      out.append(UInt8(ascii: "]"))
    }
    out.append(UInt8(ascii: "]"))
    // Sentences of languages without a table are the many that must be quick.
    if let tags = text.tags(in: space) {
      for member in WordTag.members(of: tags) {
        out.append(contentsOf: ",\"\(member.key)\":\(member.value.canonicalText)".utf8)
      }
    }
    out.append(UInt8(ascii: "}"))
  }

  @inline(__always) private static func put(_ text: StaticString, _ out: inout [UInt8]) {
    out.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  private static func put(_ number: Int, _ out: inout [UInt8]) {
    if number < 10 {
      out.append(48 &+ UInt8(truncatingIfNeeded: number))
    } else if number < 100 {
      let tens = number / 10
      out.append(48 &+ UInt8(truncatingIfNeeded: tens))
      out.append(48 &+ UInt8(truncatingIfNeeded: number &- tens &* 10))
    } else {
      out.append(contentsOf: String(number).utf8)
    }
  }

  /// The bytes of a text as JSON has them inside of quotes (RFC 8259 §7).
  private static func escape(_ bytes: ArraySlice<UInt8>, _ out: inout [UInt8]) {
    var isPlain = true
    for byte in bytes where byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F { isPlain = false }
    if isPlain {
      out.append(contentsOf: bytes)
      return
    }
    var quoted = ""
    JSONValue.quote(String(decoding: bytes, as: UTF8.self), to: &quoted)
    out.append(contentsOf: quoted.utf8.dropFirst().dropLast())
  }
}
