import Annotations
import Imaging
import VectorMath
import WorldModel

/// visual-31: forward flow and the next frame's backward flow undo each other, and the occlusion map says
/// where they need not.
package struct FlowRoundTrip: ViewPairCheck {
  package static let rule = CheckRule(
    id: "visual-31", name: "flow-round-trip",
    summary:
      "Where the occlusion map says visible, backward flow at the target undoes forward flow within 0.05 px (plus the flow's bend between pixels); the map is 1 where the target is out of the image or clearly behind what is seen there, 0 where the depth map runs through it.",
    unit: "pixels", labels: [LabelNames.flowForward, LabelNames.instance, LabelNames.depth],
    lenses: [.pinhole, .brownConrady, .fisheye, .orthographic])

  package init() {}

  package func examine(_ earlier: ViewLabels, _ later: ViewLabels, into finding: inout CheckFinding) {
    guard let flow = earlier.floats(LabelNames.flowForward), let depth = earlier.floats(LabelNames.depth),
      let instance = earlier.words(LabelNames.instance), let next = later.words(LabelNames.instance),
      let nextDepth = later.floats(LabelNames.depth)
    else { return }
    let occlusion = earlier.bytes(LabelNames.occlusionForward)
    let backward = later.floats(LabelNames.flowBackward)
    let surface = MovedSurface(earlier, later)
    let (w, h) = (later.width, later.height)
    // Bars a pixel apart look like a wall in one frame and like what is behind them in the other, and the map, which
    // knows better, says now this, now that: it is held only to what it says of nine pixels of one object, and few of
    // them may still be such.
    var visibility = CheckFinding()
    defer { finding.merge(visibility, forgiving: SurfacePatch.share) }
    func isUndivided(_ p: Int) -> Bool {
      guard let occlusion, earlier.isInner(p) else { return false }
      return SurfacePatch.isOneObject(instance, p, instance.values[p])
        && SurfacePatch.isUndivided(occlusion, p)
    }
    for p in depth.values.indices where depth.values[p].isFinite {
      let (u, v) = (p % earlier.width, p / earlier.width)
      let forward = flow.pair(p)
      let target = Vector2(Double(u), Double(v)) + forward
      let hidden = occlusion.map { $0.values[p] != 0 }
      let outside = max(
        max(-0.5 - target.x, target.x - (Double(w) - 0.5)), max(-0.5 - target.y, target.y - (Double(h) - 0.5))
      )
      // Just at the image's edge either answer is right.
      if !(abs(outside) > 0.01) { continue }
      if outside > 0 {
        if let hidden {
          finding.expect(
            hidden, earlier.at(u, v, found: "visible at \(text(target))", expected: "out of the image"))
        }
        continue
      }
      guard let column = pixel(target.x, limit: w), let row = pixel(target.y, limit: h), column > 0, row > 0,
        column < w - 1, row < h - 1
      else { continue }
      let q = row * w + column
      let isOneObject = SurfacePatch.isOneObject(next, q, instance.values[p])
      var seen: Bool?
      if let surface, let z = surface.next.project(surface.target(p))?.depth {
        seen = SurfacePatch.sees(nextDepth, column: column, row: row, at: target, depth: z)
        // The depth of another object passing through the same place proves nothing.
        if seen == true
          && !(isOneObject && SurfacePatch.isWide(later, nextDepth, q)
            && SurfacePatch.isWide(earlier, depth, p))
        {
          seen = nil
        }
      }
      if let hidden, let seen, isUndivided(p) {
        visibility.expect(
          hidden != seen,
          earlier.at(
            u, v, instance: instance.values[p], found: hidden ? "hidden" : "visible",
            expected: "\(seen ? "visible" : "hidden") at \(text(target)) in the next frame"))
      }
      guard let backward, isOneObject, hidden == false || (hidden == nil && seen == true),
        let patch = SurfacePatch.slopes(nextDepth, q), patch.bend <= 1e-2 * patch.inverse
      else { continue }
      // Visible by the map, but another sheet of the same object may be what the next frame sees there.
      if hidden == false, surface != nil, seen != true { continue }
      let (there, bend) = SurfacePatch.interpolated(
        backward.pair, q, target - Vector2(Double(column), Double(row)), width: w)
      guard bend < 0.5 else { continue }
      finding.expect(
        length(forward + there) <= 0.05 + bend,
        earlier.at(
          u, v, instance: instance.values[p], found: "forward \(text(forward)), backward \(text(there))",
          expected: "opposite flows"))
    }
  }
}
