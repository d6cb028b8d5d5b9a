import Annotations
import Imaging
import VectorMath
import WorldModel

/// visual-48: what a pixel of a bent lens shows is seen at that pixel by the lens's published formula, written out here
/// once more.
package struct LensModelsHold: ViewCheck {
  package static let rule = CheckRule(
    id: "visual-48", name: "lens-models-hold",
    summary:
      "Through a fisheye, a distorted pinhole or a lens of parallel rays the point that a pixel shows projects to the pixel's centre within 0.01 px (plus float32 rounding) by the formula of the lens; pixels without a ray show nothing; distortion grows outwards up to the corners.",
    unit: "pixels", labels: [LabelNames.depth, LabelNames.positionCamera],
    lenses: [.fisheye, .brownConrady, .orthographic])

  package init() {}

  package func examine(_ view: ViewLabels, into finding: inout CheckFinding) {
    guard let depth = view.floats(LabelNames.depth), let position = view.floats(LabelNames.positionCamera)
    else { return }
    let camera = view.camera
    let geometry = ViewGeometry(view.view)
    for p in depth.values.indices where depth.values[p].isFinite {
      let (u, v) = (p % view.width, p / view.width)
      let point = position.vector(p)
      let found = Self.pixel(of: point, camera)
      let slack = 0.01 + geometry.pixelSlack(of: geometry.toWorld(point), depth: Double(depth.values[p]))
      finding.expect(
        found.map { length($0 - Vector2(Double(u), Double(v))) <= slack } ?? false,
        view.at(u, v, found: found.map { text($0) } ?? "nowhere", expected: "its centre"))
    }
    if camera.projection == .brownConrady { grows(view, into: &finding) }
  }

  /// Where a point of the camera frame is seen; `nil` where nothing is.
  private static func pixel(of p: Vector3, _ camera: Camera) -> Vector2? {
    if camera.projection == .fisheye {
      let across = (p.x * p.x + p.y * p.y).squareRoot()
      guard across > 0 else { return p.z > 0 ? Vector2(camera.cx, camera.cy) : nil }
      let angle = DeterministicMath.atan2(across, p.z)
      return Vector2(
        camera.cx + camera.fx * angle * p.x / across, camera.cy + camera.fy * angle * p.y / across)
    }
    if camera.projection == .orthographic {
      return Vector2(camera.cx + camera.fx * p.x, camera.cy + camera.fy * p.y)
    }
    guard p.z > 0 else { return nil }
    let d = camera.distortion
    let (x, y) = (p.x / p.z, p.y / p.z)
    let r2 = x * x + y * y
    let (r4, r6) = (r2 * r2, r2 * r2 * r2)
    let radial = 1 + d.k1 * r2 + d.k2 * r4 + d.k3 * r6
    return Vector2(
      camera.cx + camera.fx * (x * radial + 2 * d.p1 * x * y + d.p2 * (r2 + 2 * x * x)),
      camera.cy + camera.fy * (y * radial + d.p1 * (r2 + 2 * y * y) + 2 * d.p2 * x * y))
  }

  /// Along the way from the axis to each corner, places in the picture follow one another: nothing folds.
  private func grows(_ view: ViewLabels, into finding: inout CheckFinding) {
    let camera = view.camera
    let (right, low) = (Double(view.width) - 0.5, Double(view.height) - 0.5)
    for corner in [Vector2(-0.5, -0.5), Vector2(right, -0.5), Vector2(-0.5, low), Vector2(right, low)] {
      let ray = camera.ray(corner.x, corner.y)
      var last = -1.0
      var holds = camera.hasRay(corner.x, corner.y)
      for k in 0...64 where holds {
        let part = Double(k) / 64
        let place = Self.pixel(of: Vector3(ray.x * part, ray.y * part, 1), camera) ?? Vector2(repeating: .nan)
        let reach = length(Vector2((place.x - camera.cx) / camera.fx, (place.y - camera.cy) / camera.fy))
        // A tangential part may move the axis itself a little.
        if !(reach > last), k > 4 { holds = false }
        last = reach
      }
      finding.expect(
        holds,
        view.about(
          item: "distortion", found: "a picture that folds on the way to \(text(corner))",
          expected: "one that grows to the corner"))
    }
  }
}
