import Annotations
import Imaging
import VectorMath
package import WorldModel

/// visual-35: disparity belongs to depth and baseline, and to what the right camera sees.
package struct StereoDisparity: SampleCheck {
  package static let rule = CheckRule(
    id: "visual-35", name: "stereo-disparity",
    summary:
      "disparity = fx · B / depth (1e-5 relative), positive; a point lies in the same row of the right image at u − disparity; the occlusion map says whether the right camera sees it.",
    unit: "pixels", labels: [LabelNames.depth, LabelNames.disparity])

  package init() {}

  package func examine(_ sample: Sample) -> CheckFinding {
    var finding = CheckFinding()
    for (number, view) in sample.views.enumerated() {
      guard let baseline = view.stereoBaseline else { continue }
      let labels = ViewLabels(view, of: sample)
      let missing = labels.missing(of: rule.labels)
      guard missing.isEmpty else {
        finding.skip(missing)
        continue
      }
      finding.applied += 1
      let partner = sample.views.indices.first { i in
        i != number && Self.isPartner(sample.views[i], of: view, baseline: baseline)
      }
      examine(labels, baseline, partner.map { ViewLabels(sample.views[$0], of: sample) }, into: &finding)
    }
    return finding
  }

  /// Whether `other` has the same calibration and stands `baseline` to the right with the same axes.
  static func isPartner(_ other: Sample.View, of left: Sample.View, baseline: Double) -> Bool {
    let expected = left.worldFromCamera * Vector3(baseline, 0, 0)
    let turn = other.worldFromCamera.rotation.conjugate * left.worldFromCamera.rotation
    return other.camera == left.camera
      && length(other.worldFromCamera.translation - expected) <= 1e-6 * (1 + baseline)
      && length(Vector3(turn.x, turn.y, turn.z)) <= 1e-7
  }

  private func examine(
    _ view: ViewLabels, _ baseline: Double, _ right: ViewLabels?, into finding: inout CheckFinding
  ) {
    guard let depth = view.floats(LabelNames.depth), let disparity = view.floats(LabelNames.disparity) else {
      return
    }
    let geometry = ViewGeometry(view.view)
    let world = view.floats(LabelNames.positionWorld)
    let occlusion = view.bytes(LabelNames.disparityOcclusion)
    let rightGeometry = right.map { ViewGeometry($0.view) }
    let rightDepth = right?.floats(LabelNames.depth)
    let rightNormals = right?.floats(LabelNames.normalGeometric)
    let (w, h) = (view.width, view.height)
    // As for flow: what is finer than pixels looks different to each camera, so the map is held only to what it says of
    // nine pixels, and few of them may still be such.
    var visibility = CheckFinding()
    defer { finding.merge(visibility, forgiving: SurfacePatch.share) }
    for p in depth.values.indices where depth.values[p].isFinite {
      let z = Double(depth.values[p])
      let d = Double(disparity.values[p])
      let expected = view.camera.fx * baseline / z
      let (u, v) = (p % w, p / w)
      finding.expect(
        d > 0 && abs(d - expected) <= 1e-5 * expected,
        view.at(u, v, found: "disparity \(d)", expected: "\(expected) at depth \(z)"))
      if let world, let rightGeometry {
        let x = world.vector(p)
        if let seen = rightGeometry.project(x) {
          let place = Vector2(Double(u) - d, Double(v))
          finding.expect(
            length(seen.pixel - place) <= 0.01 + geometry.pixelSlack(of: x, depth: z) + 1e-5 * d,
            view.at(u, v, found: "right pixel \(text(seen.pixel))", expected: text(place)))
        }
      }
      guard let occlusion, let rightDepth else { continue }
      let target = Double(u) - d
      // Just at the image's edge either answer is right.
      if abs(target + 0.5) < 0.01 { continue }
      let hidden = occlusion.values[p] != 0
      if target < -0.5 {
        finding.expect(hidden, view.at(u, v, found: "seen by the right camera", expected: "out of its image"))
        continue
      }
      guard let column = pixel(target, limit: w), v > 0, v < h - 1, column > 0, column < w - 1 else {
        continue
      }
      if let sees = SurfacePatch.sees(
        rightDepth, column: column, row: v, at: Vector2(target, Double(v)), depth: z),
        // A surface that runs on is known only where one face is all around.
        !sees || SurfacePatch.isOneFace(rightNormals, v * w + column) && SurfacePatch.isWide(view, depth, p),
        view.isInner(p), SurfacePatch.isUndivided(occlusion, p)
      {
        visibility.expect(
          hidden != sees,
          view.at(
            u, v, found: hidden ? "hidden from the right camera" : "seen by the right camera",
            expected: sees ? "seen" : "hidden"))
      }
    }
  }
}
