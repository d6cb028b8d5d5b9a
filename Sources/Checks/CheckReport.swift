package import Foundation

/// What the checks found: the content of `checks.json`.
///
/// Partial reports (of single samples, shards) merge into one; the order of merging changes nothing.
package struct CheckReport: Sendable, Hashable {
  package enum Status: String, Sendable, Hashable, Codable {
    case passed
    case failed
    /// The labels were wanting or nothing was there to look at: no statement either way.
    case skipped
  }

  /// The standing of one check.
  package struct Entry: Sendable, Hashable {
    package var id: String
    package var name: String
    package var summary: String
    package var unit: String
    package var finding: CheckFinding

    package init(_ rule: CheckRule, _ finding: CheckFinding) {
      id = rule.id
      name = rule.name
      summary = rule.summary
      unit = rule.unit
      self.finding = finding
    }

    package var status: Status {
      if finding.violations > 0 { return .failed }
      return finding.examined > 0 ? .passed : .skipped
    }

    /// Violations in a million items looked at; 0 when none was looked at.
    package var violationsPerMillion: Double {
      finding.examined > 0 ? Double(finding.violations) / Double(finding.examined) * 1e6 : 0
    }

    /// One line for people: status, id, name, counts and why it was skipped.
    package var line: String {
      let counts = "\(finding.examined) \(unit), \(finding.violations) violations"
      switch status {
      case .passed: return "passed   \(id) \(name): \(counts)"
      case .failed: return "FAILED   \(id) \(name): \(counts) (\(violationsPerMillion) per million)"
      case .skipped:
        let why =
          finding.missing.isEmpty ? "nothing to examine" : "no " + finding.missing.joined(separator: ", ")
        return "skipped  \(id) \(name): \(why)"
      }
    }
  }

  /// Ascending by id.
  package private(set) var entries: [Entry] = []

  package init() {}

  package init(_ entries: [Entry]) { for entry in entries { add(entry) } }

  package var passes: Bool { entries.allSatisfy { $0.status != .failed } }
  package var violations: Int { entries.reduce(0) { $0 + $1.finding.violations } }
  package func entry(_ id: String) -> Entry? { entries.first { $0.id == id } }

  package mutating func add(_ entry: Entry) {
    let place = entries.firstIndex { $0.id >= entry.id } ?? entries.count
    if place < entries.count, entries[place].id == entry.id {
      entries[place].finding.merge(entry.finding)
    } else {
      entries.insert(entry, at: place)
    }
  }

  package mutating func merge(_ other: CheckReport) { for entry in other.entries { add(entry) } }

  /// Canonical JSON: sorted keys, two-space indentation, UTF-8, a newline at the end.
  package func json() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    var data = try encoder.encode(self)
    data.append(10)
    return data
  }

  package init(json: Data) throws { self = try JSONDecoder().decode(CheckReport.self, from: json) }
}

extension CheckReport: Codable {
  private enum CodingKeys: String, CodingKey { case version, passes, violations, checks }

  package init(from decoder: any Decoder) throws {
    let c = try decoder.container(keyedBy: CodingKeys.self)
    self.init(try c.decode([Entry].self, forKey: .checks))
  }

  package func encode(to encoder: any Encoder) throws {
    var c = encoder.container(keyedBy: CodingKeys.self)
    try c.encode(1, forKey: .version)
    try c.encode(passes, forKey: .passes)
    try c.encode(violations, forKey: .violations)
    try c.encode(entries, forKey: .checks)
  }
}

extension CheckReport.Entry: Codable {
  private enum CodingKeys: String, CodingKey {
    case id, name, summary, unit, status, applied, skipped, missing, examined, violations,
      violationsPerMillion, first
  }

  package init(from decoder: any Decoder) throws {
    let c = try decoder.container(keyedBy: CodingKeys.self)
    var finding = CheckFinding()
    finding.applied = try c.decode(Int.self, forKey: .applied)
    finding.skipped = try c.decode(Int.self, forKey: .skipped)
    finding.missing = try c.decode([String].self, forKey: .missing)
    finding.examined = try c.decode(Int.self, forKey: .examined)
    finding.violations = try c.decode(Int.self, forKey: .violations)
    finding.first = try c.decode([Violation].self, forKey: .first)
    self.finding = finding
    id = try c.decode(String.self, forKey: .id)
    name = try c.decode(String.self, forKey: .name)
    summary = try c.decode(String.self, forKey: .summary)
    unit = try c.decode(String.self, forKey: .unit)
  }

  package func encode(to encoder: any Encoder) throws {
    var c = encoder.container(keyedBy: CodingKeys.self)
    try c.encode(id, forKey: .id)
    try c.encode(name, forKey: .name)
    try c.encode(summary, forKey: .summary)
    try c.encode(unit, forKey: .unit)
    try c.encode(status, forKey: .status)
    try c.encode(finding.applied, forKey: .applied)
    try c.encode(finding.skipped, forKey: .skipped)
    try c.encode(finding.missing, forKey: .missing)
    try c.encode(finding.examined, forKey: .examined)
    try c.encode(finding.violations, forKey: .violations)
    try c.encode(violationsPerMillion, forKey: .violationsPerMillion)
    try c.encode(finding.first, forKey: .first)
  }
}
