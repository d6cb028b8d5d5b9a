import Geometry

extension RoadMark {
  /// The lines that are painted, with their widths: the file's own, else those that the pattern stands for.
  ///
  /// - Parameter isFast: dashes without a file's own are 6 m with gaps of 12 m, else 3 m with gaps of 6 m.
  package func paintedLines(isFast: Bool = false) -> [Line] {
    let w = width
    if !lines.isEmpty {
      guard pattern != .none, pattern != .curb else { return [] }
      return lines.map {
        var line = $0
        if line.width <= 0 { line.width = w }
        return line
      }
    }
    let dash = isFast ? (length: 6.0, gap: 12.0) : (length: 3.0, gap: 6.0)
    func solid(_ offset: Double) -> Line { .init(length: 0, space: 0, lateralOffset: offset, width: w) }
    func broken(_ offset: Double) -> Line {
      .init(length: dash.length, space: dash.gap, lateralOffset: offset, width: w)
    }
    switch pattern {
    case .solid, .edge: return [solid(0)]
    case .broken: return [broken(0)]
    // The gap between the lines of a pair is as wide as a line; the first named lies to the left.
    case .solidSolid: return [solid(w), solid(-w)]
    case .solidBroken: return [solid(w), broken(-w)]
    case .brokenSolid: return [broken(w), solid(-w)]
    case .brokenBroken: return [broken(w), broken(-w)]
    case .bottsDots: return [.init(length: 0.1, space: 1.1, width: 0.1)]
    case .none, .grass, .curb, .custom: return []
    }
  }
}
