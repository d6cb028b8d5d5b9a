package import Diagnostics
import RandomStreams

/// Which derivation each sample is: a function of seed, mode, number of samples and index alone.
///
/// No two samples are the same derivation, whatever the mode. Any sample is found at once, so workers, shards and restarts
/// see the same ones.
package struct SamplingPlan: Sendable {
  package let space: DerivationSpace
  package let mode: SamplingMode
  package let count: Int
  private let engine: Engine

  private enum Engine: Sendable {
    case permutation(KeyedPermutation)
    case largePermutation(LargePermutation)
    case strata(StratifiedSampler)
    case list([CoveringRow])
  }

  /// - Parameters:
  ///   - count: for coverage, the most; otherwise as many as are made.
  ///   - strength: of coverage: so many choices of a sentence occur in every combination.
  /// - Throws: `badInput` where the space has fewer derivations, or too many combinations to be covered.
  package init(
    _ space: DerivationSpace, mode: SamplingMode, count: Int, strength: Int = 2, seed: UInt64
  ) throws(DioramaError) {
    self.space = space
    self.mode = mode
    let size = space.count
    guard mode == .coverage || Natural(count) <= size else {
      throw DioramaError(
        .badInput, "\(count) samples are asked for, but \(space.name) derives \(size.grouped)",
        remedy: "ask for at most \(size), or add alternatives and values")
    }
    let key = RandomStream(seed: seed).child("language").child(space.name)
    switch mode {
    case .uniform:
      self.count = count
      if let small = size.doubleWord, size.bitWidth <= 126 {
        engine = .permutation(KeyedPermutation(size: small, key: key.child("uniform")))
      } else {
        engine = .largePermutation(LargePermutation(size: size, key: key.child("uniform")))
      }
    case .weighted, .even:
      self.count = count
      engine = .strata(
        StratifiedSampler(
          space, byRule: mode == .even, count: UInt64(count), seed: key.child(mode.rawValue).bits(at: 0)))
    case .coverage:
      let rows = try CoveringSample(
        space, strength: strength, seed: key.child("coverage").bits(at: 0)
      ).rows
      self.count = min(count, rows.count)
      engine = .list(rows)
    }
  }

  /// Makes sample number `index`, from 0 ..< `count`.
  package func derive(_ index: Int, into derivation: inout Derivation) {
    switch engine {
    case .permutation(let permutation):
      if permutation.size < UInt128(UInt64.max >> 1) {
        space.unrank(permutation[UInt64(index)], into: &derivation)
      } else {
        space.unrank(Natural(permutation[UInt128(index)]), into: &derivation)
      }
    case .largePermutation(let permutation):
      space.unrank(permutation[Natural(index)], into: &derivation)
    case .strata(let sampler): sampler.derive(UInt64(index), into: &derivation)
    case .list(let rows):
      guard rows.indices.contains(index) else { return derivation.reset() }
      space.derive(rows[index], into: &derivation)
    }
  }
}
