package import JSON
import Language
package import TextFormats
import VerifiedProblems

/// What a dataset of texts is made of: the line of each sample, a function of its index alone.
package protocol TextLineSource: Sendable {
  var content: TextContent { get }
  /// Samples.
  var count: Int { get }
  /// What decides the bytes, for the manifest.
  var resolved: [JSONValue.Member] { get }
  /// What one worker keeps from stretch to stretch.
  func writer() -> any TextLineWriter
}

/// Makes lines of samples, one stretch after another, for one worker.
package protocol TextLineWriter {
  /// The samples of a range of indices as JSON Lines.
  func lines(_ indices: Range<Int>) throws -> [UInt8]
}

extension SampleWriter: TextLineWriter {}

/// Sentences of templates.
struct TemplateLines: TextLineSource {
  let plan: SamplingPlan

  var content: TextContent { .labelled }
  var count: Int { plan.count }

  var resolved: [JSONValue.Member] {
    [
      .init("template", .string(plan.space.name)),
      .init("languages", .array(plan.space.languages.map { .string($0) })),
      .init("grammar", .string(plan.space.fingerprint)), .init("sampling", .string(plan.mode.rawValue)),
      .init("derivations", .string(plan.space.count.description)),
    ]
  }

  func writer() -> any TextLineWriter { SampleWriter(plan) }
}

/// Problems with their replies.
struct ProblemLines: TextLineSource {
  let series: ProblemSeries
  let count: Int

  var content: TextContent { .instructions }

  var resolved: [JSONValue.Member] {
    [
      .init("families", .array(series.families.map { .string($0.name) })),
      .init("levels", .array(series.levels.map { .integer($0) })),
      .init("languages", .array(series.languages.map { .string($0.rawValue) })),
      .init("defects", .array(series.defects.map { .string($0.rawValue) })),
    ]
  }

  func writer() -> any TextLineWriter { Writer(series: series) }

  private struct Writer: TextLineWriter {
    let series: ProblemSeries

    func lines(_ indices: Range<Int>) -> [UInt8] {
      var out: [UInt8] = []
      for index in indices {
        guard let record = ProblemRecord.json(of: series, at: index) else { continue }
        out += record.canonicalText.utf8
        out.append(UInt8(ascii: "\n"))
      }
      return out
    }
  }
}
