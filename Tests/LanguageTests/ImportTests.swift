import Diagnostics
import Foundation
import Language
import Testing

@Suite struct ImportTests {
  private func compiled(_ text: String, _ name: String) throws -> (DerivationSpace, TemplateSource) {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("diorama-import-\(name)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent(name)
    try text.write(to: file, atomically: true, encoding: .utf8)
    try "~[bye]\n    goodbye\n".write(
      to: folder.appendingPathComponent("more.txt"), atomically: true, encoding: .utf8)
    let source = try TemplateSource(path: file.path)
    return (try GrammarCompiler.compile(source.set), source)
  }

  /// What Chatette's manual says these mean, counted by hand.
  @Test func chatette() throws {
    let text = """
      // restaurants
      |more.txt
      %[ask]('training': '200')
          ~[please?] find a [&cheap|good] @[food] place [near me?near/40] [or close?near]
          ~[say$menu] the ~[say#short$bill] \\[ok\\] // brackets
      ~[please]
          please
      ~[say$what]
          show me $what
      ~[say#short$what]
          $what
      @[food]
          thai = asian
          chinese = asian
          italian
          ~[bye] @[dish]
      @[dish]
          soup
      """
    let (space, source) = try compiled(text, "a.chatette")
    // 2 please · 4 kinds (small or capital) · 4 foods · both optionals or none; both variations of say, then the short one.
    #expect(space.count.word == 66)
    let found = all(space)
    #expect(found.contains("please find a Good [food thai=asian] place near me or close"))
    #expect(found.contains("find a cheap [food goodbye [dish soup=soup]] place"))
    #expect(found.contains("show me menu the bill [ok]"))
    #expect(!found.contains { $0.contains("place near me") && !$0.contains("or close") })
    #expect(source.set.intents.map(\.weight) == [200])
  }

  @Test func chatito() throws {
    let text = """
      # greetings
      %[greet]('training': '2')
          *[60%] ~[hi] @[name?] ~[whatsUp?]
          *[40%] ~[hello there] @[name]
      ~[hi]
          hi
          hey
      @[name]
          Janis
          ~[bob]
      ~[bob]
          Bob
          Bobby
      ~[whatsUp]
          whats up
      """
    let (space, _) = try compiled(text, "b.chatito")
    #expect(space.count.word == 19)
    let found = all(space)
    #expect(found.contains("hey [name Bobby=bob] whats up"))
    #expect(found.contains("hello there [name Janis=Janis]"))
  }

  @Test func faultsHavePlaces() {
    #expect(throws: DioramaError.self) { try compiled("%[a]\n    x ~[b\n", "c.chatette") }
    do {
      _ = try compiled("%[a]\n    x @[b] y\n", "d.chatette")
      Issue.record("an undefined slot was taken")
    } catch {
      #expect("\(error)".contains("d.chatette:2:7: error: there is no slot b"))
    }
  }
}
