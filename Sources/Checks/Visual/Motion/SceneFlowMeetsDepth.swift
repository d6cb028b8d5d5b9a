import Annotations
import Imaging
import VectorMath
import WorldModel

/// visual-33: scene flow ends on the surface that the next frame measures.
package struct SceneFlowMeetsDepth: ViewPairCheck {
  package static let rule = CheckRule(
    id: "visual-33", name: "scene-flow-meets-depth",
    summary:
      "Position + scene flow, seen from the next camera, has the depth that the next frame's map shows there (to its bend between pixels), wherever the point is visible and one object is all around (one pixel in a hundred of an object forgiven).",
    unit: "pixels",
    labels: [
      LabelNames.sceneFlow, LabelNames.positionWorld, LabelNames.depth, LabelNames.instance,
      LabelNames.occlusionForward,
    ], lenses: [.pinhole, .brownConrady, .fisheye, .orthographic])

  package init() {}

  package func examine(_ earlier: ViewLabels, _ later: ViewLabels, into finding: inout CheckFinding) {
    guard let surface = MovedSurface(earlier, later), let depth = earlier.floats(LabelNames.depth),
      let nextDepth = later.floats(LabelNames.depth), let ids = earlier.words(LabelNames.instance),
      let nextIDs = later.words(LabelNames.instance),
      let occlusion = earlier.bytes(LabelNames.occlusionForward)
    else { return }
    let (parts, nextParts) = (earlier.words(LabelNames.part), later.words(LabelNames.part))
    var objects = FindingByObject()
    defer { finding.merge(objects.total(forgiving: SurfacePatch.wideShare)) }
    let (w, h) = (later.width, later.height)
    for p in depth.values.indices where depth.values[p].isFinite && occlusion.values[p] == 0 {
      let target = surface.target(p)
      guard let (place, z) = surface.next.project(target), let column = pixel(place.x, limit: w),
        let row = pixel(place.y, limit: h), column > 0, row > 0, column < w - 1, row < h - 1
      else { continue }
      let q = row * w + column
      let id = ids.values[p]
      guard (-1...1).allSatisfy({ dv in (-1...1).allSatisfy { nextIDs.values[q + dv * w + $0] == id } }),
        SurfacePatch.isSamePart(parts, p, nextParts, q),
        SurfacePatch.isWide(later, nextDepth, q), SurfacePatch.isWide(earlier, depth, p),
        let patch = SurfacePatch.slopes(nextDepth, q), patch.bend <= 1e-3 * patch.inverse
      else { continue }
      let there =
        1 / (patch.inverse + patch.du * (place.x - Double(column)) + patch.dv * (place.y - Double(row)))
      let slack = 2 * patch.bend / patch.inverse * there + 1e-4 * there + 1e-4
      objects.expect(
        id, abs(there - z) <= slack,
        earlier.at(
          p % earlier.width, p / earlier.width, instance: id, found: "depth \(z) in the next frame",
          expected: "\(there) there"))
    }
  }
}
