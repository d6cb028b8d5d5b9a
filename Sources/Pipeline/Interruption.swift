package import Dispatch
import Foundation
import Synchronization

/// Whether the user asked to stop: the run ends after the samples in hand, and can be resumed.
package final class Interruption: Sendable {
  private let raised = Atomic<Bool>(false)

  package init() {}
  package var isRaised: Bool { raised.load(ordering: .relaxed) }
  package func raise() { raised.store(true, ordering: .relaxed) }

  /// Raises on SIGINT and SIGTERM from now on. A second signal ends the process at once.
  package func listen() -> [any DispatchSourceSignal] {
    [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        if self.isRaised { exit(130) }
        self.raise()
      }
      source.resume()
      return source
    }
  }
}
