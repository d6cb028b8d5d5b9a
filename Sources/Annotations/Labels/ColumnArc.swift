/// The shortest run of an image's columns that holds all that are taken, where columns count modulo the width.
///
/// It begins after the widest gap; of gaps equally wide the one that ends furthest to the left is left out.
package struct ColumnArc: Sendable, Hashable {
  /// In 0..<period.
  package var first: Int
  /// At least 1; `first + count` may exceed the period.
  package var count: Int

  /// The columns of a box.
  package init(_ box: PixelBox) {
    first = box.x
    count = box.width
  }

  /// - Parameter columns: whether each column is taken.
  /// - Returns: `nil` when none is.
  package init?(_ columns: some Collection<Bool>) {
    let period = columns.count
    let taken = columns.enumerated().filter(\.element).map(\.offset)
    guard let last = taken.last else { return nil }
    var (start, widest) = (taken[0], -1)
    var before = last - period
    for column in taken {
      if column - before - 1 > widest { (start, widest) = (column, column - before - 1) }
      before = column
    }
    first = start
    count = period - widest
  }

  /// The shortest part of `outer` that holds the taken columns; `nil` when none is, or one is outside.
  package init?(_ columns: some Collection<Bool>, within outer: ColumnArc) {
    let period = columns.count
    var (low, high) = (Int.max, Int.min)
    for (column, isTaken) in columns.enumerated() where isTaken {
      let offset = (column - outer.first + period) % period
      low = min(low, offset)
      high = max(high, offset)
    }
    guard low <= high, high < outer.count else { return nil }
    first = (outer.first + low) % period
    count = high - low + 1
  }
}
