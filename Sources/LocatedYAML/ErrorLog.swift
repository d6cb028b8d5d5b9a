import Diagnostics

/// Errors found in one document; reading goes on after each, so that a person sees them together.
package final class ErrorLog {
  /// More are counted, not kept.
  static let limit = 20
  private(set) var errors: [DioramaError] = []
  private(set) var count = 0

  package init() {}

  /// Notes that the value at `node` is not what was expected.
  package func add(_ message: String, at node: LocatedNode, remedy: String? = nil) {
    add(message, at: node.place, path: node.path, remedy: remedy)
  }

  func add(_ message: String, at place: LocatedNode.Place, path: String, remedy: String?) {
    count += 1
    guard count <= Self.limit else { return }
    errors.append(
      DioramaError(
        .badInput, path.isEmpty ? message : "\(path): \(message)", at: place.location, remedy: remedy))
  }

  /// All of them in one; `nil` when there are none.
  var gathered: DioramaError? {
    guard let first = errors.first else { return nil }
    guard count > 1 else { return first }
    var text = "\(count) errors\n" + errors.map { "\n\($0)" }.joined(separator: "\n")
    if count > errors.count { text += "\n\nand \(count - errors.count) more" }
    return DioramaError(.badInput, text)
  }
}
