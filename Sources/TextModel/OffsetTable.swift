/// Offsets of one text in all four units, from one pass over it; both ways.
package struct OffsetTable: Sendable {
  /// Scalars of the text.
  package let count: Int
  /// Offset at each scalar and at the end; empty while all units agree so far (ASCII without CR LF).
  private var utf8: [Int32] = []
  private var utf16: [Int32] = []
  private var grapheme: [Int32] = []

  package init(_ scalars: [Unicode.Scalar]) {
    count = scalars.count
    guard scalars.contains(where: { $0.value >= 0x80 || $0.value == 0x0D }) else { return }
    utf8.reserveCapacity(count + 1)
    utf16.reserveCapacity(count + 1)
    grapheme.reserveCapacity(count + 1)
    var (bytes, units, clusters): (Int32, Int32, Int32) = (0, 0, 0)
    for scalar in scalars {
      utf8.append(bytes)
      utf16.append(units)
      let v = scalar.value
      bytes += v < 0x80 ? 1 : v < 0x800 ? 2 : v < 0x1_0000 ? 3 : 4
      units += v < 0x1_0000 ? 1 : 2
    }
    utf8.append(bytes)
    utf16.append(units)
    GraphemeBoundaries.forEachCluster(of: scalars) { size in
      grapheme.append(clusters)
      // Scalars inside of a cluster bear the number of the next one, negated: no boundary is there.
      for _ in 1..<max(1, size) { grapheme.append(-clusters - 1) }
      clusters += 1
    }
    grapheme.append(clusters)
  }

  /// Length of the text in `unit`.
  package func count(in unit: OffsetUnit) -> Int { offset(of: count, in: unit) ?? 0 }

  /// The offset of a scalar, or of the end; `nil` beyond the text, and inside of a cluster for `grapheme`.
  package func offset(of scalar: Int, in unit: OffsetUnit) -> Int? {
    guard scalar >= 0, scalar <= count else { return nil }
    if unit == .scalar || utf8.isEmpty { return scalar }
    switch unit {
    case .utf8: return Int(utf8[scalar])
    case .utf16: return Int(utf16[scalar])
    default:
      let cluster = grapheme[scalar]
      return cluster < 0 ? nil : Int(cluster)
    }
  }

  /// The scalar at an offset; `nil` beyond the text and inside of a scalar.
  package func scalar(at offset: Int, in unit: OffsetUnit) -> Int? {
    guard offset >= 0 else { return nil }
    if unit == .scalar || utf8.isEmpty { return offset <= count ? offset : nil }
    let table = unit == .utf8 ? utf8 : unit == .utf16 ? utf16 : grapheme
    // The first entry that reaches the offset; magnitudes ascend.
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if Int(table[middle].magnitude) < offset { low = middle + 1 } else { high = middle }
    }
    // Marks of the cluster before bear the same magnitude.
    while low < count, table[low] < 0 { low += 1 }
    return Int(table[low]) == offset ? low : nil
  }

  /// A range of scalars in `unit`; `nil` where an edge has no offset.
  package func range(_ scalars: Range<Int>, in unit: OffsetUnit) -> Range<Int>? {
    guard let start = offset(of: scalars.lowerBound, in: unit),
      let end = offset(of: scalars.upperBound, in: unit)
    else { return nil }
    return start..<end
  }
}
