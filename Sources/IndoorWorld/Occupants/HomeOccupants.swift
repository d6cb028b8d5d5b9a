import Assets
import Furniture
import Geometry
import InteriorSurfaces
import RandomStreams
import RoomGeometry
import VectorMath
import WorldModel

/// Peoples a furnished home: each person sits, lies, stands or walks somewhere, touches what holds them and is in nothing;
/// animals likewise. Loose cushions are put aside where one sits down.
struct HomeOccupants {
  let plan: HomePlan
  let scene: SolidScene
  let library: ThingLibrary
  let palette: (Int) -> Palette
  /// Seconds of a sequence; nobody walks in worlds of a single instant.
  let duration: Double
  /// Whether somebody may walk: not where the cameras themselves move about.
  let mayWalk: Bool
  private(set) var things: [PlacedThing]
  /// Indices of things that were put aside.
  private(set) var aside: Set<Int> = []
  private(set) var occupants: [Occupant] = []
  /// Discs of floor that are taken, and the ways of walkers.
  private var taken: [(at: Vector2, radius: Double)] = []
  private var ways: [Track] = []

  init(
    plan: HomePlan, things: [PlacedThing], scene: SolidScene, library: ThingLibrary,
    palette: @escaping (Int) -> Palette, duration: Double, mayWalk: Bool
  ) {
    self.plan = plan
    self.things = things
    self.scene = scene
    self.library = library
    self.palette = palette
    self.duration = duration
    self.mayWalk = mayWalk
  }

  /// The height of a room's floor.
  private func floor(of room: Int) -> Double { plan.rooms[room].floor }

  // MARK: people

  mutating func add(people count: Int, _ stream: RandomStream) {
    for i in 0..<count {
      var chance = stream.child(i)
      let resident = Self.resident(&chance)
      // What they would like to do, and what else if there is no place for it.
      var wishes: [Occupant.Posture] = []
      switch chance.weighted([5, 2.6, mayWalk && duration > 0.2 ? 3 : 0, 1.1]) {
      case 0: wishes = [.sitting, .standing]
      case 1: wishes = [.standing, .sitting]
      case 2: wishes = [.walking, .standing, .sitting]
      default: wishes = [.lying, .sitting, .standing]
      }
      for wish in wishes {
        let isPlaced =
          switch wish {
          case .sitting: sit(resident, &chance)
          case .lying: lie(resident, &chance)
          case .standing: stand(resident, &chance)
          case .walking: walk(resident, &chance)
          }
        if isPlaced { break }
      }
    }
  }

  private static func resident(_ chance: inout RandomStream) -> Resident {
    let age: Resident.Age = [.adult, .child, .elder][min(2, chance.weighted([0.66, 0.2, 0.14]))]
    return Resident(variant: UInt64(chance.integer(in: 1...1_000_000_000)), age: age)
  }

  private mutating func sit(_ resident: Resident, _ chance: inout RandomStream) -> Bool {
    var candidates: [(thing: Int, seat: Seat)] = []
    for i in things.indices where !aside.contains(i) && things[i].hold == .floor {
      candidates += seats(of: i).map { (i, $0) }
    }
    chance.shuffle(&candidates)
    for (index, seat) in candidates.prefix(14) {
      let thing = things[index]
      let edge = thing.worldFromThing * seat.edge
      let isTaken = taken.contains { length($0.at - Vector2(edge.x, edge.y)) < $0.radius + 0.25 }
      guard !isTaken else { continue }
      let place = SittingPlace(seat: seat, thing: thing, tables: tables(near: edge, besides: index))
      guard let sat = place.sit(resident, floor: floor(of: thing.room), &chance) else { continue }
      guard let settled = settle(sat, on: index, seat, resident) else { continue }
      settleDown(
        settled.figure, settled.pose, room: thing.room, hold: .thing(index), .sitting, sat.activity, resident,
        aside: settled.aside, radius: 0.3)
      return true
    }
    return false
  }

  /// Lets the body down onto the seat exactly, and moves it forward out of a back that it is too deep in.
  private func settle(
    _ sat: SittingPlace.Result, on index: Int, _ seat: Seat, _ resident: Resident
  ) -> (figure: ClothedFigure, pose: RigidTransform<WorldSpace, ObjectSpace>, aside: [Int])? {
    var (figure, pose) = (sat.figure, sat.pose)
    let fit = FigureFit(scene: scene, things: things)
    let felt = SurfaceProbe(things[index].thing.asset)
    let thingFromWorld = things[index].worldFromThing.inverse
    for _ in 0..<5 {
      let points = FigureFit.points(figure, pose)
      // The seat and the underside of the thighs over it.
      var least = Double.infinity
      for p in points {
        let q = thingFromWorld * p
        let behind = dot(Vector2(seat.edge.x, seat.edge.y) - Vector2(q.x, q.y), seat.forward)
        guard behind > 0.02, behind < seat.depth, (q.z - seat.edge.z).magnitude < 0.12,
          let top = felt.top(q.x, q.y), (top - seat.edge.z).magnitude < 0.07
        else { continue }
        least = min(least, q.z - top)
      }
      guard least.isFinite else { return nil }
      let drop = least + seat.give
      if drop.magnitude > 0.003 {
        // Thighs keep their angle; the feet go back to the floor by the shanks.
        figure.pose = lowered(figure.pose, by: drop, figure.body)
        continue
      }
      switch fit.judge(points, on: index, floor: floor(of: things[index].room), canClear: true) {
      case .fits: return (figure, pose, [])
      case .fitsWithout(let aside): return (figure, pose, aside)
      case .collides:
        let back = scene.depths(
          of: points, beyond: FigureFit.give(things[index].thing.asset.nativeClass.name))
        guard let deep = back.first(where: { $0.owner == .thing(index) }), deep.depth < 0.1 else {
          return nil
        }
        let ahead = pose.rotation * Vector3(1, 0, 0)
        pose.translation += ahead * min(0.05, deep.depth)
      }
    }
    return nil
  }

  /// The same pose with the hips lower by `drop` metres and the feet where they were in height.
  private func lowered(_ pose: PersonPose, by drop: Double, _ body: PersonBody) -> PersonPose {
    var out = pose
    let before = PersonSkeleton(body: body, pose: pose)
    out.shift.z -= drop
    func leg(_ leg: PersonPose.Leg, _ knee: PersonNode) -> PersonPose.Leg {
      let height = before.place(knee).z - drop
      let shank = DeterministicMath.acos(max(-1, min(1, (height - body.ankleHeight) / body.shankLength)))
      let was = leg.hip - leg.knee
      let forward = was < 0 ? -shank : shank
      var leg = leg
      leg.knee = leg.hip - forward
      leg.ankle = -forward
      return leg
    }
    out.leftLeg = leg(pose.leftLeg, .shankLeft)
    out.rightLeg = leg(pose.rightLeg, .shankRight)
    return out
  }

  private mutating func lie(_ resident: Resident, _ chance: inout RandomStream) -> Bool {
    var candidates = things.indices.filter {
      !aside.contains($0) && LyingPlace.classes.contains(things[$0].thing.asset.nativeClass.name)
    }
    chance.shuffle(&candidates)
    for index in candidates.prefix(5) {
      let thing = things[index]
      let isTaken = taken.contains { thing.solid.area.distance(to: $0.at) < 0.2 }
      guard !isTaken, let lain = LyingPlace(thing: thing).lie(resident, &chance) else { continue }
      let points = FigureFit.points(lain.figure, lain.pose)
      let fit = FigureFit(scene: scene, things: things)
      var cleared: [Int] = []
      switch fit.judge(points, on: index, floor: floor(of: things[index].room), canClear: true) {
      case .fits: break
      case .fitsWithout(let list): cleared = list
      case .collides: continue
      }
      settleDown(
        lain.figure, lain.pose, room: thing.room, hold: .thing(index), .lying,
        thing.thing.asset.nativeClass.name == "sofa" ? "resting" : "sleeping", resident, aside: cleared,
        radius: 0.9)
      return true
    }
    return false
  }

  private mutating func stand(_ resident: Resident, _ chance: inout RandomStream) -> Bool {
    for _ in 0..<8 {
      guard let room = room(&chance) else { return false }
      let place = StandingPlace(grid: grid(on: floor(of: room)), room: room, floor: floor(of: room))
      guard let at = place.place(apart: 0.36, &chance), !isTaken(at, 0.36) else { continue }
      let middle = Polygon(plan.rooms[room].outline).centroid
      let stood = place.stand(resident, at: at, towards: middle, &chance)
      let fit = FigureFit(scene: scene, things: things)
      guard
        case .fits = fit.judge(
          FigureFit.points(stood.figure, stood.pose), on: nil, floor: floor(of: room), canClear: false)
      else {
        continue
      }
      settleDown(
        stood.figure, stood.pose, room: room, hold: .floor, .standing, stood.activity, resident, aside: [],
        radius: 0.36)
      return true
    }
    return false
  }

  private mutating func walk(_ resident: Resident, _ chance: inout RandomStream) -> Bool {
    for _ in 0..<4 {
      guard let room = room(&chance) else { return false }
      let way = WalkingWay(grid: grid(on: floor(of: room)), room: room, floor: floor(of: room))
      let speed = chance.uniform(0.55, 1.05)
      guard let track = way.track(duration: duration, speed: speed, &chance), isClear(track) else { continue }
      var figure = resident.figure
      figure.pose = .standing
      figure.bends = true
      let cycle = WalkCycle(body: figure.body, track: track, speed: speed, phase: chance.uniform())
      ways.append(track)
      occupants.append(
        Occupant(
          name: "person", asset: figure.asset(named: Resident.assetName), track: track, articulation: cycle,
          room: room,
          hold: .floor, posture: .walking, activity: "walking", age: resident.age.rawValue))
      return true
    }
    return false
  }

  // MARK: animals

  mutating func add(pets count: Int, _ stream: RandomStream) {
    let kinds: [(name: String, posture: Occupant.Posture)] = [
      ("cat_standing", .standing), ("cat_sitting", .sitting), ("cat_lying", .lying),
      ("dog_standing", .standing),
      ("dog_sitting", .sitting), ("dog_lying", .lying),
    ]
    for i in 0..<count {
      var chance = stream.child(i)
      for _ in 0..<10 {
        guard let room = room(&chance), let kind = chance.choose(kinds),
          let thing = library.thing(kind.name, look: 100 + chance.integer(in: 0..<40), palette: palette(room))
        else { continue }
        let reach = max(thing.depth, thing.width) / 2
        let place = StandingPlace(grid: grid(on: floor(of: room)), room: room, floor: floor(of: room))
        guard let at = place.place(apart: reach + 0.03, &chance), !isTaken(at, reach) else { continue }
        let turn = Quaternion(yaw: chance.uniform(-Double.pi, Double.pi))
        let pose = RigidTransform<WorldSpace, ObjectSpace>(
          rotation: turn, translation: Vector3(at.x, at.y, floor(of: room) - thing.bounds.min.z))
        let fit = FigureFit(scene: scene, things: things)
        guard
          case .fits = fit.judge(
            FigureFit.points(of: thing.asset, pose), on: nil, floor: floor(of: room), canClear: false)
        else { continue }
        occupants.append(
          Occupant(
            name: thing.asset.nativeClass.name, asset: thing.asset, track: Track(still: pose), room: room,
            hold: .floor, posture: kind.posture))
        remember(thing.asset, pose, at: at, radius: reach)
        break
      }
    }
  }

  // MARK: what is where

  private mutating func settleDown(
    _ figure: ClothedFigure, _ pose: RigidTransform<WorldSpace, ObjectSpace>, room: Int,
    hold: PlacedThing.Hold,
    _ posture: Occupant.Posture, _ activity: String, _ resident: Resident, aside more: [Int], radius: Double
  ) {
    let asset = figure.asset(named: Resident.assetName)
    for i in more {
      aside.insert(i)
      scene.remove(.thing(i))
    }
    occupants.append(
      Occupant(
        name: "person", asset: asset, track: Track(still: pose), room: room, hold: hold, posture: posture,
        activity: activity, age: resident.age.rawValue))
    let middle = pose * Vector3(0, 0, posture == .lying ? 0.5 * figure.body.stature : 0)
    remember(asset, pose, at: Vector2(middle.x, middle.y), radius: radius)
  }

  private mutating func remember(
    _ asset: Asset, _ pose: RigidTransform<WorldSpace, ObjectSpace>, at place: Vector2, radius: Double
  ) {
    scene.add(.occupant(occupants.count - 1), asset, pose, asset.restPoses)
    taken.append((place, radius))
  }

  private func isTaken(_ p: Vector2, _ radius: Double) -> Bool {
    taken.contains { length($0.at - p) < $0.radius + radius }
      || ways.contains { track in
        track.keys.contains {
          length(Vector2($0.worldFromObject.translation.x, $0.worldFromObject.translation.y) - p) < radius
            + 0.33
        }
      }
  }

  /// Whether a way keeps off who is there already, at all times.
  private func isClear(_ track: Track) -> Bool {
    track.keys.allSatisfy { key in
      let p = Vector2(key.worldFromObject.translation.x, key.worldFromObject.translation.y)
      return taken.allSatisfy { length($0.at - p) >= $0.radius + 0.34 }
        && ways.allSatisfy { other in
          let q = other.pose(at: key.time).translation
          return length(Vector2(q.x, q.y) - p) >= 0.75
        }
    }
  }

  /// A room, large ones more often.
  private func room(_ chance: inout RandomStream) -> Int? {
    let weights = plan.rooms.map { room -> Double in
      let area = Polygon(room.outline).area
      let isIdle = [.storage, .laundry, .hallway, .bathroom].contains(room.kind)
      return area * (isIdle ? 0.25 : 1)
    }
    return plan.rooms.isEmpty ? nil : chance.weighted(weights)
  }

  private func grid(on floor: Double) -> NavigationGrid {
    let standing = things.indices.filter { !aside.contains($0) }.flatMap {
      [things[$0].box] + things[$0].leaves
    }
    let obstacles = (standing + scene.leaves).filter {
      let box = $0.bounds
      return box.max.z > floor + 0.03 && box.min.z < floor + 1.9
    }
    return NavigationGrid(
      plan: plan, on: floor, things: obstacles.map { FloorObstacle($0) }, radius: WalkingWay.kept, height: 1.9
    )
  }

  private func seats(of index: Int) -> [Seat] {
    let thing = things[index]
    guard Seat.softness[thing.thing.asset.nativeClass.name] != nil else { return [] }
    return Seat.all(of: thing.thing.asset)
  }

  /// Level tops on which people lay their hands.
  private func tables(near p: Vector3, besides index: Int) -> [(area: FloorRectangle, top: Double)] {
    things.indices.filter {
      $0 != index && things[$0].hold == .floor
        && ["dining_table", "desk", "table", "school_desk"].contains(things[$0].thing.asset.nativeClass.name)
        && length(things[$0].position - p) < 2.5
    }.flatMap { i -> [(area: FloorRectangle, top: Double)] in
      let thing = things[i]
      let nodes = thing.thing.asset.objectFromNodes(thing.thing.asset.restPoses)
      return thing.thing.asset.fittings.supports.filter { $0.headroom > 0.5 && $0.size.x * $0.size.y > 0.2 }
        .map {
          let middle = thing.worldFromThing * (nodes[$0.node] * $0.center)
          let ahead = thing.rotation * Vector3(1, 0, 0)
          return (
            FloorRectangle(
              center: Vector2(middle.x, middle.y), forward: normalized(Vector2(ahead.x, ahead.y)),
              half: $0.size / 2),
            middle.z
          )
        }
    }
  }
}
