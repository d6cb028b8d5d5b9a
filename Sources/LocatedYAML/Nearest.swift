/// The word of `candidates` that `word` was probably meant to be; `nil` when none is near.
///
/// Near: at most a third of its letters have to be inserted, removed, replaced or swapped with a neighbour (one in
/// words shorter than three), case apart. Of equally near ones, the first.
package func nearest(_ word: String, in candidates: some Sequence<String>) -> String? {
  let letters = Array(word.lowercased().unicodeScalars.prefix(64))
  var best: (word: String, distance: Int)?
  for candidate in candidates {
    let other = Array(candidate.lowercased().unicodeScalars.prefix(64))
    let allowed = max(1, max(letters.count, other.count) / 3)
    let distance = editDistance(letters, other)
    if distance <= allowed, distance < max(letters.count, other.count), distance < best?.distance ?? .max {
      best = (candidate, distance)
    }
  }
  return best?.word
}

/// Optimal string alignment distance: insertions, removals, replacements, swaps of neighbours.
private func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...b.count)
  for i in 0..<a.count {
    var row = [i + 1]
    for j in 0..<b.count {
      var d = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { d = min(d, beforeLast[j - 1] + 1) }
      row.append(d)
    }
    (beforeLast, last) = (last, row)
  }
  return last[b.count]
}
