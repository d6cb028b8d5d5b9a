import Diagnostics
import LocatedYAML
import RandomStreams
import Testing

@Suite struct FuzzTests {
  static let corpus = [
    "title: t\nspeed: {uniform: {min: 1, max: 2}}\nworld:\n  town: {buildings: {normal: {mean: 3, sd: 1}}}\n",
    "cameras:\n  - &c {name: a, width: 64}\n  - *c\n  - <<: *c\n    name: b\nlight: {colour: \"#aabbcc\", on: true}\n",
    "? complex\n: value\n--- !!map\n- [a, b: c]\n- |\n  text\n  more\n- >-\n  folded\n...\n",
    "%YAML 1.1\n%TAG ! tag:x,2000:\n---\na: !foo 'it''s'\nb: \"\\u00e9\\x41\\n\"\nc: .inf\nd: 1e400\n",
    "gap: {curve: [[0, 1], [1, 2]]}\nlimits: {a: 1, b: 2}\npart: {parts: [{parts: [{}]}]}\n",
    "a: &a [1]\nb: {*a : 1}\n? *a\n: 2\n? [*a]\n: {x: *a}\n",
  ]

  /// Bytes flipped, spliced, repeated and cut at random: an error or a document, never a trap, never a hang.
  @Test func mutatedBytesNeverTrap() {
    var stream = RandomStream(seed: 20)
    let indicators = Array("&*!|>'\"%@`{}[],:-?#\n\t \\~<=".utf8)
    var outcomes = [0, 0, 0]
    for _ in 0..<8_000 {
      var bytes = Array(Self.corpus[stream.integer(in: 0..<Self.corpus.count)].utf8)
      for _ in 0...stream.integer(in: 0..<6) {
        guard !bytes.isEmpty else { break }
        let i = stream.integer(in: 0..<bytes.count)
        switch stream.integer(in: 0..<7) {
        case 0: bytes[i] = UInt8(truncatingIfNeeded: stream.next())
        case 1: bytes[i] = stream.choose(indicators) ?? 0
        case 2: bytes.insert(stream.choose(indicators) ?? 0, at: i)
        case 3: bytes.remove(at: i)
        case 4: bytes.removeSubrange(i...)
        case 5:
          let other = Array(Self.corpus[stream.integer(in: 0..<Self.corpus.count)].utf8)
          bytes.insert(contentsOf: other[stream.integer(in: 0..<other.count)...], at: i)
        default:
          let end = min(bytes.count, i + stream.integer(in: 1..<9))
          bytes.insert(contentsOf: Array(repeating: bytes[i..<end], count: 3).joined(), at: i)
        }
      }
      do {
        let document = try YAMLDocument(bytes: bytes, file: "fuzz")
        let problems = document.problems(as: .record(StreetRecipe.self))
        for problem in problems { #expect(!"\(problem)".isEmpty) }
        outcomes[problems.isEmpty ? 0 : 1] += 1
      } catch {
        #expect(error.reason == .badInput)
        #expect(!"\(error)".isEmpty)
        outcomes[2] += 1
      }
    }
    #expect(outcomes.allSatisfy { $0 > 0 }, "\(outcomes)")
  }

  @Test func mutatedOverridesNeverTrap() throws {
    var stream = RandomStream(seed: 21)
    let base = try YAMLDocument(text: Self.corpus[1], file: "base")
    let seeds = [
      "cameras[0].width=3", "world.road.opendrive=x", "light.colour=#ffffff", "speed={choice: [1]}",
      "a.0.b=null",
    ]
    for _ in 0..<4_000 {
      var scalars = Array((seeds[stream.integer(in: 0..<seeds.count)]).unicodeScalars)
      for _ in 0...stream.integer(in: 0..<4) where !scalars.isEmpty {
        let i = stream.integer(in: 0..<scalars.count)
        switch stream.integer(in: 0..<3) {
        case 0: scalars[i] = stream.choose(Array(".=[]{}&*:0#é\n\0-~".unicodeScalars)) ?? "."
        case 1: scalars.remove(at: i)
        default: scalars.insert(stream.choose(Array(".=[]{}:0".unicodeScalars)) ?? ".", at: i)
        }
      }
      var text = ""
      text.unicodeScalars.append(contentsOf: scalars)
      do {
        _ = try base.setting(text).problems(as: .record(StreetRecipe.self))
      } catch { #expect(error.reason == .badInput || error.reason == .usage) }
    }
  }
}
