import Geometry
import Imaging
import Rendering
import Testing
import VectorMath
import WorldModel

/// The rasteriser against rays through the pixel centres: another algorithm, other arithmetic, the same picture.
@Suite struct RasteriserAgreementTests {
  /// Why a pixel may show another triangle than its ray meets.
  enum Reason: CaseIterable {
    /// The centre lies within the rounding of vertices to 1/256 pixel of an edge.
    case edge
    /// Both surfaces are equally far, but for the rounding of single precision.
    case tie
    /// The centre lies where alpha crosses the cutoff.
    case alpha
  }

  /// Pinholes, and as hard worlds seen by parallel rays.
  @Test(arguments: [(Projection.pinhole, 200), (.orthographic, 60)])
  func sameTriangleAsTheRay(_ projection: Projection, worlds: Int) {
    let renderer = Renderer()
    var pixels = 0
    var different = 0
    var counts: [Reason: Int] = [:]
    var unexplained: [String] = []
    var seen = 0
    var worstDepth = 0.0
    for number in 0..<worlds {
      var scene = RandomScene(number)
      if projection == .orthographic {
        // As wide as what a pinhole sees a few metres off.
        scene.camera = Camera(
          width: scene.camera.width, height: scene.camera.height, fx: scene.camera.fx / 6,
          fy: scene.camera.fy / 6, cx: scene.camera.cx, cy: scene.camera.cy, near: scene.camera.near,
          projection: .orthographic)
      }
      let caster = RayCaster(snapshot: scene.snapshot)
      let truth = caster.capture(camera: scene.camera, worldFromCamera: scene.worldFromCamera)
      renderer.render(
        scene.snapshot,
        ViewRequest(
          camera: scene.camera, worldFromCamera: scene.worldFromCamera, channels: [.visibility, .depth]),
        atlas: TextureAtlas(scene.snapshot.materials))
      let pieces = renderer.buffers.piece
      let triangles = renderer.buffers.triangle
      let depth = renderer.buffers.depth
      for v in 0..<scene.camera.height {
        for u in 0..<scene.camera.width {
          pixels += 1
          let here = (piece: Int(pieces[u, v]) - 1, triangle: Int(triangles[u, v]) - 1)
          let there = (piece: Int(truth.piece[u, v]), triangle: Int(truth.triangle[u, v]))
          if here == there {
            if here.piece >= 0 {
              seen += 1
              let z = Double(truth.depth[u, v])
              worstDepth = max(worstDepth, (Double(depth[u, v]) - z).magnitude / z)
            }
            continue
          }
          different += 1
          let explanation = Explanation(scene, u, v)
          if let reason = explanation.reason(here, there) {
            counts[reason, default: 0] += 1
          } else {
            unexplained.append(
              "world \(number) pixel (\(u), \(v)): \(here) against \(there); \(explanation.text(here, there))"
            )
          }
        }
      }
    }
    let rate = 1 - Double(different) / Double(pixels)
    print(
      "rasteriser and rays agree on \(rate * 100) % of \(pixels) pixels (\(seen) show something); differing:",
      Reason.allCases.map { "\($0) \(counts[$0] ?? 0)" }.joined(separator: ", "),
      "unexplained \(unexplained.count); depth within \(worstDepth) relative")
    let unexplainedCount = unexplained.count
    #expect(unexplainedCount == 0, "\(unexplained.prefix(12).joined(separator: "\n"))")
    #expect(rate >= 0.9999)
    #expect(seen > pixels / 3)
    #expect(worstDepth < 1e-4)
  }
}

/// What one pixel's ray could have met, in exact projection.
private struct Explanation {
  let scene: RandomScene
  let u: Double
  let v: Double
  let cameraFromWorld: AffineTransform

  init(_ scene: RandomScene, _ u: Int, _ v: Int) {
    self.scene = scene
    self.u = Double(u)
    self.v = Double(v)
    cameraFromWorld = scene.worldFromCamera.inverse.affine
  }

  func reason(_ a: (piece: Int, triangle: Int), _ b: (piece: Int, triangle: Int))
    -> RasteriserAgreementTests.Reason?
  {
    // Rounding moves a vertex by at most half a step either way, so an edge by at most √½ of a step.
    let reach = 0.5.squareRoot() / 256 + 1e-6
    if min(edgeDistance(a), edgeDistance(b)) <= reach { return .edge }
    if a.piece >= 0, b.piece >= 0 {
      let (wa, wb) = (inverseDepth(a), inverseDepth(b))
      if (wa - wb).magnitude <= 1e-6 * max(wa, wb) { return .tie }
      // Parallel rays tell depths apart by parts of how far they see, 2048 m.
      if isParallel, (1 / wa - 1 / wb).magnitude <= 3e-4 { return .tie }
    }
    if isAlphaEdge(a) || isAlphaEdge(b) { return .alpha }
    return nil
  }

  func text(_ a: (piece: Int, triangle: Int), _ b: (piece: Int, triangle: Int)) -> String {
    var out = "edges at \(edgeDistance(a)), \(edgeDistance(b)) px"
    if a.piece >= 0, b.piece >= 0 {
      let (wa, wb) = (inverseDepth(a), inverseDepth(b))
      out += "; depths \(1 / wa), \(1 / wb), relative \((wa - wb) / wb)"
    }
    return out
  }

  private var isParallel: Bool { scene.camera.projection == .orthographic }

  private func corners(_ t: (piece: Int, triangle: Int)) -> [Vector3] {
    let piece = scene.snapshot.pieces[t.piece]
    let map = cameraFromWorld * piece.worldFromMesh
    let i = piece.mesh.triangles[t.triangle]
    return [i.x, i.y, i.z].map { map * Vector3(piece.positions[Int($0)]) }
  }

  /// Pixels from the centre to the outline of the triangle's part beyond the near plane.
  private func edgeDistance(_ t: (piece: Int, triangle: Int)) -> Double {
    guard t.piece >= 0 else { return .infinity }
    let near = scene.camera.near
    let input = corners(t)
    var polygon: [Vector2] = []
    for i in 0..<3 {
      let (p, q) = (input[i], input[(i + 1) % 3])
      if p.z >= near { polygon.append(scene.camera.project(p)) }
      if (p.z >= near) != (q.z >= near) {
        var x = p + (q - p) * ((near - p.z) / (q.z - p.z))
        x.z = near
        polygon.append(scene.camera.project(x))
      }
    }
    let centre = Vector2(u, v)
    var least = Double.infinity
    for i in polygon.indices {
      let (p, q) = (polygon[i], polygon[(i + 1) % polygon.count])
      let along = q - p
      let l2 = along.x * along.x + along.y * along.y
      let toCentre = centre - p
      let s = l2 > 0 ? min(max((toCentre.x * along.x + toCentre.y * along.y) / l2, 0), 1) : 0
      least = min(least, length(toCentre - along * s))
    }
    return least
  }

  private func weights(_ t: (piece: Int, triangle: Int)) -> Vector3 {
    let camera = scene.camera
    let p = isParallel ? corners(t).map { Vector3($0.x, $0.y, 1) } : corners(t)
    let ray = isParallel ? camera.point(u, v, depth: 1) : camera.ray(u, v)
    let w = Vector3(
      dot(ray, cross(p[1], p[2])), dot(ray, cross(p[2], p[0])), dot(ray, cross(p[0], p[1])))
    return w / (w.x + w.y + w.z)
  }

  private func inverseDepth(_ t: (piece: Int, triangle: Int)) -> Double {
    let (p, w) = (corners(t), weights(t))
    return 1 / (p[0].z * w.x + p[1].z * w.y + p[2].z * w.z)
  }

  private func isAlphaEdge(_ t: (piece: Int, triangle: Int)) -> Bool {
    guard t.piece >= 0 else { return false }
    let piece = scene.snapshot.pieces[t.piece]
    let material = scene.snapshot.materials[piece.material]
    guard let texture = material.baseColorTexture else { return false }
    let i = piece.mesh.triangles[t.triangle]
    let w = weights(t)
    let uv =
      Vector2(piece.mesh.uvs[Int(i.x)]) * w.x + Vector2(piece.mesh.uvs[Int(i.y)]) * w.y
      + Vector2(piece.mesh.uvs[Int(i.z)]) * w.z
    let size = Double(texture.levels[0].width)
    if texture.isNearest {
      return [uv.x, uv.y].contains { ($0 * size - ($0 * size).rounded()).magnitude < 1e-4 * size }
    }
    // Of a chequered pattern alpha between texel centres is bilinear; fractions are kept to 1/256.
    func part(_ x: Double) -> Double {
      var s = x * size - 0.5
      if texture.wrap.u == .mirror { s = min(max(s, 0), size - 1) }
      let f = s - s.rounded(.down)
      return Int(s.rounded(.down)) % 2 == 0 ? f : 1 - f
    }
    let (x, y) = (part(uv.x), part(uv.y))
    let alpha = (1 - x) * (1 - y) + x * y
    return (alpha - 0.5).magnitude < 3.5 / 255
  }
}
