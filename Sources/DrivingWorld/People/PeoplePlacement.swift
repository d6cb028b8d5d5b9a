import Assets
import RandomStreams
import RoadNetwork
import VectorMath
import WorldModel

/// People to choose from, made once.
struct PersonPalette: Sendable {
  struct Model: Sendable {
    var asset: Asset
    var body: PersonBody
  }

  let models: [Model]

  /// Made on first use, then kept: it depends on nothing.
  static let shared = PersonPalette()

  private init() {
    models = (0..<12).map { i in
      let person = Pedestrian(variant: UInt64(i + 1), isChild: i % 6 == 5)
      return Model(asset: person.makeAsset(), body: person.body)
    }
  }
}

/// People on pavements: walking both ways, or standing.
struct PeoplePlacement {
  struct Person: Sendable {
    var model: PersonPalette.Model
    var track: Track
    /// m/s, 0 for who stands.
    var speed: Double
    /// Of the walk cycle.
    var phase: Double
    /// Places over time, for others to keep off.
    var footprints: [Footprint]
  }

  static let step = 0.1
  private static let radius = 0.33

  let map: RoadMap
  let region: Region
  let ground: Ground
  let palette: PersonPalette
  /// Seconds before and after the world's beginning.
  let times: ClosedRange<Double>
  let standing: Double

  /// - Parameter density: people per 100 m of pavement.
  func place(density: Double, free: inout FootprintIndex, _ draws: inout Draws) -> [Person] {
    guard density > 0 else { return [] }
    var out: [Person] = []
    for stretch in region.stretches {
      let section = map.roads[stretch.road].sections[stretch.section]
      for lane in section.lanes where lane.type.isWalkable && stretch.length > 3 {
        var chance = draws.stream("\(stretch.road)/\(stretch.section)/\(lane.id)/\(Int(stretch.start))")
        let mean = density * stretch.length / 100
        let count = Int(mean) + (chance.uniform() < mean - mean.rounded(.down) ? 1 : 0)
        let reference = LaneReference(road: stretch.road, section: stretch.section, lane: lane.id)
        for i in 0..<count {
          var own = chance.child(i)
          for _ in 0..<4 {
            guard let person = person(reference, stretch, &own) else { continue }
            let meetsOthers = out.contains { meet($0, person) }
            guard !meetsOthers, person.footprints.allSatisfy({ free.isFree($0) }) else { continue }
            out.append(person)
            break
          }
        }
      }
    }
    // Only now: people pass where others were at another time.
    for person in out {
      for print in person.footprints { free.insert(print) }
    }
    return out
  }

  private func person(_ lane: LaneReference, _ stretch: Region.Stretch, _ chance: inout RandomStream)
    -> Person?
  {
    let model = chance.choose(palette.models)
    let s = chance.uniform(stretch.start, stretch.end)
    let isForward = chance.bool()
    let stands = chance.bool(probability: standing)
    let usual = min(1.9, max(0.7, chance.normal(mean: 1.32, sd: 0.2)))
    let offset = chance.uniform(-1.6, 1.6)
    let turn = chance.uniform(-.pi, .pi)
    let phase = chance.uniform()
    guard let model else { return nil }
    let time = times.upperBound - times.lowerBound
    let path = Footpath(
      map, ground, lane: lane, from: s, forward: isForward, offset: offset,
      length: stands ? 2 : usual * time + 2)
    guard path.length > 1 else { return nil }
    if stands {
      let p = path.point(at: 0)
      let pose = RigidTransform<WorldSpace, ObjectSpace>(rotation: Quaternion(yaw: turn), translation: p)
      return Person(
        model: model, track: Track(still: pose), speed: 0, phase: phase, footprints: [footprint(p, model)])
    }
    var keys: [Track.Key] = []
    var prints: [Footprint] = []
    var d = 0.0
    var v = min(usual, (2 * 0.8 * path.length).squareRoot())
    let count = Int((time / Self.step).rounded(.up))
    for k in 0...count {
      let p = path.point(at: d)
      let way = path.direction(at: d)
      let pose = RigidTransform<WorldSpace, ObjectSpace>(
        rotation: Quaternion(yaw: DeterministicMath.atan2(way.y, way.x)), translation: p)
      keys.append(Track.Key(time: times.lowerBound + Double(k) * Self.step, worldFromObject: pose))
      if k % 4 == 0 { prints.append(footprint(p, model)) }
      // Stops where the pavement ends.
      let left = max(0, path.length - d - 0.05)
      let next = min(usual, (2 * 0.8 * left).squareRoot())
      d += min(left, (v + next) / 2 * Self.step)
      v = next
    }
    return Person(model: model, track: Track(keys: keys), speed: usual, phase: phase, footprints: prints)
  }

  private func footprint(_ p: Vector3, _ model: PersonPalette.Model) -> Footprint {
    Footprint(
      center: Vector2(p.x, p.y), forward: Vector2(1, 0), half: Vector2(repeating: Self.radius),
      low: p.z - 0.1,
      high: p.z + model.body.stature)
  }

  /// Whether two come nearer than shoulders allow at any time.
  private func meet(_ a: Person, _ b: Person) -> Bool {
    let least = 0.7
    if a.track.isStill && b.track.isStill {
      return length(a.track.pose(at: 0).translation - b.track.pose(at: 0).translation) < least
    }
    var t = times.lowerBound
    while t <= times.upperBound {
      let d = length(a.track.pose(at: t).translation - b.track.pose(at: t).translation)
      if d < least { return true }
      // Two people come nearer by 4 m/s at most.
      t += max(0.2, (d - least) / 4)
    }
    return false
  }
}
