package import RandomStreams

/// A kind of problem. A new one is a file in `Families` and a line in `ProblemCatalog`.
package protocol ProblemFamily: Sendable {
  /// Lower case with hyphens.
  var name: String { get }

  /// A problem of a level; `nil` when what chance proposed is no good (not unique, trivial, too few wrong answers).
  /// - Parameter level: 1 … 5.
  func propose(level: Int, _ stream: inout RandomStream) -> Problem?
}

extension ProblemFamily {
  /// A problem of a level (clamped to 1 … 5); the streams `attempt/0`, `attempt/1`, … are tried in turn.
  /// - Returns: `nil` only if a thousand proposals were no good.
  package func problem(level: Int, _ stream: RandomStream) -> Problem? {
    for attempt in 0..<1_000 {
      var draw = stream.child("attempt/\(attempt)")
      if let problem = propose(level: max(1, min(5, level)), &draw) { return problem }
    }
    return nil
  }
}
