import RandomStreams

/// Day and time without separators, fourteen digits, and four more: as long as a resident identity number, with the
/// date at its beginning, where that has a region.
struct TimestampNumber: LookalikeGenerator {
  let reason = "timestamp"

  func lookalike(of record: IdentityRecord, _ stream: inout RandomStream) -> Lookalike? {
    func pair(_ range: ClosedRange<Int>) -> String {
      String(100 + stream.integer(in: range)).dropFirst().description
    }
    let day = "20\(pair(15...25))\(pair(1...12))\(pair(1...28))"
    let time = "\(pair(0...23))\(pair(0...59))\(pair(0...59))"
    let prefix = day + time + "0" + pair(0...99)
    // Never what the check of resident numbers would ask for.
    let right = ResidentIDCheck.completed(prefix).last
    let wrong = right == "7" ? "3" : "7"
    return Lookalike(resembles: .residentID, text: prefix + wrong, reason: reason)
  }
}
