import Foundation
import Synchronization

/// Says on standard error how far a run is; nothing else goes there, and nothing of it to standard output.
package final class ProgressReporter: Sendable {
  package enum Style: String, Sendable, CaseIterable {
    /// A bar on a terminal, lines otherwise.
    case auto
    case plain
    case json
    case none
  }

  private struct State {
    var total = 0
    var done = 0
    var made = 0
    var start = Date()
    var shown = Date.distantPast
  }

  private let style: Style
  private let isTerminal: Bool
  private let state = Mutex(State())

  package init(_ style: Style) {
    self.style = style
    isTerminal = style == .auto && isatty(2) == 1
  }

  func start(total: Int, done: Int) {
    state.withLock { $0 = State(total: total, done: done) }
    show(force: true)
  }

  func step() {
    state.withLock {
      $0.done += 1
      $0.made += 1
    }
    show(force: false)
  }

  func finish() {
    show(force: true)
    if isTerminal { FileHandle.standardError.write(Data("\n".utf8)) }
  }

  private func show(force: Bool) {
    guard style != .none else { return }
    let now = Date()
    let s = state.withLock { s -> State? in
      let interval = isTerminal ? 0.1 : 5
      guard force || now.timeIntervalSince(s.shown) >= interval || s.done == s.total else { return nil }
      s.shown = now
      return s
    }
    guard let s else { return }
    let seconds = now.timeIntervalSince(s.start)
    let rate = seconds > 0 ? Double(s.made) / seconds : 0
    let left = rate > 0 ? Double(s.total - s.done) / rate : 0
    let text: String
    switch style {
    case .json:
      text =
        "{\"done\": \(s.done), \"total\": \(s.total), \"rate\": \(Self.tenths(rate)), \"left\": \(Int(left))}\n"
    case .auto where isTerminal:
      let filled = s.total > 0 ? 24 * s.done / s.total : 24
      let bar = String(repeating: "█", count: filled) + String(repeating: "·", count: 24 - filled)
      text = "\r\(bar) \(s.done)/\(s.total)  \(Self.tenths(rate))/s  \(Self.clock(left)) left \u{1B}[K"
    default:
      text = "\(s.done)/\(s.total) samples, \(Self.tenths(rate))/s, \(Self.clock(left)) left\n"
    }
    FileHandle.standardError.write(Data(text.utf8))
  }

  private static func tenths(_ x: Double) -> String {
    let n = Int((x * 10).rounded())
    return "\(n / 10).\(n % 10)"
  }

  private static func clock(_ seconds: Double) -> String {
    let n = Int(seconds.rounded())
    return n >= 3600 ? "\(n / 3600) h \(n / 60 % 60) min" : n >= 60 ? "\(n / 60) min \(n % 60) s" : "\(n) s"
  }
}
