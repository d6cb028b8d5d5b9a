import Foundation

/// The greatest distance between the empirical distribution of `values` and `cdf`, times √n (Kolmogorov, Smirnov):
/// above 1.95 once in a thousand samples.
func kolmogorovSmirnov(_ values: [Double], _ cdf: (Double) -> Double) -> Double {
  let sorted = values.sorted()
  let n = Double(sorted.count)
  var worst = 0.0
  for (i, x) in sorted.enumerated() {
    let p = cdf(x)
    worst = max(worst, abs(p - Double(i) / n), abs(Double(i + 1) / n - p))
  }
  return worst * n.squareRoot()
}

/// Deviation of counts from expected ones, as a number that is near normal: above 4 less than once in 10 000.
func chiSquareScore(_ counts: [Int], expected: [Double]) -> Double {
  var chi = 0.0
  for (count, mean) in zip(counts, expected) { chi += (Double(count) - mean) * (Double(count) - mean) / mean }
  // Wilson and Hilferty: the cube root of chi² over its degrees of freedom is nearly normal.
  let k = Double(counts.count - 1)
  return (pow(chi / k, 1 / 3.0) - (1 - 2 / (9 * k))) / (2 / (9 * k)).squareRoot()
}

func chiSquareScore(_ counts: [Int]) -> Double {
  let mean = Double(counts.reduce(0, +)) / Double(counts.count)
  return chiSquareScore(counts, expected: counts.map { _ in mean })
}
