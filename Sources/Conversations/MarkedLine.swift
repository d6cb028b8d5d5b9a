/// A line that says what some of its words point to: `那就[刚才那家|item]吧` marks 刚才那家.
///
/// Marks do not nest. `{name}` is filled from a list; what is filled in may hold marks.
package struct MarkedLine: Sendable, Hashable {
  package var text: String
  /// Marked stretches in Unicode scalars, with the name behind the bar.
  package var marks: [Mark]

  /// A marked stretch and the name of its mark.
  package struct Mark: Sendable, Hashable {
    package var kind: String
    package var range: Range<Int>
  }

  package init(_ marked: String) {
    var scalars: [Unicode.Scalar] = []
    var marks: [Mark] = []
    var start: Int?
    var kind: [Unicode.Scalar]?
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "[": start = scalars.count
      case "|" where start != nil: kind = []
      case "]":
        if let start, let kind {
          marks.append(Mark(kind: String(String.UnicodeScalarView(kind)), range: start..<scalars.count))
        }
        (start, kind) = (nil, nil)
      default: if kind == nil { scalars.append(scalar) } else { kind?.append(scalar) }
      }
    }
    text = String(String.UnicodeScalarView(scalars))
    self.marks = marks
  }

  /// A pattern with its places filled; places that are not in the list stay as they are.
  package static func fill(_ pattern: String, _ values: [(String, String)]) -> String {
    var out = ""
    var rest = pattern[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      out += rest[..<open]
      let name = rest[rest.index(after: open)..<close]
      out += values.first { $0.0 == name }?.1 ?? String(rest[open...close])
      rest = rest[rest.index(after: close)...]
    }
    return out + rest
  }
}

extension String {
  /// With a capital first letter, behind marks and quotes too.
  package var capitalised: String {
    guard let i = firstIndex(where: { $0.isLetter || $0.isNumber }) else { return self }
    return self[..<i] + self[i].uppercased() + self[index(after: i)...]
  }
}
