package import Annotations

/// A well-formed mask as its runs of inside pixels, numbered down the columns: sets of pixels that compare
/// in time proportional to their outlines. Written apart from `RunLengthMask`'s own arithmetic, so that one
/// checks the other.
package struct MaskRuns: Sendable, Hashable {
  package let width: Int
  package let height: Int
  /// Ascending, apart from one another, each at least one pixel.
  package let runs: [Range<Int>]
  package let area: Int

  /// `nil` unless the size is the given one, no count is negative, no run but the first is empty, and the
  /// counts fill the image exactly.
  package init?(_ mask: RunLengthMask, width: Int, height: Int) {
    guard mask.size == [height, width], width > 0, height > 0 else { return nil }
    let total = width * height
    var runs: [Range<Int>] = []
    runs.reserveCapacity(mask.counts.count / 2)
    var p = 0
    var area = 0
    for (i, count) in mask.counts.enumerated() {
      guard count >= 0, count > 0 || i == 0, count <= total - p else { return nil }
      if i % 2 == 1 {
        runs.append(p..<(p + count))
        area += count
      }
      p += count
    }
    guard p == total else { return nil }
    self.width = width
    self.height = height
    self.runs = runs
    self.area = area
  }

  /// How many pixels two masks share.
  package func sharedPixels(_ other: MaskRuns) -> Int {
    var (i, j, sum) = (0, 0, 0)
    while i < runs.count, j < other.runs.count {
      let (a, b) = (runs[i], other.runs[j])
      sum += max(0, min(a.upperBound, b.upperBound) - max(a.lowerBound, b.lowerBound))
      if a.upperBound < b.upperBound { i += 1 } else { j += 1 }
    }
    return sum
  }

  package func contains(_ other: MaskRuns) -> Bool { sharedPixels(other) == other.area }

  /// Calls `body` with every inside pixel.
  @inline(__always)
  package func forEach(_ body: (_ u: Int, _ v: Int) -> Void) {
    for run in runs { for p in run { body(p / height, p % height) } }
  }

  /// Whether each column has an inside pixel.
  package var columns: [Bool] {
    var out = [Bool](repeating: false, count: width)
    for run in runs { for u in (run.lowerBound / height)...((run.upperBound - 1) / height) { out[u] = true } }
    return out
  }

  /// The smallest box around the inside; `nil` when empty.
  package var bounds: PixelBox? {
    guard let first = runs.first, let last = runs.last else { return nil }
    var top = height
    var bottom = -1
    for run in runs {
      let (a, b) = (run.lowerBound, run.upperBound - 1)
      if a / height == b / height {
        top = min(top, a % height)
        bottom = max(bottom, b % height)
      } else {
        (top, bottom) = (0, height - 1)
      }
    }
    let left = first.lowerBound / height
    return PixelBox(
      x: left, y: top, width: (last.upperBound - 1) / height - left + 1, height: bottom - top + 1)
  }
}

extension PixelBox {
  /// Whether the box is not empty and lies inside an image of the given size; never overflows.
  func isInside(width w: Int, height h: Int) -> Bool {
    x >= 0 && y >= 0 && x < w && y < h && width >= 1 && height >= 1 && width <= w - x && height <= h - y
  }
}
