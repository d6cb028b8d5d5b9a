import Foundation
import Testing
import VectorMath

/// SplitMix64: test inputs that do not depend on the code under test.
struct Inputs {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
  mutating func uniform(_ low: Double, _ high: Double) -> Double {
    low + (high - low) * Double(next() >> 11) * 0x1p-53
  }
  /// Any sign, magnitudes evenly over the exponents from 2^low to 2^high.
  mutating func wide(_ low: Double, _ high: Double) -> Double {
    let exponent = uniform(low, high).rounded(.down)
    let magnitude = Double(sign: .plus, exponent: Int(exponent), significand: uniform(1, 2))
    return next() & 1 == 0 ? magnitude : -magnitude
  }
}

@Suite struct DeterministicMathTests {
  /// The greatest error of `ours` against the system's libm, in units in the last place of the latter.
  func worst(
    _ input: (inout Inputs) -> Double, _ ours: (Double) -> Double,
    _ libm: (Double) -> Double
  ) -> (ulps: Double, at: Double) {
    var inputs = Inputs(state: 1)
    var worst = (ulps: 0.0, at: 0.0)
    for _ in 0..<200_000 {
      let x = input(&inputs)
      let (a, b) = (ours(x), libm(x))
      if a.isNaN && b.isNaN { continue }
      let ulps = a == b ? 0 : abs(a - b) / b.ulp
      if !(ulps <= worst.ulps) { worst = (ulps, x) }
    }
    return worst
  }

  @Test func sineAndCosine() {
    for scale in [1e-8, 0.1, 1, 10, 1e3, 1e6] {
      let s = worst({ $0.uniform(-scale, scale) }, DeterministicMath.sin, sin)
      #expect(s.ulps <= 2, "sin \(s)")
      let c = worst({ $0.uniform(-scale, scale) }, DeterministicMath.cos, cos)
      #expect(c.ulps <= 2, "cos \(c)")
    }
    let t = worst({ $0.uniform(-1.5, 1.5) }, DeterministicMath.tan, tan)
    #expect(t.ulps <= 4, "tan \(t)")
  }

  /// Where the result is nearly zero, digits are lost if π is not reduced with care.
  @Test func nearMultiplesOfHalfPi() {
    for k in -2000...2000 {
      for step in [0, 1, -1, 1000] {
        let x = Double(k) * Double.pi / 2 + Double(step) * (Double(k) * Double.pi / 2).ulp
        let (s, c) = DeterministicMath.sincos(x)
        #expect(abs(s - sin(x)) <= 2 * sin(x).ulp && abs(c - cos(x)) <= 2 * cos(x).ulp, "\(x)")
      }
    }
  }

  @Test func arcs() {
    let a = worst({ $0.wide(-60, 60) }, DeterministicMath.atan, atan)
    #expect(a.ulps <= 2, "atan \(a)")
    let s = worst({ $0.uniform(-1, 1) }, DeterministicMath.asin, asin)
    #expect(s.ulps <= 4, "asin \(s)")
    let c = worst({ $0.uniform(-1, 1) }, DeterministicMath.acos, acos)
    #expect(c.ulps <= 4, "acos \(c)")
    var inputs = Inputs(state: 2)
    for _ in 0..<100_000 {
      let (y, x) = (inputs.wide(-20, 20), inputs.wide(-20, 20))
      let expected = atan2(y, x)
      #expect(abs(DeterministicMath.atan2(y, x) - expected) <= 3 * expected.ulp, "\(y) \(x)")
    }
  }

  @Test func arcEdges() {
    for y in [0.0, -0.0, 1, -1, .infinity, -.infinity] {
      for x in [0.0, -0.0, 1, -1] {
        let (a, b) = (DeterministicMath.atan2(y, x), atan2(y, x))
        #expect(a == b && a.sign == b.sign, "atan2(\(y), \(x)) = \(a), not \(b)")
      }
    }
    #expect(DeterministicMath.atan2(.nan, 1).isNaN && DeterministicMath.atan2(1, .nan).isNaN)
    #expect(DeterministicMath.atan(.infinity) == Double.pi / 2)
    #expect(DeterministicMath.atan(.nan).isNaN)
    #expect(DeterministicMath.asin(1) == Double.pi / 2 && DeterministicMath.acos(1) == 0)
    #expect(DeterministicMath.acos(-1) == Double.pi)
    #expect(DeterministicMath.asin(1.5).isNaN && DeterministicMath.acos(-1.5).isNaN)
  }

  @Test func exponentials() {
    for scale in [1e-10, 0.3, 5, 100, 708] {
      let e = worst({ $0.uniform(-scale, scale) }, DeterministicMath.exp, exp)
      #expect(e.ulps <= 2, "exp \(e)")
    }
    for (x, y) in [
      (0.0, 1.0), (-0.0, 1), (.infinity, .infinity), (-.infinity, 0), (710, .infinity), (-746, 0),
    ] {
      #expect(DeterministicMath.exp(x) == y)
    }
    #expect(DeterministicMath.exp(.nan).isNaN)
    #expect(DeterministicMath.exp(709.78).isFinite)
    // Subnormal results round once more.
    let small = worst({ $0.uniform(-745, -708) }, DeterministicMath.exp, exp)
    #expect(small.ulps <= 2, "exp \(small)")
  }

  @Test func logarithms() {
    let l = worst({ abs($0.wide(-1020, 1020)) }, DeterministicMath.log, log)
    #expect(l.ulps <= 2, "log \(l)")
    let near = worst({ $0.uniform(0.5, 2) }, DeterministicMath.log, log)
    #expect(near.ulps <= 2, "log \(near)")
    let tiny = worst({ abs($0.wide(-1073, -1022)) }, DeterministicMath.log, log)
    #expect(tiny.ulps <= 2, "log of subnormals \(tiny)")
    #expect(DeterministicMath.log(1) == 0)
    #expect(DeterministicMath.log(0) == -.infinity && DeterministicMath.log(-0.0) == -.infinity)
    #expect(DeterministicMath.log(.infinity) == .infinity)
    #expect(DeterministicMath.log(-1).isNaN && DeterministicMath.log(.nan).isNaN)
  }

  @Test func powers() {
    var inputs = Inputs(state: 3)
    for _ in 0..<100_000 {
      let (x, y) = (abs(inputs.wide(-30, 30)), inputs.uniform(-20, 20))
      let expected = pow(x, y)
      let bound = 1e-15 * max(1, abs(y * log(x))) * expected
      #expect(abs(DeterministicMath.pow(x, y) - expected) <= bound, "\(x)^\(y)")
    }
    for (x, y) in [
      (0.0, 0.0), (0, 2), (0, -1), (5, 0), (1, 300), (.infinity, 2), (.infinity, -2), (2, .infinity),
    ] {
      #expect(DeterministicMath.pow(x, y) == pow(x, y), "\(x)^\(y)")
    }
    #expect(DeterministicMath.pow(-2, 2).isNaN)
  }

  /// The bits are part of every dataset.
  @Test func bitsAreFixed() {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    var inputs = Inputs(state: 4)
    for _ in 0..<20_000 {
      let (x, y0) = (inputs.wide(-30, 30), inputs.wide(-30, 30))
      for y in [
        DeterministicMath.sin(x), DeterministicMath.cos(x), DeterministicMath.atan(x),
        DeterministicMath.exp(x.truncatingRemainder(dividingBy: 700)), DeterministicMath.log(abs(x)),
        DeterministicMath.atan2(x, y0), DeterministicMath.pow(abs(x), 1 / 3.0),
      ] { hash = (hash ^ y.bitPattern) &* 0x100_0000_01b3 }
    }
    #expect(hash == 0x1609_279a_9530_2b08)
  }
}
