package import Diagnostics
package import LocatedYAML

/// Where a piece of a template was written, for errors that show later.
package enum Origin: Sendable {
  /// In a text of a YAML document, so many code points from its start.
  case yaml(LocatedNode, offset: Int)
  /// In another file.
  case file(SourceLocation)
  /// Nowhere: made by the program.
  case none

  /// File, line and column, with the line's text.
  package var location: SourceLocation? {
    switch self {
    case .yaml(let node, let offset): node.location(inText: offset)
    case .file(let location): location
    case .none: nil
    }
  }

  /// The place so many code points further on.
  package func advanced(by count: Int) -> Origin {
    switch self {
    case .yaml(let node, let offset): return .yaml(node, offset: offset + count)
    case .file(var location):
      location.column += count
      return .file(location)
    case .none: return .none
    }
  }

  /// An error here.
  package func error(_ message: String, remedy: String? = nil) -> DioramaError {
    DioramaError(.badInput, message, at: location, remedy: remedy)
  }
}

/// Faults of one template, gathered so that a person sees them together.
package struct FaultList {
  /// More are counted, not kept.
  static let limit = 20
  package private(set) var errors: [DioramaError] = []
  package private(set) var count = 0

  package init() {}

  package mutating func add(_ error: DioramaError) {
    count += 1
    if count <= Self.limit { errors.append(error) }
  }

  /// All of them in one; `nil` when there are none.
  package var gathered: DioramaError? {
    guard let first = errors.first else { return nil }
    guard count > 1 else { return first }
    var text = "\(count) errors\n" + errors.map { "\n\($0)" }.joined(separator: "\n")
    if count > errors.count { text += "\n\nand \(count - errors.count) more" }
    return DioramaError(first.reason, text)
  }
}
