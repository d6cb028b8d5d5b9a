import Annotations
import Imaging
import VectorMath
import WorldModel

/// visual-29: flow is where the moved surface point projects, minus where it was.
package struct FlowMatchesMotion: ViewPairCheck {
  package static let rule = CheckRule(
    id: "visual-29", name: "flow-matches-motion",
    summary:
      "Forward flow = projection of (position + scene flow) into the next frame − pixel, within 0.01 px (plus float32 rounding); exactly 0 where nothing moved.",
    unit: "pixels",
    labels: [LabelNames.flowForward, LabelNames.positionWorld, LabelNames.sceneFlow, LabelNames.depth])

  package init() {}

  package func examine(_ earlier: ViewLabels, _ later: ViewLabels, into finding: inout CheckFinding) {
    guard let surface = MovedSurface(earlier, later), let flow = earlier.floats(LabelNames.flowForward),
      let depth = earlier.floats(LabelNames.depth)
    else { return }
    let still = surface.cameraIsStill
    for p in depth.values.indices where depth.values[p].isFinite {
      let (u, v) = (p % earlier.width, p / earlier.width)
      let found = flow.pair(p)
      if still, surface.isStill(p) {
        finding.expect(
          found == .zero, earlier.at(u, v, found: "flow \(text(found))", expected: "exactly 0: nothing moves")
        )
        continue
      }
      let target = surface.target(p)
      // Behind the next camera there is no flow to speak of.
      guard let (pixel, z) = surface.next.project(target) else { continue }
      let expected = earlier.camera.displacement(from: surface.now.center(p), to: pixel)
      let slack =
        surface.next.pixelSlack(of: target, depth: z)
        + surface.now.pixelSlack(of: target, depth: Double(depth.values[p])) + 4 * ViewGeometry.unit
        * length(expected)
      finding.expect(
        length(earlier.camera.displacement(from: expected, to: found)) <= 0.01 + slack,
        earlier.at(u, v, found: "flow \(text(found))", expected: text(expected)))
    }
  }
}
