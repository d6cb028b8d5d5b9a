import Geometry
import VectorMath
import WorldModel

/// The part of a window that curtains and blinds leave open. A gap between curtains is met by few of the rays that are
/// spread over the whole window, here more and there less; spread over the gap they all say the same.
enum PortalOpening {
  /// Metres between the rays that look for it, along each axis, and how far into the room they reach.
  private static let spacing = 0.02
  private static let rowSpacing = 0.1
  private static let reach = 0.5
  /// Windows of which more is open stay as they are.
  private static let most = 0.75

  /// - Returns: the window with its sides drawn in, moved to where the curtain hangs, and how far it was moved, metres.
  static func opening(of portal: SkyPortal, _ caster: RayCaster) -> (portal: SkyPortal, depth: Double) {
    let (width, height) = (2 * length(portal.halfU), 2 * length(portal.halfV))
    let columns = count(width, spacing)
    let rows = count(height, rowSpacing)
    let normal = normalized(cross(portal.halfU, portal.halfV))
    var (lowU, highU, lowV, highV) = (columns, -1, rows, -1)
    var depths: [Double] = []
    for j in 0..<rows {
      for i in 0..<columns {
        let x = 2 * (Double(i) + 0.5) / Double(columns) - 1
        let y = 2 * (Double(j) + 0.5) / Double(rows) - 1
        let p = portal.center + portal.halfU * x + portal.halfV * y
        if let hit = caster.nearest(origin: p, direction: normal, from: 1e-3, to: reach, faces: .both) {
          depths.append(hit.t)
        } else {
          (lowU, highU) = (min(lowU, i), max(highU, i))
          (lowV, highV) = (min(lowV, j), max(highV, j))
        }
      }
    }
    guard highU >= 0, !depths.isEmpty else { return (portal, 0) }
    let partU = Double(highU + 1 - lowU) / Double(columns)
    let partV = Double(highV + 1 - lowV) / Double(rows)
    guard partU * partV < most else { return (portal, 0) }
    depths.sort()
    let depth = depths[depths.count / 2]
    let middleU = Double(highU + 1 + lowU) / Double(columns) - 1
    let middleV = Double(highV + 1 + lowV) / Double(rows) - 1
    return (
      SkyPortal(
        center: portal.center + portal.halfU * middleU + portal.halfV * middleV + normal * depth,
        halfU: portal.halfU * partU, halfV: portal.halfV * partV),
      depth
    )
  }

  private static func count(_ side: Double, _ spacing: Double) -> Int {
    guard side.isFinite else { return 1 }
    return Int(max(4, min(96, side / spacing)))
  }
}
