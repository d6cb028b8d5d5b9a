import Assets
import VectorMath

extension MeshBuilder {
  /// A profile run along a path that lies in one plane, mitred at its corners, closed at both ends: skirtings,
  /// architraves, cornices.
  ///
  /// - Parameters:
  ///   - path: at least two points, metres; a closed path joins its last point to its first.
  ///   - normal: of the path's plane, unit.
  ///   - section: counter-clockwise (to the left of the path as seen against `normal`, along `normal`), metres.
  static func moulding(_ path: [Vector3], normal: Vector3, section: [Vector2], isClosed: Bool = false)
    -> MeshBuilder
  {
    var b = MeshBuilder()
    let n = path.count
    guard n >= 2, section.count >= 3 else { return b }
    func left(_ a: Vector3, _ c: Vector3) -> Vector3 { cross(normal, normalized(c - a)) }
    let rings = path.indices.map { i -> [Int] in
      let before = i > 0 ? path[i - 1] : isClosed ? path[n - 1] : nil
      let after = i < n - 1 ? path[i + 1] : isClosed ? path[0] : nil
      let l0 = before.map { left($0, path[i]) }
      let l1 = after.map { left(path[i], $0) }
      let side: Vector3
      if let l0, let l1 {
        side = (l0 + l1) / Swift.max(0.2, 1 + dot(l0, l1))
      } else {
        side = l0 ?? l1 ?? .zero
      }
      return section.map { b.point(path[i] + side * $0.x + normal * $0.y) }
    }
    var along = 0.0
    for i in 0..<(isClosed ? n : n - 1) {
      let (r, s) = (rings[i], rings[(i + 1) % n])
      let next = along + length(path[(i + 1) % n] - path[i])
      var around = 0.0
      for k in section.indices {
        let m = (k + 1) % section.count
        let end = around + length(section[m] - section[k])
        b.quad(
          r[k], s[k], s[m], r[m],
          uv: (Vector2(along, around), Vector2(next, around), Vector2(next, end), Vector2(along, end)))
        around = end
      }
      along = next
    }
    if !isClosed {
      b.polygon(rings[0])
      b.polygon(rings[n - 1].reversed())
    }
    b.orientOutward()
    return b
  }
}
