/// Doors, drawers and lids that stand open: the joints of an asset's fittings, each by a part of its whole way.
///
/// At rest all are closed; joints that are not named stay so.
package struct OpenJoints: Articulating {
  /// How far each joint is open, by its name; 0 = closed, 1 = fully open.
  package var fractions: [(joint: String, open: Double)]
  /// What moves besides; the joints open on top of it.
  package var base: (any Articulating)?

  package init(_ fractions: [(joint: String, open: Double)], base: (any Articulating)? = nil) {
    self.fractions = fractions
    self.base = base
  }

  /// Opens all joints of an asset by one fraction.
  package init(all asset: Asset, open: Double) {
    self.init(asset.fittings.joints.map { ($0.name, open) })
  }

  package func articulation(of asset: Asset, at t: Double) -> Articulation {
    var out = base?.articulation(of: asset, at: t) ?? Articulation(poses: asset.restPoses)
    for joint in asset.fittings.joints {
      guard out.poses.indices.contains(joint.node),
        let open = fractions.last(where: { $0.joint == joint.name })?.open
      else { continue }
      out.poses[joint.node] = joint.pose(out.poses[joint.node], open: max(0, min(1, open)))
    }
    return out
  }
}
