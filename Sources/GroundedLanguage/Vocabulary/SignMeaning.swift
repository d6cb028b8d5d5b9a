/// What traffic signs say.
package enum SignMeaning: String, Sendable, Hashable, CaseIterable {
  case stop, yield, danger, parking
  case limit30 = "speed_limit_30"
  case limit50 = "speed_limit_50"
  case endOfLimits = "end_of_limits"
  case noEntry = "no_entry"
  case priorityRoad = "priority_road"
  case crossing = "pedestrian_crossing"
  case roadWorks = "road_works"
  case keepRight = "keep_right"

  /// Of a sign whose asset has this name.
  package static func of(asset: String) -> SignMeaning? {
    let prefix = "traffic_sign_"
    guard asset.hasPrefix(prefix) else { return nil }
    return SignMeaning(rawValue: String(asset.dropFirst(prefix.count)))
  }
}
