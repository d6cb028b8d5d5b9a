import Foundation

/// A Swift source file of the package.
struct SourceFile: Sendable {
  /// The folder below `Sources`.
  var target: String
  /// Relative to the package.
  var path: String
  let text: String
  /// The text without comments and without what stands in string literals, line for line; block comments are not used
  /// here.
  let code: String

  init(target: String, path: String, text: String) {
    self.target = target
    self.path = path
    self.text = text
    code = Self.code(of: text)
  }

  private static func code(of text: String) -> String {
    var isInBlock = false
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
      // Multi-line string literals: everything up to the closing quotes is text.
      let isFence = line.components(separatedBy: "\"\"\"").count.isMultiple(of: 2)
      if isFence { isInBlock.toggle() }
      return isInBlock || isFence ? "" : bare(line)
    }.joined(separator: "\n")
  }

  /// A line with its string literals emptied and its comment cut off; interpolations go with the literal.
  static func bare(_ line: some StringProtocol) -> String {
    var out: [UInt8] = []
    var depth = 0
    var isInString = false
    var last = UInt8(ascii: " ")
    let bytes = Array(line.utf8)
    var i = 0
    while i < bytes.count {
      let c = bytes[i]
      if isInString {
        if last == UInt8(ascii: "\\"), c == UInt8(ascii: "(") {
          depth += 1
        } else if depth > 0 {
          if c == UInt8(ascii: "(") { depth += 1 }
          if c == UInt8(ascii: ")") { depth -= 1 }
        } else if c == UInt8(ascii: "\""), last != UInt8(ascii: "\\") {
          isInString = false
          out.append(c)
        }
        last = last == UInt8(ascii: "\\") && c == UInt8(ascii: "\\") ? UInt8(ascii: " ") : c
      } else {
        if c == UInt8(ascii: "/"), i + 1 < bytes.count, bytes[i + 1] == UInt8(ascii: "/") { break }
        if c == UInt8(ascii: "\"") { isInString = true }
        out.append(c)
        last = c
      }
      i += 1
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// Modules named in import lines.
  var imports: [String] {
    text.split(separator: "\n").compactMap { line in
      var words = line.split(separator: " ")
      while let first = words.first,
        ["package", "public", "internal", "private", "@preconcurrency", "@testable"].contains(first)
      {
        words.removeFirst()
      }
      guard words.first == "import", words.count >= 2 else { return nil }
      // `import struct Foundation.Data` names its module before the dot.
      let name = words[words.count - 1]
      return String(name.split(separator: ".").first ?? name)
    }
  }

  /// All Swift files below a folder of the package, in the order of their paths.
  static func all(in folder: String) -> [SourceFile] {
    let base = PackageDescription.root.appendingPathComponent(folder)
    guard let walk = FileManager.default.enumerator(atPath: base.path) else { return [] }
    return walk.compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") }.sorted().compactMap { path in
      guard let text = try? String(contentsOf: base.appendingPathComponent(path), encoding: .utf8) else {
        return nil
      }
      return SourceFile(
        target: String(path.split(separator: "/").first ?? ""), path: "\(folder)/\(path)", text: text)
    }
  }
}
