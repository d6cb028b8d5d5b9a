import Diagnostics
import Foundation
import JSON
import LocatedYAML
import Testing

@Suite struct YAMLDocumentTests {
  func failure(_ text: String) -> DioramaError? {
    do {
      _ = try document(text)
      return nil
    } catch { return error }
  }

  @Test func everyKeyAndValueKnowsItsPlace() throws {
    let root = try document("# comment\na: 1\nlist:\n  - x\n  - {deep: ü, after: yes}\n").root
    let entries = try #require(root.entries)
    #expect(entries.map(\.key) == ["a", "list"])
    #expect(entries[0].keyLocation.location.line == 2)
    #expect((entries[0].value.location.line, entries[0].value.location.column) == (2, 4))
    let item = try #require(entries[1].value.items?[1])
    #expect(item.path == "list[1]")
    let after = try #require(item.entries?[1])
    #expect(after.value.path == "list[1].after")
    #expect(after.value.text == "yes")
    // Columns count code points, not bytes.
    #expect(after.keyLocation.location.column == 15)
    #expect(after.value.location.text == "  - {deep: ü, after: yes}")
  }

  @Test(arguments: ["a: 1\r\nb: [\r\n  1,\r\n  x: }", "a: 1\nb: [\n  1,\n  x: }", "a: 1\rb: [\r  1,\r  x: }"])
  func lineBreaksOfAllKindsCountOnce(text: String) {
    let error = failure(text)
    #expect(error?.location?.line == 4)
    #expect(error?.location?.text == "  x: }")
  }

  @Test func scalarsMeanWhatTheCoreSchemaSays() throws {
    let json = try document(
      """
      [1, -2, +3, 1.5, .5, 5., 1e3, -1E-2, 0, 0.0, 010, 0x1F, 1_000, 1:30, yes, No, true, false, True,
       null, ~, "1", '2', 2020-01-01, .5.5, "null", e3, -, +, 9223372036854775807, 9223372036854775808]
      """
    ).json
    #expect(
      json == [
        1, -2, 3, 1.5, 0.5, 5.0, 1000.0, -0.01, 0, 0.0, "010", "0x1F", "1_000", "1:30", "yes", "No", true,
        false,
        "True", .null, .null, "1", "2", "2020-01-01", ".5.5", "null", "e3", "-", "+", .integer(.max),
        .number(9_223_372_036_854_775_808),
      ])
  }

  @Test(arguments: [
    ("a: .nan", "finite", 4), ("a: -.inf", "finite", 4), ("a: [1, 1e999]", "finite", 8),
    ("a: 1\na: 2", "twice", 1),
    ("a: 1\n---\nb: 2", "second document", 1), ("? [x]\n: 1", "key must be plain text", 3),
    ("a: !foo 1", "tag", 4),
    ("a: !!binary aGk=", "tag", 4), ("a: *b", "alias", 4), ("a: {b: 1, b: 2}", "twice", 5),
    ("a:\n\t- b", "not valid YAML", 1),
    ("x: &a 1\n*a : 2", "alias cannot be a key", 1), ("<<: 3", "<< needs a mapping", 5),
    ("a: \"\u{1}\"", "control characters", 5), ("a: !!float 1", "tag", 4),
  ])
  func refuses(text: String, why: String, column: Int) throws {
    let error = try #require(failure(text))
    #expect(error.reason == .badInput)
    #expect(error.message.contains(why), "\(error)")
    if !why.contains("twice") { #expect(error.location?.column == column, "\(error)") }
    #expect("\(error)".contains("^"))
  }

  @Test func quotedTextMayLookLikeAnything() throws {
    #expect(try document("{a: \".nan\", b: !!str 12, c: '*x', d: \"*.png & co\"}").json["b"] == "12")
  }

  @Test func anchorsAndMergeKeys() throws {
    let json = try document("base: &b {x: 1, y: 2}\ncar: {<<: *b, y: 3}\nvan: {<<: [{y: 5}, *b]}\nsame: *b\n")
      .json
    #expect(json["car"] == ["y": 3, "x": 1])
    #expect(json["van"] == ["y": 5, "x": 1])
    #expect(json["same"] == ["x": 1, "y": 2])
  }

  @Test(arguments: ["", "\n", "# only a comment\n", "---\n", "~", "\u{FEFF}"])
  func emptyDocumentsAreEmptyMappings(text: String) throws {
    #expect(try YAMLDocument(bytes: Array(text.utf8), file: "e").json == [:])
  }

  @Test func hostileDocumentsEndSoon() throws {
    var laughs = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for i in 1..<30 {
      laughs += "a\(i): &a\(i) [" + Array(repeating: "*a\(i - 1)", count: 10).joined(separator: ", ") + "]\n"
    }
    var keyed = laughs + "? *a29\n: 1\n"
    let start = ContinuousClock.now
    #expect(failure(laughs)?.message.contains("200000 values") == true)
    #expect(failure(keyed) != nil)
    keyed = laughs.replacingOccurrences(of: "\n", with: "\n  ")
    for key in [
      "{*a29 : 1}", "[*a29 : 1]", "? {x: *a29}\n  : 1", "{[*a29] : 1}", "{*a29:1}", "? - *a29\n  : 1",
      "{? *a29}",
    ] {
      // Without the bomb's own values being counted first: nested under one key each.
      #expect(failure("top:\n  " + keyed + "\nend: " + key) != nil, "\(key)")
    }
    let deep = String(repeating: "[", count: 100_000)
    #expect(failure(deep) != nil)
    #expect(
      failure(String(repeating: "[", count: 65) + String(repeating: "]", count: 65))?.message.contains(
        "64 levels") == true)
    #expect(failure(String(repeating: "[", count: 64) + String(repeating: "]", count: 64)) == nil)
    #expect(failure(String(repeating: "- ", count: 900) + "x") != nil)
    #expect(failure(String(repeating: "{a: ", count: 2000)) != nil)
    #expect(
      failure("[" + String(repeating: "1,", count: 250_000) + "]")?.message.contains("200000 values") == true)
    #expect(
      failure("[" + String(repeating: "1,", count: 1_500_000) + "]")?.message.contains("too many values")
        == true)
    #expect(failure(String(repeating: "x", count: 4 << 20 + 1))?.message.contains("4 MiB") == true)
    let depth = String(repeating: "[", count: 990)
    #expect(failure(depth + String(repeating: "1,", count: 400_000)) != nil)
    // Generous: eight builds may share the machine.
    #expect(ContinuousClock.now - start < .seconds(20))
  }

  @Test func bytesThatAreNotUTF8() throws {
    do {
      _ = try YAMLDocument(bytes: Array("a: 1\nbc".utf8) + [0xFF, 0x20], file: "b.yaml")
      Issue.record("accepted")
    } catch {
      #expect(error.message.contains("UTF-8"))
      #expect((error.location?.line, error.location?.column) == (2, 3))
    }
  }

  @Test func files() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "diorama-yaml-\(UInt64.random(in: 0 ... .max))")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("r.yaml")
    try Data("world: {road: {opendrive: roads/a.xodr}}\ntitle: t\n".utf8).write(to: file)
    let recipe = try YAMLDocument(path: file.path).setting("world.road.lanes=3").decode(StreetRecipe.self)
      .value
    guard case .road(let road) = recipe.world else {
      Issue.record("not a road")
      return
    }
    #expect(road.file.path == folder.path + "/roads/a.xodr")
    #expect(road.file.text == "roads/a.xodr")
    #expect(road.lanes == 3)
    let missing = road.file.error("no such file", reason: .noInput)
    #expect((missing.location?.line, missing.location?.column) == (1, 27))
    #expect(missing.message == "world.road.opendrive: no such file")
    // What a shell names is relative to where the shell is.
    let set = try YAMLDocument(path: file.path).setting("world.road.opendrive=b.xodr").decode(
      StreetRecipe.self
    ).value
    if case .road(let road) = set.world { #expect(road.file.path == "b.xodr") }

    func reason(_ path: String) -> ExitReason? {
      do { _ = try YAMLDocument(path: path) } catch { return error.reason }
      return nil
    }
    #expect(reason(folder.path + "/none.yaml") == .noInput)
    #expect(reason(folder.path) == .inputOutput || reason(folder.path) == .noInput)
    try Data(count: 5 << 20).write(to: file)
    #expect(reason(file.path) == .badInput)
  }
}
