import RoadNetwork
import Traffic

extension Ground {
  /// All samples of a footprint lie on surfaces of these kinds; their lowest and highest height, or nil.
  func heights(under item: Footprint, step: Double, on allowed: [SurfaceKind]) -> ClosedRange<Double>? {
    var (low, high) = (Double.infinity, -Double.infinity)
    for p in item.samples(step: step) {
      guard let spot = spot(p), allowed.contains(spot.kind) else { return nil }
      low = min(low, spot.height)
      high = max(high, spot.height)
    }
    return low <= high ? low...high : nil
  }
}
