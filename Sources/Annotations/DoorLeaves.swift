import Geometry
import VectorMath
import WorldModel

/// Which entity fills an opening of a plan, and how its leaves stand.
struct DoorLeaves {
  let capture: Capture

  /// The door or window whose origin lies in an opening: index into the world's entities.
  func entity(in placed: HomePlan.PlacedOpening, of plan: HomePlan) -> Int? {
    let wall = plan.walls[placed.wall]
    guard wall.length > 0, placed.opening.kind != .passage else { return nil }
    let middle = (placed.opening.offset + placed.opening.end) / 2
    return capture.world.entities.indices.first { i in
      let name = capture.world.entities[i].nativeClass.name
      guard name == "door" || name == "window" else { return false }
      let p = capture.snapshot.subjects[i].worldFromObject.translation
      let from = Vector2(p.x, p.y) - wall.start
      return (dot(from, wall.direction) - middle).magnitude < 0.01
        && dot(from, wall.normal).magnitude <= wall.thickness / 2 + 1e-6
        && p.z > wall.floor + placed.opening.sill - 0.01 && p.z < wall.floor + placed.opening.head
    }
  }

  /// The leaves of a door or window, one a joint that turns about an upright axis or slides level.
  func leaves(of index: Int) -> [FloorPlanLabel.Leaf] {
    let entity = capture.world.entities[index]
    let asset = entity.asset
    let pose = capture.snapshot.subjects[index].worldFromObject
    let now =
      entity.articulation?.articulation(of: asset, at: capture.snapshot.time).poses ?? asset.restPoses
    return asset.fittings.joints.compactMap { joint in
      guard asset.nodes.indices.contains(joint.node), now.indices.contains(joint.node) else { return nil }
      let bounds = asset.pieces.filter { $0.node == joint.node }.reduce(into: Box3()) {
        $0.insert($1.mesh.bounds)
      }
      guard !bounds.isEmpty else { return nil }
      /// A point of the leaf in the plan, for poses of the nodes.
      func place(_ p: Vector3, _ poses: [NodePose]) -> Vector2 {
        let q = pose * (asset.objectFromNodes(poses)[joint.node] * p * entity.scale)
        return Vector2(q.x, q.y)
      }
      var open = asset.restPoses
      open[joint.node] = joint.pose(open[joint.node], open: 1)
      switch joint.motion {
      case .hinge(let axis, let angle):
        guard axis.z.magnitude > 0.999 else { return nil }
        // The end far from the hinges, in the middle of the leaf's thickness.
        let y = bounds.max.y.magnitude > bounds.min.y.magnitude ? bounds.max.y : bounds.min.y
        let tip = Vector3(0, y, 0)
        let pivot = place(.zero, asset.restPoses)
        let shut = place(tip, asset.restPoses)
        let stands = place(tip, now)
        let swing = angle * (axis.z > 0 ? 1 : -1)
        let (a, b) = (shut - pivot, stands - pivot)
        let turned = DeterministicMath.atan2(cross(a, b), dot(a, b))
        return FloorPlanLabel.Leaf(
          motion: "hinge", pivot: [pivot.x, pivot.y], shut: [shut.x, shut.y],
          open: Self.list(place(tip, open)), now: [stands.x, stands.y], swing: swing,
          opening: swing == 0 || turned == 0 ? 0 : max(0, min(1, turned / swing)))
      case .slide(let way):
        guard way.z.magnitude < 1e-9, length(way) > 0.05 else { return nil }
        // It moves along y: the end that goes ahead when it shuts.
        let y = way.y > 0 ? bounds.min.y : bounds.max.y
        let tip = Vector3(0, y, 0)
        let shut = place(tip, asset.restPoses)
        let stands = place(tip, now)
        let pivot = place(Vector3(0, way.y > 0 ? bounds.max.y : bounds.min.y, 0), asset.restPoses)
        return FloorPlanLabel.Leaf(
          motion: "slide", pivot: [pivot.x, pivot.y], shut: [shut.x, shut.y],
          open: Self.list(place(tip, open)), now: [stands.x, stands.y], swing: 0,
          opening: min(1, length(stands - shut) / length(way)))
      }
    }
  }

  private static func list(_ p: Vector2) -> [Double] { [p.x, p.y] }
}
