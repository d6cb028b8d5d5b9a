import Assets
import Diagnostics
import Furniture
import Geometry
import HomePlans
import InteriorSurfaces
package import RandomStreams
import RoomGeometry
import VectorMath
package import WorldModel

/// Makes homes: plan, shell, furniture, lamps, and a place to look from.
package struct HomeGenerator: WorldGenerator {
  private let description: HomeDescription

  package init(_ description: HomeDescription) { self.description = description }

  package func world(_ draws: inout Draws, duration: Double) throws -> World {
    try world(&draws, duration: duration, stages: nil)
  }

  /// - Parameter stages: hears what is being done, to measure it.
  package func world(_ draws: inout Draws, duration: Double = 0, stages: HomeStages?) throws -> World {
    stages?.begin(.plan)
    let style = StylePack(rawValue: draws.draw(description.style, "style")) ?? .scandinavian
    let seed = draws.draw(.uniform(min: 0, max: 0x1p48), "looks")
    let library = ThingLibrary(style: style, seed: UInt64(seed))
    library.stages = stages
    let found = try found(&draws, library, style)
    let (plan, furnisher, things) = (found.plan, found.furnisher, found.things)
    stages?.begin(.shell)
    let finishes = draws.scope("finishes") {
      HomeFinishes.draw(style, furnisher.palette(of: 0), plan: plan, &$0)
    }
    let drawnBelow = draws.draw(.choice([0.35, 0.35, 3.5, 6.5, 12.5]), "ground_below")
    // Homes on several storeys are houses.
    let below = plan.floors.count > 1 ? 0.35 : drawnBelow
    let shell = draws.scope("shell") {
      var shell = HomeShell(plan: plan, finishes: finishes, groundBelow: below)
      // Whoever goes from room to room has opened the doors.
      shell.obstacles = things.map { $0.box.bounds }
      shell.builtIns = plan.rooms.indices.map { room in
        things.filter { $0.room == room && $0.group == "kitchen" && $0.hold == .floor }.map(\.solid.area)
      }
      shell.ceilings = found.fittedCeilings
      shell.doorsStandOpen = description.view.mode == .walk || description.view.mode == .drive
      return shell.build(firstID: 1, &$0)
    }
    let life = HomeLife(
      description: description, plan: plan, furnisher: furnisher, library: library, duration: duration)
    let (lived, occupants) = draws.scope("life") { life.enliven(things, shell: shell.entities, &$0) }
    var home = HomeAssembly(plan: plan)
    home.add(shell: shell, withTop: description.view.mode != .plan)
    let lamps = draws.draw(description.lamps, "lamps")
    // Seen from above it is lit by day alone.
    home.add(
      lived, lampsOn: description.view.mode == .plan ? 0 : lamps, withTop: description.view.mode != .plan,
      draws.stream("switches"))
    home.add(occupants)
    if description.view.mode != .plan {
      let surroundings = Surroundings(plan: plan, groundBelow: below)
      home.add(
        draws.scope("outside") { surroundings.entities(firstID: UInt32(home.entities.count + 1), &$0) })
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
    return world
  }

  /// A home as it must be.
  private func found(
    _ draws: inout Draws, _ library: ThingLibrary, _ style: StylePack
  ) throws(DioramaError) -> HomeSearch.Found {
    let kind = RoomKind(rawValue: draws.draw(description.building, "building"))
    let rooms =
      kind == nil
      ? description.rooms.counts.map { ($0.kind, draws.count($0.count, "rooms/\($0.kind.rawValue)")) } : []
    let storeys = kind == nil ? draws.count(description.storeys, "storeys", in: 1...3) : 1
    return try HomeSearch(wishes: description.must, rooms: rooms, storeys: storeys).find(&draws) { draws in
      library.stages?.begin(.plan)
      if let kind { return draws.scope("plan") { SingleRoomPlan(kind).plan(&$0) } }
      return plan(with: rooms, storeys: storeys, style, &draws)
    } furnish: { plan, draws in
      let asked = description.ceilings.map { draws.draw($0, "ceiling_form") }
      let ceilings = CeilingDesign.draw(
        asked.flatMap { RoomCeiling.Form(rawValue: $0) }, style: style, plan: plan, &draws)
      var furnisher = HomeFurnisher(
        plan: plan, library: library, style: style, fullness: draws.draw(description.fullness, "fullness"),
        clutter: draws.draw(description.clutter, "clutter"))
      // Whether a home has cornices is for its finishes to say; nothing reaches up to where they would be.
      furnisher.drops = zip(ceilings, plan.rooms).map { ceiling, room in
        ceiling.drop + (ceiling.form == .beams || room.kind == .kitchen ? 0 : Cornice.depth)
      }
      let things = draws.scope("furniture") { furnisher.furnish(&$0) }
      return HomeSearch.Found(plan: plan, furnisher: furnisher, things: things, ceilings: ceilings)
    }
  }

  private func plan(
    with rooms: [(kind: RoomKind, count: Int)], storeys: Int, _ style: StylePack, _ draws: inout Draws
  ) -> HomePlan {
    let bedrooms =
      rooms.first { $0.kind == .bedroom }?.count ?? draws.count(description.bedrooms, "bedrooms", in: 0...5)
    return draws.scope("plan") { draws in
      var programme = HomeProgramme.usual(bedrooms: bedrooms, &draws)
      for (kind, count) in rooms { programme.set(kind, count) }
      if let area = description.area { programme.area = draws.draw(area, "asked_area") }
      if let outline = description.outline {
        programme.outline = HomeProgramme.Outline(rawValue: draws.draw(outline, "outline")) ?? .rectangular
      }
      let corners = description.corners.map { draws.draw($0, "corners") }
      programme.corners =
        corners.flatMap { HomeProgramme.Corners(rawValue: $0) }
        ?? HomeProgramme.Corners.usual(style, programme.outline, draws.stream("usual_corners"))
      let stairs = description.stairs.map { draws.draw($0, "stairs") }
      programme.stairs = stairs.flatMap { HomePlan.Stair.Form(rawValue: $0) }
      if storeys > 1, let plan = StackPlanner(programme, storeys: storeys).plan(&draws) { return plan }
      return HomePlanner(programme).plan(&draws)
    }
  }

  package func take(view: Int, of world: inout World, _ draws: inout Draws, duration: Double) throws {
    guard let plan = world.plan else { return }
    if description.view.mode == .plan { world.uncover(plan.floors[view % plan.floors.count]) }
    if let track = moving(view: view, in: world, &draws, duration: duration) {
      world.rig.track = track
      return
    }
    world.rig.track = Track(still: pose(of: view, in: world, draws.stream("place")) ?? above(plan, view))
  }

  package var variants: Int { max(1, description.variants.count) }

  package func show(variant: Int, of world: inout World, _ draws: inout Draws) throws {
    guard description.variants.indices.contains(variant),
      let variant = HomeVariant(description.variants[variant])
    else { return }
    variant.apply(to: &world, &draws)
  }

  /// The track of a carrier that moves; `nil` for others, and where there is no room to move in.
  private func moving(view: Int, in world: World, _ draws: inout Draws, duration: Double) -> Track? {
    let rooms =
      world.plan?.rooms.indices.filter {
        description.view.rooms.isEmpty
          || description.view.rooms.contains(world.plan?.rooms[$0].kind.rawValue ?? "")
      } ?? []
    var finder = ViewFinder(world)
    finder?.kinds = description.view.rooms.compactMap { RoomKind(rawValue: $0) }
    let first = finder?.room(of: view)?.room ?? 0
    // Who moves stays on the storey.
    let floor = world.plan.flatMap { $0.rooms.indices.contains(first) ? $0.rooms[first].floor : nil }
    var stream = draws.stream("way")
    switch description.view.mode {
    case .walk:
      let speed = draws.draw(description.view.speed ?? .uniform(min: 0.7, max: 1.3), "speed")
      return WalkingCarrier(world, on: floor)?.walk(
        duration: duration, speed: speed, from: first, among: rooms, &stream)
    case .drive:
      let speed = draws.draw(description.view.speed ?? .constant(0.4), "speed")
      return DrivingCarrier(world, on: floor)?.drive(
        duration: duration, speed: speed, from: first, among: rooms, &stream)
    case .lookAround:
      let turn = draws.draw(description.view.turn, "turn") * .pi / 180 * (stream.bool() ? 1 : -1)
      return pose(of: view, in: world, draws.stream("place")).map {
        WalkingCarrier.lookAround($0, duration: duration, turn: turn, &stream)
      }
    case .eyes, .corner, .robot, .plan, .panorama: return nil
    }
  }

  private func pose(
    of view: Int, in world: World, _ stream: RandomStream
  ) -> RigidTransform<WorldSpace, ObjectSpace>? {
    if description.view.mode == .panorama {
      let kinds = description.view.rooms.compactMap { RoomKind(rawValue: $0) }
      return PanoramaPlaces(world, kinds: kinds)?.place(of: view)
    }
    guard description.view.mode != .plan, var finder = ViewFinder(world) else { return nil }
    switch description.view.mode {
    case .corner: (finder.height, finder.pitch) = (2.1...2.35, 0.35...0.6)
    case .robot, .drive: (finder.height, finder.pitch) = (0.25...0.35, -0.12...0.05)
    case .eyes, .walk, .lookAround, .plan, .panorama: break
    }
    finder.kinds = description.view.rooms.compactMap { RoomKind(rawValue: $0) }
    var stream = stream
    // Where nobody can stand, there is nothing to see, or somebody walks by too closely, the next room, the best of all
    // where none is worth it; where there is somebody, rooms in which somebody is seen.
    let lively = Set(world.entities.filter { $0.attribute("posture") != nil }.compactMap(\.room))
    var best: ViewFinder.Place?
    let attempts = lively.isEmpty ? 6 : 12
    for attempt in 0..<attempts {
      guard let (room, visit) = finder.room(of: view + attempt) else { break }
      if !lively.isEmpty && !lively.contains(room) && attempt < attempts - 1 { continue }
      // The room's own turn comes, too: from another side.
      guard let place = finder.view(of: room, visit: visit + (attempt == 0 ? 0 : 3 + view), &stream)
      else { continue }
      let isClear = world.entities.allSatisfy { $0.keepsOff(place.pose.translation, by: 0.6) }
      let isLively = lively.isEmpty || place.company >= 1
      if place.score.isWorthwhile && isClear && isLively { return place.pose }
      let value = place.score.value + place.company
      if value > best.map({ $0.score.value + $0.company }) ?? -.infinity { best = place }
    }
    return best?.pose
  }

  /// Looking down on the middle of a storey, each in turn, x to the right of the picture.
  private func above(_ plan: HomePlan, _ view: Int) -> RigidTransform<WorldSpace, ObjectSpace> {
    let box = plan.footprint.reduce(into: Box3()) { $0.insert(Vector3($1.x, $1.y, 0)) }
    let height = plan.floors[view % plan.floors.count] + 2.6 + 0.95 * max(box.size.x, box.size.y)
    return RigidTransform(
      rotation: Quaternion(yaw: .pi / 2, pitch: .pi / 2, roll: 0),
      translation: Vector3(box.center.x, box.center.y, height))
  }
}

extension World {
  /// Takes away what is above a storey, so that it is seen from above: all that belongs to higher storeys.
  fileprivate mutating func uncover(_ floor: Double) {
    guard let plan, let next = plan.floors.first(where: { $0 > floor + 1e-6 }) else { return }
    let above = plan.stairs.indices.filter { plan.stairs[$0].bottom > floor + 1e-6 }
    let names = above.flatMap { ["stairs_\($0)", "stairs_railing_\($0)"] }
    entities.removeAll {
      $0.track.pose(at: 0).translation.z > next - 1e-6 || names.contains($0.name)
    }
  }
}

extension Entity {
  /// Whether something that moves never comes nearer to a place than so many metres, measured on the floor.
  fileprivate func keepsOff(_ place: Vector3, by distance: Double) -> Bool {
    track.isStill
      || track.keys.allSatisfy { key in
        let p = key.worldFromObject.translation
        return length(Vector2(p.x - place.x, p.y - place.y)) >= distance
      }
  }
}

extension HomeSearch.Found {
  /// The ceilings of all rooms, around what hangs from them.
  fileprivate var fittedCeilings: [RoomCeiling] {
    ceilings.enumerated().map { room, design in
      design.fitted(
        to: plan.rooms[room].outline,
        around: things.filter { $0.room == room && $0.hold == .ceiling }.map(\.solid.area))
    }
  }
}
