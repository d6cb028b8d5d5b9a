/// Where extended grapheme clusters begin (UAX 29), as the standard library sees it.
package enum GraphemeBoundaries {
  /// True when a boundary lies between this scalar and any other of which the same is true, whatever stands
  /// around them: most letters, ideographs, syllables and simple emoji. What joins to a neighbour (CR and LF,
  /// marks, joiners, jamo, regional indicators, modifiers, prepended signs) is not among them.
  @inline(__always)
  package static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    let v = scalar.value
    if v < 0x300 { return v != 0x0D && v != 0x0A }
    if v < 0x2010 {
      return (0x370...0x482).contains(v) || (0x48A...0x58F).contains(v) || (0x5D0...0x5EA).contains(v)
        || (0x620...0x64A).contains(v) || (0x1E00...0x1FFF).contains(v)
    }
    if v < 0x1_0000 {
      return (0x2010...0x2027).contains(v) || (0x2030...0x205F).contains(v) || (0x2070...0x20CF).contains(v)
        || (0x2100...0x2BFF).contains(v) || (0x3000...0x3029).contains(v) || (0x3041...0x3096).contains(v)
        || (0x309B...0x30FF).contains(v) || (0x3400...0x9FFF).contains(v) || (0xAC00...0xD7A3).contains(v)
        || (0xFF01...0xFF60).contains(v)
    }
    return (0x1_F300...0x1_F3FA).contains(v) || (0x1_F400...0x1_F64F).contains(v)
      || (0x1_F680...0x1_F6FF).contains(v) || (0x1_F900...0x1_F9FF).contains(v)
      || (0x2_0000...0x3_FFFD).contains(v)
  }

  /// Whether a cluster begins at `index`; also true at both ends of the text.
  package static func isBoundary(_ index: Int, in scalars: [Unicode.Scalar]) -> Bool {
    guard index > 0, index < scalars.count else { return true }
    if isPlain(scalars[index - 1]), isPlain(scalars[index]) { return true }
    // Rules look left without limit (flags pair from their beginning) and one scalar to the right.
    var start = index - 1
    while start > 0, !(isPlain(scalars[start - 1]) && isPlain(scalars[start])) { start -= 1 }
    return string(scalars[start...index]).last?.unicodeScalars.count == 1
  }

  /// Calls `body` with the number of scalars of each cluster, from the left.
  static func forEachCluster(of scalars: [Unicode.Scalar], _ body: (Int) -> Void) {
    var i = 0
    while i < scalars.count {
      if i + 1 == scalars.count || (isPlain(scalars[i]) && isPlain(scalars[i + 1])) {
        body(1)
        i += 1
        continue
      }
      // Up to the next certain boundary, the standard library decides.
      var end = i + 1
      while end < scalars.count, !(isPlain(scalars[end - 1]) && isPlain(scalars[end])) { end += 1 }
      for character in string(scalars[i..<end]) { body(character.unicodeScalars.count) }
      i = end
    }
  }

  /// The scalars as a string, bit for bit: nothing is normalised.
  package static func string(_ scalars: some Collection<Unicode.Scalar>) -> String {
    String(unsafeUninitializedCapacity: 4 * scalars.count) { buffer in
      var count = 0
      for scalar in scalars {
        scalar.encodeUTF8 {
          buffer[count] = $0
          count += 1
        }
      }
      return count
    }
  }
}
