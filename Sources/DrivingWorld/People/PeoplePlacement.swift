import Assets
import RandomStreams
import RoadNetwork
import Traffic
import VectorMath
import WorldModel

/// People on pavements: walking both ways and across crosswalks, alone or together, or standing.
struct PeoplePlacement {
  struct Person: Sendable {
    var model: PersonPalette.Model
    /// Usual, m/s; 0 for who stands.
    var speed: Double
    /// Of the walk cycle.
    var phase: Double
    /// What he moves along.
    var aid: MobilityAid?
    /// Own colours of skin, hair and clothes, by the material of whoever is seen.
    var colours: [Int: Material] = [:]

    /// What the person covers of the ground in a state, for others to keep off.
    func footprint(_ state: ActorState) -> Footprint {
      let p = state.pose.translation
      let forward = state.pose.rotation * Vector3(1, 0, 0)
      let reach = aid?.reach ?? 0...0
      return Footprint(
        center: Vector2(p.x, p.y) + Vector2(forward.x, forward.y)
          * ((reach.lowerBound + reach.upperBound) / 2),
        forward: Vector2(forward.x, forward.y),
        half: Vector2((reach.upperBound - reach.lowerBound) / 2 + 0.33, 0.33), low: p.z - 0.1,
        high: p.z + model.body.stature)
    }
  }

  let map: RoadMap
  let region: Region
  let ground: Ground
  let palette: PersonPalette
  let ways: Walkways
  /// Seconds that they walk.
  let time: Double
  /// Share of those who stand.
  let standing: Double
  /// Shares of those who walk alone that push a pram or sit in a wheelchair.
  let prams: Double
  let wheelchairs: Double

  /// Adds people to the simulation, in the order of the result.
  ///
  /// - Parameter density: people per 100 m of pavement.
  func place(density: Double, into simulation: inout TrafficSimulation, _ draws: inout Draws) -> [Person] {
    guard density > 0 else { return [] }
    var out: [Person] = []
    for stretch in region.stretches {
      let section = map.roads[stretch.road].sections[stretch.section]
      for lane in section.lanes where lane.type.isWalkable && stretch.length > 3 {
        var chance = draws.stream("\(stretch.road)/\(stretch.section)/\(lane.id)/\(Int(stretch.start))")
        let mean = density * stretch.length / 100
        let count = Int(mean) + (chance.uniform() < mean - mean.rounded(.down) ? 1 : 0)
        let reference = LaneReference(road: stretch.road, section: stretch.section, lane: lane.id)
        var placed = 0
        for i in 0..<count where placed < count {
          var own = chance.child(i)
          for _ in 0..<4 {
            let made = group(reference, stretch, count - placed, &simulation, &own)
            placed += made.count
            out += made
            if !made.isEmpty { break }
          }
        }
      }
    }
    return out
  }

  /// One person or some who go together; empty where there is no room.
  private func group(
    _ lane: LaneReference, _ stretch: Region.Stretch, _ most: Int, _ simulation: inout TrafficSimulation,
    _ chance: inout RandomStream
  ) -> [Person] {
    let s = chance.uniform(stretch.start, stretch.end)
    let isForward = chance.bool()
    let stands = chance.bool(probability: standing)
    var usual = min(1.9, max(0.7, chance.normal(mean: 1.32, sd: 0.2)))
    let offset = chance.uniform(-1.6, 1.6)
    let turn = chance.uniform(-.pi, .pi)
    // About a third of people in town centres go in groups (Moussaïd et al. 2010 found up to 70 %).
    let size = stands ? 1 : min(most, [1, 2, 3][chance.weighted([76, 19, 5])])
    // Of a stream of its own: who walks without is the same with and without them.
    var extra = chance.child("aid")
    let aid = stands || size > 1 ? nil : MobilityAid.draw(prams: prams, wheelchairs: wheelchairs, &extra)
    if let aid { usual = min(usual, aid.pace) }
    // Kerbs at crosswalks are not lowered: what has wheels stays on its pavement.
    guard let place = ways.place(lane, station: s),
      var path = WalkPath(
        ways, way: place.way, from: place.distance, isForward: isForward,
        length: (stands ? 0 : usual * time) + 8, share: aid == nil ? 0.55 : 0, &chance)
    else { return [] }
    path.cut { p in
      ground.spot(Vector2(p.x, p.y), below: p.z + 1.5)?.kind == .sidewalk
    }
    guard path.length > 2 else { return [] }
    var made: [Person] = []
    let own = chance.child("clothes")
    let first = simulation.walkerCount
    for i in 0..<size {
      guard var model = chance.choose(palette.models) else { break }
      // Children push no prams.
      if aid != nil, model.isChild, let adult = extra.choose(palette.models.filter { !$0.isChild }) {
        model = adult
      }
      let phase = chance.uniform()
      let room = path.room(at: 1)
      // Wheels keep to the right, so that they pass one another.
      let beside =
        aid != nil
        ? -max(0.45, offset.magnitude) : size == 1 ? offset : (Double(i) - Double(size - 1) / 2) * 0.68
      let start = WalkerStart(
        path: path, distance: 1, speed: stands ? 0 : usual, aside: max(-room, min(room, beside)),
        stature: model.body.stature, heading: turn, companion: made.isEmpty ? nil : first,
        reach: aid?.reach ?? 0...0)
      guard simulation.add(start) else { continue }
      var looks = own.child(i)
      let seen = aid?.userAsset ?? model.asset
      made.append(
        Person(
          model: model, speed: stands ? 0 : usual, phase: phase, aid: aid,
          colours: PersonPalette.colours(of: seen, &looks)))
    }
    return made
  }
}
