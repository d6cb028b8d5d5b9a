import Geometry
import VectorMath
import WorldModel

/// Heights of what one stands on, from the triangles of a world's surfaces, for tests.
struct GroundProbe {
  private typealias Face = (a: Vector3, b: Vector3, c: Vector3)
  /// By squares of 8 m; looked up, never iterated.
  private var faces: [SIMD2<Int>: [Face]] = [:]
  static let laid = [
    "fields", "tree_pit", "forecourt", "drive", "manhole", "gully", "puddle",
    "farm_track", "far_lanes",
  ]

  /// How far over or under a point ground is looked for, metres.
  private let reach: Double

  /// - Parameter laid: beginnings of names of what lies on the ground and is none.
  init(_ world: World, reach: Double = 3, laid: [String] = GroundProbe.laid) {
    self.reach = reach
    let kinds: Set = ["road", "parking", "sidewalk", "kerb", "terrain"]
    for entity in world.entities where kinds.contains(entity.nativeClass.name) {
      guard !laid.contains(where: { entity.name.hasPrefix($0) }) else { continue }
      let pose = entity.track.pose(at: 0)
      for piece in entity.asset.pieces {
        let points = piece.mesh.positions.map { pose * Vector3($0) }
        for t in piece.mesh.triangles { insert((points[Int(t.x)], points[Int(t.y)], points[Int(t.z)])) }
      }
    }
  }

  private static func cell(_ x: Double, _ y: Double) -> SIMD2<Int> {
    SIMD2(Int((x / 8).rounded(.down)), Int((y / 8).rounded(.down)))
  }

  private mutating func insert(_ face: Face) {
    let low = Self.cell(min(face.a.x, face.b.x, face.c.x), min(face.a.y, face.b.y, face.c.y))
    let high = Self.cell(max(face.a.x, face.b.x, face.c.x), max(face.a.y, face.b.y, face.c.y))
    for y in low.y...high.y { for x in low.x...high.x { faces[SIMD2(x, y), default: []].append(face) } }
  }

  /// The highest surface within reach of the point's height.
  func height(_ p: Vector3) -> Double? {
    var best: Double?
    for face in faces[Self.cell(p.x, p.y)] ?? [] {
      let (ab, ac, ap) = (face.b - face.a, face.c - face.a, p - face.a)
      let area = ab.x * ac.y - ab.y * ac.x
      guard area.magnitude > 1e-9 else { continue }
      let v = (ap.x * ac.y - ap.y * ac.x) / area
      let w = (ab.x * ap.y - ab.y * ap.x) / area
      guard v >= -1e-6, w >= -1e-6, v + w <= 1 + 1e-6 else { continue }
      let z = face.a.z + v * ab.z + w * ac.z
      if (z - p.z).magnitude < reach, z > best ?? -.infinity { best = z }
    }
    return best
  }
}
