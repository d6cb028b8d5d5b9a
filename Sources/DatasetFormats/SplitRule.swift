import Diagnostics

/// Which sequences are for training and which for validation.
///
/// Whole sequences go to one side, since frames of one sequence resemble each other. Of every
/// `1 / fraction` consecutive sequences one is chosen by a hash of the block's number, never its first: so
/// the fraction is exact over whole blocks, the first sequence always trains, and a sequence's side depends
/// neither on the dataset's size nor on other samples.
package struct SplitRule: Sendable, Hashable {
  package enum Side: String, Sendable, CaseIterable {
    case train
    case val
  }

  /// How many consecutive sequences share one validation sequence; 0 = none validates.
  package let block: Int

  /// One sequence in five validates.
  package init() { block = 5 }

  /// - Parameter fraction: 0 for no validation, else up to ½; rounded to the next 1 / integer.
  /// - Throws: `DioramaError` (usage) outside that range.
  package init(validationFraction fraction: Double) throws {
    guard fraction >= 0, fraction <= 0.5 else {
      throw DioramaError(
        .usage, "validation fraction \(fraction) is out of range", remedy: "choose a number from 0 to 0.5")
    }
    block = fraction < 1e-6 ? 0 : Int((1 / fraction).rounded())
  }

  package func side(ofSequence sequence: Int) -> Side {
    guard block >= 2, sequence >= 0 else { return .train }
    let (number, place) = sequence.quotientAndRemainder(dividingBy: block)
    return place == 1 + Int(Self.mix(UInt64(number)) % UInt64(block - 1)) ? .val : .train
  }

  /// A bijection that scatters neighbouring numbers (the finaliser of splitmix64).
  private static func mix(_ n: UInt64) -> UInt64 {
    var z = n &+ 0x9e37_79b9_7f4a_7c15
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}
