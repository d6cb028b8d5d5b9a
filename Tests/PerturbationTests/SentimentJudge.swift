import TextModel

/// A second opinion on a judgement: counts words and negations of lists of its own, from the string alone.
enum SentimentJudge {
  private static let good = [
    "clean", "friendly", "like", "likes", "recommends", "recommend", "excellent", "great", "干净", "喜欢", "热情",
    "安静",
  ]
  private static let bad = [
    "dirty", "unfriendly", "dislike", "terrible", "awful", "脏", "吵闹", "冷淡", "讨厌",
  ]

  static func label(_ text: AnnotatedText) -> String? {
    // `like,` is a filler.
    let string = text.string.lowercased().replacing("like, ", with: "")
    var score = 0
    if text.language.hasPrefix("zh") {
      for word in good where string.contains(word) { score += 1 }
      for word in bad where string.contains(word) { score -= 1 }
      if string.contains("不") { score = -score }
    } else {
      let words = string.split { !$0.isLetter && $0 != "'" }.map(String.init)
      score += words.count { good.contains($0) } - words.count { bad.contains($0) }
      if words.contains("not") || words.contains(where: { $0.hasSuffix("n't") }) { score = -score }
    }
    return score > 0 ? "positive" : score < 0 ? "negative" : nil
  }
}
