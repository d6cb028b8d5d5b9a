package import TextModel

/// The same quantity in another unit, exactly: 2 km → 2000 m, 90分钟 ← 1.5小时 is not written, since only whole numbers are.
package struct UnitConversion: SitePerturbation {
  package let rule = PerturbationRule("unit-conversion", "The same quantity in another unit, exactly equal.")

  package init() {}

  /// Spellings of a unit, how many of the smaller one it is, and the smaller one's spelling.
  private static let units: [(names: [String], factor: Int, smaller: String)] = [
    (["km", "kilometres", "kilometers"], 1000, "m"), (["kg", "kilograms"], 1000, "g"),
    (["hours"], 60, "minutes"),
    (["weeks"], 7, "days"), (["metres", "meters"], 100, "cm"), (["litres", "liters"], 1000, "ml"),
    (["minutes"], 60, "seconds"), (["days"], 24, "hours"), (["公里", "千米"], 1000, "米"), (["公斤", "千克"], 2, "斤"),
    (["个小时", "小时"], 60, "分钟"), (["周"], 7, "天"), (["米"], 100, "厘米"), (["升"], 1000, "毫升"),
  ]

  package func sites(in text: PerturbableText) -> [EditSite] {
    let scalars = text.scalars
    return DigitRun.all(in: scalars).compactMap { run in
      guard let value = run.value, value > 0, value < 10_000 else { return nil }
      var start = run.range.upperBound
      let hasSpace = start < scalars.count && scalars[start] == " "
      if hasSpace { start += 1 }
      for unit in Self.units {
        for name in unit.names {
          let letters = Array(name.unicodeScalars)
          let end = start + letters.count
          guard end <= scalars.count, scalars[start..<end].elementsEqual(letters) else { continue }
          if end < scalars.count, PerturbableText.isLetter(scalars[end]),
            PerturbableText.isLetter(scalars[end - 1])
          {
            continue
          }
          // `米` may begin another word, and a rate is no quantity of its first unit.
          if end < scalars.count, scalars[end] == "/" || scalars[end] == "饭" || scalars[end] == "末" {
            continue
          }
          let (product, overflow) = value.multipliedReportingOverflow(by: unit.factor)
          guard !overflow, text.isWholeWords(run.range.lowerBound..<end) else { continue }
          let replacement = "\(product)\(hasSpace ? " " : "")\(unit.smaller)"
          return EditSite(
            run.range.lowerBound..<end,
            [
              .init(
                replacement, reason: "smaller unit",
                tokens: tokens(String(product), hasSpace, unit.smaller, text))
            ])
        }
      }
      return nil
    }
  }

  private func tokens(_ number: String, _ hasSpace: Bool, _ unit: String, _ text: PerturbableText)
    -> [TextToken]?
  {
    guard !text.text.tokens.isEmpty else { return nil }
    let start = number.unicodeScalars.count + (hasSpace ? 1 : 0)
    return [
      TextToken(0..<number.unicodeScalars.count, WordTag(.numeral, lemma: number)),
      TextToken(start..<(start + unit.unicodeScalars.count), WordTag(.noun, lemma: unit)),
    ]
  }
}
