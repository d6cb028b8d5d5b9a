/// Why a command ends, as its exit code (DESIGN of the command line; sysexits.h).
package enum ExitReason: Int32, Sendable {
  case checksFailed = 1
  case usage = 64
  case badInput = 65
  case noInput = 66
  case internalError = 70
  case cannotCreate = 73
  case inputOutput = 74
  case temporary = 75
  case interrupted = 130
}

/// A place in a text file; lines and columns count from 1.
package struct SourceLocation: Sendable, Hashable {
  package var file: String
  package var line: Int
  package var column: Int
  /// The text of the line, for the caret.
  package var text: String?

  package init(file: String, line: Int, column: Int = 1, text: String? = nil) {
    self.file = file
    self.line = line
    self.column = column
    self.text = text
  }
}

/// One error that a person can act on: what is wrong, where, and what to do.
package struct DioramaError: Error, Sendable, CustomStringConvertible {
  package var reason: ExitReason
  package var message: String
  package var location: SourceLocation?
  /// What to do about it.
  package var remedy: String?

  package init(
    _ reason: ExitReason, _ message: String, at location: SourceLocation? = nil, remedy: String? = nil
  ) {
    self.reason = reason
    self.message = message
    self.location = location
    self.remedy = remedy
  }

  /// `file:line:column: error: message`, the line with a caret, then the remedy.
  package var description: String {
    var out = ""
    if let l = location { out += "\(l.file):\(l.line):\(l.column): " }
    out += "error: \(message)"
    if let l = location, let text = l.text {
      let caret = text.prefix(max(0, l.column - 1)).map { $0 == "\t" ? "\t" : " " }.joined() + "^"
      out += "\n  \(text)\n  \(caret)"
    }
    if let remedy { out += "\n  help: \(remedy)" }
    return out
  }
}

/// Something odd that was repaired or passed over, with its place; never silent, never fatal.
package struct Warning: Sendable, Hashable, CustomStringConvertible {
  package var message: String
  package var location: SourceLocation?

  package init(_ message: String, at location: SourceLocation? = nil) {
    self.message = message
    self.location = location
  }

  package var description: String {
    (location.map { "\($0.file):\($0.line): " } ?? "") + "warning: \(message)"
  }
}
