import Annotations
import VectorMath
package import WorldModel

/// visual-38: the labels of a frame come from that frame's world, not from the one before.
package struct FramesAreTheirOwn: SequenceCheck {
  package static let rule = CheckRule(
    id: "visual-38", name: "frames-are-their-own",
    summary:
      "Time grows; camera poses follow from the rig's pose of the same frame; maps change when flow says that the picture does.",
    unit: "views")

  package init() {}

  package func examine(_ earlier: Sample, _ later: Sample, memory: SequenceMemory) -> CheckFinding {
    var finding = CheckFinding()
    finding.applied += 1
    finding.expect(
      later.time > earlier.time,
      Violation(sample: later.index, found: "time \(later.time) s", expected: "more than \(earlier.time) s"))
    for view in later.views {
      let labels = ViewLabels(view, of: later)
      let expected = later.worldFromRig * view.rigFromCamera
      let gap = length(expected.translation - view.worldFromCamera.translation)
      let turn = expected.rotation.conjugate * view.worldFromCamera.rotation
      finding.expect(
        gap <= 1e-9 * (1 + length(expected.translation)) && length(Vector3(turn.x, turn.y, turn.z)) <= 1e-9,
        labels.about(
          item: "pose", found: "camera at \(text(view.worldFromCamera.translation))",
          expected: "\(text(expected.translation)), the rig's pose times the mounting"))
      guard let before = earlier.views.first(where: { $0.sensor == view.sensor }) else { continue }
      let old = ViewLabels(before, of: earlier)
      guard let flow = old.floats(LabelNames.flowForward), let a = old.raster(LabelNames.depth),
        let b = labels.raster(LabelNames.depth)
      else { continue }
      var moving = 0
      for p in 0..<(old.width * old.height) where length(flow.pair(p)) > 1 { moving += 1 }
      // Sliding along a uniform surface may leave a map alone, all maps at once hardly.
      let stale =
        moving * 20 > old.width * old.height && a == b
        && [LabelNames.instance, LabelNames.positionWorld, LabelNames.albedo].allSatisfy {
          old.raster($0) == labels.raster($0)
        }
      finding.expect(
        !stale,
        labels.about(
          found: "the maps of frame \(earlier.frame)",
          expected: "new ones: \(moving) pixels move by more than 1 px"))
    }
    return finding
  }
}
