import Geometry
import VectorMath
package import WorldModel

extension Asset {
  /// The same with something poured into one of its empty vessels: a closed body that fills the hollow up to a level
  /// surface, as a part of its own.
  ///
  /// - Parameters:
  ///   - vessel: an index into `fittings.vessels`.
  ///   - fraction: of its volume, more than 0.
  ///   - content: what it is called, e.g. `water`.
  /// - Returns: `nil` for a vessel that is full already, for none, or for too little to be seen.
  package func filled(vessel index: Int, fraction: Double, content: String, material: Material) -> Asset? {
    guard fittings.vessels.indices.contains(index) else { return nil }
    var vessel = fittings.vessels[index]
    let level = vessel.level(for: fraction)
    guard vessel.content == nil, level > vessel.floor + 0.002, parts.count < 254 else { return nil }
    vessel.content = content
    vessel.level = level
    vessel.contentPart = parts.count
    var fittings = fittings
    fittings.vessels[index] = vessel
    let mesh = Self.body(in: vessel).mesh(crease: 0.9)
    return Asset(
      name: name, nativeClass: nativeClass,
      pieces: pieces + [Piece(mesh: mesh, node: vessel.node, material: materials.count, part: parts.count)],
      materials: materials + [material], parts: parts + [content], nodes: nodes, skins: skins,
      animations: animations, keypoints: keypoints, skeleton: skeleton, fittings: fittings)
  }

  /// What fills a vessel up to its level, a hair off the walls.
  private static func body(in vessel: Vessel) -> MeshBuilder {
    let gap = 0.0006
    var heights = vessel.sections.map(\.height).filter { $0 < vessel.level - 1e-4 }
    heights.append(vessel.level)
    return .loft(
      heights.enumerated().map { i, z in
        let s = vessel.section(at: z)
        let corners = roundedRectangle(
          max(0.002, 2 * (s.half.x - gap)), max(0.002, 2 * (s.half.y - gap)),
          radius: max(0.0005, min(s.corner, s.half.x, s.half.y) - gap) * 0.999, corner: 8)
        return corners.map { Vector3($0.x + s.center.x, $0.y + s.center.y, i == 0 ? z + gap : z) }
      })
  }
}
