import RandomStreams

/// Who appears in problems: the same part is played under a native name in either language.
enum Cast {
  static let people = [
    Bilingual("小明", "Ming"), Bilingual("小红", "Hannah"), Bilingual("安然", "Anna"), Bilingual("博文", "Ben"),
    Bilingual("嘉怡", "Clara"), Bilingual("大伟", "David"), Bilingual("雨欣", "Ella"), Bilingual("浩然", "Frank"),
    Bilingual("晓燕", "Grace"), Bilingual("志强", "Henry"), Bilingual("子轩", "Ivan"), Bilingual("佳琪", "Julia"),
  ]

  /// Some of them, all different.
  static func some(_ count: Int, _ stream: inout RandomStream) -> [Bilingual] {
    stream.permutation(people.count).prefix(count).map { people[$0] }
  }
}

extension [Bilingual] {
  /// An enumeration in running text: 甲、乙和丙; A, B and C.
  func listed(_ language: ProblemLanguage) -> String {
    let words = map { $0[language] }
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    guard language == .chinese else { return words.dropLast().joined(separator: ", ") + " and " + last }
    // Digits and Latin letters stand apart from Chinese characters by a blank.
    let before = words[words.count - 2].last?.isASCII == true ? " " : ""
    let after = last.first?.isASCII == true ? " " : ""
    return words.dropLast().joined(separator: "、") + before + "和" + after + last
  }
}
