/// The indefinite article of English, by the sound of what follows.
package enum EnglishArticle {
  /// Words whose first letter misleads: a vowel that sounds like a consonant.
  private static let consonantSounds = [
    "eu", "ewe", "once ", "one ", "ones ", "ouija", "u.", "ubiq", "uganda", "ukr", "unanim", "uni", "upsilon",
    "ural",
    "uran", "urin", "us ", "usa", "use", "usu", "ute", "util", "utop", "uv", "uk", "us-",
  ]
  /// Beginnings that the list above would catch wrongly.
  private static let vowelSounds = [
    "unid", "unim", "unin", "unint", "unil", "usher", "heir", "honest", "honor", "honour", "hour",
  ]
  /// Letters whose names begin with a vowel: an MBA, an SUV.
  private static let vowelLetters = Set<Character>("AEFHILMNORSX")
  /// Initials that are read as words: a NATO exercise, a SIM card.
  private static let wordInitials: Set<String> = [
    "NATO", "NASA", "SIM", "LAN", "RAM", "ROM", "FIFA", "LASER", "LED-ZEPPELIN", "LIDAR", "RADAR", "MIDI",
    "SONAR",
    "SWAT", "HEPA",
  ]

  /// Whether the text begins with a vowel sound, so that it takes `an`.
  package static func takesAn(_ text: some StringProtocol) -> Bool {
    let word = text.drop { !$0.isLetter && !$0.isNumber }.prefix {
      !$0.isWhitespace && $0 != "-" && $0 != ","
    }
    guard let first = word.first else { return false }
    if first.isNumber { return numberTakesAn(word) }
    let letters = word.filter(\.isLetter)
    if letters.count > 1 || word.count == 1, letters.allSatisfy(\.isUppercase), letters.count <= 5,
      !wordInitials.contains(String(letters))
    {
      return vowelLetters.contains(first)
    }
    let lower = word.lowercased() + " "
    if vowelSounds.contains(where: { lower.hasPrefix($0) }) {
      // `unideal` is no `uni-`, but `unidentified` neither and `unilateral` is.
      return !lower.hasPrefix("unilateral") && !lower.hasPrefix("unidirection")
    }
    if consonantSounds.contains(where: { lower.hasPrefix($0) }) { return false }
    return "aeiouàáâäæèéêëíîïòóôöøœùúûü".contains(lower.first ?? " ")
  }

  /// Eight, eleven, eighteen and their thousands begin with a vowel.
  private static func numberTakesAn(_ word: some StringProtocol) -> Bool {
    let digits = word.prefix { $0.isNumber }
    if digits.first == "8" { return true }
    return ["11", "18"].contains { digits.hasPrefix($0) } && digits.count % 3 == 2
  }
}
