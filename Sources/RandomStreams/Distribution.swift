package import VectorMath

/// A number that a recipe leaves to chance, and how.
///
/// A distribution made by the recipe decoder is valid: `problem` is `nil`. `sample` of one that is not is 0 where
/// nothing better is meant, and never traps.
package enum Distribution: Sendable, Hashable {
  /// Always this number.
  case constant(Double)
  /// Uniform in [min, max).
  case uniform(min: Double, max: Double)
  /// A Gaussian, cut to [min, max] exactly: what lies outside is redrawn, not moved to the ends.
  case normal(mean: Double, sd: Double, min: Double? = nil, max: Double? = nil)
  /// e to the power of a Gaussian with mean ln `median` and deviation `sigma`, cut as `normal` is.
  case logNormal(median: Double, sigma: Double, min: Double? = nil, max: Double? = nil)
  /// One of these, each with the same chance.
  case choice([Double])
  /// One of these, in proportion to their weights.
  case weighted([Weighted<Double>])
  /// Value number `index` for sample `index`, starting over at the end: a sweep.
  case sequence([Double])
  /// A density that is linear between points (x = value, y = density, of any scale), x ascending.
  case curve([Vector2])
}

/// A value and its weight; only ratios of weights matter.
package struct Weighted<Value: Sendable & Hashable>: Sendable, Hashable {
  package var value: Value
  /// At least 0.
  package var weight: Double

  package init(_ value: Value, weight: Double) {
    self.value = value
    self.weight = weight
  }
}

extension Distribution: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
  package init(floatLiteral value: Double) { self = .constant(value) }
  package init(integerLiteral value: Int) { self = .constant(Double(value)) }
}

extension Distribution {
  /// The number when chance has no part in it.
  package var constantValue: Double? {
    if case .constant(let value) = self { return value }
    return nil
  }

  /// The least and greatest value that can be drawn; infinite at an open tail.
  package var bounds: ClosedRange<Double> {
    switch self {
    case .constant(let v): Self.span([v])
    case .uniform(let min, let max): Self.span([min, max])
    case .normal(_, _, let min, let max): Self.span([min ?? -.infinity, max ?? .infinity])
    case .logNormal(_, _, let min, let max): Self.span([Swift.max(0, min ?? 0), max ?? .infinity])
    case .choice(let values), .sequence(let values): Self.span(values)
    case .weighted(let values): Self.span(values.filter { $0.weight > 0 }.map(\.value))
    case .curve(let points): Self.span(points.map(\.x))
    }
  }

  private static func span(_ values: [Double]) -> ClosedRange<Double> {
    guard let low = values.min(), let high = values.max(), low <= high else { return 0...0 }
    return low...high
  }

  /// The same distribution with open tails cut at the ends of `range`; closed ones stay as they are.
  package func limited(to range: ClosedRange<Double>) -> Distribution {
    let low = range.lowerBound.isFinite ? range.lowerBound : nil
    let high = range.upperBound.isFinite ? range.upperBound : nil
    switch self {
    case .normal(let mean, let sd, let min, let max):
      return .normal(mean: mean, sd: sd, min: min ?? low, max: max ?? high)
    case .logNormal(let median, let sigma, let min, let max):
      return .logNormal(
        median: median, sigma: sigma, min: min ?? low.flatMap { $0 > 0 ? $0 : nil }, max: max ?? high)
    default: return self
    }
  }

  /// What is wrong with the parameters, as the end of a sentence; `nil` when nothing is.
  package var problem: String? {
    func order(_ min: Double?, _ max: Double?) -> String? {
      if let min, !min.isFinite { return "min must be a finite number" }
      if let max, !max.isFinite { return "max must be a finite number" }
      if let min, let max, min > max { return "min (\(min)) must not exceed max (\(max))" }
      return nil
    }
    func values(_ list: [Double]) -> String? {
      if list.isEmpty { return "at least one value is needed" }
      return list.allSatisfy(\.isFinite) ? nil : "values must be finite numbers"
    }
    switch self {
    case .constant(let v): return values([v])
    case .uniform(let min, let max): return order(min, max)
    case .normal(let mean, let sd, let min, let max):
      guard mean.isFinite, sd.isFinite, sd >= 0 else { return "mean must be finite and sd at least 0" }
      return order(min, max)
    case .logNormal(let median, let sigma, let min, let max):
      guard median > 0, median.isFinite else { return "median must be above 0" }
      guard sigma.isFinite, sigma >= 0 else { return "sigma must be at least 0" }
      if let max, max <= 0 { return "max must be above 0" }
      return order(min, max)
    case .choice(let list), .sequence(let list): return values(list)
    case .weighted(let list):
      return values(list.map(\.value)) ?? weightProblem(list.map(\.weight))
    case .curve(let points):
      guard points.count >= 2 else { return "at least two points are needed" }
      guard points.allSatisfy({ $0.x.isFinite && $0.y.isFinite && $0.y >= 0 }) else {
        return "points must be finite and densities at least 0"
      }
      guard zip(points, points.dropFirst()).allSatisfy({ $0.x < $1.x }) else {
        return "x must ascend from point to point"
      }
      return points.contains { $0.y > 0 } ? nil : "one density at least must be above 0"
    }
  }
}

/// What is wrong with weights; `nil` when nothing is.
func weightProblem(_ weights: [Double]) -> String? {
  guard weights.allSatisfy({ $0.isFinite && $0 >= 0 }) else { return "weights must be finite and at least 0" }
  return weights.contains { $0 > 0 } ? nil : "one weight at least must be above 0"
}
