import Geometry
import VectorMath
package import WorldModel

/// `states`: open, on, filled, posture.
package struct StatesAnnotator: Annotator {
  package init() {}
  package var name: String { StatesLabel.name }
  package var summary: String {
    "how far joints are open (rad, m, 0…1), on or off, filling (share of the volume), what stands in it, posture; measured on the geometry"
  }
  package var needs: CaptureChannels { [.visibility, .alone] }

  package func annotate(_ view: CapturedView, into labels: inout LabelSet) {
    let capture = view.capture
    var lights: [UInt32: Int] = [:]
    for light in capture.world.lights { lights[light.entity, default: 0] += 1 }
    var held: [UInt32: [UInt32]] = [:]
    for entity in capture.world.entities {
      if let holder = entity.supportedBy.flatMap({ UInt32($0) }) {
        held[holder, default: []].append(entity.id)
      }
    }
    let entries = view.present.compactMap { i -> StatesLabel.Entry? in
      let entity = capture.world.entities[i]
      var entry = StatesLabel.Entry(instance: entity.id)
      let measured = MeasuredStates(capture, subject: i)
      entry.joints = measured.joints
      entry.openness = entry.joints.map(\.openness).max()
      entry.vessels = measured.vessels
      entry.lights = lights[entity.id] ?? 0
      if !entity.asset.fittings.emitters.isEmpty { entry.power = entity.attribute("state") }
      entry.holds = held[entity.id] ?? []
      entry.posture = entity.attribute("posture")
      entry.activity = entity.attribute("activity")
      return entry == StatesLabel.Entry(instance: entity.id) ? nil : entry
    }
    labels.set(StatesLabel(entries: entries))
  }
}

/// The joints and vessels of a subject as they are at the instant.
struct MeasuredStates {
  let capture: Capture
  let subject: Int

  init(_ capture: Capture, subject: Int) {
    self.capture = capture
    self.subject = subject
  }

  private var entity: Entity { capture.world.entities[subject] }
  private var nodes: [AffineTransform] { capture.snapshot.subjects[subject].worldFromNodes }

  private func partID(_ part: Int) -> UInt32? {
    // As the `part` raster numbers them.
    part < 254 ? entity.id << 8 | UInt32(part + 1) : nil
  }

  var joints: [StatesLabel.Joint] {
    let asset = entity.asset
    guard !asset.fittings.joints.isEmpty else { return [] }
    let moved = asset.nodes.indices.map { node in
      asset.fittings.joints.contains { asset.hangs(node, on: $0.node) }
    }
    return asset.fittings.joints.compactMap { joint in
      guard let parent = asset.nodes[joint.node].parent, nodes.indices.contains(joint.node) else {
        return nil
      }
      let worldFromParent = nodes[parent]
      guard let parentFromWorld = worldFromParent.inverse else { return nil }
      let rest = asset.nodes[joint.node].rest
      let value = joint.value(of: parentFromWorld * nodes[joint.node], rest: rest) * scaleOfSlides(joint)
      let range = joint.range * scaleOfSlides(joint)
      let shut = worldFromParent * rest.affine
      let (motion, axis) =
        switch joint.motion {
        case .hinge(let axis, _): ("hinge", shut.linear * axis)
        case .slide(let way): ("slide", worldFromParent.linear * way)
        }
      var box = Box3()
      var parts: Set<Int> = []
      for piece in asset.pieces where piece.node == joint.node {
        for p in piece.mesh.positions { box.insert(Vector3(p)) }
        if !asset.pieces.contains(where: { $0.part == piece.part && !moved[$0.node] }) {
          parts.insert(piece.part)
        }
      }
      guard !box.isEmpty else { return nil }
      let scale = entity.scale.magnitude
      let rotation = Quaternion(
        Matrix3(
          columns: normalized(shut.linear.x), normalized(shut.linear.y), normalized(shut.linear.z)))
      let center = shut * box.center
      return StatesLabel.Joint(
        name: joint.name, motion: motion, value: value, range: range,
        openness: range == 0 ? 0 : max(0, min(1, value / range)), pivot: Self.list(shut.translation),
        axis: Self.list(normalized(axis)), shutCenter: Self.list(center),
        shutHalfSize: Self.list(box.size * (scale / 2)),
        shutRotation: [rotation.w, rotation.x, rotation.y, rotation.z],
        parts: parts.sorted().compactMap(partID))
    }
  }

  private func scaleOfSlides(_ joint: Asset.Joint) -> Double {
    if case .slide = joint.motion { entity.scale } else { 1 }
  }

  var vessels: [StatesLabel.Vessel] {
    entity.asset.fittings.vessels.compactMap { vessel in
      guard nodes.indices.contains(vessel.node) else { return nil }
      let worldFromNode = nodes[vessel.node]
      let up = worldFromNode.linear * Vector3(0, 0, 1)
      // Heights mean something only where its levels are level.
      let isUpright = up.z > 0.9999 * length(up)
      func height(_ z: Double) -> Double? { isUpright ? (worldFromNode * Vector3(0, 0, z)).z : nil }
      return StatesLabel.Vessel(
        name: vessel.name, content: vessel.content, fraction: vessel.fraction, floor: height(vessel.floor),
        surface: height(vessel.level), brim: height(vessel.brim),
        part: vessel.content == nil ? nil : vessel.contentPart.flatMap(partID))
    }
  }

  private static func list(_ p: Vector3) -> [Double] { [p.x, p.y, p.z] }
}
