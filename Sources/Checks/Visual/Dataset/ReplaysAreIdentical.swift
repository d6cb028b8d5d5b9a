package import WorldModel

/// visual-51: a sample made again is the same sample.
package struct ReplaysAreIdentical: TwinCheck {
  package static let rule = CheckRule(
    id: "visual-51", name: "replays-are-identical",
    summary:
      "A sample made again from recipe, seed and index (alone, in another order or with other threads) has the same bits in every label.",
    unit: "labels")
  package var twin: Twin { .replay }

  package init() {}

  package func examine(_ sample: Sample, twin: Sample) -> CheckFinding {
    var finding = TwinComparison.compare(sample, twin, only: nil)
    finding.expect(
      sample.drawn == twin.drawn && sample.attributes.elementsEqual(twin.attributes, by: ==)
        && (sample.index, sample.sequence, sample.frame) == (twin.index, twin.sequence, twin.frame),
      Violation(sample: sample.index, item: "drawn values", found: "others", expected: "the same"))
    return finding
  }
}
