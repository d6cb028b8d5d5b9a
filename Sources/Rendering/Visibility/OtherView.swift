import VectorMath
import WorldModel

/// What another camera, or the same at another time, sees: answers whether a point is seen there.
final class OtherView {
  let pass: VisibilityPass
  private(set) var snapshot: Snapshot?
  private var camera: Camera?
  private let records = ScratchBuffer<Int32>()
  /// Finer than tiles: few triangles are asked about each point.
  private var cells = TileBins(shift: 4)
  private let tile = Tile()

  init(transform: PointTransform) { pass = VisibilityPass(transform: transform) }

  func draw(
    _ snapshot: Snapshot, camera: Camera, worldFromCamera: RigidTransform<WorldSpace, CameraSpace>
  ) {
    self.snapshot = snapshot
    self.camera = camera
    pass.prepare(
      snapshot, lens: Lens(camera), worldFromCamera: worldFromCamera,
      area: PixelRectangle(width: camera.width, height: camera.height),
      // Half a pixel: triangles that cover no centre can still hide a point between centres.
      spread: 128)
    cells.fill(pass.setup.records.base, 1..<pass.setup.count, area: pass.bins.area)
    records.reserve(camera.width * camera.height)
    for row in 0..<pass.bins.rows {
      for column in 0..<pass.bins.columns {
        pass.draw(tile, column: column, row: row)
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
  /// Seen means: inside the image, on a side that is drawn, and nothing nearer along its exact ray, which is asked
  /// of the triangles themselves wherever the four pixels around do not all show the same piece.
  ///
  /// - Parameters:
  ///   - p: the point in that camera's frame.
  ///   - isFacing: whether that camera is on a side of the surface that is drawn.
  func sees(_ p: Vector3, piece: Int, isFacing: Bool) -> Bool {
    guard isFacing, let camera, p.z >= camera.near else { return false }
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
    func agrees(_ u: Int, _ v: Int) -> Bool {
      let index = records.base[v * camera.width + u]
      guard index != 0 else { return false }
      let r = pass.setup.records.base[Int(index)]
      return Int(r.piece) == piece && abs(inverseDepth(r, at.x, at.y) - w) <= 2e-4 * w
    }
    if agrees(u0, v0) && agrees(u1, v0) && agrees(u0, v1) && agrees(u1, v1) { return true }
    return !isHidden(at, w)
  }

  private func inverseDepth(_ r: RasterTriangle, _ u: Double, _ v: Double) -> Double {
    let w =
      Double(r.w) + Double(r.wu) * (u - Double(r.refU)) + Double(r.wv) * (v - Double(r.refV))
    return min(max(w, Double(r.wMin)), Double(r.wMax))
  }

  /// True when a surface lies clearly before depth 1/w on the exact ray through `at`.
  private func isHidden(_ at: Vector2, _ w: Double) -> Bool {
    let (x, y) = (at.x * 256, at.y * 256)
    // Records list the pixels that they come within half a pixel of: that of `at` is among them.
    let u = max(0, min(Int((at.x + 0.5).rounded(.down)), cells.area.maxU - 1))
    let v = max(0, min(Int((at.y + 0.5).rounded(.down)), cells.area.maxV - 1))
    for index in cells.records(column: u >> cells.shift, row: v >> cells.shift) {
      let r = pass.setup.records.base[Int(index)]
      guard u >= Int(r.minU), u <= Int(r.maxU), v >= Int(r.minV), v <= Int(r.maxV) else { continue }
      // A point on an edge is not behind it: the picture itself may have given that pixel to the farther side.
      if inverseDepth(r, at.x, at.y) > w * (1 + 2e-4), coverage(r, x, y) > 1e-6,
        pass.isSolid(index, at.x, at.y)
      {
        return true
      }
    }
    return false
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
