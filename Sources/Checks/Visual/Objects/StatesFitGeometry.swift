import Annotations
import Imaging
import VectorMath
import WorldModel

/// visual-56: what is said of doors, lamps and glasses is so in the picture.
package struct StatesFitGeometry: ViewCheck {
  package static let rule = CheckRule(
    id: "visual-56", name: "states-fit-geometry",
    summary:
      "What is seen of a door or drawer, moved back by its joint's value, lies in its box when shut (2 mm); openness is value / range; what is on has lights and nothing else has; no content is seen above its surface (2 mm), a filling is nothing iff there is no content; what holds things is there.",
    unit: "states and pixels",
    labels: [StatesLabel.name, ObjectsLabel.name, LabelNames.part, LabelNames.depth])

  package init() {}

  /// Metres; and what a depth in single precision adds, a metre of distance.
  private static let slack = 0.002
  private static let rounding = 2e-6

  package func examine(_ view: ViewLabels, into finding: inout CheckFinding) {
    guard let states = view[StatesLabel.self], let parts = view.words(LabelNames.part),
      let depth = view.floats(LabelNames.depth)
    else { return }
    let known = Set(view[ObjectsLabel.self]?.entries.map(\.instance) ?? [])
    var moving: [UInt32: [MovingBox]] = [:]
    var surfaces: [UInt32: (instance: UInt32, height: Double)] = [:]
    for entry in states.entries {
      examine(entry, known, view, &finding)
      for joint in entry.joints {
        guard let box = MovingBox(joint, of: entry.instance) else { continue }
        for part in joint.parts { moving[part, default: []].append(box) }
      }
      for vessel in entry.vessels {
        if let part = vessel.part, let surface = vessel.surface { surfaces[part] = (entry.instance, surface) }
      }
    }
    guard !moving.isEmpty || !surfaces.isEmpty else { return }
    let pose = view.view.worldFromCamera
    for v in 0..<view.height {
      for u in 0..<view.width {
        let i = v * view.width + u
        let part = parts.values[i]
        let z = Double(depth.values[i])
        guard part != 0, z.isFinite else { continue }
        if let boxes = moving[part] {
          let p = pose * view.camera.point(Double(u), Double(v), depth: z)
          let slack = Self.slack + Self.rounding * z
          finding.expect(
            boxes.contains { $0.holds(p, slack: slack) },
            view.at(
              u, v, instance: boxes.first?.instance, item: boxes.first?.name,
              found: "\(boxes.map { $0.outside(p) }.min() ?? 0) m beside the box of the joint's value",
              expected: "inside"))
        }
        if let surface = surfaces[part] {
          let p = pose * view.camera.point(Double(u), Double(v), depth: z)
          finding.expect(
            p.z <= surface.height + Self.slack + Self.rounding * z,
            view.at(
              u, v, instance: surface.instance, found: "content at height \(p.z) m",
              expected: "at most \(surface.height) m"))
        }
      }
    }
  }

  private func examine(
    _ entry: StatesLabel.Entry, _ known: Set<UInt32>, _ view: ViewLabels, _ finding: inout CheckFinding
  ) {
    func expect(_ holds: Bool, _ item: String, _ found: String, _ expected: String) {
      finding.expect(holds, view.about(entry.instance, item: item, found: found, expected: expected))
    }
    expect(known.contains(entry.instance), "instance", "not among `objects`", "there")
    for joint in entry.joints {
      let isSound =
        joint.value.isFinite && joint.range.isFinite && joint.range != 0 && (0...1).contains(joint.openness)
        && (joint.value / joint.range - joint.openness).magnitude < 1e-6
      expect(
        isSound, joint.name, "value \(joint.value), range \(joint.range), openness \(joint.openness)",
        "openness = value / range within 0…1")
    }
    expect(
      entry.openness == entry.joints.map(\.openness).max(), "openness",
      "\(entry.openness.map { "\($0)" } ?? "none")", "the largest of the joints'")
    expect(
      (entry.power == "on") == (entry.lights > 0), "power",
      "\(entry.power ?? "no power") with \(entry.lights) lights", "lights iff on")
    for vessel in entry.vessels {
      expect(
        vessel.fraction.isFinite && (0...1).contains(vessel.fraction)
          && (vessel.fraction > 0) == (vessel.content != nil),
        vessel.name, "\(vessel.fraction) of \(vessel.content ?? "nothing")", "0 iff empty, at most 1")
      if let floor = vessel.floor, let surface = vessel.surface, let brim = vessel.brim {
        expect(
          floor < brim && surface >= floor && surface <= brim && (surface > floor) == (vessel.content != nil),
          vessel.name, "floor \(floor), surface \(surface), brim \(brim) m", "in this order")
      }
    }
    expect(
      zip(entry.holds, entry.holds.dropFirst()).allSatisfy { $0 < $1 }
        && !entry.holds.contains(entry.instance),
      "holds", "\(entry.holds)", "others, ascending")
  }
}

/// Where a moving part is when shut, and how to move it back there.
private struct MovingBox {
  let instance: UInt32
  let name: String
  private let isHinge: Bool
  private let value: Double
  private let pivot: Vector3
  private let axis: Vector3
  private let center: Vector3
  private let half: Vector3
  private let boxFromWorld: Quaternion

  /// - Returns: `nil` for what is no joint (reported elsewhere or by reading).
  init?(_ joint: StatesLabel.Joint, of instance: UInt32) {
    func vector(_ list: [Double]) -> Vector3? {
      list.count == 3 && list.allSatisfy(\.isFinite) ? Vector3(list[0], list[1], list[2]) : nil
    }
    guard let pivot = vector(joint.pivot), let axis = vector(joint.axis), length(axis) > 0.5,
      let center = vector(joint.shutCenter), let half = vector(joint.shutHalfSize), joint.value.isFinite,
      joint.shutRotation.count == 4, joint.shutRotation.allSatisfy(\.isFinite)
    else { return nil }
    let r = joint.shutRotation
    self.instance = instance
    name = joint.name
    isHinge = joint.motion == "hinge"
    value = joint.value
    self.pivot = pivot
    self.axis = normalized(axis)
    self.center = center
    self.half = half
    boxFromWorld = Quaternion(w: r[0], x: r[1], y: r[2], z: r[3]).conjugate
  }

  /// Metres by which a point, moved back, lies beside the box.
  func outside(_ p: Vector3) -> Double {
    let back =
      isHinge ? pivot + Quaternion(axis: axis, angle: -value) * (p - pivot) : p - axis * value
    let q = boxFromWorld * (back - center)
    return max(q.x.magnitude - half.x, q.y.magnitude - half.y, q.z.magnitude - half.z)
  }

  func holds(_ p: Vector3, slack: Double) -> Bool { outside(p) <= slack }
}
