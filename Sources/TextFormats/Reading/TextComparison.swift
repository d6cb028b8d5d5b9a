package import Checks
import JSON

/// Compares what was read back with the native texts: 12 bytes a text are kept.
package struct TextComparison: Sendable {
  private struct Queue: Sendable {
    var digests: [UInt64] = []
    var samples: [Int32] = []
    var next = 0
  }

  private var queues: [String: Queue] = [:]
  package private(set) var finding = CheckFinding()

  package init() { finding.applied = 1 }

  /// A native text's reading, in the order of the samples.
  package mutating func expect(_ reading: TextReading, sample: Int) {
    queues[reading.key, default: Queue()].digests.append(reading.digest)
    queues[reading.key, default: Queue()].samples.append(Int32(clamping: sample))
  }

  /// A text that was read, in the order of its group.
  package mutating func compare(_ reading: TextReading) {
    guard let queue = queues[reading.key], queue.next < queue.digests.count else {
      finding.expect(
        false,
        Violation(
          item: reading.place, found: String(reading.value.canonicalText.prefix(160)),
          expected: "no further text here"))
      return
    }
    queues[reading.key]?.next += 1
    finding.expect(
      queue.digests[queue.next] == reading.digest,
      Violation(
        sample: Int(queue.samples[queue.next]), item: reading.place,
        found: String(reading.value.canonicalText.prefix(240)), expected: "what the native text says"))
  }

  /// Texts that were not read.
  package mutating func close() {
    for key in queues.keys.sorted() {
      guard let queue = queues[key], queue.next < queue.digests.count else { continue }
      let place = key.split(separator: "\u{0}").joined(separator: " ")
      finding.expect(
        false,
        Violation(
          sample: Int(queue.samples[queue.next]), item: place, found: "\(queue.next) texts",
          expected: "\(queue.digests.count)"))
    }
  }
}
