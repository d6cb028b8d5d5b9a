import Conversations
import JSON
import TextFormats

/// Conversations, a line each.
struct ConversationLines: TextLineSource {
  let series: ConversationSeries
  let count: Int

  var content: TextContent { .instructions }

  var resolved: [JSONValue.Member] {
    [
      .init("families", .array(series.families.map { .string($0.name) })),
      .init("languages", .array(series.tongues.map { .string($0.rawValue) })),
    ]
  }

  func writer() -> any TextLineWriter { Writer(series: series) }

  private struct Writer: TextLineWriter {
    let series: ConversationSeries

    func lines(_ indices: Range<Int>) -> [UInt8] {
      var out: [UInt8] = []
      for index in indices {
        guard let record = series.record(at: index) else { continue }
        out += record.canonicalText.utf8
        out.append(UInt8(ascii: "\n"))
      }
      return out
    }
  }
}
