import Assets
import Furniture
import Geometry
import RandomStreams
import VectorMath
import WorldModel

/// Makes homes: plan, shell, furniture, lamps, and a place to look from.
struct HomeGenerator: WorldGenerator {
  private let description: HomeDescription

  init(_ description: HomeDescription) { self.description = description }

  func world(_ draws: inout Draws, duration: Double) throws -> World {
    let style = StylePack(rawValue: draws.draw(description.style, "style")) ?? .scandinavian
    let seed = draws.draw(.uniform(min: 0, max: 0x1p48), "looks")
    let library = ThingLibrary(style: style, seed: UInt64(seed))
    let bedrooms = draws.count(description.bedrooms, "bedrooms", in: 0...5)
    let plan = draws.scope("plan") {
      HomePlanner(HomeProgramme.usual(bedrooms: bedrooms, &$0)).plan(&$0)
    }
    let furnisher = HomeFurnisher(
      plan: plan, library: library, style: style, fullness: draws.draw(description.fullness, "fullness"),
      clutter: draws.draw(description.clutter, "clutter"))
    let things = draws.scope("furniture") { furnisher.furnish(&$0) }
    let finishes = draws.scope("finishes") {
      HomeFinishes.draw(style, furnisher.palette(of: 0), plan: plan, &$0)
    }
    let below = draws.draw(.choice([0.35, 0.35, 3.5, 6.5, 12.5]), "ground_below")
    let shell = draws.scope("shell") {
      HomeShell(plan: plan, finishes: finishes, groundBelow: below).build(firstID: 1, &$0)
    }
    var home = HomeAssembly(plan: plan)
    home.add(shell: shell, withTop: description.view.mode != .plan)
    home.add(
      things, lampsOn: draws.draw(description.lamps, "lamps"), withTop: description.view.mode != .plan,
      draws.stream("switches"))
    if description.view.mode != .plan {
      let surroundings = Surroundings(plan: plan, groundBelow: below)
      home.add(draws.scope("outside") { surroundings.entities(firstID: UInt32(home.entities.count + 1), &$0) })
    }
    var world = World(entities: home.entities, attributes: [("generator", HomeDescription.kind)])
    world.plan = plan
    // Seen from above, without ceilings, it is lit as what stands outdoors.
    if description.view.mode != .plan {
      world.lights = home.lights
      world.portals = shell.portals
      world.interiors = shell.interiors
      world.exposure = .automatic(bias: 0)
    }
    world.rig.track = draws.scope("view") { track(&$0, plan, things, screens(home), duration) }
    return world
  }

  /// Boxes of the parts of doors, and of curtains, as they stand.
  private func screens(_ home: HomeAssembly) -> [OrientedBox] {
    home.entities.filter { ["door", "curtain"].contains($0.nativeClass.name) }.flatMap { entity in
      let poses = entity.articulation?.articulation(of: entity.asset, at: 0).poses ?? entity.asset.restPoses
      let nodes = entity.asset.objectFromNodes(poses)
      let pose = entity.track.pose(at: 0)
      return entity.asset.nodes.indices.compactMap { node -> OrientedBox? in
        let box = entity.asset.pieces.filter { $0.node == node }.reduce(into: Box3()) { $0.insert($1.mesh.bounds) }
        // Frames stand in the wall; leaves have joints.
        let isLeaf = entity.asset.fittings.joints.contains { $0.node == node }
        guard !box.isEmpty, isLeaf || entity.nativeClass.name == "curtain" else { return nil }
        let turn = Quaternion(nodes[node].linear)
        return OrientedBox(
          center: pose * (nodes[node] * box.center), halfSize: box.size / 2,
          rotation: (pose.rotation * turn).normalized)
      }
    }
  }

  /// One pose a view, evenly over the time.
  private func track(
    _ draws: inout Draws, _ plan: HomePlan, _ things: [PlacedThing], _ screens: [OrientedBox],
    _ duration: Double
  ) -> Track {
    let poses = views(&draws, plan, things, screens)
    guard poses.count > 1 else { return Track(still: poses.first ?? above(plan)) }
    let step = duration / Double(poses.count)
    return Track(
      keys: poses.enumerated().flatMap { k, pose in
        [-0.25, 0.25].map { Track.Key(time: (Double(k) + $0) * step, worldFromObject: pose) }
      })
  }

  private func views(
    _ draws: inout Draws, _ plan: HomePlan, _ things: [PlacedThing], _ screens: [OrientedBox]
  ) -> [RigidTransform<WorldSpace, ObjectSpace>] {
    let view = description.view
    if view.mode == .plan { return [above(plan)] }
    var finder = ViewFinder(plan: plan, things: things, screens: screens)
    switch view.mode {
    case .corner: (finder.height, finder.pitch) = (2.1...2.35, 0.35...0.6)
    case .robot: (finder.height, finder.pitch) = (0.25...0.35, -0.12...0.05)
    default: break
    }
    let rooms = plan.rooms.indices.filter {
      view.rooms.isEmpty || view.rooms.contains(plan.rooms[$0].kind.rawValue)
    }
    var found: [ViewFinder.View] = []
    var poses: [RigidTransform<WorldSpace, ObjectSpace>] = []
    for k in 0..<view.count {
      var stream = draws.stream("\(k)")
      // Large rooms more often, but none too often.
      let weights = rooms.map { r in
        let space = RoomSpace(plan: plan, room: r)
        return space.area.squareRoot() / Double(1 + found.count { $0.room == r } * 2)
          * (plan.rooms[r].kind == .livingRoom ? 1.5 : plan.rooms[r].kind == .hallway ? 0.4 : 1)
      }
      guard !rooms.isEmpty else { break }
      let room = rooms[stream.weighted(weights)]
      if let one = finder.view(of: room, besides: found, &stream) {
        found.append(one)
        poses.append(one.pose)
      }
    }
    return poses.isEmpty ? [above(plan)] : poses
  }

  /// Looking down on the middle of the home, x to the right of the picture.
  private func above(_ plan: HomePlan) -> RigidTransform<WorldSpace, ObjectSpace> {
    let box = plan.footprint.reduce(into: Box3()) { $0.insert(Vector3($1.x, $1.y, 0)) }
    let height = 2.6 + 0.95 * max(box.size.x, box.size.y)
    return RigidTransform(
      rotation: Quaternion(yaw: .pi / 2, pitch: .pi / 2, roll: 0),
      translation: Vector3(box.center.x, box.center.y, height))
  }
}
