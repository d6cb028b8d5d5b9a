import Annotations
import Imaging
import VectorMath
import WorldModel

/// visual-23: the geometric normal is that of the surface that depth describes.
package struct NormalsMatchSurface: ViewCheck {
  package static let rule = CheckRule(
    id: "visual-23", name: "normals-match-surface",
    summary:
      "Inside a flat face (depth of the pixels up to three away lies in one plane) the geometric normal is within 1° of the cross product of back-projected differences.",
    unit: "pixels", labels: [LabelNames.depth, LabelNames.normalGeometric])

  package init() {}

  /// cos 1°.
  private static let cosine = 0.99984769515639123916

  package func examine(_ view: ViewLabels, into finding: inout CheckFinding) {
    guard let depth = view.floats(LabelNames.depth), let normals = view.floats(LabelNames.normalGeometric)
    else {
      return
    }
    let geometry = ViewGeometry(view.view)
    let (w, h) = (view.width, view.height)
    guard w > 2, h > 2 else { return }
    let isPinhole = view.camera.projection == .pinhole
    let flat = FlatPatch(view, depth)
    for v in 1..<(h - 1) {
      for u in 1..<(w - 1) {
        let p = v * w + u
        let n = normals.vector(p)
        let expected: Vector3
        if isPinhole {
          guard let slopes = depth.plane(at: p, stride: w, tolerance: 3e-6) else { continue }
          // With w = 1/z linear in the pixel, the plane's normal in camera axes is proportional to
          // (∂w/∂u · fx, ∂w/∂v · fy, w − ∂w/∂u (u − cx) − ∂w/∂v (v − cy)).
          let (x, y) = (Double(u) - view.camera.cx, Double(v) - view.camera.cy)
          expected = normalized(
            geometry.rotation
              * -Vector3(
                slopes.du * view.camera.fx, slopes.dv * view.camera.fy,
                slopes.inverse - slopes.du * x - slopes.dv * y))
        } else {
          guard let found = flat.normal(at: p, tolerance: 3e-6) else { continue }
          expected = geometry.rotation * found
        }
        // One face only: its normal is the same all round.
        guard normals.agree(p - 1, n), normals.agree(p + 1, n), normals.agree(p - w, n),
          normals.agree(p + w, n)
        else {
          continue
        }
        let alignment = dot(n, expected)
        finding.expect(
          alignment >= Self.cosine,
          view.at(u, v, found: text(n), expected: text(expected)))
      }
    }
  }
}

extension Raster where Scalar == Float {
  /// Whether the normal at pixel number `p` is `n`, to rounding.
  @inline(__always)
  func agree(_ p: Int, _ n: Vector3) -> Bool { greatest(abs3(vector(p) - n)) <= 1e-6 }

  /// Whether the pixels up to three away in eight directions lie on one plane: a row of bars a pixel apart looks like
  /// one over three pixels, hardly over seven; and of several faces side by side, each before the other, those in a row
  /// and a column may happen to look like one, hardly those across as well.
  @inline(__always)
  private func runsOn(
    from p: Int, stride: Int, plane: (inverse: Double, du: Double, dv: Double), limit: Double
  ) -> Bool {
    let (u, v) = (p % stride, p / stride)
    guard u >= 3, v >= 3, u + 3 < stride, v + 3 < height else { return false }
    for step in 1...3 {
      let reach = Double(step)
      for (x, y) in [(0.0, 1.0), (1, 0), (1, 1), (1, -1)] {
        let offset = step * (Int(y) * stride + Int(x))
        let rise = (plane.du * x + plane.dv * y) * reach
        guard abs(1 / Double(values[p + offset]) - plane.inverse - rise) <= reach * limit,
          abs(1 / Double(values[p - offset]) - plane.inverse + rise) <= reach * limit
        else { return false }
      }
    }
    return true
  }

  /// The plane through a pixel of a depth raster and those around, as inverse depth and its slopes a pixel; `nil` where
  /// they do not lie in one plane within `tolerance` relative.
  ///
  /// Inverse depth is linear in the pixel exactly on planes, whatever their slant.
  @inline(__always)
  func plane(at p: Int, stride: Int, tolerance: Double) -> (inverse: Double, du: Double, dv: Double)? {
    let center = 1 / Double(values[p])
    let (left, right) = (1 / Double(values[p - 1]), 1 / Double(values[p + 1]))
    let (above, below) = (1 / Double(values[p - stride]), 1 / Double(values[p + stride]))
    let limit = tolerance * center
    guard center > 0, left > 0, right > 0, above > 0, below > 0,
      abs(left - 2 * center + right) <= limit, abs(above - 2 * center + below) <= limit
    else { return nil }
    let found = (inverse: center, du: (right - left) / 2, dv: (below - above) / 2)
    return runsOn(from: p, stride: stride, plane: found, limit: limit) ? found : nil
  }
}
