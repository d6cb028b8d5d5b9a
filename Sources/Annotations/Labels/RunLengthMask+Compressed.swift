extension RunLengthMask {
  /// The counts of COCO's compressed string (maskApi's rleFrString), which anybody may have written; `nil` unless they
  /// are well formed, none is negative and they fill the image exactly.
  package init?(compressed: String, height: Int, width: Int) {
    guard height > 0, width > 0, case let (total, overflow) = height.multipliedReportingOverflow(by: width),
      !overflow
    else { return nil }
    var counts: [Int] = []
    var (sum, value, shift) = (0, 0, 0)
    for byte in compressed.utf8 {
      guard byte >= 48, byte < 112, shift <= 50 else { return nil }
      let group = Int(byte) - 48
      value |= (group & 0x1f) << shift
      shift += 5
      guard group & 0x20 == 0 else { continue }
      if group & 0x10 != 0 { value |= -1 << shift }
      // From the fourth on, counts are differences to the one two before.
      if counts.count > 2 { value += counts[counts.count - 2] }
      guard value >= 0, value <= total - sum else { return nil }
      counts.append(value)
      sum += value
      (value, shift) = (0, 0)
    }
    guard shift == 0, sum == total else { return nil }
    self.init(height: height, width: width, counts: counts)
  }
}
