internal import Geometry
internal import VectorMath

/// Normals for the corners of an OBJ file that have none.
///
/// In a smoothing group, a vertex's normal is the area-weighted mean over the group's faces around it; with
/// smoothing off, the face's own. In a file without smoothing groups, it is the mean over those faces around
/// the vertex that meet this one at less than the crease angle.
struct OBJCornerNormals {
  private let faceNormals: [Vector3]
  private let units: [Vector3]
  private let smoothing: [Int]
  private let vertexOfCorner: [Int32]
  /// Faces around vertex v: `faces[starts[v]..<starts[v + 1]]`, ascending; empty when nothing needs them.
  private var starts: [Int] = []
  private var faces: [Int32] = []
  private let creaseCosine: Double
  /// More faces than this around one vertex are smoothed together, whatever their angles: comparing all with all
  /// would take time with their square.
  private static let crowd = 256
  /// Area-weighted sums of crowded vertices.
  private var crowdedSums: [Int32: Vector3] = [:]
  private var groupSums: [SIMD2<Int>: Vector3] = [:]

  init(_ file: OBJFile, _ faceNormals: [Vector3], creaseAngle: Double) {
    self.faceNormals = faceNormals
    units = faceNormals.map { normalized($0) }
    smoothing = file.faces.map(\.smoothing)
    vertexOfCorner = file.corners.map(\.position)
    creaseCosine = DeterministicMath.cos(min(max(creaseAngle, 0), .pi))
    guard file.corners.contains(where: { $0.normal < 0 || length(file.normals[Int($0.normal)]) == 0 }) else {
      return
    }
    var counts = [Int](repeating: 0, count: file.positions.count + 1)
    for c in file.corners { counts[Int(c.position) + 1] += 1 }
    for i in 1..<counts.count { counts[i] += counts[i - 1] }
    starts = counts
    faces = [Int32](repeating: 0, count: file.corners.count)
    for (f, face) in file.faces.enumerated() {
      for c in file.corners[face.corners] {
        faces[counts[Int(c.position)]] = Int32(truncatingIfNeeded: f)
        counts[Int(c.position)] += 1
        if face.smoothing > 0 {
          groupSums[SIMD2(Int(c.position), face.smoothing), default: .zero] += faceNormals[f]
        }
      }
    }
    for v in 0..<file.positions.count where starts[v + 1] - starts[v] > Self.crowd {
      crowdedSums[Int32(truncatingIfNeeded: v)] = faces[starts[v]..<starts[v + 1]].reduce(.zero) {
        $0 + faceNormals[Int($1)]
      }
    }
  }

  func normal(ofCorner at: Int, face: Int) -> Vector3f {
    let own = units[face]
    let vertex = vertexOfCorner[at]
    var sum = faceNormals[face]
    switch smoothing[face] {
    case 0: break
    case let group where group > 0: sum = groupSums[SIMD2(Int(vertex), group)] ?? sum
    default:
      guard Int(vertex) + 1 < starts.count else { break }
      if let crowd = crowdedSums[vertex] {
        sum = crowd
      } else {
        sum = .zero
        for f in faces[starts[Int(vertex)]..<starts[Int(vertex) + 1]]
        where dot(units[Int(f)], own) >= creaseCosine { sum += faceNormals[Int(f)] }
      }
    }
    let n = normalized(sum)
    return n == .zero || !(n.x + n.y + n.z).isFinite ? Vector3f(own) : Vector3f(n)
  }
}
