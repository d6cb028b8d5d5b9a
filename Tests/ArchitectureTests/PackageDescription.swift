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
