/// What one check saw in one view, object by object: for evidence that is not exact everywhere, so that what is forgiven
/// of a large object does not excuse a small one.
struct FindingByObject {
  private var findings: [UInt32: CheckFinding] = [:]
  /// The object in hand: neighbouring pixels mostly show one.
  private var current: (id: UInt32, finding: CheckFinding)?

  /// Counts one item of an object, and a violation unless it `holds`.
  @inline(__always)
  mutating func expect(_ id: UInt32, _ holds: Bool, _ violation: @autoclosure () -> Violation) {
    if current?.id != id { change(to: id) }
    current?.finding.expect(holds, violation())
  }

  private mutating func change(to id: UInt32) {
    if let current { findings[current.id] = current.finding }
    current = (id, findings[id] ?? CheckFinding())
  }

  /// Everything together; of each object a share of the items may be violated without counting.
  func total(forgiving share: Double) -> CheckFinding {
    var all = findings
    if let current { all[current.id] = current.finding }
    var out = CheckFinding()
    for id in all.keys.sorted() {
      if let finding = all[id] { out.merge(finding, forgiving: share) }
    }
    return out
  }
}
