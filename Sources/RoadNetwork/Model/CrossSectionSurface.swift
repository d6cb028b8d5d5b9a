import Geometry

/// A road's cross profile as strips of cubics over t whose coefficients are cubics over s (OpenDRIVE 1.8 §10.5.3).
///
/// At most two strips a side: an inner one next to the reference line (shifted by `offset`) and an outer one where the
/// inner ends. It stands in place of superelevation and shape.
package struct CrossSectionSurface: Sendable, Hashable {
  /// One strip. Heights are metres, t is signed: negative to the right.
  package struct Strip: Sendable, Hashable {
    /// 1 and 2 to the left, −1 and −2 to the right, the inner first.
    package var id: Int
    /// Its height counts from where the inner strip ends.
    package var isRelative: Bool
    /// Metres over s; empty = as far as the lanes reach.
    package var width: PiecewiseCubic
    /// Coefficients over s of 1, dt, dt², dt³, with dt from the strip's inner edge.
    package var constant: PiecewiseCubic
    package var linear: PiecewiseCubic
    package var quadratic: PiecewiseCubic
    package var cubic: PiecewiseCubic

    package init(
      id: Int, isRelative: Bool = false, width: PiecewiseCubic = PiecewiseCubic(),
      constant: PiecewiseCubic = PiecewiseCubic(), linear: PiecewiseCubic = PiecewiseCubic(),
      quadratic: PiecewiseCubic = PiecewiseCubic(), cubic: PiecewiseCubic = PiecewiseCubic()
    ) {
      self.id = id
      self.isRelative = isRelative
      self.width = width
      self.constant = constant
      self.linear = linear
      self.quadratic = quadratic
      self.cubic = cubic
    }

    /// The cubic over dt at `s`.
    func profile(at s: Double) -> CubicPolynomial {
      CubicPolynomial(constant.value(at: s), linear.value(at: s), quadratic.value(at: s), cubic.value(at: s))
    }
  }

  /// Shift of all strips to the left, metres over s.
  package var offset: PiecewiseCubic
  /// Ids −2…2 without 0, each once.
  package var strips: [Strip]

  package init(offset: PiecewiseCubic = PiecewiseCubic(), strips: [Strip]) {
    self.offset = offset
    self.strips = strips
  }

  /// Metres above the reference line at (s, t).
  package func height(s: Double, t: Double) -> Double {
    let from = t - offset.value(at: s)
    let side = from >= 0 ? 1 : -1
    guard let inner = strips.first(where: { $0.id == side }) else { return 0 }
    let width = max(0, inner.width.value(at: s))
    guard !inner.width.isEmpty, from.magnitude > width,
      let outer = strips.first(where: { $0.id == 2 * side })
    else { return inner.profile(at: s).value(at: from) }
    let edge = Double(side) * width
    let base = outer.isRelative ? inner.profile(at: s).value(at: edge) : 0
    return base + outer.profile(at: s).value(at: from - edge)
  }

  /// Where some record takes over, in no stated order.
  var stations: [Double] {
    offset.records.map(\.start)
      + strips.flatMap { strip in
        [strip.width, strip.constant, strip.linear, strip.quadratic, strip.cubic].flatMap {
          $0.records.map(\.start)
        }
      }
  }
}
