import Mandarin
package import TextModel

/// What speech recognition writes: other words of the same sound, no capitals, no marks.
package struct SpeechNoise: SitePerturbation {
  package let rule = PerturbationRule(
    "speech-noise", "Words of the same sound, no capitals and no punctuation, as speech recognition writes.")

  package init() {}

  private static let groups: [[String]] = [
    "their there they're", "to too two", "your you're", "its it's", "hear here", "right write", "by buy bye",
    "for four",
    "know no", "see sea", "son sun", "one won", "eight ate", "week weak", "meet meat", "mail male",
    "road rode",
    "whether weather", "which witch", "where wear", "would wood", "new knew", "hour our", "way weigh",
    "wait weight",
    "piece peace", "plain plane", "sale sail", "cell sell", "cent scent sent", "fair fare", "flour flower",
    "brake break",
    "made maid", "pair pear", "rain reign", "scene seen", "some sum", "steal steel", "tail tale",
    "through threw",
    "waste waist", "blue blew", "dear deer", "find fined", "heard herd", "hole whole", "knight night",
    "lead led",
    "past passed", "role roll", "root route", "sight site", "stair stare", "then than", "affect effect",
    "aloud allowed",
  ].map { $0.split(separator: " ").map(String.init) }
  private static let words = groups.flatMap { group in
    group.map { word in (word, group.filter { $0 != word }) }
  }
  private static let table = PhraseTable(words.map(\.0))

  package func sites(in text: PerturbableText) -> [EditSite] {
    let scalars = text.scalars
    var sites: [EditSite] = []
    if text.isChinese {
      for (i, scalar) in scalars.enumerated() {
        guard let reading = MandarinTable.standard.reading(scalar) else { continue }
        let heard = MandarinTable.standard.characters(of: reading.syllable).filter { $0 != scalar }.prefix(4)
        guard !heard.isEmpty else { continue }
        sites.append(EditSite(i..<(i + 1), heard.map { .init("\($0)", reason: "same syllable") }))
      }
    } else {
      sites = Self.table.matches(in: text).map { match in
        EditSite(match.range, Self.words[match.phrase].1.map { .init($0, reason: "same sound") })
      }
      for (i, scalar) in scalars.enumerated() where scalar.properties.isUppercase && scalar.value < 0x2E80 {
        sites.append(EditSite(i..<(i + 1), scalar.properties.lowercaseMapping, reason: "no capitals"))
      }
    }
    for (i, scalar) in scalars.enumerated() where ",.!?;:，。！？；：、".unicodeScalars.contains(scalar) {
      let isInner =
        i > 0 && i + 1 < scalars.count && scalar.value < 128 && scalars[i + 1] != " "
      if !isInner { sites.append(EditSite(i..<(i + 1), "", reason: "no punctuation")) }
    }
    return sites.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }
}
