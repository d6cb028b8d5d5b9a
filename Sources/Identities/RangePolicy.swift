package import Diagnostics

/// From which ranges identifiers come.
package enum RangePolicy: String, Sendable, Hashable, Codable {
  /// Reserved, specimen or never issued ranges: no value can belong to a person.
  case reserved
  /// Ranges that are in use: a value may be someone's. Only for closed evaluations of detectors.
  case realistic

  /// What whoever asks for live ranges must be told; `nil` for reserved ones.
  package var warning: Warning? {
    guard self == .realistic else { return nil }
    return Warning(
      "identifiers are drawn from ranges in use and may belong to real people; do not publish them, "
        + "and use reserved ranges unless the data never leaves your hands")
  }
}

/// Why a value cannot hit anyone, in falling order of strength.
package enum Guarantee: String, Sendable, Hashable, CaseIterable, Codable {
  /// Set aside for documentation, tests or fiction by whoever assigns the values.
  case reserved
  /// Of the right form, but in a part of the space from which nothing is assigned.
  case unassigned
  /// Made up from lists; may coincide with something real by chance, and points at nobody.
  case coined
  /// Names a thing or a public place, never a person.
  case impersonal
}
