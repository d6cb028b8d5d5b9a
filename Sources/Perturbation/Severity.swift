/// How much a perturbation does, from what a reader hardly notices to what still can be read.
package enum Severity: Int, Sendable, Hashable, CaseIterable {
  case slight = 1
  case mild
  case moderate
  case strong
  case severe
}

/// The share of possible places that are perturbed, for each severity. At every severity one place at least is, where
/// there is any.
package struct SeverityLadder: Sendable, Hashable {
  /// Five ascending shares in 0 ... 1; `nil` where a text bears the change once or not at all.
  package let shares: [Double]?

  private init(_ shares: [Double]?) { self.shares = shares }

  /// Letters: at `severe`, one in four.
  package static let letters = SeverityLadder([0.02, 0.05, 0.1, 0.16, 0.25])
  /// Words, marks and values: at `severe`, nine in ten.
  package static let words = SeverityLadder([0.1, 0.25, 0.45, 0.65, 0.9])
  /// Exactly one place, whatever the severity. A text that has several is left alone: which of them the label
  /// hangs on cannot be known.
  package static let once = SeverityLadder(nil)

  /// All places at every severity.
  package static let whole = SeverityLadder([1, 1, 1, 1, 1])

  package func share(_ severity: Severity) -> Double { shares?[severity.rawValue - 1] ?? 1 }
}
