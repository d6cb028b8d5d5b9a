import Testing

/// The scanner itself: what counts as code, and what the package's text says.
@Suite struct SourceFileTests {
  @Test func stringsAndCommentsAreNoCode() {
    #expect(SourceFile.bare(#"let a = "x! // y" // z!"#) == #"let a = "" "#)
    #expect(SourceFile.bare(#"print("\(a.map { "\($0)!" }) b"); c!.d"#).hasSuffix("c!.d"))
    #expect(SourceFile.bare(#"let q = "\\"; f()!"#) == #"let q = ""; f()!"#)
  }

  @Test func importsOfAllKinds() {
    let file = SourceFile(
      target: "T", path: "T.swift",
      text:
        "package import Geometry\nimport struct Foundation.Data\n@testable import Checks\nlet important = 1")
    #expect(file.imports == ["Geometry", "Foundation", "Checks"])
  }

  @Test func callsOfThePackage() {
    let text = """
      func module(_ name: String) -> Target { .target(name: name) }
      module("A", ["B", .product(name: "C", package: "c-kit")]), // "D"
      .target(name: "E", dependencies: ["F"])
      """
    let calls = PackageDescription.calls(in: text, named: ["module", "target"])
    #expect(calls.map(\.0) == ["module", "target"])
    #expect(PackageDescription.strings(in: calls[0].1) == ["A", "B", "C", "c-kit"])
  }
}
