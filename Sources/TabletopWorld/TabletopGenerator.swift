import Assets
import Diagnostics
import Geometry
import RandomStreams
import VectorMath
import WorldModel

/// Makes tabletops.
struct TabletopGenerator: WorldGenerator {
  private let description: TabletopDescription
  private let shapes: [Asset]
  /// Box of each shape at rest.
  private let bounds: [Box3]
  private let surface: NativeClass

  init(_ description: TabletopDescription, shapes: [Asset]) throws {
    self.description = description
    self.shapes = shapes
    bounds = shapes.map(\.restBounds)
    guard let surface = Ontology.named("tabletop") else {
      throw DioramaError(.internalError, "the ontology has no class tabletop")
    }
    self.surface = surface
  }

  func world(_ draws: inout Draws, duration: Double) throws -> World {
    let spread = draws.draw(description.spread, "spread")
    let count = draws.count(description.objects, "objects", in: 0...500)
    var entities = [tableEntity(&draws, radius: spread)]
    var placed: [(center: Vector2, radius: Double)] = []
    for i in 0..<count {
      let index = UInt32(entities.count + 1)
      if let entity = draws.scope("object/\(i)", { object(&$0, index, spread, &placed) }) {
        entities.append(entity)
      }
    }
    let world = World(
      entities: entities, rig: Rig(track: Track(still: view(&draws))),
      attributes: [("generator", TabletopDescription.kind)])
    return world
  }

  private func object(
    _ draws: inout Draws, _ id: UInt32, _ spread: Double, _ placed: inout [(center: Vector2, radius: Double)]
  ) -> Entity? {
    guard let which = draws.choose(Array(shapes.indices), "shape", name: { shapes[$0].name }) else {
      return nil
    }
    let box = bounds[which]
    let scale = draws.draw(description.size, "size") / max(greatest(box.size), 1e-9)
    let radius = length(Vector2(box.size.x, box.size.y)) / 2 * scale
    let yaw = draws.draw(.uniform(min: 0, max: 2 * .pi), "yaw")
    // A free place: a few tries, each further out when the middle is full.
    var places = draws.stream("place")
    for attempt in 0..<60 {
      let r = spread * places.uniform().squareRoot() * (1 + Double(attempt) / 60)
      let (s, c) = DeterministicMath.sincos(places.uniform(0, 2 * .pi))
      let center = Vector2(c, s) * r
      let isFree = placed.allSatisfy { length($0.center - center) >= $0.radius + radius }
      guard isFree else { continue }
      placed.append((center, radius))
      let turn = Quaternion(yaw: yaw)
      let middle = turn * (Vector3(box.center.x, box.center.y, box.min.z) * scale)
      let position = Vector3(center.x, center.y, 0) - middle
      return Entity(
        id: id, name: "\(shapes[which].name)_\(id)", asset: shapes[which],
        track: Track(still: RigidTransform(rotation: turn, translation: position)), scale: scale)
    }
    return nil
  }

  private func tableEntity(_ draws: inout Draws, radius: Double) -> Entity {
    let table = TableSurface.draw(&draws, side: max(1, radius * 12), nativeClass: surface)
    return Entity(id: 1, name: "table", asset: table, track: Track(still: .identity))
  }

  /// A carrier that looks at a point near the middle.
  private func view(_ draws: inout Draws) -> RigidTransform<WorldSpace, ObjectSpace> {
    let azimuth = draws.draw(.uniform(min: 0, max: 360), "view/azimuth") * .pi / 180
    let elevation = draws.draw(description.elevation, "view/elevation") * .pi / 180
    let distance = draws.draw(description.distance, "view/distance")
    let aside = draws.draw(description.aim, "view/aim")
    let direction = draws.draw(.uniform(min: 0, max: 2 * .pi), "view/aim_direction")
    let (sa, ca) = DeterministicMath.sincos(azimuth)
    let (se, ce) = DeterministicMath.sincos(elevation)
    let (sd, cd) = DeterministicMath.sincos(direction)
    let target = Vector3(cd * aside, sd * aside, 0.08)
    let position = target + Vector3(ce * ca, ce * sa, se) * distance
    return RigidTransform(
      rotation: Quaternion(yaw: azimuth + .pi, pitch: elevation, roll: 0), translation: position)
  }
}
