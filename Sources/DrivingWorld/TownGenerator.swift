import Assets
import Diagnostics
import Geometry
import RandomStreams
import RoadNetwork
import VectorMath
import WorldModel

/// Makes towns: a region of a road map around the own vehicle's way, with all that moves and stands there.
struct TownGenerator: WorldGenerator {
  /// A network and what all its worlds share.
  struct Network: Sendable {
    var name: String
    var graph: LaneGraph
    var lanes: DrivableLanes
    /// How its surfaces are built.
    var surfaces: RoadSurfaces.Options
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

  private let description: TownDescription
  private let networks: TownNetworks
  private let vehicles = VehiclePalette.shared
  private let people = PersonPalette.shared
  private let buildings = BuildingPalette.shared
  private let posts = SignalPosts.Palette.shared
  private let plants = PlantPalette.shared
  private let furniture = FurniturePalette.shared

  /// Seconds that tracks begin before the world and go on after it.
  private static let margin = 1.0
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
      return Network(
        name: name, graph: LaneGraph(map), lanes: DrivableLanes(map), surfaces: options,
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
    let map = network.graph.map
    let time = max(0, duration) + 2 * Self.margin
    let steps = Int((time / TrafficSimulation.step).rounded(.up))
    let (route, temper) = try draws.scope("ego") { draws in
      let wanted = description.ego.speed.map { draws.draw($0, "speed") }
      return try EgoRoute.choose(
        network.graph, network.lanes, time: time, wanted: wanted, name: network.name, &draws)
    }
    let ego = TrafficVehicle(body: .ego, line: route.line, start: 0, temper: temper)
    let reach = route.line.speed(at: 0) * time / 2
    let middle = route.line.point(at: reach)
    let region = Region(
      map, center: Vector2(middle.x.rounded(), middle.y.rounded()),
      radius: description.radius + min(route.line.length / 2, 1.2 * reach))
    let scene =
      network.whole
      ?? Scene(
        RoadSurfaces(map, options: network.surfaces).surfaces(around: region.center, radius: region.radius))

    let signals = draws.scope("signals") { JunctionSignals(map, region, ego: route.line, &$0) }
    let (simulation, traffic) = draws.scope("traffic") { draws in
      drive(network, region, ego, signals, time, steps, &draws)
    }
    var free = FootprintIndex()
    for (i, vehicle) in simulation.vehicles.enumerated() {
      for k in stride(from: 0, through: steps, by: 5) {
        free.insert(vehicle.footprint(at: simulation.distances[i][k]))
      }
    }
    let far = max(region.center.x.magnitude, region.center.y.magnitude) > Self.farAway
    var list = EntityList(shift: far ? Vector3(region.center.x, region.center.y, 0) : .zero)
    for asset in scene.assets {
      list.add(asset.name, asset, Track(still: RigidTransform(translation: scene.origin)))
    }
    populate(&list, map, region, scene.ground, signals, &free, time, &draws)
    for (i, placed) in traffic.enumerated() { add(placed, simulation, i + 1, map, to: &list) }

    var attributes: [(name: String, value: String)] = [
      ("generator", TownDescription.kind), ("road", network.name),
      ("road_kind", map.roads[route.lane.road].kind(at: 0)?.name ?? "unknown"),
      ("traffic_side", map.roads[route.lane.road].rule == .rightHand ? "right" : "left"),
      ("ego_road", map.roads[route.lane.road].id), ("ego_lane", String(route.lane.lane)),
      ("ego_lanes", LaneTimes(ego, simulation, 0, map, margin: Self.margin).text),
      ("ego_route", LaneTimes.route(route.line, map)),
    ]
    if far { attributes.append(("origin", "\(region.center.x) \(region.center.y)")) }
    let track = list.moved(self.track(ego, simulation, 0, atRearAxle: true))
    return World(entities: list.entities, rig: Rig(track: track), attributes: attributes)
  }

  // MARK: Traffic

  private func drive(
    _ network: Network, _ region: Region, _ ego: TrafficVehicle, _ signals: JunctionSignals, _ time: Double,
    _ steps: Int, _ draws: inout Draws
  ) -> (TrafficSimulation, [PlacedVehicle]) {
    let placement = TrafficPlacement(
      graph: network.graph, region: region, palette: vehicles, mix: description.mix, signals: signals,
      time: time,
      ego: ego.line)
    let count = draws.count(description.vehicles, "vehicles", in: 0...200)
    let placed = placement.place(count, ego: ego, &draws)
    let (simulation, kept) = TrafficSimulation.resolved([ego] + placed.map(\.vehicle), steps: steps)
    return (simulation, kept.dropFirst().map { placed[$0 - 1] })
  }

  private func track(
    _ vehicle: TrafficVehicle, _ simulation: TrafficSimulation, _ i: Int, atRearAxle: Bool = false
  ) -> Track {
    let distances = simulation.distances[i]
    guard let first = distances.first, let last = distances.last, last > first else {
      return Track(still: vehicle.pose(at: distances.first ?? 0, atRearAxle: atRearAxle))
    }
    return Track(
      keys: distances.enumerated().map { k, d in
        Track.Key(
          time: Double(k) * TrafficSimulation.step - Self.margin,
          worldFromObject: vehicle.pose(at: d, atRearAxle: atRearAxle))
      })
  }

  private func add(
    _ placed: PlacedVehicle, _ simulation: TrafficSimulation, _ i: Int, _ map: RoadMap,
    to list: inout EntityList
  ) {
    let track = track(placed.vehicle, simulation, i)
    let now = min(simulation.speeds[i].count - 1, Int(Self.margin / TrafficSimulation.step))
    let speed = simulation.speeds[i][now]
    let lane = placed.vehicle.line.lane(at: simulation.distances[i][now])
    var attributes: [(name: String, value: String)] = [
      ("state", track.isStill ? "stopped" : "moving"), ("speed", "\((speed * 10).rounded() / 10)"),
    ]
    if let lane {
      attributes.append(("lane", LaneTimes.name(lane, map)))
      attributes.append(("lanes", LaneTimes(placed.vehicle, simulation, i, map, margin: Self.margin).text))
    }
    list.add(
      placed.model.asset.name, placed.model.asset, track, materials: Self.paint(placed.model, placed.colour),
      attributes: attributes
    ) { track in
      guard let rider = placed.model.rider else {
        return RollingWheels(travel: TravelledDistance(track: track), wheels: placed.model.wheels)
      }
      return Pedalling(track: track, body: rider.person, geometry: rider.geometry)
    }
    guard let rider = placed.model.rider else { return }
    list.add("rider", rider.asset, track, attributes: attributes) {
      Pedalling(track: $0, body: rider.person, geometry: rider.geometry)
    }
  }

  private static func paint(_ model: VehiclePalette.Model, _ colour: Int) -> [Int: Material] {
    let colours = VehiclePalette.paints(model.kind).colours
    guard let index = model.paint, colours.indices.contains(colour) else { return [:] }
    var paint = VehicleMaterials.paint(colours[colour])
    // Whoever reads names of materials learns the colour.
    let c = colours[colour]
    let value = UInt32(c.red) << 16 | UInt32(c.green) << 8 | UInt32(c.blue)
    paint.name = "paint_" + String(0x100_0000 + value, radix: 16).dropFirst()
    return [index: paint]
  }

  // MARK: The rest

  private func populate(
    _ list: inout EntityList, _ map: RoadMap, _ region: Region, _ ground: Ground, _ signals: JunctionSignals,
    _ free: inout FootprintIndex, _ time: Double, _ draws: inout Draws
  ) {
    let scenery = SceneryPlacement(map: map, region: region, ground: ground)
    let parkedDensity = draws.draw(description.parked, "parked")
    let parked = draws.scope("parking") {
      ParkedCars(map: map, region: region, ground: ground, palette: vehicles)
        .place(density: parkedDensity, free: &free, &$0)
    }
    let peopleDensity = draws.draw(description.pedestrians, "pedestrians")
    let walkers = draws.scope("people") {
      PeoplePlacement(
        map: map, region: region, ground: ground, palette: people, times: -Self.margin...(time - Self.margin),
        standing: description.standing
      ).place(density: peopleDensity, free: &free, &$0)
    }
    let posted = SignalPosts(scenery: scenery, signals: signals, palette: posts).place(free: &free)
    let lampDensity = draws.draw(description.lamps, "lamps")
    let lamps = draws.scope("lighting") {
      scenery.lamps(density: lampDensity, model: furniture.lamp, free: &free, &$0)
    }
    let buildingDensity = draws.draw(description.buildings, "buildings")
    let houses = draws.scope("building") {
      scenery.buildings(density: buildingDensity, palette: buildings, free: &free, &$0)
    }
    let treeDensity = draws.draw(description.trees, "trees")
    let green = draws.scope("plants") {
      scenery.trees(density: treeDensity, palette: plants, free: &free, &$0)
    }
    let furnitureDensity = draws.draw(description.furniture, "furniture")
    let things = draws.scope("street") {
      scenery.furniture(density: furnitureDensity, models: furniture.pavement, free: &free, &$0)
    }
    for item in houses + green + lamps + posted + things { list.add(item) }
    for car in parked {
      list.add(
        car.model.asset.name, car.model.asset, Track(still: car.pose),
        materials: Self.paint(car.model, car.colour),
        attributes: [
          ("state", "parked"), ("speed", "0.0"),
          ("lane", LaneTimes.name(car.lane, map)), ("lanes", "0 " + LaneTimes.name(car.lane, map)),
        ])
    }
    for person in walkers {
      list.add(
        "pedestrian", person.model.asset, person.track,
        attributes: [
          ("state", person.track.isStill ? "standing" : "walking"),
          ("speed", "\((person.speed * 10).rounded() / 10)"),
        ]
      ) { track in
        WalkCycle(body: person.model.body, track: track, speed: max(0.7, person.speed), phase: person.phase)
      }
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
