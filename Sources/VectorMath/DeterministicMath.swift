/// Elementary functions whose bits are the same on every machine: only + − × ÷ and square root, which
/// IEEE 754 fixes, in a fixed order. libm's differ between processors and versions.
///
/// Polynomials are the classic minimax sets of Sun's fdlibm (1993); errors are below 2 ulp for sin, cos,
/// atan, exp, log inside the ranges stated, and below 1e-15·|y·log x| relative for pow.
package enum DeterministicMath {
  /// Sine of `x` radians. Accurate to 2 ulp for |x| < 10⁶; beyond, the argument is first reduced by a double
  /// 2π, so it stays deterministic but loses digits.
  package static func sin(_ x: Double) -> Double { sincos(x).sin }
  /// Cosine of `x` radians; accuracy as `sin`.
  package static func cos(_ x: Double) -> Double { sincos(x).cos }
  package static func tan(_ x: Double) -> Double {
    let (s, c) = sincos(x)
    return s / c
  }

  /// Sine and cosine together; NaN for an argument that is not finite.
  package static func sincos(_ angle: Double) -> (sin: Double, cos: Double) {
    guard angle.isFinite else { return (.nan, .nan) }
    var x = angle
    if x.magnitude > 1e6 { x = x.truncatingRemainder(dividingBy: 2 * Double.pi) }
    // Cody and Waite: π/2 in three parts of 33 bits, so that k times a part is exact.
    let k = (x * 0.6366197723675814).rounded(.toNearestOrEven)
    let r =
      ((x - k * 1.57079632673412561417e+00) - k * 6.07710050630396597660e-11) - k * 2.02226624879595063154e-21
    let z = r * r
    let ps =
      -1.66666666666666324348e-01 + z
      * (8.33333333332248946124e-03 + z
        * (-1.98412698298579493134e-04 + z
          * (2.75573137070700676789e-06 + z * (-2.50507602534068634195e-08 + z * 1.58969099521155010221e-10))))
    let s = r + r * z * ps
    let pc =
      4.16666666666666019037e-02 + z
      * (-1.38888888888741095749e-03 + z
        * (2.48015872894767294178e-05 + z
          * (-2.75573143513906633035e-07 + z * (2.08757232129817482790e-09 + z * -1.13596475577881948265e-11))))
    let half = 0.5 * z
    let w = 1 - half
    let c = w + (((1 - w) - half) + z * z * pc)
    switch Int(k) & 3 {
    case 0: return (s, c)
    case 1: return (c, -s)
    case 2: return (-s, -c)
    default: return (-c, s)
    }
  }

  package static func atan(_ x: Double) -> Double {
    guard !x.isNaN else { return .nan }
    let a = x.magnitude
    let base: Double
    let t: Double
    if a < 0.4375 {
      (base, t) = (0, a)
    } else if a < 0.6875 {
      (base, t) = (4.63647609000806093515e-01, (2 * a - 1) / (2 + a))
    } else if a < 1.1875 {
      (base, t) = (7.85398163397448278999e-01, (a - 1) / (a + 1))
    } else if a < 2.4375 {
      (base, t) = (9.82793723247329054082e-01, (a - 1.5) / (1 + 1.5 * a))
    } else {
      (base, t) = (1.57079632679489655800e+00, -1 / a)
    }
    let z = t * t
    let w = z * z
    let odd =
      z
      * (3.33333333333329318027e-01 + w
        * (1.42857142725034663711e-01 + w
          * (9.09088713343650656196e-02 + w
            * (6.66107313738753120669e-02 + w * (4.97687799461593236017e-02 + w * 1.62858201153657823623e-02)))))
    let even =
      w
      * (-1.99999999998764832476e-01 + w
        * (-1.11111104054623557880e-01 + w
          * (-7.69187620504482999495e-02 + w * (-5.83357013379057348645e-02 + w * -3.65315727442169155270e-02))))
    let r = base + (t - t * (odd + even))
    return x.sign == .minus ? -r : r
  }

  /// The angle of (x, y) in (−π, π].
  package static func atan2(_ y: Double, _ x: Double) -> Double {
    if x == 0 && y == 0 { return x.sign == .minus ? (y.sign == .minus ? -Double.pi : Double.pi) : y }
    if x == 0 { return y > 0 ? Double.pi / 2 : -Double.pi / 2 }
    let r = atan(y / x)
    if x > 0 { return r }
    return y.sign == .minus ? r - Double.pi : r + Double.pi
  }

  package static func asin(_ x: Double) -> Double { atan2(x, ((1 - x) * (1 + x)).squareRoot()) }
  package static func acos(_ x: Double) -> Double { atan2(((1 - x) * (1 + x)).squareRoot(), x) }

  package static func exp(_ x: Double) -> Double {
    guard !x.isNaN else { return .nan }
    if x > 709.782712893384 { return .infinity }
    if x < -745.1332191019411 { return 0 }
    let k = (x * 1.4426950408889634).rounded(.toNearestOrEven)
    let hi = x - k * 6.93147180369123816490e-01
    let lo = k * 1.90821492927058770002e-10
    let r = hi - lo
    let z = r * r
    let p =
      z
      * (1.66666666666666019037e-01 + z
        * (-2.77777777770155933842e-03 + z
          * (6.61375632143793436117e-05 + z * (-1.65339022054652515390e-06 + z * 4.13813679705723846039e-08))))
    let c = r - p
    let y = 1 - ((lo - (r * c) / (2 - c)) - hi)
    return Double(sign: .plus, exponent: Int(k), significand: y)
  }

  /// The natural logarithm; −∞ at zero, NaN below.
  package static func log(_ x: Double) -> Double {
    guard x > 0 else { return x == 0 ? -.infinity : .nan }
    guard x.isFinite else { return x }
    var k = Double(x.exponent)
    var m = x.significand
    if m > 1.4142135623730951 {
      m /= 2
      k += 1
    }
    let f = m - 1
    let s = f / (2 + f)
    let z = s * s
    let w = z * z
    let t1 = w * (3.999999999940941908e-01 + w * (2.222219843214978396e-01 + w * 1.531383769920937332e-01))
    let t2 =
      z
      * (6.666666666666735130e-01 + w
        * (2.857142874366239149e-01 + w * (1.818357216161805012e-01 + w * 1.479819860511658591e-01)))
    let r = t1 + t2
    let half = 0.5 * f * f
    return k * 6.93147180369123816490e-01 - ((half - (s * (half + r) + k * 1.90821492927058770002e-10)) - f)
  }

  /// `x` to the power `y` for x ≥ 0 (NaN for negative x); 0⁰ = 1.
  package static func pow(_ x: Double, _ y: Double) -> Double {
    if y == 0 { return 1 }
    if x == 0 { return y > 0 ? 0 : .infinity }
    return exp(y * log(x))
  }
}
