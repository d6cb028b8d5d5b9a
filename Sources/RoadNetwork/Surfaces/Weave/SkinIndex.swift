import VectorMath

/// Finds the height of the woven surface at a plan point: what is painted lies on the very triangles that are seen.
struct SkinIndex {
  private struct Face {
    var a: Vector3
    var b: Vector3
    var c: Vector3
  }
  private var faces: [Face] = []
  private var cells: [SIMD2<Int32>: [Int32]] = [:]
  private static let cellSize = 4.0

  init(_ weave: SurfaceWeave) {
    for face in weave.faces {
      let places = face.corners.indices.map { i -> Vector3 in
        let plan = weave.web.nodes[Int(face.corners[i])].plan
        return Vector3(plan.x, plan.y, face.heights[i])
      }
      for t in face.triangles {
        let index = Int32(faces.count)
        let new = Face(a: places[t.x], b: places[t.y], c: places[t.z])
        faces.append(new)
        let low = minimum(minimum(new.a, new.b), new.c)
        let high = maximum(maximum(new.a, new.b), new.c)
        for y in Self.cell(low.y)...Self.cell(high.y) {
          for x in Self.cell(low.x)...Self.cell(high.x) { cells[SIMD2(x, y), default: []].append(index) }
        }
      }
    }
  }

  /// The height nearest to `z` of those within a metre of it; nil where no surface is.
  func height(at p: Vector2, near z: Double) -> Double? {
    var best: Double?
    for i in cells[SIMD2(Self.cell(p.x), Self.cell(p.y))] ?? [] {
      let face = faces[Int(i)]
      let (a, b, c) = (Self.plan(face.a), Self.plan(face.b), Self.plan(face.c))
      let area = cross(b - a, c - a)
      guard area > 0 else { continue }
      let v = cross(p - a, c - a) / area
      let w = cross(b - a, p - a) / area
      guard v >= -1e-6, w >= -1e-6, v + w <= 1 + 1e-6 else { continue }
      let height = face.a.z + v * (face.b.z - face.a.z) + w * (face.c.z - face.a.z)
      guard (height - z).magnitude < PlanWeb.storey else { continue }
      if let known = best, (known - z).magnitude <= (height - z).magnitude { continue }
      best = height
    }
    return best
  }

  /// The vertex as paint on the surface; where none is, as high above its own place.
  func painted(_ v: SurfaceVertex) -> SurfaceVertex {
    var v = v
    v.position.z = (height(at: v.plan, near: v.position.z) ?? v.position.z) + MarkPainter.lift
    return v
  }

  private static func plan(_ p: Vector3) -> Vector2 { Vector2(p.x, p.y) }
  private static func cell(_ x: Double) -> Int32 { Int32(clamping: Int((x / cellSize).rounded(.down))) }
}
