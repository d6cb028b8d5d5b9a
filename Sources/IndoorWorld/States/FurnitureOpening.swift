import Furniture
import Geometry
import RandomStreams
import RoomGeometry
import VectorMath
import WorldModel

/// Opens doors, drawers and lids of things by drawn degrees: only as far as they swing freely, and never so that a room
/// can no longer be entered.
struct FurnitureOpening {
  let scene: SolidScene
  /// Share of the things that open.
  let share: Double

  /// Metres that a leaf may be inside of something.
  private static let limit = 0.0009
  /// Joints that stay: a lid that opens against what is set on it, or what nobody leaves open.
  private static let shut: Set<String> = ["waste_bin", "printer", "piano"]

  /// Opens some joints of some things; the scene knows of it afterwards.
  func open(_ things: inout [PlacedThing], _ stream: RandomStream) {
    var opened: [Int] = []
    for index in things.indices {
      let asset = things[index].thing.asset
      guard !asset.fittings.joints.isEmpty, !Self.shut.contains(asset.nativeClass.name) else { continue }
      // A stream of its own, so that more things change nothing about these.
      var chance = stream.child("thing/\(index)")
      guard chance.uniform() < share else { continue }
      let carries = things.contains { $0.hold == .thing(index) }
      let joints = chosen(asset, carries: carries, &chance)
      for joint in joints { open(joint, of: &things[index], at: index, &chance) }
      if !things[index].openings.isEmpty { opened.append(index) }
    }
    keepPassable(&things, opened)
  }

  /// One joint, seldom two or all: people open what they look into.
  private func chosen(
    _ asset: Asset, carries: Bool, _ chance: inout RandomStream
  ) -> [Asset.Joint] {
    let joints = asset.fittings.joints.filter { joint in
      // What things stand on does not tip.
      !(carries && joint.tips)
    }
    guard let first = chance.choose(joints) else { return [] }
    let mood = chance.uniform()
    if mood < 0.62 || joints.count == 1 { return [first] }
    // The other leaf of a pair.
    if mood < 0.9 {
      let others = joints.filter { $0.name != first.name }
      return [first] + (chance.choose(others).map { [$0] } ?? [])
    }
    return joints
  }

  private func open(
    _ joint: Asset.Joint, of thing: inout PlacedThing, at index: Int, _ chance: inout RandomStream
  ) {
    // Ajar or wide, seldom in between.
    let wish = chance.uniform() < 0.3 ? chance.uniform(0.06, 0.35) : chance.uniform(0.45, 1)
    for part in [1.0, 0.75, 0.5, 0.25] {
      let open = wish * part
      guard swingsFreely(joint, of: thing, at: index, to: open) else { continue }
      thing.openings.append(.init(joint: joint.name, open: open))
      scene.remove(.thing(index))
      scene.add(thing, at: index)
      return
    }
  }

  /// Whether nothing is in the way from shut to an opening, nor the thing's other leaves.
  private func swingsFreely(
    _ joint: Asset.Joint, of thing: PlacedThing, at index: Int, to open: Double
  ) -> Bool {
    let asset = thing.thing.asset
    let moved = Set(asset.nodes.indices.filter { asset.hangs($0, on: joint.node) })
    func leaf(_ open: Double) -> [SolidPart] {
      var opening = thing
      opening.openings.append(.init(joint: joint.name, open: open))
      let poses = opening.articulation?.articulation(of: asset, at: 0).poses ?? asset.restPoses
      return scene.parts(of: asset, at: thing.worldFromThing, poses: poses, nodes: moved)
    }
    // Steps of a hand's breadth at the free edge.
    let steps = max(2, Int((open * 8).rounded(.up)))
    for k in 1...steps {
      guard
        scene.isFree(leaf(open * Double(k) / Double(steps)), besides: [.thing(index)], limit: Self.limit)
      else { return false }
    }
    // Its own leaves that stand open already.
    let others = Set(
      thing.openings.compactMap { other in asset.fittings.joints.first { $0.name == other.joint }?.node }
    ).subtracting(moved)
    guard !others.isEmpty else { return true }
    let poses = thing.articulation?.articulation(of: asset, at: 0).poses ?? asset.restPoses
    let standing = scene.parts(of: asset, at: thing.worldFromThing, poses: poses, nodes: others)
    return !leaf(open).contains { a in
      standing.contains { b in
        a.box.meets(b.box)
          && (a.deepest(in: b, beyond: Self.limit) != nil || b.deepest(in: a, beyond: Self.limit) != nil)
      }
    }
  }

  /// Shuts again what stands in the way of who walks through the home, the last first.
  private func keepPassable(_ things: inout [PlacedThing], _ opened: [Int]) {
    let passages = HomePassages(plan: scene.plan)
    // It counts heights from the floors of the storeys.
    func lowered(_ thing: PlacedThing) -> PlacedThing {
      var thing = thing
      thing.position.z -= scene.plan.rooms[thing.room].floor
      return thing
    }
    let before = passages.countReached(things.map { lowered($0.shut) })
    for index in opened.reversed() {
      guard passages.countReached(things.map(lowered)) < before else { return }
      things[index].openings = []
      scene.remove(.thing(index))
      scene.add(things[index], at: index)
    }
  }
}

/// How far a joint of a thing is open.
package struct JointOpening: Sendable, Hashable {
  package var joint: String
  /// 0 = shut, 1 = wide open.
  package var open: Double

  package init(joint: String, open: Double) {
    self.joint = joint
    self.open = open
  }
}

extension PlacedThing {
  /// Its open joints; `nil` when all are shut.
  var articulation: OpenJoints? {
    openings.isEmpty ? nil : OpenJoints(openings.map { ($0.joint, $0.open) })
  }

  var shut: PlacedThing {
    var thing = self
    thing.openings = []
    return thing
  }

  /// The boxes of its leaves as they stand open.
  var leaves: [OrientedBox] {
    guard let articulation else { return [] }
    let asset = thing.asset
    let nodes = asset.objectFromNodes(articulation.articulation(of: asset, at: 0).poses)
    let open = openings.compactMap { opening in asset.fittings.joints.first { $0.name == opening.joint }?.node
    }
    return asset.nodes.indices.compactMap { node in
      guard open.contains(where: { asset.hangs(node, on: $0) }) else { return nil }
      let box = asset.pieces.filter { $0.node == node }.reduce(into: Box3()) { $0.insert($1.mesh.bounds) }
      guard !box.isEmpty else { return nil }
      return OrientedBox(
        center: worldFromThing * (nodes[node] * box.center), halfSize: box.size / 2,
        rotation: (rotation * Quaternion(nodes[node].linear)).normalized)
    }
  }
}

extension Asset.Joint {
  /// Whether it turns about a level axis: a lid or a flap.
  var tips: Bool {
    if case .hinge(let axis, _) = motion { axis.z.magnitude < 0.5 } else { false }
  }
}
