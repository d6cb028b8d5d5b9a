import Imaging
package import VectorMath
package import WorldModel

/// The shape of one object as it is at an instant, in the frame of its 3D box: origin in the box's centre, x forward,
/// y left, z up, metres.
package struct ObjectModel: Sendable {
  package let positions: [Vector3]
  /// Unit, one a vertex.
  package let normals: [Vector3f]
  /// sRGB with alpha, one a vertex.
  package let colours: [SIMD4<UInt8>]
  /// Vertex indices in range, counter-clockwise seen from outside.
  package let triangles: [SIMD3<UInt32>]
  /// Whether pictures lie on it, which vertex colours do not show.
  package let isTextured: Bool
  /// The same for equal shapes, and for no others.
  package let digest: String

  /// - Parameter positions: in the object's frame; the box's centre becomes the origin.
  /// - Precondition: normals and colours are as many as positions, and triangles name none beyond them.
  package init(
    positions: [Vector3], normals: [Vector3f], colours: [SIMD4<UInt8>], triangles: [SIMD3<UInt32>],
    isTextured: Bool
  ) {
    var (low, high) = (positions.first ?? .zero, positions.first ?? .zero)
    for p in positions {
      low = minimum(low, p)
      high = maximum(high, p)
    }
    let middle = (low + high) / 2
    let centred = positions.map { $0 - middle }
    self.positions = centred
    self.normals = normals
    self.colours = colours
    self.triangles = triangles
    self.isTextured = isTextured
    var hash = SHA256()
    var bytes: [UInt8] = [isTextured ? 1 : 0]
    func add(_ n: some FixedWidthInteger) { withUnsafeBytes(of: n.littleEndian) { bytes += $0 } }
    add(centred.count)
    for p in centred {
      // Tenths of a micrometre: the same shape placed elsewhere may differ by rounding.
      for x in [p.x, p.y, p.z] { add(Int64((max(-1e9, min(1e9, x)) * 1e7).rounded())) }
    }
    for c in colours { add(UInt32(c.x) | UInt32(c.y) << 8 | UInt32(c.z) << 16 | UInt32(c.w) << 24) }
    for t in triangles { for i in [t.x, t.y, t.z] { add(i) } }
    hash.update(bytes)
    digest = hash.hex
  }

  /// A cuboid of a size along x, y, z.
  package init(cuboid size: Vector3) {
    var (positions, normals): ([Vector3], [Vector3f]) = ([], [])
    var triangles: [SIMD3<UInt32>] = []
    for axis in 0..<3 {
      for side in [-1.0, 1.0] {
        let (a, b) = side < 0 ? ((axis + 2) % 3, (axis + 1) % 3) : ((axis + 1) % 3, (axis + 2) % 3)
        let first = UInt32(positions.count)
        for (s, t) in [(-1.0, -1.0), (1, -1), (1, 1), (-1, 1)] {
          var p = Vector3.zero
          p[axis] = side
          p[a] = s
          p[b] = t
          var n = Vector3f.zero
          n[axis] = Float(side)
          positions.append(p * size / 2)
          normals.append(n)
        }
        triangles += [SIMD3(first, first + 1, first + 2), SIMD3(first, first + 2, first + 3)]
      }
    }
    self.init(
      positions: positions, normals: normals,
      colours: [SIMD4<UInt8>](repeating: SIMD4(180, 180, 180, 255), count: positions.count),
      triangles: triangles, isTextured: false)
  }

  /// Extents along x, y, z, metres.
  package var size: Vector3 {
    var (low, high) = (positions.first ?? .zero, positions.first ?? .zero)
    for p in positions {
      low = minimum(low, p)
      high = maximum(high, p)
    }
    return high - low
  }

  /// The largest distance between two vertices, metres: exact, of all pairs.
  package var diameter: Double {
    // Far vertices first: what is left cannot be farther apart than the sum of its distances from the middle.
    let far = positions.map { (place: $0, reach: length($0)) }.sorted { $0.reach > $1.reach }
    let farthest = far.first?.reach ?? 0
    var best = 0.0
    for (i, a) in far.enumerated() {
      if a.reach + farthest <= best { break }
      for b in far[..<i] {
        if a.reach + b.reach <= best { break }
        best = max(best, length(a.place - b.place))
      }
    }
    return best
  }

  /// Vertices at one place as one, without triangles that have no area then.
  package var welded: (positions: [Vector3], triangles: [SIMD3<UInt32>]) {
    var known: [Vector3: UInt32] = [:]
    var places: [Vector3] = []
    let index = positions.map { p -> UInt32 in
      if let found = known[p] { return found }
      known[p] = UInt32(places.count)
      places.append(p)
      return UInt32(places.count - 1)
    }
    let faces = triangles.map { SIMD3(index[Int($0.x)], index[Int($0.y)], index[Int($0.z)]) }
    return (places, faces.filter { $0.x != $0.y && $0.y != $0.z && $0.z != $0.x })
  }
}

/// Where a format finds the shapes of objects, which native samples do not hold.
package protocol ObjectModelSource: AnyObject {
  /// The shape of an instance at a sample's instant; `nil` when the world has no such instance. Cheap when samples
  /// ascend.
  func model(of instance: UInt32, in sample: Int) throws -> ObjectModel?

  /// Everything that is there at a sample's instant, surface by surface: ascending by instance, then part; the same
  /// whenever asked.
  func forEachSurface(in sample: Int, _ body: (SurfaceModel) throws -> Void) throws
}

/// Triangles of one part of one thing in the world's frame: z up, metres.
package struct SurfaceModel: Sendable {
  package var instance: UInt32
  package var nativeClass: NativeClass
  /// Index into the parts of the thing.
  package var part: Int
  package var positions: [Vector3]
  /// sRGB with alpha, one a vertex.
  package var colours: [SIMD4<UInt8>]
  package var triangles: [SIMD3<UInt32>]

  /// - Precondition: as many colours as positions; triangles name none beyond them.
  package init(
    instance: UInt32, nativeClass: NativeClass, part: Int, positions: [Vector3],
    colours: [SIMD4<UInt8>], triangles: [SIMD3<UInt32>]
  ) {
    self.instance = instance
    self.nativeClass = nativeClass
    self.part = part
    self.positions = positions
    self.colours = colours
    self.triangles = triangles
  }
}
