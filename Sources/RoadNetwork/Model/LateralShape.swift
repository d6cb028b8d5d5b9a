/// The road's cross profile over t: OpenDRIVE's `lateralProfile/shape`, `crossSectionSurface` of 1.8, and `crossfall` of
/// 1.5 and before.
package struct LateralShape: Sendable, Hashable {
  /// All cubics over t that hold at one station.
  package struct Profile: Sendable, Hashable {
    package var s: Double
    /// Height over t, with `start` in t.
    package var heights: PiecewiseCubic

    package init(s: Double, heights: PiecewiseCubic) {
      self.s = s
      self.heights = heights
    }
  }

  /// Ascending by `s`; between two the height is interpolated linearly.
  package var profiles: [Profile]
  /// Tangent of the fall to the outside, over s; left and right of the reference line.
  package var leftFall: PiecewiseCubic
  package var rightFall: PiecewiseCubic
  /// Rules instead of all else where present.
  package var surface: CrossSectionSurface?

  package init(
    profiles: [Profile] = [], leftFall: PiecewiseCubic = PiecewiseCubic(),
    rightFall: PiecewiseCubic = PiecewiseCubic(), surface: CrossSectionSurface? = nil
  ) {
    self.profiles = profiles
    self.leftFall = leftFall
    self.rightFall = rightFall
    self.surface = surface
  }

  package var isFlat: Bool {
    profiles.isEmpty && leftFall.isEmpty && rightFall.isEmpty && surface == nil
  }

  /// Where some record takes over along the road, in no stated order.
  var stations: [Double] {
    profiles.map(\.s) + leftFall.records.map(\.start) + rightFall.records.map(\.start)
      + (surface?.stations ?? [])
  }

  /// Metres above the superelevated plane at (s, t).
  package func height(s: Double, t: Double) -> Double {
    guard !isFlat else { return 0 }
    if let surface { return surface.height(s: s, t: t) }
    let fall = t >= 0 ? leftFall.value(at: s) * t : -rightFall.value(at: s) * t
    guard let first = profiles.first, let last = profiles.last else { return -fall }
    if s <= first.s { return first.heights.value(at: t) - fall }
    if s >= last.s { return last.heights.value(at: t) - fall }
    let next = profiles.firstIndex { $0.s > s } ?? profiles.count - 1
    let (a, b) = (profiles[next - 1], profiles[next])
    let w = (s - a.s) / (b.s - a.s)
    return a.heights.value(at: t) * (1 - w) + b.heights.value(at: t) * w - fall
  }
}
