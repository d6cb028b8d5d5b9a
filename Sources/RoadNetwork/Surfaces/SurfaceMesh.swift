package import Geometry
package import VectorMath

/// What a road surface is made of.
package enum SurfaceKind: Sendable, Hashable {
  case road
  case parking
  case sidewalk
  case kerb
  case terrain
  case railTrack
  /// Sides and undersides of decks that cross above other roads.
  case bridge
  case mark(RoadMark.Color)

  /// Name of the native class.
  package var className: String {
    switch self {
    case .road: "road"
    case .parking: "parking"
    case .sidewalk: "sidewalk"
    case .kerb: "kerb"
    case .terrain: "terrain"
    case .railTrack: "rail_track"
    case .bridge: "bridge"
    case .mark: "road_mark"
    }
  }

  /// For a fixed order of output.
  var rank: Int {
    switch self {
    case .road: 0
    case .parking: 1
    case .sidewalk: 2
    case .kerb: 3
    case .terrain: 4
    case .railTrack: 5
    case .bridge: 6
    case .mark(let color): 10 + (RoadMark.Color.allCases.firstIndex(of: color) ?? 0)
    }
  }
}

/// Triangles of one kind in one square of the plan.
package struct SurfaceMesh: Sendable, Hashable {
  package var kind: SurfaceKind
  /// Metres from the set's origin.
  package var positions: [Vector3]
  /// Unit, one a vertex.
  package var normals: [Vector3]
  /// Metres: along the road, counted from somewhere, and across it from the lane's middle, which lies at `laneStride` times the
  /// lane's number; along and across the road for paint; plan coordinates for the terrain.
  package var uvs: [Vector2]
  /// Counter-clockwise seen from above (kerb faces: from outside).
  package var triangles: [SIMD3<UInt32>]

  /// Distance of the middles of neighbouring lanes in texture coordinates, metres: so that a place on a lane tells which lane
  /// it is, and how far from its middle.
  package static let laneStride = 64.0

  package var className: String { kind.className }

  /// The same triangles in single precision, in the set's frame.
  package var mesh: Mesh {
    Mesh(
      positions: positions.map { Vector3f($0) }, normals: normals.map { Vector3f($0) },
      uvs: uvs.map { Vector2f($0) }, triangles: triangles)
  }
}

/// All surfaces around one place, relative to `origin` so that single precision suffices for the parts.
package struct RoadSurfaceSet: Sendable, Hashable {
  /// Add to a position for map coordinates; whole metres.
  package var origin: Vector3
  /// By square (west to east within south to north), then by kind.
  package var meshes: [SurfaceMesh]
  /// Where the lanes' surface ends: every other edge of it belongs to two triangles. Relative to `origin`.
  package var rim: [RimSegment] = []

  package var triangleCount: Int { meshes.reduce(0) { $0 + $1.triangles.count } }
}

/// A piece of the outer boundary of the lanes, the surface to its left.
package struct RimSegment: Sendable, Hashable {
  package var from: Vector3
  package var to: Vector3
}

/// A vertex before it is shared.
struct SurfaceVertex: Sendable, Hashable {
  var position: Vector3
  var normal: Vector3
  var uv: Vector2

  var plan: Vector2 { Vector2(position.x, position.y) }

  static func mix(_ a: Self, _ b: Self, _ w: Double) -> Self {
    Self(
      position: a.position + (b.position - a.position) * w,
      normal: normalized(a.normal + (b.normal - a.normal) * w), uv: a.uv + (b.uv - a.uv) * w)
  }
}
