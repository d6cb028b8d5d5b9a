/// What can be said of a fact, with a margin: that it holds, that it does not, or that a careful viewer could argue.
///
/// Kleene's strong logic: what is undecided stays so unless the rest settles the matter.
package enum Verdict: Int, Sendable, Hashable, Comparable {
  case no, undecided, yes

  package init(_ holds: Bool) { self = holds ? .yes : .no }

  /// `yes` and `no` where one test or the other holds, undecided between them.
  package init(yes: Bool, no: Bool) { self = yes ? .yes : no ? .no : .undecided }

  package static func < (a: Verdict, b: Verdict) -> Bool { a.rawValue < b.rawValue }
  package static func && (a: Verdict, b: Verdict) -> Verdict { min(a, b) }
  package static func || (a: Verdict, b: Verdict) -> Verdict { max(a, b) }
  package static prefix func ! (a: Verdict) -> Verdict { a == .yes ? .no : a == .no ? .yes : .undecided }
}
