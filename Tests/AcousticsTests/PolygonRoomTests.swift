import Acoustics
import Foundation
import Geometry
import Testing
import VectorMath

/// Early ways in rooms over polygons against images that are worked out on the plan, by other means than rays.
@Suite struct PolygonRoomTests {
  private static let height = 2.8

  private static let rooms: [(name: String, plan: [Vector2], places: [Vector3])] = [
    (
      "L", [Vector2(0, 0), Vector2(6, 0), Vector2(6, 3), Vector2(3, 3), Vector2(3, 6), Vector2(0, 6)],
      [Vector3(5.1, 1.3, 1.2), Vector3(1.15, 4.8, 1.6), Vector3(1.9, 1.1, 0.9)]
    ),
    (
      "hexagon",
      (0..<6).map { Vector2(3 * cos(Double($0) * .pi / 3), 3 * sin(Double($0) * .pi / 3)) },
      [Vector3(1.1, 0.7, 1.2), Vector3(-1.4, 0.2, 1.6), Vector3(0.3, -1.9, 0.7)]
    ),
  ]

  private func scene(_ plan: [Vector2]) throws -> AcousticScene {
    let h = Self.height
    var builder = SceneBuilder([try AcousticMaterial(name: "wall", absorption: [0.19], scattering: [0])])
    for i in plan.indices {
      let (a, b) = (plan[i], plan[(i + 1) % plan.count])
      builder.face([Vector3(a.x, a.y, 0), Vector3(b.x, b.y, 0), Vector3(b.x, b.y, h), Vector3(a.x, a.y, h)])
    }
    // Floor and ceiling in convex parts.
    let parts =
      plan.count == 6 && plan[3] == Vector2(3, 3)
      ? [[plan[0], plan[1], plan[2], Vector2(0, 3)], [Vector2(0, 3), plan[3], plan[4], plan[5]]] : [plan]
    for part in parts {
      builder.face(part.map { Vector3($0.x, $0.y, 0) })
      builder.face(part.map { Vector3($0.x, $0.y, h) })
    }
    return try builder.scene()
  }

  /// A surface on the plan: a wall by its ends, or level ground by its height.
  private enum Surface: Equatable {
    case wall(Vector2, Vector2)
    case level(Double)
  }

  private func mirrored(_ p: Vector3, _ s: Surface) -> Vector3 {
    switch s {
    case .level(let z): return Vector3(p.x, p.y, 2 * z - p.z)
    case .wall(let a, let b):
      let d = (b - a) / length(b - a)
      let r = Vector2(p.x, p.y) - a
      let q = a + d * (2 * dot(r, d)) - r
      return Vector3(q.x, q.y, p.z)
    }
  }

  /// Where a way crosses a surface, as a share of it; nil where it passes it by.
  private func crossing(_ from: Vector3, _ to: Vector3, _ s: Surface) -> Double? {
    switch s {
    case .level(let z):
      guard (from.z - z) * (to.z - z) < 0 else { return nil }
      return (z - from.z) / (to.z - from.z)
    case .wall(let a, let b):
      let (p, r, w) = (Vector2(from.x, from.y), Vector2(to.x - from.x, to.y - from.y), b - a)
      let area = cross(r, w)
      guard abs(area) > 1e-12 else { return nil }
      let (t, u) = (cross(a - p, w) / area, cross(a - p, r) / area)
      return t > 1e-9 && t < 1 - 1e-9 && u > 0 && u < 1 ? t : nil
    }
  }

  /// Lengths and first directions of all ways by one or two mirrors, sorted.
  private func ways(_ plan: [Vector2], _ source: Vector3, _ ear: Vector3) -> [Vector3] {
    let walls = plan.indices.map { Surface.wall(plan[$0], plan[($0 + 1) % plan.count]) }
    let all = walls + [.level(0), .level(Self.height)]
    var images: [Vector3] = []
    let chains = all.map { [$0] } + all.flatMap { a in all.filter { $0 != a }.map { [a, $0] } }
    for chain in chains {
      var seen = [source]
      for surface in chain { seen.append(mirrored(seen[seen.count - 1], surface)) }
      var (at, isOpen) = (ear, true)
      var last: Surface?
      for (k, surface) in chain.enumerated().reversed() {
        guard let share = crossing(at, seen[k + 1], surface) else {
          isOpen = false
          break
        }
        let next = at + (seen[k + 1] - at) * share
        isOpen = isOpen && isFree(at, next, walls.filter { $0 != surface && $0 != last })
        (at, last) = (next, surface)
      }
      if isOpen && isFree(at, source, walls.filter { $0 != last }) { images.append(seen[chain.count]) }
    }
    return images
  }

  private func isFree(_ a: Vector3, _ b: Vector3, _ walls: [Surface]) -> Bool {
    walls.allSatisfy { crossing(a, b, $0) == nil }
  }

  @Test(arguments: [0, 1], [(0, 1), (1, 2), (2, 0)]) func waysAreTheImagesOfThePlan(
    room: Int, pair: (Int, Int)
  ) throws {
    let (name, plan, places) = Self.rooms[room]
    let (source, ear) = (places[pair.0], places[pair.1])
    let scene = try scene(plan)
    let found = scene.mirrored(from: source, to: ear, planes: scene.mirrors(around: ear), order: 2)
    let expected = ways(plan, source, ear)
    #expect(expected.count > 10, "\(name): \(expected.count)")
    #expect(found.count == expected.count, "\(name): \(found.count) for \(expected.count)")
    for image in expected {
      let near = try #require(found.min { length($0.image - image) < length($1.image - image) })
      #expect(length(near.image - image) < 1e-6, "\(name): no way from \(image)")
      // 0.9 of pressure is left by each.
      #expect(abs(near.gains[3] - pow(0.9, Double(near.planes.count))) < 1e-9)
    }
  }
}
