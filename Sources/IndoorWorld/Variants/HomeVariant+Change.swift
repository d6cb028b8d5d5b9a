import RandomStreams
import VectorMath
import WorldModel

extension HomeVariant {
  /// Changes one thing that the camera sees; nothing where no such thing is.
  func apply(_ change: Change, to world: inout World, _ draws: inout Draws, _ note: inout VariantNote) {
    if change == .sun {
      shiftSun(&world, draws.stream("hour"), &note)
      return
    }
    guard let view = ThingsInView(world) else { return }
    // Large enough to be noticed, small enough to be one thing among others.
    let seen = view.seen.filter { (0.0015...0.2).contains($0.share) }.map(\.body)
    var stream = draws.stream(change.rawValue)
    switch change {
    case .sun: break
    case .moved:
      for body in shuffled(seen, &stream) {
        if let move = ThingMove.find(body, in: world, view, &stream) {
          note.changed = ["pose"]
          note.entities = move.carried.sorted()
          note.name = world.entities[body.index].name
          note.before = place(world.entities[body.index])
          move.apply(to: &world)
          note.after = place(world.entities[body.index])
          return
        }
      }
    case .removed:
      guard
        let body = shuffled(seen, &stream).first(where: { !ThingMove.isBuiltIn(world.entities[$0.index]) })
      else { return }
      let gone = world.carried(by: [body.id])
      note.changed = ["presence"]
      note.entities = gone.sorted()
      note.name = world.entities[body.index].name
      (note.before, note.after) = ("present", "absent")
      world.remove(gone)
    case .recoloured:
      for body in shuffled(seen, &stream) {
        guard let colour = ThingColour.find(world.entities[body.index], &stream) else { continue }
        note.changed = ["material"]
        note.entities = [body.id]
        note.name = world.entities[body.index].name
        note.before = ThingColour.words(world.entities[body.index], colour.replaced)
        world.entities[body.index].materials.merge(colour.materials) { _, new in new }
        note.after = ThingColour.words(world.entities[body.index], colour.replaced)
        return
      }
    case .lampOff, .lampOn:
      let isOn = change == .lampOff
      let lamps = view.bodies.filter { body in
        body.room != nil && body.room == view.room && world.entities[body.index].isLamp
          && world.lights.contains { $0.entity == body.id } == isOn
      }
      guard let body = shuffled(lamps, &stream).first else { return }
      note.changed = ["light"]
      note.entities = [body.id]
      note.name = world.entities[body.index].name
      (note.before, note.after) = isOn ? ("on", "off") : ("off", "on")
      if isOn { world.darken(body.index) } else { world.shine(body.index) }
    }
  }

  /// Another hour of the same day, by daylight, at least two from the world's own.
  private func shiftSun(_ world: inout World, _ stream: RandomStream, _ note: inout VariantNote) {
    guard var moment = world.daylight else { return }
    var stream = stream
    let hour = moment.time.hour
    for _ in 0..<64 {
      moment.time.hour = stream.uniform(5, 20)
      guard (moment.time.hour - hour).magnitude >= 2, moment.position.elevation > 0.1 else { continue }
      note.changed = ["light"]
      (note.before, note.after) = ("hour \(rounded(hour))", "hour \(rounded(moment.time.hour))")
      world.sun = moment.sun
      world.sky = moment.sky
      world.daylight = moment
      return
    }
  }

  private func shuffled<T>(_ items: [T], _ stream: inout RandomStream) -> [T] {
    var (rest, out) = (items, [T]())
    while !rest.isEmpty { out.append(rest.remove(at: stream.integer(in: 0..<rest.count))) }
    return out
  }

  private func place(_ entity: Entity) -> String {
    let pose = entity.track.pose(at: 0)
    let p = pose.translation
    return "\(rounded(p.x)) \(rounded(p.y)) \(rounded(p.z)) m, yaw \(rounded(pose.rotation.yaw)) rad"
  }

  private func rounded(_ x: Double) -> Double { (x * 1000).rounded() / 1000 }
}
