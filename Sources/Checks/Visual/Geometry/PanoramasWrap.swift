import Annotations
import Imaging
import VectorMath
import WorldModel

/// visual-49: a panorama is the whole sphere, and its borders are one line of the world.
package struct PanoramasWrap: ViewCheck {
  package static let rule = CheckRule(
    id: "visual-49", name: "panoramas-wrap",
    summary:
      "An equirectangular image is twice as wide as high and spans the sphere; the point that a pixel shows lies at its longitude and latitude, at the distance that depth says (1e-5 rad, 1e-5 relative); a face that crosses the seam goes on in its own plane.",
    unit: "pixels and pairs", labels: [LabelNames.depth, LabelNames.positionCamera],
    lenses: [.equirectangular])

  package init() {}

  package func examine(_ view: ViewLabels, into finding: inout CheckFinding) {
    let camera = view.camera
    let (w, h) = (Double(view.width), Double(view.height))
    let focal = h / .pi
    finding.expect(
      view.width == 2 * view.height && abs(camera.fx / focal - 1) <= 1e-9
        && abs(camera.fy / focal - 1) <= 1e-9
        && abs(camera.cx - (w - 1) / 2) <= 1e-9 && abs(camera.cy - (h - 1) / 2) <= 1e-9,
      view.about(
        item: "calibration",
        found:
          "\(view.width) × \(view.height), fx \(camera.fx), fy \(camera.fy), cx \(camera.cx), cy \(camera.cy)",
        expected: "2h × h, fx = fy = \(focal), cx = \((w - 1) / 2), cy = \((h - 1) / 2)"))
    guard let depth = view.floats(LabelNames.depth), let position = view.floats(LabelNames.positionCamera)
    else {
      return
    }
    for p in depth.values.indices where depth.values[p].isFinite {
      let (u, v) = (p % view.width, p / view.width)
      let found = position.vector(p)
      let distance = Double(depth.values[p])
      // By angles of its own: the border of the first column is half a turn to the left, of the first row straight up.
      let (s, c) = DeterministicMath.sincos((Double(u) + 0.5) / w * 2 * .pi - .pi)
      let (sinUp, cosUp) = DeterministicMath.sincos(.pi / 2 - (Double(v) + 0.5) / h * .pi)
      let expected = Vector3(s * cosUp, -sinUp, c * cosUp) * distance
      finding.expect(
        length(found - expected) <= 1e-5 * distance,
        view.at(u, v, found: text(found), expected: text(expected)))
    }
    seam(view, position, into: &finding)
  }

  /// What the last and the first column show of one face lies in one plane.
  private func seam(_ view: ViewLabels, _ position: Raster<Float>, into finding: inout CheckFinding) {
    guard let normals = view.floats(LabelNames.normalGeometricCamera), let part = view.words(LabelNames.part),
      let depth = view.floats(LabelNames.depth), view.width > 3
    else { return }
    for v in 0..<view.height {
      let (left, right) = (v * view.width, (v + 1) * view.width - 1)
      // The faces on both sides run on for a pixel: one plane, not two side by side.
      let row = [right - 1, right, left, left + 1]
      guard row.allSatisfy({ depth.values[$0].isFinite && part.values[$0] == part.values[left] }),
        row.allSatisfy({ normals.agree($0, normals.vector(left)) })
      else { continue }
      let n = normals.vector(left)
      func gap(_ a: Int, _ b: Int) -> Double { abs(dot(n, position.vector(a) - position.vector(b))) }
      let reach = length(position.vector(left)) + length(position.vector(right))
      let slack = 1e-4 + 8 * ViewGeometry.unit * reach
      guard gap(right - 1, right) <= slack, gap(left, left + 1) <= slack else { continue }
      finding.expect(
        gap(left, right) <= slack,
        view.at(
          0, v, found: "\(gap(left, right)) m off the plane of the last column",
          expected: "at most \(slack) m"))
    }
  }
}
