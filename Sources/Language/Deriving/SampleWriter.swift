/// Makes lines of samples, one stretch after another, in memory that it keeps: one for each worker.
package final class SampleWriter {
  private let plan: SamplingPlan
  private let records: TextRecordWriter
  private var derivation: Derivation
  private var realiser: Realiser
  private var sample: RealisedSample
  private var out: [UInt8] = []

  package init(_ plan: SamplingPlan) {
    self.plan = plan
    records = TextRecordWriter(plan.space)
    derivation = Derivation(for: plan.space)
    realiser = Realiser(plan.space)
    sample = RealisedSample(for: plan.space)
  }

  /// The samples of a range of indices as JSON Lines.
  package func lines(_ indices: Range<Int>) -> [UInt8] {
    out.removeAll(keepingCapacity: true)
    for index in indices {
      plan.derive(index, into: &derivation)
      realiser.realise(derivation, into: &sample)
      records.write(sample, index: index, to: &out)
    }
    return out
  }
}
