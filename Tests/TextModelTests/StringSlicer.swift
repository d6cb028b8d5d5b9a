import TextModel

/// Slices a string by the standard library's views alone: what a reader of an exported offset would do.
enum StringSlicer {
  static func slice(_ string: String, _ range: Range<Int>, _ unit: OffsetUnit) -> [UInt8]? {
    switch unit {
    case .scalar: bytes(string, string.unicodeScalars, range)
    case .utf8: range.upperBound <= string.utf8.count ? Array(Array(string.utf8)[range]) : nil
    case .utf16: bytes(string, string.utf16, range)
    case .grapheme: bytes(string, string, range)
    }
  }

  private static func bytes<View: BidirectionalCollection>(
    _ string: String, _ view: View, _ range: Range<Int>
  ) -> [UInt8]? where View.Index == String.Index {
    guard let start = view.index(view.startIndex, offsetBy: range.lowerBound, limitedBy: view.endIndex),
      let end = view.index(start, offsetBy: range.count, limitedBy: view.endIndex)
    else { return nil }
    return Array(string.utf8[start..<end])
  }
}
