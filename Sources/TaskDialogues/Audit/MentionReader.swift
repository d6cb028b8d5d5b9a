package import Conversations

/// Finds values of slots in what people say, by their words alone.
///
/// Reads from the left and takes the longest words that fit; English words end where letters and digits end. Shares the
/// lexicon with the makers, and nothing else.
package struct MentionReader: Sendable {
  /// Words that may mean a value of several slots.
  package struct Mention: Sendable, Hashable {
    package var words: String
    /// Slot and key of all that the words may mean.
    package var meanings: [[String]]
  }

  private let isChinese: Bool
  private var lexicon: [Character: [(words: [Character], meanings: [[String]])]] = [:]

  package init(_ slots: [DialogueSlot], _ tongue: Tongue) {
    isChinese = tongue == .chinese
    var known: [String: [[String]]] = [:]
    for slot in slots {
      for value in slot.values + [indifferent] {
        for words in value.forms[tongue].all {
          let lower = words.lowercased()
          if !(known[lower]?.contains([slot.name, value.key]) ?? false) {
            known[lower, default: []].append([slot.name, value.key])
          }
        }
      }
    }
    for (words, meanings) in known {
      guard let first = words.first else { continue }
      lexicon[first, default: []].append((Array(words), meanings))
    }
    // The longest first.
    for key in lexicon.keys { lexicon[key]?.sort { $0.words.count > $1.words.count } }
  }

  /// From left to right, without overlaps.
  package func mentions(in text: String) -> [Mention] {
    let characters = Array(text.lowercased())
    var found: [Mention] = []
    var place = 0
    while place < characters.count {
      if let entry = entry(at: place, characters) {
        found.append(Mention(words: String(entry.words), meanings: entry.meanings))
        place += entry.words.count
      } else {
        place += 1
      }
    }
    return found
  }

  private func entry(at place: Int, _ text: [Character]) -> (words: [Character], meanings: [[String]])? {
    func isWord(_ i: Int) -> Bool { text.indices.contains(i) && (text[i].isLetter || text[i].isNumber) }
    if !isChinese && isWord(place - 1) { return nil }
    return lexicon[text[place]]?.first { entry in
      let end = place + entry.words.count
      return end <= text.count && text[place..<end].elementsEqual(entry.words) && (isChinese || !isWord(end))
    }
  }
}
