import Testing
import TextModel

@Suite struct AlignmentTests {
  private func aligned(_ text: String, _ edits: [(Range<Int>, String)]) throws -> Revision {
    try AnnotatedText(text).applying(edits.map { TextEdit($0.0, $0.1, operation: "test") })
  }

  @Test func edgesOfInsertionsAreOutside() throws {
    let a = try aligned("abcd", [(1..<1, "XY"), (3..<4, "")]).alignment
    #expect(a.start(1) == 3)
    #expect(a.end(1) == 1)
    #expect(a.image(of: 1..<3) == 3..<5)
    #expect(a.image(of: 0..<4) == 0..<5)
    #expect(a.image(of: 3..<4) == 5..<5)
    #expect(a.targetCount == 5)
    // What is inserted at the end of the range, going back, is outside too.
    #expect(a.inverse.image(of: 0..<5) == 0..<3)
    #expect(a.inverse.inverse == a)
  }

  @Test func changesThatMeetBecomeOne() throws {
    // abcdef → abXYZf → aQZf
    let first = try aligned("abcdef", [(2..<5, "XYZ")])
    #expect(first.text.string == "abXYZf")
    let second = try first.text.applying([TextEdit(1..<4, "Q", operation: "test")])
    #expect(second.text.string == "aQZf")
    let both = first.alignment.then(second.alignment)
    #expect(both.changes == [.init(1..<5, 1..<3)])
    #expect(both.copies == [.init(0..<1, 0..<1), .init(5..<6, 3..<4)])
  }

  @Test func changesThatTouchStayTwo() throws {
    let first = try aligned("abcd", [(1..<2, "XX")])
    let second = try first.text.applying([TextEdit(3..<4, "", operation: "test")])
    #expect(second.text.string == "aXXd")
    #expect(first.alignment.then(second.alignment).changes == [.init(1..<2, 1..<3), .init(2..<3, 3..<3)])
  }

  @Test func whatWasInsertedAndDeletedLeavesAnEmptyChange() throws {
    let first = try aligned("ab", [(1..<1, "XYZ")])
    let second = try first.text.applying([TextEdit(1..<4, "", operation: "test")])
    let both = first.alignment.then(second.alignment)
    #expect(both.changes == [.init(1..<1, 1..<1)])
    #expect(both.start(1) == 1 && both.end(1) == 1)
  }

  @Test func composesWithNothing() throws {
    let a = try aligned("abc", [(0..<1, "xx")]).alignment
    #expect(Alignment.identity(3).then(a) == a)
    #expect(a.then(.identity(4)) == a)
    #expect(Alignment.identity(0).copies.isEmpty)
  }
}
