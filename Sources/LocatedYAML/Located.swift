package import Diagnostics

/// A value and where the document says so.
package struct Located<Value> {
  package var value: Value
  /// The value's place; `nil` for a default.
  package let node: LocatedNode?

  package init(value: Value, node: LocatedNode? = nil) {
    self.value = value
    self.node = node
  }

  /// An error about this value, with its key path and place.
  package func error(_ message: String, reason: ExitReason = .badInput, remedy: String? = nil) -> DioramaError
  {
    guard let node else { return DioramaError(reason, message, remedy: remedy) }
    return DioramaError(
      reason, node.path.isEmpty ? message : "\(node.path): \(message)", at: node.location, remedy: remedy)
  }
}

extension Located: Sendable where Value: Sendable {}
