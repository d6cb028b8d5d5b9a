/// A syllable of Mandarin taken apart: `zhuang4` → zh + uang, fourth tone.
package struct PinyinSyllable: Sendable, Hashable {
  /// `b` … `zh`; empty for syllables without one (`er`, `an`), and for those written with `y` or `w`.
  package var initial: String
  /// The final in full, `ü` as `v`: `iou` for `liu`, `uei` for `gui`, `uen` for `lun`, `ve` for `yue`; `-i` as `ii`
  /// after z, c, s and `iii` after zh, ch, sh, r.
  package var final: String
  /// 1 to 4, 5 for the neutral tone.
  package var tone: Int

  /// Longest first.
  private static let initials = [
    "zh", "ch", "sh", "b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x", "r", "z", "c",
    "s",
  ]
  /// Finals that exist.
  package static let finals: Set<String> = [
    "a", "o", "e", "ai", "ei", "ao", "ou", "an", "en", "ang", "eng", "ong", "er", "i", "ia", "ie", "iao",
    "iou",
    "ian", "in", "iang", "ing", "iong", "u", "ua", "uo", "uai", "uei", "uan", "uen", "uang", "ueng", "v",
    "ve",
    "van", "vn", "ii", "iii", "io",
  ]

  /// - Returns: `nil` where `spelling` (without tone, `ü` written `v`) is no syllable.
  package init?(_ spelling: String, tone: Int) {
    guard (1...5).contains(tone) else { return nil }
    self.tone = tone
    var rest = spelling
    if rest.hasPrefix("y") {
      // yi → i, yin → in, yu → v, yue → ve, ya → ia, you → iou.
      let after = String(rest.dropFirst())
      if after.hasPrefix("i") {
        rest = after
      } else if after.hasPrefix("u") {
        rest = "v" + after.dropFirst()
      } else {
        rest = "i" + after
      }
      initial = ""
    } else if rest.hasPrefix("w") {
      let after = String(rest.dropFirst())
      rest = after.hasPrefix("u") ? after : "u" + after
      initial = ""
    } else {
      initial = Self.initials.first { spelling.hasPrefix($0) } ?? ""
      rest = String(spelling.dropFirst(initial.count))
      if ["j", "q", "x"].contains(initial), rest.hasPrefix("u") { rest = "v" + rest.dropFirst() }
      if rest == "i" {
        if ["z", "c", "s"].contains(initial) { rest = "ii" }
        if ["zh", "ch", "sh", "r"].contains(initial) { rest = "iii" }
      }
    }
    // Spelling leaves out the middle of these three.
    switch rest {
    case "iu": rest = "iou"
    case "ui": rest = "uei"
    case "un": rest = "uen"
    case "iong", "iou": break
    default: break
    }
    guard Self.finals.contains(rest) else { return nil }
    final = rest
  }
}
