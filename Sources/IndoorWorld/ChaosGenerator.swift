import Assets
import Furniture
import Geometry
import InteriorSurfaces
import RandomStreams
import RoomGeometry
import VectorMath
import WorldModel

/// Makes halls full of flying things.
struct ChaosGenerator: WorldGenerator {
  private let description: ChaosDescription

  init(_ description: ChaosDescription) { self.description = description }

  /// Seconds between the keys of a track.
  private static let step = 0.04
  /// What flies stays this far from the cameras, metres.
  private static let clearance = 0.6

  func world(_ draws: inout Draws, duration: Double) throws -> World {
    let styles = StylePack.allCases.map(\.rawValue)
    let style = StylePack(rawValue: draws.draw(.choice(styles), "style")) ?? .modern
    let side = draws.draw(description.hall, "hall")
    var chance = draws.stream("hall_shape")
    let hall = ChaosHall(
      size: Vector2(side, side * chance.uniform(0.75, 1)), height: chance.uniform(3.2, 4.5))
    var entities = draws.scope("shell") { hall.entities(style, &$0) }
    // One frame more at both ends.
    let frame = max(0.2, duration)
    let times = Array(stride(from: -frame - Self.step, through: duration + frame + Self.step, by: Self.step))
    let eyes = carrier(
      hall, speed: draws.draw(description.carrier, "carrier"), times, draws.stream("carrier"))
    let library = ThingLibrary(
      style: style, seed: UInt64(draws.draw(.uniform(min: 0, max: 0x1p48), "looks")))
    let count = draws.count(description.things, "things", in: 0...300)
    var boxes: [OrientedBox] = []
    for i in 0..<count {
      draws.scope("thing/\(i)") { draws in
        let flown = fly(
          &draws, id: UInt32(entities.count + 1), library, Palette(style, variant: i), hall, times,
          eyes: eyes.keys, boxes)
        guard let (entity, box) = flown else { return }
        entities.append(entity)
        boxes.append(box)
      }
    }
    return World(
      entities: entities, rig: Rig(track: eyes), attributes: [("generator", ChaosDescription.kind)])
  }

  /// Near one end of the hall, looking along it.
  private func carrier(
    _ hall: ChaosHall, speed: Double, _ times: [Double], _ stream: RandomStream
  ) -> Track {
    var stream = stream
    let (x, y) = (hall.size.x, hall.size.y)
    let place = Vector3(1.6, y / 2 + stream.uniform(-0.1, 0.1) * y, hall.height * stream.uniform(0.35, 0.5))
    let flight = ChaosFlight(at: place, speed: speed, spin: 0, &stream)
    let aim = ChaosFlight(
      at: Vector3(x * 0.7, y / 2, hall.height * 0.38), speed: speed, spin: 0, &stream)
    let roll = stream.uniform(-0.12, 0.12)
    let low = Vector3(0.8, 0.8, 0.8)
    let high = Vector3(x * 0.35, y - 0.8, hall.height - 0.8)
    let keys = times.map { t in
      let p = minimum(maximum(flight.position(at: t), low), high)
      let ahead = aim.position(at: t) - p
      let flat = (ahead.x * ahead.x + ahead.y * ahead.y).squareRoot()
      return Track.Key(
        time: t,
        worldFromObject: RigidTransform(
          rotation: Quaternion(
            yaw: DeterministicMath.atan2(ahead.y, ahead.x), pitch: DeterministicMath.atan2(-ahead.z, flat),
            roll: roll * DeterministicMath.cos(0.8 * t)), translation: p))
    }
    return Track(keys: keys)
  }

  /// One thing on a way that stays in the hall and away from the cameras, and that begins free of all others.
  private func fly(
    _ draws: inout Draws, id: UInt32, _ library: ThingLibrary, _ palette: Palette, _ hall: ChaosHall,
    _ times: [Double], eyes: [Track.Key], _ boxes: [OrientedBox]
  ) -> (Entity, OrientedBox)? {
    guard let name = draws.choose(FurnitureCatalog.names, "name", name: { $0 }),
      let thing = library.thing(name, palette: palette)
    else { return nil }
    let longest = max(thing.bounds.size.x, thing.bounds.size.y, thing.bounds.size.z, 1e-6)
    let scale = draws.draw(description.size, "size") / longest
    let speed = draws.draw(description.speed, "speed")
    let spin = draws.draw(description.spin, "spin") * .pi / 180
    let radius = length(thing.bounds.size) / 2 * scale
    let middle = thing.bounds.center * scale
    var places = draws.stream("place")
    let room = Vector3(hall.size.x, hall.size.y, hall.height) - Vector3(repeating: 2 * radius + 0.1)
    guard room.x > 0, room.y > 0, room.z > 0 else { return nil }
    for attempt in 0..<60 {
      let place =
        Vector3(repeating: radius + 0.05)
        + Vector3(places.uniform() * room.x, places.uniform() * room.y, places.uniform() * room.z)
      // Where all is narrow, slower ones find a way.
      let flight = ChaosFlight(
        at: place, speed: speed * (1 - Double(attempt) / 60), spin: spin, &places)
      let box = OrientedBox(
        center: place, halfSize: thing.bounds.size / 2 * scale, rotation: flight.rotation(at: 0))
      guard !boxes.contains(where: { $0.intersects(box) }) else { continue }
      let centers = times.map(flight.position(at:))
      let isFree = zip(centers, eyes).allSatisfy { center, eye in
        (0..<3).allSatisfy {
          let most = $0 == 2 ? hall.height : hall.size[$0]
          return center[$0] > radius + 0.02 && center[$0] < most - radius - 0.02
        } && length(center - eye.worldFromObject.translation) > radius + Self.clearance
      }
      guard isFree else { continue }
      let keys = zip(times, centers).map { t, center in
        let turn = flight.rotation(at: t)
        return Track.Key(
          time: t,
          worldFromObject: RigidTransform(rotation: turn, translation: center - turn * middle))
      }
      let entity = Entity(
        id: id, name: "\(name)_\(id)", asset: thing.asset, track: Track(keys: keys), scale: scale,
        attributes: [("supported_by", "nothing"), ("state", "flying")])
      return (entity, box)
    }
    return nil
  }
}
