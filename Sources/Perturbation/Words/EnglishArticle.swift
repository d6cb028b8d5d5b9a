/// `a` or `an`, by how the next word sounds.
enum EnglishArticle {
  private static let vowelSound: [String] = [
    "hour", "honest", "honour", "honor", "heir", "mba", "suv", "fm", "lte", "mp",
  ]
  private static let consonantSound: [String] = [
    "use", "usu", "uni", "uti", "europ", "euro", "one", "once", "ewe", "uk", "us", "ufo", "eu",
  ]

  static func takesAn(_ word: String) -> Bool {
    let word = word.lowercased()
    if vowelSound.contains(where: { word.hasPrefix($0) }) { return true }
    if word.hasPrefix("unin") || word.hasPrefix("unim") { return true }
    if consonantSound.contains(where: { word.hasPrefix($0) }) { return false }
    return word.first.map { "aeiou".contains($0) } ?? false
  }
}
