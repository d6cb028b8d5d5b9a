/// A sentence as it is read from words with IOB2 tags.
struct IOBSentence {
  private(set) var words: [String] = []
  /// Parts of speech, where the format has them.
  private(set) var pos: [String] = []
  private(set) var spans: [LabelledReading.Span] = []
  /// The first tag that is none.
  private(set) var fault: String?
  private var open: String?

  mutating func add(_ word: String, tag: String, pos: String? = nil) {
    let number = words.count
    words.append(word)
    if let pos { self.pos.append(pos) }
    guard tag != "O" else {
      open = nil
      return
    }
    let label = String(tag.dropFirst(2))
    guard tag.hasPrefix("B-") || tag.hasPrefix("I-"), !label.isEmpty else {
      fault = fault ?? tag
      open = nil
      return
    }
    if tag.hasPrefix("I-"), open == label, !spans.isEmpty {
      spans[spans.count - 1].end = number + 1
      return
    }
    if tag.hasPrefix("I-") { fault = fault ?? tag }
    spans.append(.init(number, number + 1, label))
    open = label
  }

  var reading: LabelledReading {
    var reading = LabelledReading(words: words, spans: spans)
    if pos.count == words.count { reading.tags = pos }
    return reading
  }
}
