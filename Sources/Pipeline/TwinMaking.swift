import Checks
import VectorMath
import WorldModel

/// Makes samples again, by another maker, and compares: as they are (visual-51), with colour sampled once a pixel
/// (visual-18), under another light (visual-40).
///
/// Of a run's checked blocks every sixteenth has twins, by the block's number, and the first one always: a long run
/// makes one sample in 64 thrice more. Which have twins depends on the samples of the run alone, not on workers or
/// resumption; each shard of a dataset has at least one sample with twins, so shards together may have more than one
/// run over all.
package struct TwinMaking {
  let plan: SamplePlan
  let transform: PointTransform.Backend

  /// The places of blocks whose first sample has twins.
  /// - Parameters:
  ///   - numbers: of each block of the run, ascending; `nil` = it is not checked.
  ///   - interval: how many numbers share one block with twins.
  package static func blocks(among numbers: [Int?], every interval: Int) -> Set<Int> {
    var out = Set(numbers.indices.filter { numbers[$0].map { $0 % interval == 0 } ?? false })
    if let first = numbers.firstIndex(where: { $0 != nil }) { out.insert(first) }
    return out
  }

  /// Compares a sample with its three twins.
  func examine(_ sample: Sample, in run: inout CheckRun) throws {
    let maker = SampleMaker(plan, transform: PointTransform(backend: transform))
    for twin in [Twin.replay, .supersampled, .relit] {
      run.examine(sample, twin, try maker.sample(sample.index, twin))
    }
  }
}
