import Diagnostics

/// What ties the mentions of two variables, `departs_from(flight, origin)`: from the first to the second.
package struct VariableRelation: Sendable, Hashable {
  package var name: String
  package var source: String
  package var target: String

  /// - Returns: `nil` for what does not read `name(variable, variable)`.
  init?(_ text: String) {
    let text = text.filter { $0 != " " }
    guard text.hasSuffix(")"), let open = text.firstIndex(of: "("), open > text.startIndex else { return nil }
    let ends = text[text.index(after: open)...].dropLast()
      .split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    let name = String(text[..<open])
    guard ends.count == 2, ([name] + ends).allSatisfy(Self.isName) else { return nil }
    (self.name, source, target) = (name, ends[0], ends[1])
  }

  private static func isName(_ text: String) -> Bool {
    !text.isEmpty && text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
  }
}
