import DrivingWorld
import Foundation
import Geometry
import LocatedYAML
import RandomStreams
import RoadNetwork
import VectorMath
import WorldModel

/// Towns for tests, from recipe text.
enum Town {
  static func make(_ recipe: String, seed: UInt64 = 1, duration: Double = 4) throws -> World {
    let generator = try generator(recipe)
    return try world(generator, seed: seed, duration: duration)
  }

  static func generator(_ recipe: String) throws -> any WorldGenerator {
    let text = recipe.isEmpty ? "{}" : recipe
    let description = try YAMLDocument(text: text, file: "town.yaml").decode(TownDescription.self).value
    return try description.prepare { _ in }
  }

  static func world(_ generator: any WorldGenerator, seed: UInt64, duration: Double = 4) throws -> World {
    var draws = Draws(stream: RandomStream(seed: seed), index: 0)
    return try generator.world(&draws, duration: duration)
  }

  /// What an attribute that lists values by time says at one.
  static func says(_ entity: Entity, _ attribute: String, at t: Double) -> String {
    let list = entity.attributes.first { $0.name == attribute }?.value ?? ""
    let now = list.split(separator: ";").last { entry in
      (entry.split(separator: " ").first.flatMap { Double($0) } ?? .infinity) <= t
    }
    return now.map(String.init) ?? ""
  }

  static let vehicles = ["car", "van", "truck", "trailer", "bus", "bicycle", "motorcycle"]

  /// Recipes whose worlds the rules of traffic are tested on.
  static let roads = ["town-street", "straight-street", "crossroads", "motorway"]
}

/// A box on the ground at one time, for tests: by the pose itself, not by the generator's own footprints.
struct GroundBox {
  var pose: RigidTransform<WorldSpace, ObjectSpace>
  var low: Vector2
  var high: Vector2

  init(_ pose: RigidTransform<WorldSpace, ObjectSpace>, low: Vector2, high: Vector2) {
    self.pose = pose
    self.low = low
    self.high = high
  }

  init(_ entity: Entity, _ bounds: Box3, at t: Double) {
    pose = entity.track.pose(at: t)
    low = Vector2(bounds.min.x, bounds.min.y) * entity.scale
    high = Vector2(bounds.max.x, bounds.max.y) * entity.scale
  }

  var radius: Double { length(Vector2(max(-low.x, high.x), max(-low.y, high.y))) }

  /// Points of a fine grid over it, world frame.
  func points(step: Double = 0.2) -> [Vector3] {
    var out: [Vector3] = []
    let n = max(1, Int(((high.x - low.x) / step).rounded(.up)))
    let m = max(1, Int(((high.y - low.y) / step).rounded(.up)))
    for i in 0...n {
      for j in 0...m {
        let x = low.x + (high.x - low.x) * Double(i) / Double(n)
        let y = low.y + (high.y - low.y) * Double(j) / Double(m)
        out.append(pose * Vector3(x, y, 0))
      }
    }
    return out
  }

  func contains(_ p: Vector3) -> Bool {
    let q = pose.inverse * p
    return q.x > low.x && q.x < high.x && q.y > low.y && q.y < high.y && q.z.magnitude < 2
  }

  func meets(_ other: GroundBox) -> Bool {
    guard length(pose.translation - other.pose.translation) < radius + other.radius else { return false }
    return points().contains { other.contains($0) } || other.points().contains { contains($0) }
  }
}
