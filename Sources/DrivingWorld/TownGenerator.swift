import Assets
import Diagnostics
import Geometry
import RandomStreams
import RoadNetwork
import Traffic
import VectorMath
import Vehicles
import WorldModel

/// Makes towns: a region of a road map around the own vehicle's way, with all that moves and stands there.
struct TownGenerator: WorldGenerator {
  /// A network and what all its worlds share.
  struct Network: Sendable {
    var name: String
    var traffic: TrafficNetwork
    /// What drives there.
    var vehicles: VehiclePalette
    /// Where the own vehicle may begin.
    var places: LanePlaces
    var walkways: Walkways
    /// How its surfaces are built.
    var surfaces: RoadSurfaces.Options
    /// Whether it says itself where lights and signs stand: then none are guessed.
    var isSigned: Bool
    /// Rails, walls and the like that it puts up.
    var furniture: [ObjectSolid]
    /// All surfaces, where the map is small enough to show whole.
    var whole: Scene?
  }

  /// Surfaces as they are seen and as one stands on them.
  struct Scene: Sendable {
    var origin: Vector3
    var assets: [Asset]
    var ground: Ground

    init(_ surfaces: RoadSurfaceSet) {
      origin = surfaces.origin
      assets = SurfaceAssets.make(surfaces)
      ground = Ground(surfaces)
    }
  }

  let description: TownDescription
  private let networks: TownNetworks
  private let people = PersonPalette.shared
  private let posts = SignalPosts.Palette.shared

  /// Seconds that tracks begin before the world and go on after it.
  static let margin = 1.0
  /// Coordinates beyond this are moved to the origin, metres.
  private static let farAway = 5000.0

  /// Networks of fewer metres of road are shown whole: their surfaces are built once.
  private static let smallNetwork = 5000.0

  init(_ description: TownDescription, _ source: TownNetworks.Source) {
    self.description = description
    let radius = description.radius
    networks = TownNetworks(source) { name, map, isDesigned in
      let options = Self.options(isDesigned: isDesigned)
      let box = Self.bounds(map)
      let roads = map.roads.reduce(0) { $0 + $1.length }
      let isSmall = length(box.high - box.low) < 4 * radius || roads < Self.smallNetwork
      let traffic = TrafficNetwork(LaneGraph(map)) { map.usualSpeed($0, at: $1) }
      return Network(
        name: name, traffic: traffic, vehicles: .shared(keepsRight: map.roads.first?.rule != .leftHand),
        places: LanePlaces(traffic), walkways: Walkways(traffic),
        surfaces: options, isSigned: isDesigned, furniture: MapFurniture.solids(of: map),
        whole: isSmall ? Scene(RoadSurfaces(map, options: options).surfaces()) : nil)
    }
  }

  /// Designed networks say themselves where one stops; of others that is guessed.
  private static func options(isDesigned: Bool) -> RoadSurfaces.Options {
    var options = RoadSurfaces.Options()
    options.terrainMargin = 150
    options.paintsStopLines = !isDesigned
    return options
  }

  func world(_ draws: inout Draws, duration: Double) throws -> World {
    let network = try networks.network(&draws)
    let map = network.traffic.map
    let time = max(0, duration) + 2 * Self.margin
    let steps = Int((time / TrafficSimulation.step).rounded(.up))
    let (wanted, route, driver) = try draws.scope("ego") { draws in
      let wanted = description.ego.speed.map { draws.draw($0, "speed") }
      let (route, driver) = try EgoRoute.choose(
        network.traffic, network.places, time: time, wanted: wanted, name: network.name, &draws)
      return (wanted, route, driver)
    }
    let reach = route.speed * time / 2
    let middle = route.point(at: reach, network.traffic)
    let region = Region(
      map, center: Vector2(middle.x.rounded(), middle.y.rounded()),
      radius: description.radius + min(route.length / 2, 1.2 * reach))
    let scene =
      network.whole
      ?? Scene(
        RoadSurfaces(map, options: network.surfaces).surfaces(around: region.center, radius: region.radius))

    let signals = draws.scope("signals") {
      JunctionSignals(network.traffic, region, ego: route, isSigned: network.isSigned, &$0)
    }
    var (simulation, traffic) = draws.scope("traffic") { draws in
      drive(network, region, route, driver, wanted, signals, &draws)
    }
    let peopleDensity = draws.draw(description.pedestrians, "pedestrians")
    let walkers = draws.scope("people") {
      PeoplePlacement(
        map: map, region: region, ground: scene.ground, palette: people, ways: network.walkways, time: time,
        standing: description.standing, prams: description.prams, wheelchairs: description.wheelchairs
      ).place(density: peopleDensity, into: &simulation, &$0)
    }
    simulation.begin()
    let record = simulation.run(steps: steps)
    guard let ego = record.vehicles.first else {
      throw DioramaError(
        .badInput, "the own vehicle finds no place on \(network.name)",
        remedy: "give a road network with lanes of type driving, at least 2 m wide and 5 m long")
    }
    var free = FootprintIndex()
    for (i, actor) in record.vehicles.enumerated() {
      for k in stride(from: 0, through: steps, by: 3) where k < actor.states.count {
        free.insert(simulation.box(i, actor.states[k]))
        if let trailer = simulation.trailerBox(i, actor.states[k]) { free.insert(trailer) }
      }
    }
    for (person, actor) in zip(walkers, record.walkers) {
      for k in stride(from: 0, through: steps, by: 4) where k < actor.states.count {
        free.insert(person.footprint(actor.states[k]))
      }
    }
    let far = max(region.center.x.magnitude, region.center.y.magnitude) > Self.farAway
    var list = EntityList(shift: far ? Vector3(region.center.x, region.center.y, 0) : .zero)
    let character = description.character(&draws)
    let isSlow = map.roads.allSatisfy { !["motorway", "rural"].contains($0.kind(at: 0)?.name) }
    let condition = draws.scope("ground") { draws in
      var condition = description.ground.draw(&draws)
      condition.paving = Paving.draw(character, isSlow: isSlow, &draws)
      return condition
    }
    var plates = PlateRegister()
    for asset in scene.assets {
      list.add(
        asset.name, asset, Track(still: RigidTransform(translation: scene.origin)),
        materials: condition.materials(of: asset))
    }
    populate(
      &list, network, region, scene.ground, signals, character, condition, time: time, &plates, &free,
      &draws)
    for (person, actor) in zip(walkers, record.walkers) { add(person, actor, scene.ground, to: &list) }
    for (placed, actor) in zip(traffic, record.vehicles.dropFirst()) {
      add(placed, actor, map, &plates, to: &list)
    }

    let start = network.traffic.lanes[route.lanes.first ?? 0].reference
    let own = map.roads[start.road]
    var attributes: [(name: String, value: String)] = [
      ("generator", TownDescription.kind), ("road", network.name),
      ("road_kind", own.kind(at: 0)?.name ?? "unknown"),
      ("traffic_side", own.rule == .rightHand ? "right" : "left"),
      ("ego_road", own.id), ("ego_lane", String(start.lane)),
      ("ego_lanes", TimedText.lanes(ego, map, margin: Self.margin)),
      ("ego_route", simulation.route(0).map { TimedText.name($0, map) }.joined(separator: ";")),
    ]
    if far { attributes.append(("origin", "\(region.center.x) \(region.center.y)")) }
    let track = list.moved(self.track(ego, ahead: 0))
    var world = World(entities: list.entities, rig: Rig(track: track), attributes: attributes)
    world.roads =
      TownOutlines(
        map, region, derivesStopLines: network.surfaces.paintsStopLines, shift: list.shift
      ).outlines
    return world
  }

  static func paint(_ model: VehiclePalette.Model, _ colour: Int) -> [Int: Material] {
    let colours = VehiclePalette.paints(model.kind).colours
    guard let index = model.paint, colours.indices.contains(colour) else { return [:] }
    var paint = VehicleMaterials.paint(colours[colour])
    paint.clearcoat = 1
    // Whoever reads names of materials learns the colour.
    let c = colours[colour]
    let value = UInt32(c.red) << 16 | UInt32(c.green) << 8 | UInt32(c.blue)
    paint.name = "paint_" + String(0x100_0000 + value, radix: 16).dropFirst()
    return [index: paint]
  }

  // MARK: The rest

  private func populate(
    _ list: inout EntityList, _ network: Network, _ region: Region, _ ground: Ground,
    _ signals: JunctionSignals, _ character: StreetCharacter, _ condition: GroundPlan.Condition, time: Double,
    _ plates: inout PlateRegister, _ free: inout FootprintIndex, _ draws: inout Draws
  ) {
    let map = network.traffic.map
    let scenery = SceneryPlacement(map: map, region: region, ground: ground)
    let parkedDensity = draws.draw(description.parked, "parked")
    let parked = draws.scope("parking") {
      ParkedCars(map: map, region: region, ground: ground, palette: network.vehicles)
        .place(density: parkedDensity, free: &free, &$0)
    }
    let mapped = MapFurniture(scenery: scenery, solids: network.furniture).place(&free)
    let posted = SignalPosts(scenery: scenery, signals: signals, palette: posts, time: time)
      .place(free: &free)
    let surroundings = TownScenery(scenery: scenery, description: description, character: character)
      .place(free: &free, &draws)
    for var item in mapped + posted + surroundings {
      if item.materials.isEmpty { item.materials = condition.materials(of: item.asset) }
      list.add(item)
    }
    for puddle in draws.scope("puddles", { Puddles(scenery: scenery).place(Double(condition.puddles), &$0) })
    {
      list.add(puddle)
    }
    let animals = draws.draw(description.animals, "animals")
    for animal in draws.scope(
      "animals",
      {
        FieldAnimals(scenery: scenery, time: time).place(animals, free: &free, &$0)
      })
    {
      animal.add(to: &list)
    }
    for car in parked {
      let plate = plates.register(car.model.asset, number: car.plate)
      list.add(
        car.model.asset.name, car.model.asset, Track(still: car.pose),
        materials: Self.paint(car.model, car.colour).merging(plate.materials) { paint, _ in paint },
        attributes: [
          ("state", "parked"), ("speed", "0.0"), ("occupants", "0"),
          ("lane", TimedText.name(car.lane, map)), ("lanes", "0 " + TimedText.name(car.lane, map)),
        ] + plate.attributes, states: LampTimes.dark(car.model.asset))
    }
  }

  /// Of the reference lines' ends and every 20 m.
  private static func bounds(_ map: RoadMap) -> (low: Vector2, high: Vector2) {
    var low = Vector2(repeating: .infinity)
    var high = Vector2(repeating: -.infinity)
    for road in map.roads {
      let n = max(1, min(10_000, Int(road.length / 20)))
      for i in 0...n {
        let p = road.planSample(at: road.length * Double(i) / Double(n)).point
        low = Vector2(min(low.x, p.x), min(low.y, p.y))
        high = Vector2(max(high.x, p.x), max(high.y, p.y))
      }
    }
    return (low, high)
  }
}
