import Diagnostics

/// An element of a read XML document: name, attributes, children, text and its place in the file.
final class MarkupElement {
  let name: String
  let attributes: [(name: String, value: String)]
  let line: Int
  let column: Int
  var children: [MarkupElement] = []
  var text = ""

  init(name: String, attributes: [(name: String, value: String)], line: Int, column: Int) {
    self.name = name
    self.attributes = attributes
    self.line = line
    self.column = column
  }

  subscript(_ attribute: String) -> String? { attributes.first { $0.name == attribute }?.value }

  /// The first child of that name.
  func first(_ name: String) -> MarkupElement? { children.first { $0.name == name } }
  /// All children of that name, in document order.
  func all(_ name: String) -> [MarkupElement] { children.filter { $0.name == name } }
}
