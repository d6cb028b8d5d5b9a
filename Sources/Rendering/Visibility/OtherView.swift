import VectorMath
import WorldModel

/// What another camera, or the same at another time, sees: answers whether a point is seen there.
final class OtherView {
  let pass: VisibilityPass
  private(set) var snapshot: Snapshot?
  private var camera: Camera?
  private let records = ScratchBuffer<Int32>()
  private let tile = Tile()

  init(transform: PointTransform) { pass = VisibilityPass(transform: transform) }

  func draw(
    _ snapshot: Snapshot, camera: Camera, worldFromCamera: RigidTransform<WorldSpace, CameraSpace>,
    atlas: TextureAtlas,
    sampling: TextureSampling
  ) {
    self.snapshot = snapshot
    self.camera = camera
    pass.prepare(
      snapshot, lens: Lens(camera), worldFromCamera: worldFromCamera,
      area: PixelRectangle(width: camera.width, height: camera.height), atlas: atlas)
    records.reserve(camera.width * camera.height)
    for row in 0..<pass.bins.rows {
      for column in 0..<pass.bins.columns {
        pass.draw(tile, column: column, row: row, sampling: sampling)
        let r = pass.bins.rectangle(column: column, row: row)
        for v in r.minV..<r.maxV {
          for u in r.minU..<r.maxU {
            records.base[v * camera.width + u] = tile.record[(v - r.minV) * Tile.side + u - r.minU]
          }
        }
      }
    }
  }

  /// Whether a point of a piece is seen there.
  ///
  /// Seen means: inside the image, and nothing nearer along its exact ray, which is asked of the triangles
  /// themselves wherever the four pixels around do not all show the same piece.
  ///
  /// - Parameter p: the point in that camera's frame.
  func sees(_ p: Vector3, piece: Int) -> Bool {
    guard let camera, p.z >= camera.near else { return false }
    let at = camera.project(p)
    guard at.x >= -0.5, at.y >= -0.5, at.x <= Double(camera.width) - 0.5, at.y <= Double(camera.height) - 0.5
    else {
      return false
    }
    let u0 = max(0, min(Int(at.x.rounded(.down)), camera.width - 1))
    let v0 = max(0, min(Int(at.y.rounded(.down)), camera.height - 1))
    let u1 = min(u0 + 1, camera.width - 1)
    let v1 = min(v0 + 1, camera.height - 1)
    let w = 1 / p.z
    var agree = 0
    for (u, v) in [(u0, v0), (u1, v0), (u0, v1), (u1, v1)] {
      let index = records.base[v * camera.width + u]
      guard index != 0 else { break }
      let r = pass.setup.records.base[Int(index)]
      guard Int(r.piece) == piece else { break }
      let here = inverseDepth(r, at.x, at.y)
      guard abs(here - w) <= 2e-4 * w else { break }
      agree += 1
    }
    if agree == 4 { return true }
    return isNearest(at, w, column: u0 >> 6, row: v0 >> 6)
  }

  private func inverseDepth(_ r: RasterTriangle, _ u: Double, _ v: Double) -> Double {
    let w =
      Double(r.w) + Double(r.wu) * (u - Double(r.x0 >> 8)) + Double(r.wv) * (v - Double(r.y0 >> 8))
    return min(max(w, Double(r.wMin)), Double(r.wMax))
  }

  /// True when the surface at depth 1/w is what the exact ray through `at` meets first.
  private func isNearest(_ at: Vector2, _ w: Double, column: Int, row: Int) -> Bool {
    let (x, y) = (at.x * 256, at.y * 256)
    var found = false
    for index in pass.bins.records(
      column: min(column, pass.bins.columns - 1), row: min(row, pass.bins.rows - 1))
    {
      let r = pass.setup.records.base[Int(index)]
      guard at.x >= Double(r.minU) - 1, at.x <= Double(r.maxU) + 1, at.y >= Double(r.minV) - 1,
        at.y <= Double(r.maxV) + 1
      else { continue }
      let slack = coverage(r, x, y)
      guard slack >= -1.5 else { continue }
      let here = inverseDepth(r, at.x, at.y)
      if abs(here - w) <= 2e-4 * w {
        found = true
      } else if here > w && slack >= 0 {
        return false
      }
    }
    return found
  }

  /// The least distance inside the three edges in 1/256 pixel; negative outside.
  private func coverage(_ r: RasterTriangle, _ x: Double, _ y: Double) -> Double {
    func edge(_ x0: Int32, _ y0: Int32, _ x1: Int32, _ y1: Int32) -> Double {
      let (dx, dy) = (Double(x1 - x0), Double(y1 - y0))
      let l = (dx * dx + dy * dy).squareRoot()
      return l > 0 ? (dx * (y - Double(y0)) - dy * (x - Double(x0))) / l : 0
    }
    return min(edge(r.x0, r.y0, r.x1, r.y1), min(edge(r.x1, r.y1, r.x2, r.y2), edge(r.x2, r.y2, r.x0, r.y0)))
  }
}
