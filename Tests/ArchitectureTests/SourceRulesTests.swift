import Foundation
import Testing

/// What sources must not contain, whoever writes them.
@Suite struct SourceRulesTests {
  static let sources = SourceFile.all(in: "Sources")
  static let tests = SourceFile.all(in: "Tests")

  /// Places that may break a rule, with the reason: path and a piece of the line.
  static let exceptions: [(path: String, piece: String, reason: String)] = [
    (
      "Sources/JSON/DraftEncoder.swift", "unsafeBitCast(value, to:",
      "the line before has compared the types"
    ),
    (
      "Sources/Geometry/RayTriangle.swift", "addingProduct(",
      "an exact product's rounding error: the same by instruction and by library"
    ),
  ]

  private func isExcepted(_ file: SourceFile, _ line: String) -> Bool {
    Self.exceptions.contains { file.path == $0.path && line.contains($0.piece) }
  }

  /// Generated tables apart.
  @Test func filesAreShort() {
    for file in Self.sources + Self.tests where !file.path.contains("/Generated/") {
      let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false).count
      #expect(lines <= 501, "\(file.path) has \(lines) lines; split it by concept")
    }
  }

  @Test func nothingTraps() throws {
    let traps = [
      "fatalError(": #"\bfatalError\("#,
      "try!": #"\btry!"#,
      "as!": #"\bas!"#,
      // `x!.`, `x![`, `f()!`, `x!)`, `x!,`: a mark right behind a name or a bracket and before anything but `=`.
      "forced unwrapping": #"[A-Za-z0-9_\])]!(?![=A-Za-z_])"#,
      "unsafe index": #"\bunsafelyUnwrapped\b|\bunsafeBitCast\("#,
    ]
    for (name, pattern) in traps.sorted(by: { $0.key < $1.key }) {
      let expression = try Regex(pattern)
      for file in Self.sources {
        for (number, line) in file.code where !isExcepted(file, line) {
          #expect(line.firstMatch(of: expression) == nil, "\(file.path):\(number): \(name): \(line)")
        }
      }
    }
  }

  /// Bytes of output must not depend on this machine's libm, clock, chance or language.
  @Test func nothingUnrepeatable() throws {
    let rules: [(name: String, pattern: String, targets: Set<String>?)] = [
      (
        "libm",
        #"\b(Foundation|Glibc|Musl|Darwin)\.(sin|cos|tan|exp|exp2|log|log2|log10|pow|atan|atan2|asin|acos|cbrt|hypot|tanh)\b"#,
        nil
      ),
      (
        "system chance",
        #"\bSystemRandomNumberGenerator\b|\.random\(in:|\.randomElement\(|\.shuffled\(\)|\.shuffle\(\)|\bUUID\(\)"#,
        nil
      ),
      (
        "a clock", #"\bDate\(\)|\bDate\.now\b|\bContinuousClock\b|\bSuspendingClock\b|\bclock_gettime\b"#,
        Self.pure
      ),
      ("the locale", #"\bLocale\.current\b|\bTimeZone\.current\b|\bCalendar\.current\b"#, nil),
      ("fused multiply-add", #"\.addingProduct\(|\.addProduct\(|\bfma\("#, Self.pure),
    ]
    for rule in rules {
      let expression = try Regex(rule.pattern)
      for file in Self.sources where rule.targets?.contains(file.target) ?? true {
        for (number, line) in file.code where !isExcepted(file, line) {
          #expect(line.firstMatch(of: expression) == nil, "\(file.path):\(number): \(rule.name): \(line)")
        }
      }
    }
  }

  /// Layers whose arithmetic ends up in bytes: everything below the run.
  static let pure: Set<String> = [
    "VectorMath", "RandomStreams", "Geometry", "Imaging", "LocatedYAML", "WorldModel", "TextModel", "Assets",
    "Signals", "AudioFiles", "Mandarin", "Speech",
    "CivilCalendar", "Identities", "VerifiedProblems",
    "RoadNetwork",
    "DrivingWorld", "IndoorWorld", "TabletopWorld", "Rendering", "Ranging", "Acoustics", "Language",
    "Perturbation",
    "Annotations", "GroundedLanguage", "Checks",
    "DatasetFormats",
  ]

  /// An unqualified call of an elementary function in a file that imports a libm is a call of that libm.
  @Test func elementaryFunctionsAreOurs() throws {
    let call = try Regex(
      #"(^|[^.\w])(sin|cos|tan|exp|exp2|log|log2|log10|pow|atan|atan2|asin|acos|cbrt|hypot|tanh)\("#)
    for file in Self.sources where Self.pure.contains(file.target) {
      guard file.imports.contains(where: { ["Foundation", "Glibc", "Musl", "Darwin"].contains($0) }) else {
        continue
      }
      // A function of the file's own shadows the library's.
      let own = try Regex(
        #"func (sin|cos|tan|exp|exp2|log|log2|log10|pow|atan|atan2|asin|acos|cbrt|hypot|tanh)\("#)
      for (number, line) in file.code where !isExcepted(file, line) && line.firstMatch(of: own) == nil {
        #expect(line.firstMatch(of: call) == nil, "\(file.path):\(number): use DeterministicMath: \(line)")
      }
    }
  }

  /// Names that say nothing.
  @Test func namesSaySomething() throws {
    let empty = try Regex(#"\b(class|struct|enum|protocol|actor) \w*(Manager|Helper|Utils?|Misc)\b"#)
    for file in Self.sources {
      for (number, line) in file.code {
        #expect(line.firstMatch(of: empty) == nil, "\(file.path):\(number): \(line)")
      }
    }
  }

  /// Notes to oneself belong into issues, and how the work was done into nobody's way.
  @Test func noWorkshopWords() throws {
    let words = try Regex(
      #"(?i)\b(todo|fixme|xxx|hack|wip|placeholder implementation|stub|worktree|as an ai|language model|chatgpt|llm)\b"#
    )
    for file in Self.sources {
      for (number, line) in file.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        #expect(line.firstMatch(of: words) == nil, "\(file.path):\(number + 1): \(line)")
      }
    }
  }

  /// No path of one machine.
  @Test func noForeignPaths() throws {
    let path = try Regex(#""/(home|root|Users|work|mnt)/|"/tmp/"#)
    for file in Self.sources + Self.tests where !file.path.hasPrefix("Tests/ArchitectureTests") {
      for (number, line) in file.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        #expect(line.firstMatch(of: path) == nil, "\(file.path):\(number + 1): \(line)")
      }
    }
  }

  /// Every entry of a catalog lies in a file of its own, named after it.
  @Test(arguments: [
    "CheckCatalog", "AnnotatorCatalog", "WriterCatalog", "ScenarioCatalog", "AssetCatalog",
    "GeneratorCatalog", "PerturbationCatalog", "FieldCatalog", "LookalikeCatalog", "ProblemCatalog",
  ])
  func catalogEntriesHaveTheirOwnFiles(_ catalog: String) throws {
    guard let file = Self.sources.first(where: { $0.path.hasSuffix("/\(catalog).swift") }) else { return }
    let names = Set(Self.sources.map { $0.path.split(separator: "/").last.map(String.init) ?? "" })
    let entry = try Regex(#"^\s+([A-Z]\w+)\(\),?$"#)
    for (_, line) in file.code {
      guard let match = line.firstMatch(of: entry), let name = match.output[1].substring else { continue }
      #expect(names.contains("\(name).swift"), "\(catalog): \(name) has no file \(name).swift")
    }
  }
}
