import Assets
import Furniture
import Geometry
import RandomStreams
import RoomGeometry
import VectorMath
import WorldModel

/// Turns what was planned into entities and lights.
struct HomeAssembly {
  let plan: HomePlan
  private(set) var entities: [Entity] = []
  private(set) var lights: [AreaLight] = []
  /// Numbers of the things that were added, by their place in the list.
  private var thingIDs: [Int: Int] = [:]

  init(plan: HomePlan) { self.plan = plan }

  /// Numbers from 1 in the order of adding.
  mutating func add(
    _ asset: Asset, _ pose: RigidTransform<WorldSpace, ObjectSpace>, materials: [Int: Material] = [:],
    articulation: (any Articulating)? = nil, attributes: [(name: String, value: String)] = []
  ) {
    let id = UInt32(entities.count + 1)
    entities.append(
      Entity(
        id: id, name: "\(asset.name)_\(id)", asset: asset, track: Track(still: pose),
        articulation: articulation,
        materials: materials, attributes: attributes))
  }

  /// Adds what has its numbers already.
  mutating func add(_ more: [Entity]) { entities += more }

  /// Adds the shell, whose numbers must begin after those there are.
  /// - Parameter withTop: false leaves out what would hide the rooms from above.
  mutating func add(shell: HomeShell.Built, withTop: Bool) {
    for entity in shell.entities {
      if !withTop && (entity.nativeClass.name == "ceiling" || entity.name == "facade") { continue }
      var entity = entity
      entity.id = UInt32(entities.count + 1)
      entities.append(entity)
    }
  }

  /// Adds things, a share of whose lamps shines.
  /// - Parameter withTop: false leaves out what hangs from ceilings.
  mutating func add(
    _ things: [PlacedThing], lampsOn share: Double, withTop: Bool, _ stream: RandomStream
  ) {
    var ids: [Int: Int] = [:]
    for index in things.indices where withTop || things[index].hold != .ceiling {
      ids[index] = entities.count + 1 + ids.count
    }
    thingIDs = ids
    var stream = stream
    let ceilings = stream.child("ceilings")
    for (index, thing) in things.enumerated() where ids[index] != nil {
      let asset = thing.thing.asset
      var attributes = [
        ("room", String(thing.room)), ("room_kind", plan.rooms[thing.room].kind.rawValue),
      ]
      switch thing.hold {
      case .thing(let parent):
        attributes.append(("supported_by", ids[parent].map { String($0) } ?? "ceiling"))
      case .floor: attributes.append(("supported_by", "floor"))
      case .wall: attributes.append(("supported_by", "wall"))
      case .ceiling: attributes.append(("supported_by", "ceiling"))
      }
      var materials: [Int: Material] = [:]
      if !asset.fittings.emitters.isEmpty {
        let chance = stream.uniform()
        let isOn =
          thing.hold == .ceiling && thing.group == CeilingDressing.group
          ? isLit(room: thing.room, share, ceilings) : chance < share
        attributes.append(("state", isOn ? "on" : "off"))
        if isOn { materials = shine(thing, id: UInt32(entities.count + 1)) }
      }
      add(
        asset, thing.worldFromThing, materials: materials, articulation: thing.articulation,
        attributes: attributes)
    }
  }

  /// Adds people and animals, after the things that hold them.
  mutating func add(_ occupants: [Occupant]) {
    for occupant in occupants {
      var holder: UInt32?
      if case .thing(let i) = occupant.hold { holder = thingIDs[i].map { UInt32($0) } }
      add([occupant.entity(id: UInt32(entities.count + 1), plan: plan, holder: holder)])
    }
  }

  /// Whether the lamps at the ceiling of a room are on: one switch has them all. Rooms without windows are rarely seen
  /// in the dark.
  private func isLit(room: Int, _ share: Double, _ stream: RandomStream) -> Bool {
    let chance = stream.uniform(at: UInt64(room))
    let hasDaylight = plan.walls(of: room).contains { index, _ in
      plan.walls[index].openings.contains(where: \.isGlazed)
    }
    return chance < (hasDaylight ? share : share.squareRoot())
  }

  /// Adds the lights of a lamp.
  /// - Returns: its glowing materials.
  private mutating func shine(_ thing: PlacedThing, id: UInt32) -> [Int: Material] {
    let shining = ShiningThing(thing.thing.asset, at: thing.worldFromThing, id: id)
    lights += shining.lights
    return shining.materials
  }
}
