/// Proof by inspection that the identifiers of records lie where nobody's can: counted by kind, with what does not.
///
/// It knows the ranges from their publications, not from the generators, and judges values that anyone wrote.
package struct PrivacyCertificate: Sendable, Hashable, Codable {
  /// What was found of one kind.
  package struct Entry: Sendable, Hashable, Codable {
    package var kind: FieldKind
    package var guarantee: Guarantee
    package var count: Int
    /// The range and who says so.
    package var basis: String
  }

  /// A value outside of its range.
  package struct Violation: Sendable, Hashable, Codable {
    package var record: Int
    package var kind: FieldKind
    package var value: String
    package var problem: String
  }

  package private(set) var records = 0
  /// In the order of `FieldKind`.
  package private(set) var entries: [Entry] = []
  package private(set) var violationCount = 0
  /// The first hundred.
  package private(set) var violations: [Violation] = []

  /// Whether every value lies in its range.
  package var holds: Bool { violationCount == 0 }

  package init() {}

  /// - Parameter records: may be lazy; one is held at a time.
  package init(examining records: some Sequence<IdentityRecord>) {
    for record in records { examine(record) }
  }

  package mutating func examine(_ record: IdentityRecord) {
    records += 1
    for field in record.fields {
      examine(field.kind, field.value, record.holder.locale, record: record.index)
    }
  }

  /// Takes up what another found, of other records.
  package mutating func merge(_ other: PrivacyCertificate) {
    records += other.records
    for entry in other.entries {
      if let i = entries.firstIndex(where: { $0.kind == entry.kind }) {
        entries[i].count += entry.count
      } else {
        entries.append(entry)
      }
    }
    let order = FieldKind.allCases
    entries.sort { (order.firstIndex(of: $0.kind) ?? 0) < (order.firstIndex(of: $1.kind) ?? 0) }
    violationCount += other.violationCount
    violations = Array((violations + other.violations).prefix(100))
  }

  /// Judges one value, whoever wrote it.
  package mutating func examine(_ kind: FieldKind, _ value: String, _ locale: IdentityLocale, record: Int) {
    let range = SafeRange.of(kind)
    if let i = entries.firstIndex(where: { $0.kind == kind }) {
      entries[i].count += 1
    } else {
      entries.append(Entry(kind: kind, guarantee: range.guarantee, count: 1, basis: range.basis))
      let order = FieldKind.allCases
      entries.sort { (order.firstIndex(of: $0.kind) ?? 0) < (order.firstIndex(of: $1.kind) ?? 0) }
    }
    guard let problem = range.problem(value, locale) else { return }
    violationCount += 1
    if violations.count < 100 {
      violations.append(Violation(record: record, kind: kind, value: value, problem: problem))
    }
  }
}
