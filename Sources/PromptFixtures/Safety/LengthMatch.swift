/// Makes a reply about as long as another by remarks that change nothing about what it does, so that length does not tell
/// which of the two is preferred.
struct LengthMatch {
  /// What the reply begins with.
  let opening: String
  /// Remarks that may follow it, in this order, at most ten.
  let remarks: [String]
  /// What stands between sentences.
  let space: String

  /// The opening with those remarks that bring it nearest to a length; of equally near ones the fewest.
  /// - Parameter length: Unicode scalars.
  func reply(of length: Int) -> String {
    let remarks = remarks.prefix(10)
    let sizes = remarks.map { $0.unicodeScalars.count + space.unicodeScalars.count }
    let start = opening.unicodeScalars.count
    func size(_ choice: Int) -> Int {
      sizes.indices.reduce(start) { choice >> $1 & 1 == 1 ? $0 + sizes[$1] : $0 }
    }
    let best = (0..<(1 << remarks.count)).min {
      let (a, b) = (abs(size($0) - length), abs(size($1) - length))
      return (a, $0.nonzeroBitCount, $0) < (b, $1.nonzeroBitCount, $1)
    }
    let chosen = remarks.enumerated().filter { (best ?? 0) >> $0.offset & 1 == 1 }.map(\.element)
    return ([opening] + chosen).joined(separator: space)
  }
}
