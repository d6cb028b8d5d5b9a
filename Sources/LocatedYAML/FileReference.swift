package import Diagnostics

/// A file that a recipe names.
package struct FileReference: Sendable {
  /// As written.
  package let text: String
  /// The path to open: relative paths in a recipe start at the recipe's folder, those of `--set` at the working
  /// directory.
  package let path: String
  private let located: Located<String>

  /// A file that no document names: a default, relative to the working directory.
  package init(_ path: String) { self.init(text: path, node: nil) }

  init(text: String, node: LocatedNode?) {
    self.text = text
    let directory = node?.place.source.directory ?? ""
    path =
      text.hasPrefix("/") || directory.isEmpty
      ? text : directory + (directory.hasSuffix("/") ? "" : "/") + text
    located = Located(value: text, node: node)
  }

  /// An error about this file with the place that names it, e.g. `noInput` where it does not exist.
  package func error(_ message: String, reason: ExitReason = .badInput, remedy: String? = nil) -> DioramaError
  {
    located.error(message, reason: reason, remedy: remedy)
  }
}

extension Form where Value == FileReference {
  /// The path of a file. Whether it exists is for the one who opens it to say.
  package static var file: Form<FileReference> {
    let text = Form<String>.text.located
    return text.map(
      { .success(FileReference(text: $0.value, node: $0.node)) }, back: { Located(value: $0.text) },
      placeholder: FileReference("placeholder"))
  }
}
