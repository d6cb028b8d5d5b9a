import Foundation

/// What `Package.swift` says of its targets, read as text: asking the package manager would lock the build.
struct PackageDescription {
  /// The root of the package, from where this file lies.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Declared dependencies by target: modules of the package and products of others.
  let dependencies: [String: Set<String>]
  let systemLibraries: Set<String>

  init() throws {
    let text = try String(contentsOf: Self.root.appendingPathComponent("Package.swift"), encoding: .utf8)
    var dependencies: [String: Set<String>] = [:]
    var systems: Set<String> = []
    // The body of every call, up to the parenthesis that closes it.
    for (function, body) in Self.calls(in: text, named: ["module", "target", "executableTarget", "system"]) {
      guard let name = Self.strings(in: body).first else { continue }
      if function == "system" {
        systems.insert(name)
        continue
      }
      var names = Set<String>()
      var rest = body
      // `.product(name: "Yams", package: "Yams")` counts as its product.
      while let product = rest.range(
        of: #"\.product\(name: "([A-Za-z]+)", package: "[^"]+"\)"#, options: .regularExpression)
      {
        if let first = Self.strings(in: String(rest[product])).first { names.insert(first) }
        rest.removeSubrange(product)
      }
      names.formUnion(Self.strings(in: rest).dropFirst())
      dependencies[name] = names
    }
    self.dependencies = dependencies
    systemLibraries = systems
  }

  /// Calls of some functions outside their declarations, with what stands between their parentheses.
  static func calls(in text: String, named names: [String]) -> [(String, String)] {
    var out: [(String, String)] = []
    let characters = Array(text)
    var i = 0
    while i < characters.count {
      defer { i += 1 }
      guard characters[i] == "(" else { continue }
      var start = i
      while start > 0, characters[start - 1].isLetter { start -= 1 }
      let name = String(characters[start..<i])
      let before = String(characters[max(0, start - 5)..<start])
      guard names.contains(name), !before.hasSuffix("func ") else { continue }
      var depth = 0
      var end = i
      while end < characters.count {
        if characters[end] == "(" { depth += 1 }
        if characters[end] == ")" { depth -= 1 }
        if depth == 0 { break }
        end += 1
      }
      let body = String(characters[(i + 1)..<end])
      // `func module` itself passes a variable; real targets have a literal name.
      if strings(in: body).first != nil { out.append((name, body)) }
    }
    return out
  }

  /// String literals, comments left out.
  static func strings(in text: String) -> [String] {
    text.split(separator: "\n").flatMap { line -> [String] in
      let code = line.range(of: "//").map { line[..<$0.lowerBound] } ?? line
      return code.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
        .filter { $0.offset % 2 == 1 }.map { String($0.element) }
    }
  }
}

/// A Swift source file of the package.
struct SourceFile: Sendable {
  /// The folder below `Sources`.
  var target: String
  /// Relative to the package.
  var path: String
  let text: String
  /// Lines without comments and without what stands in string literals; block comments are not used here.
  let code: [(number: Int, line: String)]

  init(target: String, path: String, text: String) {
    self.target = target
    self.path = path
    self.text = text
    code = Self.code(of: text)
  }

  private static func code(of text: String) -> [(number: Int, line: String)] {
    var out: [(Int, String)] = []
    var isInBlock = false
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      // Multi-line string literals: everything up to the closing quotes is text.
      let quotes = line.components(separatedBy: "\"\"\"").count - 1
      if isInBlock {
        if quotes % 2 == 1 { isInBlock = false }
        continue
      }
      if quotes % 2 == 1 {
        isInBlock = true
        continue
      }
      out.append((number + 1, bare(String(line))))
    }
    return out
  }

  /// A line with its string literals emptied and its comment cut off; interpolations go with the literal.
  static func bare(_ line: String) -> String {
    var out = ""
    var depth = 0
    var isInString = false
    var last: Character = " "
    let characters = Array(line)
    var i = 0
    while i < characters.count {
      let c = characters[i]
      if isInString {
        if last == "\\", c == "(" {
          depth += 1
        } else if depth > 0 {
          if c == "(" { depth += 1 }
          if c == ")" { depth -= 1 }
        } else if c == "\"", last != "\\" {
          isInString = false
          out.append(c)
        }
        last = last == "\\" && c == "\\" ? " " : c
      } else {
        if c == "/", i + 1 < characters.count, characters[i + 1] == "/" { break }
        if c == "\"" { isInString = true }
        out.append(c)
        last = c
      }
      i += 1
    }
    return out
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
