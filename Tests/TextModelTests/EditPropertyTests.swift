import Foundation
import RandomStreams
import Synchronization
import Testing
import TextModel

/// Chains of random edits over hostile texts, against `TaggedText`, which keeps no offsets, and `StringSlicer`.
@Suite struct EditPropertyTests {
  /// What went wrong, where; the first is enough.
  struct Failure: Error, CustomStringConvertible { var description: String }

  static func chain(_ index: Int, steps: Int = 10) throws -> (accepted: Int, rejected: Int) {
    var random = RandomText(stream: RandomStream(seed: 4).child(index))
    guard let clean = random.annotated() else { throw Failure(description: "chain \(index): no text") }
    var noisy = NoisyText(clean)
    var tagged = TaggedText(clean)
    var count = (accepted: 0, rejected: 0)
    for step in 0..<steps {
      let edits = random.edits(of: noisy.noisy.scalars.count)
      let verdict = tagged.apply(edits)
      do {
        noisy.append(try noisy.noisy.applying(edits))
        guard verdict == .accepted else {
          throw Failure(description: "chain \(index) step \(step): \(edits) should have been rejected")
        }
        count.accepted += 1
        try check(noisy.noisy, tagged, "chain \(index) step \(step)")
      } catch let rejection as EditRejection {
        guard verdict == .rejected else {
          throw Failure(description: "chain \(index) step \(step): \(edits) was rejected: \(rejection)")
        }
        count.rejected += 1
      }
    }
    let text = noisy.noisy
    // Back to the clean text, and untouched stretches untouched.
    guard noisy.restored == clean.scalars else {
      throw Failure(description: "chain \(index): records do not lead back")
    }
    guard noisy.alignment.sourceCount == clean.scalars.count,
      noisy.alignment.targetCount == text.scalars.count
    else { throw Failure(description: "chain \(index): the alignment's lengths") }
    for copy in noisy.alignment.copies
    where !copy.source.elementsEqual(copy.target, by: { clean.scalars[$0] == text.scalars[$1] }) {
      throw Failure(description: "chain \(index): alignment \(copy)")
    }
    return count
  }

  /// One text against its twin, in all units.
  private static func check(_ text: AnnotatedText, _ tagged: TaggedText, _ place: String) throws {
    let string = tagged.string
    guard Array(string.utf8) == Array(text.string.utf8) else {
      throw Failure(description: "\(place): text differs")
    }
    guard text.spans.count == tagged.alive.nonzeroBitCount else {
      throw Failure(description: "\(place): a span is lost")
    }
    let surfaces = text.spans.map { Array(GraphemeBoundaries.string(tagged.surface($0.id)).utf8) }
    for unit in OffsetUnit.allCases {
      for (range, surface) in zip(text.ranges(in: unit), surfaces)
      where StringSlicer.slice(string, range, unit) != surface {
        throw Failure(description: "\(place): \(unit) \(range) of \(string.debugDescription)")
      }
    }
    if let fault = text.fault { throw Failure(description: "\(place): \(fault)") }
  }

  /// A million rounds of one to three edits each, ten in a row, each checked; `DIORAMA_MEASURE` names another number
  /// of rows.
  @Test func spansSliceToTheirSurfaceInAllUnits() {
    let chains = ProcessInfo.processInfo.environment["DIORAMA_MEASURE"].flatMap { Int($0) } ?? 100_000
    let blocks = 200
    let total = Mutex((accepted: 0, rejected: 0))
    let failures = Mutex<[String]>([])
    DispatchQueue.concurrentPerform(iterations: blocks) { block in
      var sum = (accepted: 0, rejected: 0)
      for index in (block * chains / blocks)..<((block + 1) * chains / blocks) {
        do {
          let count = try Self.chain(index)
          sum = (sum.accepted + count.accepted, sum.rejected + count.rejected)
        } catch {
          failures.withLock { $0.append("\(error)") }
          break
        }
      }
      total.withLock { $0 = ($0.accepted + sum.accepted, $0.rejected + sum.rejected) }
    }
    let found = failures.withLock { $0.sorted() }
    #expect(found.isEmpty, "\(found.prefix(3))")
    let count = total.withLock { $0 }
    #expect(count.accepted > 2 * chains, "\(count): too few edits get through to mean much")
    #expect(count.rejected > chains, "\(count)")
  }

  /// Words through noise: those that survive stay whole and apart, and what is inserted belongs to some word.
  @Test func wordsSurviveNoise() throws {
    var random = RandomText(stream: RandomStream(seed: 5))
    var seen = 0
    for _ in 0..<20_000 {
      guard let text = random.annotated(tokens: true), !text.tokens.isEmpty else { continue }
      var tagged = TaggedText(text)
      let edits = random.edits(of: text.scalars.count)
      guard tagged.apply(edits) == .accepted else { continue }
      let new = try text.applying(edits).text
      #expect(new.fault == nil)
      var holder = [Int](repeating: -1, count: new.scalars.count)
      for (n, token) in new.tokens.enumerated() { for i in token.range { holder[i] = n } }
      var image: [Int: Int] = [:]
      for (i, element) in tagged.elements.enumerated() {
        if element.isNew {
          if !element.scalar.properties.isWhitespace { #expect(holder[i] >= 0, "\(edits) of \(text)") }
        } else if element.token >= 0 {
          #expect(holder[i] >= 0)
          #expect(image[element.token, default: holder[i]] == holder[i], "a word fell apart")
          image[element.token] = holder[i]
        }
      }
      #expect(Set(image.values).count == image.count, "two words became one: \(edits) of \(text)")
      seen += 1
    }
    #expect(seen > 5_000)
  }
}
