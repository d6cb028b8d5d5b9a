package import RandomStreams

/// A keyed permutation of any size; beyond 128 bits the halves are numbers of many words.
package struct LargePermutation: Sendable {
  private enum Engine: Sendable {
    case words(KeyedPermutation)
    case halves(a: Natural, b: Natural)
  }

  package let size: Natural
  private let engine: Engine
  private let seed: UInt64

  package init(size: Natural, key: RandomStream) { self.init(size: size, seed: key.bits(at: 0)) }

  init(size: Natural, seed: UInt64) {
    self.size = size
    self.seed = seed
    if let small = size.doubleWord, size.bitWidth <= 126 {
      engine = .words(KeyedPermutation(size: small, seed: seed))
    } else {
      let a = size.ceilingSquareRoot
      engine = .halves(a: a, b: (size + a - 1).quotientAndRemainder(dividingBy: a).quotient)
    }
  }

  package subscript(index: Natural) -> Natural {
    switch engine {
    case .words(let permutation):
      return Natural(permutation[index.doubleWord ?? 0])
    case .halves(let a, let b):
      var x = index.quotientAndRemainder(dividingBy: size).remainder
      repeat {
        var (l, r) = x.quotientAndRemainder(dividingBy: b)
        for round in stride(from: 0, to: KeyedPermutation.rounds, by: 2) {
          l = (l + digest(r, below: a, round)).quotientAndRemainder(dividingBy: a).remainder
          r = (r + digest(l, below: b, round + 1)).quotientAndRemainder(dividingBy: b).remainder
        }
        x = l * b + r
      } while x >= size
      return x
    }
  }

  /// A number below `bound` that `value` and the round decide; its bias is below 2⁻⁶⁴.
  private func digest(_ value: Natural, below bound: Natural, _ round: Int) -> Natural {
    // Every limb is absorbed, then limbs are drawn until there is one more than the bound has.
    var state = KeyedPermutation.hash(seed, UInt64(round))
    for limb in value.limbs { state = KeyedPermutation.hash(state ^ limb, 0xD1B5_4A32_D192_ED03) }
    let limbs = (0...UInt64(bound.limbs.count)).map {
      KeyedPermutation.hash(state, $0 &* 0x9E37_79B9_7F4A_7C15)
    }
    return Natural(limbs: limbs).quotientAndRemainder(dividingBy: bound).remainder
  }
}
