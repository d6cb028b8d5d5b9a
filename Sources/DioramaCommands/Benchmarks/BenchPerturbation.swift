import ArgumentParser
import Diagnostics
import Foundation
import Perturbation
import RandomStreams
import Synchronization
import TextModel

/// Texts perturbed and written out as UTF-8, each from a stream of its own.
struct BenchPerturbation: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "perturb", abstract: "Perturbed texts per second.")

  @Option(name: .long, help: "The perturbation: see --list.")
  var perturbation = "keyboard-typo"

  @Option(name: .long, help: "The text.")
  var text = "The quick brown fox jumps over the lazy dog and runs away from the river bank"

  @Option(name: .long, help: "Its language, BCP 47.")
  var language = "en-US"

  @Option(name: .long, help: "1 (slight) to 5 (severe).")
  var severity = 3

  @Option(name: .short, help: "Texts a run.")
  var n = 500_000

  @Flag(name: .long, help: "Lists the perturbations in place of measuring.")
  var list = false

  @OptionGroup var options: BenchOptions

  func run() throws {
    try options.check()
    if list {
      for perturbation in PerturbationCatalog.all {
        Console.result("\(perturbation.rule.id): \(perturbation.rule.summary)")
      }
      return
    }
    guard let perturbation = PerturbationCatalog[perturbation] else {
      throw DioramaError(.usage, "no perturbation \(self.perturbation)", remedy: "--list names them.")
    }
    guard let severity = Severity(rawValue: severity), n >= 1 else {
      throw DioramaError(.usage, "--severity must be in 1 ... 5, -n at least 1")
    }
    let text = AnnotatedText(text, language: language)
    let edits = Atomic(0)
    let bytes = Atomic(0)
    let rate = TextRate(count: n, workers: options.workers)
    func round() -> Double {
      rate.run { range in
        let stream = RandomStream(seed: 1).child("perturb")
        var buffer: [UInt8] = []
        var (changed, written) = (0, 0)
        for index in range {
          buffer.removeAll(keepingCapacity: true)
          guard let revision = perturbation.perturb(text, severity: severity, stream: stream.child(index))
          else {
            continue
          }
          changed += revision.records.count
          revision.text.appendUTF8(to: &buffer)
          written += buffer.count
        }
        edits.add(changed, ordering: .relaxed)
        bytes.add(written, ordering: .relaxed)
      }
    }
    _ = round()  // warm
    edits.store(0, ordering: .relaxed)
    bytes.store(0, ordering: .relaxed)
    let rates = (0..<options.runs).map { _ in round() }
    let all = Double(n * options.runs)
    Measurement(
      name: "perturb \(perturbation.rule.id) \(text.scalars.count) scalars", unit: "texts/s", values: rates,
      workers: options.workers,
      stages: [
        ("editsPerText", Double(edits.load(ordering: .relaxed)) / all),
        ("bytesPerText", Double(bytes.load(ordering: .relaxed)) / all),
      ]
    ).print()
  }
}

/// Items a second over the workers.
struct TextRate {
  var count: Int
  var workers: Int

  /// Calls `body` with a share of the indices on each worker.
  func run(_ body: @Sendable (Range<Int>) -> Void) -> Double {
    let clock = ContinuousClock()
    let (count, workers) = (count, workers)
    let time = clock.measure {
      DispatchQueue.concurrentPerform(iterations: workers) { worker in
        body((worker * count / workers)..<((worker + 1) * count / workers))
      }
    }
    let (seconds, attoseconds) = time.components
    return Double(count) / (Double(seconds) + Double(attoseconds) * 1e-18)
  }
}
