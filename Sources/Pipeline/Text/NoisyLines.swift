import Diagnostics
import JSON
import Language
import Perturbation
import RandomStreams
import TextFormats
import TextModel

/// Sentences of templates with noise: the lines say the noisy text with its labels, and beside it the clean one, the
/// edits and the alignment (`[clean start, clean end, noisy start, noisy end]` of every changed stretch, Unicode scalars).
struct NoisyLines: TextLineSource {
  let plan: SamplingPlan
  let chain: PerturbationChain
  /// For the manifest: what the chain is.
  let steps: JSONValue
  let seed: UInt64

  var content: TextContent { .labelled }
  var count: Int { plan.count }

  var resolved: [JSONValue.Member] { TemplateLines(plan: plan).resolved + [.init("perturb", steps)] }

  func writer() -> any TextLineWriter { Writer(self) }

  private final class Writer: TextLineWriter {
    private let source: NoisyLines
    private var derivation: Derivation
    private var realiser: Realiser
    private var sample: RealisedSample

    init(_ source: NoisyLines) {
      self.source = source
      let space = source.plan.space
      derivation = Derivation(for: space)
      realiser = Realiser(space)
      sample = RealisedSample(for: space)
    }

    func lines(_ indices: Range<Int>) throws -> [UInt8] {
      let space = source.plan.space
      let root = RandomStream(seed: source.seed).child("perturb")
      var out: [UInt8] = []
      for index in indices {
        source.plan.derive(index, into: &derivation)
        realiser.realise(derivation, into: &sample)
        let intent = space.intents[Int(sample.intent)]
        var texts: [JSONValue] = []
        for text in sample.spoken {
          let clean: AnnotatedText
          do { clean = try text.annotated(in: space) } catch {
            throw DioramaError(.badInput, "sample \(index) of \(space.name), “\(text.string)”: \(error)")
          }
          let stream = root.child("\(index)/\(clean.language)")
          texts.append(NoisyRecord.json(of: source.chain.perturb(clean, stream: stream)))
        }
        let record = JSONValue.object([
          .init("index", .integer(index)), .init("intent", .string(intent.name)),
          .init("texts", .array(texts)),
        ])
        out += record.canonicalText.utf8
        out.append(UInt8(ascii: "\n"))
      }
      return out
    }
  }
}
