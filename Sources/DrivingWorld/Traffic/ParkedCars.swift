import RandomStreams
import RoadNetwork
import Traffic
import VectorMath
import WorldModel

/// Cars along parking lanes, or side by side where those are deep.
struct ParkedCars {
  struct Car: Sendable {
    var model: VehiclePalette.Model
    var colour: Int
    /// Chooses what its number plate says.
    var plate: UInt64
    var pose: RigidTransform<WorldSpace, ObjectSpace>
    var footprint: Footprint
    var lane: LaneReference
  }

  let map: RoadMap
  let region: Region
  let ground: Ground
  let palette: VehiclePalette

  /// - Parameter density: cars per 100 m of parking lane.
  func place(density: Double, free: inout FootprintIndex, _ draws: inout Draws) -> [Car] {
    guard density > 0 else { return [] }
    var out: [Car] = []
    for stretch in region.stretches where map.roads[stretch.road].junction == nil {
      let section = map.roads[stretch.road].sections[stretch.section]
      for lane in section.lanes where lane.id != 0 && lane.type == .parking {
        let reference = LaneReference(road: stretch.road, section: stretch.section, lane: lane.id)
        let path = "\(stretch.road)/\(stretch.section)/\(lane.id)/\(Int(stretch.start))"
        var chance = draws.stream(path)
        var plates = draws.stream(path + "/plates")
        line(reference, stretch, density, &free, &chance, &plates, &out)
      }
    }
    spaces(density, &free, &draws, &out)
    return out
  }

  /// Parking spaces that the map draws one by one.
  private func spaces(
    _ density: Double, _ free: inout FootprintIndex, _ draws: inout Draws, _ out: inout [Car]
  ) {
    let cars = palette.parkable
    var plates = draws.stream("space/plates")
    for place in map.objectPlaces where map.roads[place.road].objects[place.index].type == "parkingSpace" {
      let p = Vector2(place.position.x, place.position.y)
      guard region.contains(p), !cars.isEmpty else { continue }
      let object = map.roads[place.road].objects[place.index]
      var chance = draws.stream("space/\(place.road)/\(place.index)/\(Int(p.x * 10))/\(Int(p.y * 10))")
      let isTaken = chance.bool(probability: min(0.96, density * 0.06))
      let model = cars[chance.integer(in: 0..<cars.count)]
      let colour = chance.weighted(VehiclePalette.paints(.car).weights)
      let isReversed = chance.bool(probability: 0.4)
      let turn = chance.uniform(-0.02, 0.02)
      guard isTaken, let spot = ground.spot(p, below: place.position.z + 1) else { continue }
      // A space's longer side is the car's.
      let isAcross = object.width > object.length
      let heading = place.heading + turn + (isAcross ? .pi / 2 : 0) + (isReversed ? .pi : 0)
      let (sin, cos) = DeterministicMath.sincos(heading)
      let flat = Vector3(cos, sin, 0)
      let forward = normalized(flat - dot(flat, spot.normal) * spot.normal)
      let print = Footprint(
        center: p, forward: Vector2(cos, sin), half: Vector2(model.body.length, model.body.width) / 2,
        low: spot.height - 0.2, high: spot.height + model.body.height)
      guard free.isFree(print, gap: 0.15) else { continue }
      free.insert(print)
      out.append(
        Car(
          model: model, colour: colour, plate: plates.next(),
          pose: RigidTransform(
            rotation: Quaternion(Matrix3(columns: forward, cross(spot.normal, forward), spot.normal)),
            translation: Vector3(p.x, p.y, spot.height)), footprint: print,
          lane: LaneReference(road: place.road, section: 0, lane: 0)))
    }
  }

  private func line(
    _ lane: LaneReference, _ stretch: Region.Stretch, _ density: Double, _ free: inout FootprintIndex,
    _ chance: inout RandomStream, _ plates: inout RandomStream, _ out: inout [Car]
  ) {
    let middle = (stretch.start + stretch.end) / 2
    let isDeep = (map.laneWidth(lane, at: middle) ?? 0) >= 4.4
    let slot = isDeep ? 2.7 : 6
    let share = min(0.96, density * slot / 100)
    // Who does not fit parks elsewhere.
    let room = map.laneWidth(lane, at: middle) ?? 0
    let cars = palette.parkable.filter {
      room >= (isDeep ? $0.body.length + 0.1 : $0.coachWidth + 0.05)
    }
    var s = stretch.start + slot / 2
    while s < stretch.end - slot / 2 {
      defer { s += slot }
      // The same draws for every slot: whether one is free changes nothing for the next.
      let isTaken = chance.bool(probability: share)
      let pick = chance.integer(in: 0..<max(1, cars.count))
      let colour = chance.weighted(VehiclePalette.paints(.car).weights)
      let shift = chance.uniform(-0.25, 0.25)
      let aside = chance.uniform(-0.08, 0.08)
      let turn = chance.uniform(-0.02, 0.02)
      let isReversed = chance.bool(probability: isDeep ? 0.4 : 0.06)
      guard isTaken, cars.indices.contains(pick), let width = map.laneWidth(lane, at: s),
        let span = map.laneSpan(lane, at: s)
      else { continue }
      let model = cars[pick]
      guard width >= (isDeep ? model.body.length + 0.1 : model.coachWidth + 0.05) else { continue }
      let road = map.roads[lane.road]
      let outward = span.outer > span.inner ? 1.0 : -1.0
      // At the kerb, as drivers park.
      let t =
        isDeep
        ? (span.inner + span.outer) / 2
        : span.outer - outward * min(width / 2, model.coachWidth / 2 + 0.18 + aside.magnitude)
      let place = road.pose(s: s + (isDeep ? shift / 2 : shift), t: t)
      var heading = place.heading + turn
      if isDeep { heading += outward * .pi / 2 } else if !map.runsForward(lane) { heading += .pi }
      if isReversed { heading += .pi }
      let (sin, cos) = DeterministicMath.sincos(heading)
      let forward = normalized(Vector3(cos, sin, 0) - dot(Vector3(cos, sin, 0), place.normal) * place.normal)
      let print = Footprint(
        center: Vector2(place.position.x, place.position.y),
        forward: normalized(Vector2(forward.x, forward.y)),
        half: Vector2(model.body.length, model.coachWidth) / 2, low: place.position.z - 0.2,
        high: place.position.z + model.body.height)
      guard region.contains(print.center), free.isFree(print, gap: 0.25),
        print.corners.allSatisfy({ corner in
          guard let spot = ground.spot(corner, below: place.position.z + 1) else { return false }
          return spot.kind != .road
        })
      else { continue }
      free.insert(print)
      let left = cross(place.normal, forward)
      out.append(
        Car(
          model: model, colour: colour, plate: plates.next(),
          pose: RigidTransform(
            rotation: Quaternion(Matrix3(columns: forward, left, place.normal)), translation: place.position),
          footprint: print, lane: lane))
    }
  }
}
