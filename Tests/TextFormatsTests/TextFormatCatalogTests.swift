import Diagnostics
import Foundation
import Testing
import TextFormats
import TextModel

/// What holds of every format of texts.
@Suite struct TextFormatCatalogTests {
  static let names = TextFormatCatalog.all.map(\.name)

  private func format(_ name: String) throws -> any TextFormat { try #require(TextFormatCatalog.named(name)) }

  @Test func namesAreUnique() {
    #expect(Set(Self.names).count == Self.names.count)
    for format in TextFormatCatalog.all {
      #expect(!format.summary.isEmpty && !format.positions.isEmpty)
      #expect(format.name.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") })
    }
  }

  @Test(arguments: names) func readsBackWhatItWrote(name: String) throws {
    let format = try format(name)
    let texts = try texts(for: format)
    let written = try WrittenFormat(format, blocks: [Array(texts[..<4]), Array(texts[4...])])
    defer { written.remove() }
    let found = try written.violations(format, texts)
    #expect(found.formed == [])
    #expect(found.matched == [])
    #expect(!texts.flatMap { format.expected(of: $0) }.isEmpty)
  }

  /// A text more, a text less, another order, another text: nothing of it passes.
  @Test(arguments: names) func findsWhatIsNotTheNativeText(name: String) throws {
    let format = try format(name)
    let texts = try texts(for: format)
    let written = try WrittenFormat(format, blocks: [texts])
    defer { written.remove() }
    // The last text that the format has something to say of.
    var fewer = texts
    fewer.remove(at: try #require(texts.lastIndex { !format.expected(of: $0).isEmpty }))
    #expect(try !written.violations(format, fewer).matched.isEmpty)
    #expect(try !written.violations(format, texts + [texts[0]]).matched.isEmpty)
    var other = texts
    other[0].part = .test
    #expect(try !written.violations(format, other).matched.isEmpty)
    if format.content == .labelled {
      // The same words, one span less.
      other = texts
      other[0] = PlacedText(try sentence("go to Paris please", template: "go/en/0"), .train)
      #expect(try !written.violations(format, other).matched.isEmpty)
    }
  }

  /// Damaged files are violations or errors, never traps.
  @Test(arguments: names) func survivesDamage(name: String) throws {
    let format = try format(name)
    let texts = try texts(for: format)
    var written = try WrittenFormat(format, blocks: [texts])
    defer { written.remove() }
    let sound = written.files
    var state: UInt64 = 7
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % max(1, bound)
    }
    var noticed = 0
    for _ in 0..<60 {
      written.files = sound
      let path = sound.keys.sorted()[next(sound.count)]
      var bytes = Array((sound[path] ?? "").utf8)
      guard !bytes.isEmpty else { continue }
      switch next(3) {
      case 0: bytes.removeSubrange(next(bytes.count)...)
      case 1: bytes[next(bytes.count)] = UInt8(next(128))
      default: bytes.insert(contentsOf: Array("\"[{9999999999999999999".utf8), at: next(bytes.count))
      }
      written.files[path] = String(decoding: bytes, as: UTF8.self)
      try written.write()
      do {
        let found = try written.violations(format, texts)
        if !found.formed.isEmpty || !found.matched.isEmpty { noticed += 1 }
      } catch { noticed += 1 }
    }
    #expect(noticed >= 15)
  }

  @Test(arguments: names) func refusesOtherContent(name: String) throws {
    let format = try format(name)
    let wrong = format.content == .instructions ? try difficultTexts() : instructions()
    var notes = TextNotes()
    #expect(throws: DioramaError.self) { try format.entries(for: wrong, &notes) }
  }

  @Test(arguments: names) func hasNoOpinionOfAnEmptyFolder(name: String) throws {
    let root = FileManager.default.temporaryDirectory.appendingPathComponent("diorama-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: root) }
    #expect(throws: DioramaError.self) { try format(name).read(try TextFolder(root.path), TextReadingLog()) }
  }
}
