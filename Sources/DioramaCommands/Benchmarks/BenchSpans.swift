import ArgumentParser
import Diagnostics
import RandomStreams
import Synchronization
import TextModel

/// Sentences with labelled spans from templates with slots, written out as UTF-8 with the spans' byte offsets.
struct BenchSpans: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "spans", abstract: "Sentences with spans per second.")

  @Option(name: .short, help: "Sentences a run.")
  var n = 500_000

  @OptionGroup var options: BenchOptions

  private static let templates: [[TextPiece]] = [
    [
      "My name is ", "{name}", ", I live at ", "{street}", ", ", "{city}", " and my e-mail is ", "{email}",
      ".",
    ],
    ["Please call ", "{name}", " on ", "{phone}", " before ", "{date}", "."],
    ["The card ", "{card}", " of ", "{name}", " expires on ", "{date}", "."],
    ["{company}", " hired ", "{name}", " as ", "{job}", " in ", "{city}", "."],
  ].map { parts in
    parts.map { $0.hasPrefix("{") ? .slotBegin(SlotTag(String($0.dropFirst().dropLast()))) : .literal($0) }
  }

  private static let values: [String: [String]] = [
    "name": ["Mary Jones", "James Smith", "Li Na", "Zoë Müller", "Ana Souza"],
    "street": ["12 Long Lane", "7 Mill Road", "210 High Street"],
    "city": ["York", "Kraków", "San José", "Oslo"],
    "email": ["mary@example.org", "j.smith@example.com"], "phone": ["+1 202 555 0143", "020 7946 0958"],
    "date": ["2026-03-05", "5 March 2026", "12/2029"],
    "card": ["4111 1111 1111 1111", "5555 5555 5555 4444"],
    "company": ["Example Ltd", "Acme GmbH"], "job": ["engineer", "nurse", "bus driver"],
  ]

  func run() throws {
    try options.check()
    guard n >= 1 else { throw DioramaError(.usage, "-n must be at least 1") }
    let spans = Atomic(0)
    let rate = TextRate(count: n, workers: options.workers)
    func round() -> Double {
      rate.run { range in
        var realiser = TextRealiser()
        var buffer: [UInt8] = []
        var count = 0
        let stream = RandomStream(seed: 1).child("spans")
        for index in range {
          var draw = stream.bits(at: UInt64(index))
          func choose(_ count: Int) -> Int {
            defer { draw /= UInt64(count) }
            return Int(draw % UInt64(count))
          }
          for piece in Self.templates[choose(Self.templates.count)] {
            switch piece {
            case .slotBegin(let tag):
              let values = Self.values[tag.label] ?? []
              realiser.beginSlot(tag)
              realiser.verbatim(values[choose(values.count)])
              realiser.endSlot()
            case .literal(let text): realiser.literal(text)
            default: break
            }
          }
          guard let text = try? realiser.finish() else { continue }
          buffer.removeAll(keepingCapacity: true)
          text.appendUTF8(to: &buffer)
          count += text.ranges(in: .utf8).count
        }
        spans.add(count, ordering: .relaxed)
      }
    }
    _ = round()  // warm
    spans.store(0, ordering: .relaxed)
    let rates = (0..<options.runs).map { _ in round() }
    Measurement(
      name: "sentences with spans", unit: "sentences/s", values: rates, workers: options.workers,
      stages: [("spansPerSentence", Double(spans.load(ordering: .relaxed)) / Double(n * options.runs))]
    ).print()
  }
}
