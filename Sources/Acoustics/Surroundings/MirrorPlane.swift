import VectorMath

/// A flat face of the surroundings, however many triangles it has: n · x = offset.
struct MirrorPlane {
  /// Unit.
  var normal: Vector3
  /// Metres.
  var offset: Double
  /// Square metres of all its triangles.
  var area: Double

  func distance(_ p: Vector3) -> Double { dot(normal, p) - offset }

  func mirrored(_ p: Vector3) -> Vector3 { p - normal * (2 * distance(p)) }

  /// The linear part of the mirror: what it does to directions.
  var matrix: Matrix3 {
    let n = normal
    return Matrix3(
      columns: Vector3(1, 0, 0) - n * (2 * n.x), Vector3(0, 1, 0) - n * (2 * n.y),
      Vector3(0, 0, 1) - n * (2 * n.z))
  }

  /// Triangles that lie in one plane, either way round, to within half a millimetre and a tenth of a degree, taken together.
  ///
  /// - Returns: planes of at least `least` square metres, in the order of their first triangles, and each triangle's
  ///   plane, −1 for none.
  static func planes(
    of triangles: [(normal: Vector3, point: Vector3, area: Double)], least: Double
  ) -> (planes: [MirrorPlane], membership: [Int32]) {
    struct Key: Hashable { var x, y, z, offset: Int64 }
    // Coordinates of scenes are metres: beyond this they are no scene.
    func whole(_ v: Double, _ step: Double) -> Int64 { Int64(min(max(v / step, -1e15), 1e15).rounded()) }
    var numbers: [Key: Int] = [:]
    var groups: [MirrorPlane] = []
    let membership = triangles.map { triangle -> Int in
      var n = triangle.normal
      guard triangle.area > 0, n.x.isFinite, n.y.isFinite, n.z.isFinite else { return -1 }
      // One sign for both sides of a plane.
      let lead = n.x.magnitude > 1e-3 ? n.x : n.y.magnitude > 1e-3 ? n.y : n.z
      if lead < 0 { n = -n }
      let offset = dot(n, triangle.point)
      guard offset.isFinite else { return -1 }
      let key = Key(
        x: whole(n.x, 2e-3), y: whole(n.y, 2e-3), z: whole(n.z, 2e-3), offset: whole(offset, 1e-3))
      let number = numbers[key] ?? groups.count
      if number == groups.count {
        numbers[key] = number
        groups.append(MirrorPlane(normal: n, offset: offset, area: 0))
      }
      groups[number].area += triangle.area
      return number
    }
    var kept: [MirrorPlane] = []
    let names = groups.map { group -> Int32 in
      guard group.area >= least else { return -1 }
      kept.append(group)
      return Int32(kept.count - 1)
    }
    return (kept, membership.map { $0 < 0 ? -1 : names[$0] })
  }
}
