/// Writes derivations as texts with their spans and words.
///
/// Spaces are settled before offsets exist: what is pending is written with the next word, outside of spans that begin
/// there, and dropped at the ends of a text.
package struct Realiser: Sendable {
  let space: DerivationSpace
  private var pending = Gap.none
  private var ending = CharacterClass.other
  /// Whether the last word can go on.
  private var isWordOpen = false
  /// Spans begun, by number; those from `unstarted` on have no text yet.
  private var open: [Int32] = []
  private var unstarted = 0
  /// An article that waits for what follows, and the spans begun before it.
  private var article: (capital: Bool, spans: Int)?
  private var isCapital = false

  package init(_ space: DerivationSpace) {
    self.space = space
    open.reserveCapacity(16)
  }

  package mutating func realise(_ derivation: borrowing Derivation, into sample: inout RealisedSample) {
    sample.count = 0
    sample.intent = -1
    var current = -1
    var i = 0
    let count = derivation.steps.count
    while i < count {
      let step = derivation.steps[i]
      i += 1
      switch step.operation {
      case .intent: continue
      case .language:
        current += 1
        sample.texts[current].reset()
        sample.texts[current].language = step.payload
        begin(isCapital: space.capitalized[Int(step.payload)])
      case .template:
        sample.texts[current].template = step.payload
        sample.intent = space.templates[Int(step.payload)].intent
      default: perform(step, derivation, &sample.texts[current])
      }
    }
    sample.count = current + 1
  }

  private mutating func begin(isCapital: Bool) {
    pending = .none
    ending = .other
    isWordOpen = false
    open.removeAll(keepingCapacity: true)
    unstarted = 0
    article = nil
    self.isCapital = isCapital
  }

  private mutating func perform(
    _ step: Derivation.Step, _ derivation: borrowing Derivation, _ text: inout RealisedText
  ) {
    switch step.operation {
    case .text: write(space.atoms[Int(step.payload)], &text)
    case .begin:
      text.spans.append(
        .init(
          use: step.payload, value: -1, start: -1, end: -1, byteStart: -1, byteEnd: -1,
          depth: Int32(open.count)))
      open.append(Int32(text.spans.count - 1))
      isWordOpen = false
      let repeats = space.uses[Int(step.payload)].repeats
      if repeats >= 0 { text.spans[text.spans.count - 1].value = derivation.values[Int(repeats)] }
    case .value:
      if let span = open.last, text.spans[Int(span)].value < 0 { text.spans[Int(span)].value = step.payload }
    case .end: end(&text)
    case .article: article = (step.payload == 1, open.count)
    case .read: read(space.reads[Int(step.payload)], derivation, &text)
    case .call: call(space.calls[Int(step.payload)], derivation, &text)
    case .template, .language, .intent: return
    }
  }

  private mutating func end(_ text: inout RealisedText) {
    guard let span = open.popLast() else { return }
    if open.count < unstarted {
      text.spans[Int(span)].end = text.scalars
      text.spans[Int(span)].byteEnd = Int32(text.bytes.count)
      unstarted = open.count
    } else {
      // Nothing was said: nothing is labelled.
      text.spans.remove(at: Int(span))
    }
    isWordOpen = false
  }

  /// Adds an atom behind what is there.
  private mutating func write(_ atom: DerivationSpace.Atom, _ text: inout RealisedText) {
    pending = max(pending, atom.leading)
    guard atom.bytes > 0 else { return }
    if let waiting = article {
      article = nil
      writeArticle(waiting.capital, atom.takesAn, before: waiting.spans, &text)
    }
    place(atom.opening, &text)
    startSpans(upTo: open.count, &text)
    let offset = text.scalars
    var first = Int(atom.firstToken)
    let last = first + Int(atom.tokens)
    if isWordOpen, !atom.opensApart, first < last, !text.tokens.isEmpty {
      let token = text.tokens[text.tokens.count - 1]
      text.tokens[text.tokens.count - 1] = token.lowerBound..<offset + space.tokens[first].upperBound
      first += 1
    }
    while first < last {
      let token = space.tokens[first]
      text.tokens.append(token.lowerBound + offset..<token.upperBound + offset)
      first += 1
    }
    let start = Int(atom.start)
    text.bytes.append(contentsOf: space.bytes[start..<start + Int(atom.bytes)])
    if isCapital { capitalise(from: text.bytes.count - Int(atom.bytes), &text) }
    text.scalars += atom.scalars
    ending = atom.ending
    pending = atom.trailing
    isWordOpen = atom.trailing == .none && !atom.endsWithPunctuation
  }

  /// Writes the gap that is pending, as it is before such a character.
  @inline(__always) private mutating func place(_ opening: CharacterClass, _ text: inout RealisedText) {
    guard pending != .none else { return }
    if text.scalars > 0, LiteralText.prints(pending, ending, opening) {
      text.bytes.append(UInt8(ascii: " "))
      text.scalars += 1
    }
    isWordOpen = false
    pending = .none
  }

  private mutating func startSpans(upTo count: Int, _ text: inout RealisedText) {
    while unstarted < count {
      let span = Int(open[unstarted])
      text.spans[span].start = text.scalars
      text.spans[span].byteStart = Int32(text.bytes.count)
      unstarted += 1
    }
  }

  private mutating func writeArticle(
    _ isCapital: Bool, _ takesAn: Bool, before spans: Int, _ text: inout RealisedText
  ) {
    let gap = pending
    // What was pending before the article stood before it, and a space follows.
    pending = text.scalars > 0 ? .space : .none
    place(.spaced, &text)
    startSpans(upTo: max(unstarted, min(spans, open.count)), &text)
    let word = takesAn ? "an" : "a"
    let start = text.scalars
    text.bytes.append(contentsOf: (isCapital ? word.prefix(1).uppercased() + word.dropFirst() : word).utf8)
    text.scalars += takesAn ? 2 : 1
    text.tokens.append(start..<text.scalars)
    ending = .spaced
    pending = max(gap, .space)
    if self.isCapital { capitalise(from: text.bytes.count - word.utf8.count, &text) }
  }

  /// Makes the first letter of a text a capital, where that does not change its length.
  private mutating func capitalise(from start: Int, _ text: inout RealisedText) {
    for i in start..<text.bytes.count {
      let byte = text.bytes[i]
      if (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) { text.bytes[i] = byte - 32 }
      // Letters of other scripts and digits stay.
      if byte >= 0x80 || byte >= 0x30 && byte <= 0x39 || (byte | 32) >= 0x61 && (byte | 32) <= 0x7A {
        isCapital = false
        return
      }
    }
  }

  // MARK: what other places decide

  private mutating func read(
    _ read: DerivationSpace.Read, _ derivation: borrowing Derivation, _ text: inout RealisedText
  ) {
    let value = derivation.values[Int(read.register)]
    if !read.atoms.isEmpty {
      let number = Int(value - read.base)
      if read.atoms.indices.contains(number) { write(space.atoms[Int(read.atoms[number])], &text) }
      return
    }
    let (start, end) = (Int(derivation.starts[Int(read.register)]), Int(derivation.ends[Int(read.register)]))
    guard start >= 0, end > start else { return }
    // The same words again, without labels inside.
    for i in start..<end {
      let step = derivation.steps[i]
      switch step.operation {
      case .text, .call: perform(step, derivation, &text)
      case .read where space.reads[Int(step.payload)].register != read.register:
        perform(step, derivation, &text)
      default: continue
      }
    }
  }

  private mutating func call(
    _ call: DerivationSpace.Call, _ derivation: borrowing Derivation, _ text: inout RealisedText
  ) {
    let arguments = call.arguments.map { argument -> String in
      switch argument {
      case .constant(let text): return text
      case .variable(let register, let base, let texts):
        let number = Int(derivation.values[Int(register)] - base)
        return texts.indices.contains(number) ? texts[number] : ""
      }
    }
    let words = call.function(arguments, language: call.language) ?? ""
    write(LiteralText(words, language: call.language), &text)
  }

  /// Adds a text that no atom holds.
  private mutating func write(_ literal: LiteralText, _ text: inout RealisedText) {
    guard let first = literal.scalars.first, let last = literal.scalars.last else { return }
    pending = max(pending, literal.leading)
    if let waiting = article {
      article = nil
      let words = String(String.UnicodeScalarView(literal.scalars))
      writeArticle(waiting.capital, EnglishArticle.takesAn(words), before: waiting.spans, &text)
    }
    place(CharacterClass(first), &text)
    startSpans(upTo: open.count, &text)
    let offset = text.scalars
    var tokens = literal.tokens.map { Int32($0.lowerBound) + offset..<Int32($0.upperBound) + offset }
    if isWordOpen, !literal.opensApart, let word = text.tokens.last, let head = tokens.first {
      text.tokens[text.tokens.count - 1] = word.lowerBound..<head.upperBound
      tokens.removeFirst()
    }
    text.tokens += tokens
    let start = text.bytes.count
    text.bytes += String(String.UnicodeScalarView(literal.scalars)).utf8
    if isCapital { capitalise(from: start, &text) }
    text.scalars += Int32(literal.scalars.count)
    ending = CharacterClass(last)
    pending = literal.trailing
    isWordOpen = literal.trailing == .none && !CharacterClass.isPunctuation(last)
  }
}
