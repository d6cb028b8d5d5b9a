import Dispatch
import Synchronization

/// Numbered pieces of work, taken one by one by several workers.
///
/// Which worker does a piece is chance; the results come back in the order of the pieces, so that nothing which is
/// made of them depends on it.
package enum ParallelPieces {
  private struct Progress<Result: Sendable> {
    var next = 0
    var results: [Result?]
    var failure: (any Error)?
  }

  /// Does pieces 0 ..< count.
  ///
  /// - Parameters:
  ///   - workers: how many work at once; at least one does.
  ///   - isStopped: asked before every piece; once true, no further piece is begun.
  ///   - worker: makes what one worker keeps for itself from piece to piece.
  ///   - body: does a piece.
  /// - Returns: the results by piece; `nil` for what was not begun.
  /// - Throws: the first failure; no piece is begun after it.
  package static func run<Worker, Result: Sendable>(
    _ count: Int, workers: Int, isStopped: @Sendable () -> Bool = { false },
    worker: @Sendable () -> Worker, body: @Sendable (Worker, Int) throws -> Result
  ) throws -> [Result?] {
    guard count > 0 else { return [] }
    let shared = Mutex(Progress<Result>(results: Array(repeating: nil, count: count)))
    DispatchQueue.concurrentPerform(iterations: max(1, min(workers, count))) { _ in
      let own = worker()
      while !isStopped() {
        let piece = shared.withLock { s -> Int? in
          guard s.failure == nil, s.next < count else { return nil }
          s.next += 1
          return s.next - 1
        }
        guard let piece else { break }
        do {
          let result = try body(own, piece)
          shared.withLock { $0.results[piece] = result }
        } catch {
          shared.withLock { if $0.failure == nil { $0.failure = error } }
        }
      }
    }
    let end = shared.withLock { $0 }
    if let failure = end.failure { throw failure }
    return end.results
  }

  /// Does pieces 0 ..< count by workers that keep nothing.
  package static func run<Result: Sendable>(
    _ count: Int, workers: Int, body: @Sendable (Int) throws -> Result
  ) throws -> [Result?] {
    try run(count, workers: workers, worker: {}, body: { _, piece in try body(piece) })
  }
}
