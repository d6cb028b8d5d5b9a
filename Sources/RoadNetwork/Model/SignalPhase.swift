/// How long the signals of a controller have their turn; one after another, in the order of sequences, makes a cycle.
///
/// OpenDRIVE leaves times to others. We keep them with the controller as `userData`.
package struct SignalPhase: Sendable, Hashable {
  /// Seconds.
  package var green: Double
  /// Seconds of amber after green.
  package var amber: Double
  /// Seconds in which all wait, after amber.
  package var clearance: Double

  package init(green: Double, amber: Double, clearance: Double) {
    self.green = green
    self.amber = amber
    self.clearance = clearance
  }

  /// Seconds from the start of its green to that of the next controller's.
  package var duration: Double { green + amber + clearance }

  static let code = "diorama-phase"

  var text: String {
    [green, amber, clearance].map(MarkupWriter.number).joined(separator: " ")
  }

  /// Green, amber and clearance separated by spaces; nil for anything else.
  init?(text: String) {
    let parts = text.split(separator: " ").compactMap { Double($0) }
    guard parts.count == 3, parts.allSatisfy({ $0 >= 0 && $0 < 1000 }) else { return nil }
    self.init(green: parts[0], amber: parts[1], clearance: parts[2])
  }
}
