import Annotations
import VectorMath
package import WorldModel

/// visual-37: one object keeps one id.
package struct TrackIdentities: SequenceCheck {
  package static let rule = CheckRule(
    id: "visual-37", name: "track-identities",
    summary:
      "An id stands for the same name, class and asset in every frame of a sequence, also after leaving and coming back; objects go where their velocity takes them.",
    unit: "objects", labels: [ObjectsLabel.name])

  package init() {}

  package func examine(_ earlier: Sample, _ later: Sample, memory: SequenceMemory) -> CheckFinding {
    var finding = CheckFinding()
    for view in later.views {
      let labels = ViewLabels(view, of: later)
      let missing = labels.missing(of: rule.labels)
      guard missing.isEmpty, let objects = labels[ObjectsLabel.self] else {
        finding.skip(missing)
        continue
      }
      finding.applied += 1
      for entry in objects.entries {
        let identity = SequenceMemory.Identity(name: entry.name, category: entry.category, asset: entry.asset)
        let known = memory.identity(of: entry.instance)
        finding.expect(
          known == nil || known == identity,
          labels.about(
            entry.instance, found: "\(identity)", expected: known.map { "\($0), as before" } ?? "a new object"
          ))
        if let id = memory.id(of: identity), id != entry.instance, memory.identity(of: entry.instance) == nil
        {
          finding.fail(
            labels.about(entry.instance, found: "a new id for \(identity)", expected: "id \(id), as before"))
        }
      }
      guard let before = earlier.views.first(where: { $0.sensor == view.sensor }) else { continue }
      motions(ViewLabels(before, of: earlier), labels, later.time - earlier.time, into: &finding)
    }
    return finding
  }

  /// Box centres go where the mean of both velocities takes them.
  private func motions(
    _ earlier: ViewLabels, _ later: ViewLabels, _ dt: Double, into finding: inout CheckFinding
  ) {
    guard dt > 0, let from = earlier[Boxes3DLabel.self], let to = later[Boxes3DLabel.self],
      let speedFrom = earlier[MotionLabel.self], let speedTo = later[MotionLabel.self]
    else { return }
    for a in from.entries {
      guard let b = to.entries.first(where: { $0.instance == a.instance }), a.center.count == 3,
        b.center.count == 3,
        let va = Self.velocity(speedFrom, a.instance), let vb = Self.velocity(speedTo, a.instance)
      else { continue }
      let step = Vector3(b.center[0] - a.center[0], b.center[1] - a.center[1], b.center[2] - a.center[2])
      let expected = (va + vb) / 2 * dt
      // Changes of speed between the frames, and limbs that move the box about the body's centre.
      let slack = 0.3 + dt * length(vb - va) + 0.05 * length(expected)
      finding.expect(
        length(step - expected) <= slack,
        later.about(a.instance, found: "moved by \(text(step)) m", expected: "\(text(expected)) m"))
    }
  }

  private static func velocity(_ label: MotionLabel, _ id: UInt32) -> Vector3? {
    guard let v = label.entries.first(where: { $0.instance == id })?.velocity, v.count == 3 else {
      return nil
    }
    return Vector3(v[0], v[1], v[2])
  }
}
