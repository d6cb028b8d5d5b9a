import Annotations
import VectorMath
import WorldModel

/// visual-26: world positions of one flat face lie in its plane.
package struct FlatFacesStayFlat: ViewCheck {
  package static let rule = CheckRule(
    id: "visual-26", name: "flat-faces-stay-flat",
    summary:
      "Across a flat face, n · x is the same at neighbouring pixels within 1e-4 m (plus float32 rounding).",
    unit: "pixel pairs", labels: [LabelNames.depth, LabelNames.positionWorld, LabelNames.normalGeometric])

  package init() {}

  package func examine(_ view: ViewLabels, into finding: inout CheckFinding) {
    guard let depth = view.floats(LabelNames.depth), let position = view.floats(LabelNames.positionWorld),
      let normals = view.floats(LabelNames.normalGeometric)
    else { return }
    let (w, h) = (view.width, view.height)
    guard w > 2, h > 2 else { return }
    let isPinhole = view.camera.projection == .pinhole
    let flat = FlatPatch(view, depth)
    for v in 1..<(h - 1) {
      for u in 1..<(w - 1) {
        let p = v * w + u
        let isFlat =
          isPinhole
          ? depth.plane(at: p, stride: w, tolerance: 3e-6) != nil : flat.normal(at: p, tolerance: 3e-6) != nil
        guard isFlat else { continue }
        let n = normals.vector(p)
        let x = position.vector(p)
        for side in 0..<4 {
          let q = side == 0 ? p - 1 : side == 1 ? p + 1 : side == 2 ? p - w : p + w
          guard normals.agree(q, n) else { continue }
          let y = position.vector(q)
          let gap = abs(dot(n, y - x))
          // Rounding of the two positions, and of the normal over the step between them.
          let slack = 8 * ViewGeometry.unit * (length(x) + length(y - x))
          finding.expect(
            gap <= 1e-4 + slack, view.at(u, v, found: "\(gap) m off the plane", expected: "at most 1e-4 m"))
        }
      }
    }
  }
}
