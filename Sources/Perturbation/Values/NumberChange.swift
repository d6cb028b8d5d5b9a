package import TextModel

/// Another number in a span that holds one: 3 nights → 4 nights. The span's value becomes the new number.
package struct NumberChange: SitePerturbation {
  package let rule = PerturbationRule(
    "change-number", "Another number in a span that holds one.", effect: .revalues)

  /// Spans with these labels are numbers, with or without a unit.
  package let labels: Set<String>

  package init(
    labels: Set<String> = [
      "number", "quantity", "count", "amount", "temperature", "duration", "distance", "percent", "nights",
      "guests",
    ]
  ) { self.labels = labels }

  package func sites(in text: PerturbableText) -> [EditSite] {
    text.text.spans.compactMap { span in
      guard labels.contains(span.label), text.isLeaf(span) else { return nil }
      let scalars = Array(text.scalars[span.range])
      guard let run = DigitRun.only(in: scalars), let old = run.value, old < 1_000_000 else { return nil }
      // A value in another notation than the digits themselves is not ours to change.
      guard span.value == nil || span.value == String(old) else { return nil }
      // English nouns have another form beside 1.
      let least = text.isChinese ? 1 : 2
      guard old >= least else { return nil }
      var new: [Int] = []
      for value in [old + 1, old - 1, old + 10, old * 2, old - 3]
      where value >= least && value != old && !new.contains(value) {
        new.append(value)
      }
      return EditSite(
        span.range,
        new.map {
          let surface =
            GraphemeBoundaries.string(scalars[..<run.range.lowerBound]) + String($0)
            + GraphemeBoundaries.string(scalars[run.range.upperBound...])
          return .init(
            surface, reason: "another number", value: String($0),
            tokens: tokens(surface, run, String($0), in: text))
        })
    }
  }

  /// The number and what stands around it, each a word.
  private func tokens(_ surface: String, _ run: DigitRun, _ digits: String, in text: PerturbableText)
    -> [TextToken]?
  {
    guard !text.text.tokens.isEmpty else { return nil }
    let (start, end) = (run.range.lowerBound, run.range.lowerBound + digits.unicodeScalars.count)
    let all = Array(surface.unicodeScalars)
    var out: [TextToken] = []
    func add(_ range: Range<Int>, _ tag: WordTag = .unknown) {
      var first: Int?
      for i in range {
        if all[i] == " " {
          if let f = first { out.append(TextToken(f..<i, tag)) }
          first = nil
        } else if first == nil {
          first = i
        }
      }
      if let f = first { out.append(TextToken(f..<range.upperBound, tag)) }
    }
    add(0..<start)
    add(start..<end, WordTag(.numeral, lemma: digits))
    add(end..<all.count)
    return out
  }
}

/// A run of ASCII digits.
struct DigitRun: Sendable {
  var range: Range<Int>
  /// `nil` where it has a leading zero or more than nine digits: a code, not a number.
  var value: Int?

  /// Runs that stand alone: not part of a decimal, a date, a time, a version or a word with letters.
  static func all(in scalars: [Unicode.Scalar]) -> [DigitRun] {
    var out: [DigitRun] = []
    var i = 0
    while i < scalars.count {
      let start = i
      while i < scalars.count, PerturbableText.isDigit(scalars[i]) { i += 1 }
      guard i > start else {
        i += 1
        continue
      }
      func joins(_ s: Unicode.Scalar) -> Bool {
        PerturbableText.isLetter(s) || ".,:-/_@#%‰°$€£¥￥+".unicodeScalars.contains(s)
      }
      let before = start == 0 ? nil : scalars[start - 1]
      let after = i == scalars.count ? nil : scalars[i]
      // A comma or stop that ends a clause joins nothing.
      let isClauseEnd =
        after == "," || after == "." || after == ":"
        ? !(i + 1 < scalars.count && PerturbableText.isDigit(scalars[i + 1])) : false
      if let before, joins(before) { continue }
      if let after, joins(after), !isClauseEnd { continue }
      let digits = scalars[start..<i]
      let isNumber = digits.count <= 9 && (digits.count == 1 || digits.first != "0")
      out.append(
        DigitRun(
          range: start..<i,
          value: isNumber ? digits.reduce(0) { $0 * 10 + Int($1.value - 0x30) } : nil))
    }
    return out
  }

  /// The one run of a text; `nil` where there are several or none, or other digits beside it.
  static func only(in scalars: [Unicode.Scalar]) -> DigitRun? {
    let all = all(in: scalars)
    guard all.count == 1, let run = all.first,
      scalars.count(where: PerturbableText.isDigit) == run.range.count
    else { return nil }
    return run
  }
}
