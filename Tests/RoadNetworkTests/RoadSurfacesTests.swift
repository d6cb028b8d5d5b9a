import Foundation
import Geometry
import RoadNetwork
import Testing
import VectorMath

struct RoadSurfacesTests {
  static let sources = BuiltInRoads.allCases.map(\.rawValue) + RealFiles.names

  static func map(_ name: String) throws -> RoadMap {
    if let own = BuiltInRoads(rawValue: name) { return try own.map() }
    return try RealFiles.map(name)
  }

  static func area(_ mesh: SurfaceMesh) -> Double {
    mesh.triangles.reduce(0) { sum, t in
      let (a, b, c) = (mesh.positions[Int(t.x)], mesh.positions[Int(t.y)], mesh.positions[Int(t.z)])
      return sum + length(cross(b - a, c - a)) / 2
    }
  }

  static func planArea(_ set: RoadSurfaceSet, _ kinds: [SurfaceKind]) -> Double {
    set.meshes.filter { kinds.contains($0.kind) }.reduce(0) { sum, mesh in
      sum
        + mesh.triangles.reduce(0) { sum, t in
          let (a, b, c) = (mesh.positions[Int(t.x)], mesh.positions[Int(t.y)], mesh.positions[Int(t.z)])
          return sum + cross(b - a, c - a).z / 2
        }
    }
  }

  @Test(arguments: sources) func meshesAreSound(name: String) throws {
    let map = try Self.map(name)
    let start = map.roads[0].planSample(at: map.roads[0].length / 2).point
    let set = RoadSurfaces(map).surfaces(around: start, radius: 120)
    #expect(!set.meshes.isEmpty)
    for mesh in set.meshes {
      #expect(mesh.positions.count == mesh.normals.count && mesh.positions.count == mesh.uvs.count)
      #expect(mesh.positions.allSatisfy { $0.x.isFinite && $0.y.isFinite && $0.z.isFinite })
      #expect(mesh.normals.allSatisfy { (length($0) - 1).magnitude < 1e-9 })
      for t in mesh.triangles {
        let count = UInt32(mesh.positions.count)
        guard t.x < count, t.y < count, t.z < count else {
          Issue.record("index out of range")
          return
        }
        let (a, b, c) = (mesh.positions[Int(t.x)], mesh.positions[Int(t.y)], mesh.positions[Int(t.z)])
        let n = cross(b - a, c - a)
        #expect(length(n) > 1e-9)
        // Everything faces up, but kerbs and undersides, which face the way their normals say.
        if mesh.kind == .kerb || mesh.kind == .bridge {
          let facing = dot(n, mesh.normals[Int(t.x)])
          #expect(facing > 0, "\(name): \(mesh.className) faces the wrong way")
        } else {
          #expect(n.z > 0, "\(name): \(mesh.className) faces down")
        }
      }
    }
  }

  @Test(arguments: ["town-street", "CARLA_Town01.xodr", "velodrome.xodr"]) func sameInputSameBits(
    name: String
  ) throws {
    guard Self.sources.contains(name) else { return }
    let map = try Self.map(name)
    let start = map.roads[0].planSample(at: 0).point
    let a = RoadSurfaces(map).surfaces(around: start, radius: 100)
    let b = RoadSurfaces(try Self.map(name)).surfaces(around: start, radius: 100)
    #expect(a == b)
  }

  /// Without overlaps a kind's area is the integral of its lanes' widths over their own arc length.
  @Test(arguments: ["straight-street", "town-street", "motorway", "alks_road_different_curvatures.xodr"])
  func areasAreTheIntegralsOfWidths(name: String) throws {
    guard Self.sources.contains(name) else { return }
    let map = try Self.map(name)
    var options = RoadSurfaces.Options()
    options.terrainMargin = 0
    options.paintsMarks = false
    let set = RoadSurfaces(map, options: options).surfaces()
    let paved: Set<LaneType> = [.driving, .parking, .shoulder, .stop]
    var expected = 0.0
    for (r, road) in map.roads.enumerated() {
      for (k, section) in road.sections.enumerated() {
        let n = Int(section.length) * 4
        let h = section.length / Double(n)
        for lane in section.lanes where paved.contains(lane.type) {
          for i in 0..<n {
            let s = section.start + (Double(i) + 0.5) * h
            let reference = LaneReference(road: r, section: k, lane: lane.id)
            let width = map.laneWidth(reference, at: s) ?? 0
            let centre = map.laneCentre(reference, at: s) ?? 0
            expected += width * h * (1 - road.planSample(at: s).curvature * centre)
          }
        }
      }
    }
    let actual = Self.planArea(set, [.road, .parking])
    #expect((actual - expected).magnitude < 2e-3 * expected, "\(actual) against \(expected) m²")
  }

  /// Straight up from any plan point of a junction there is one lane surface, and no more.
  @Test(arguments: ["crossroads", "fabriksgatan.xodr", "X-Intersection_NCAP.xodr", "CARLA_Town01.xodr"])
  func noTwoSurfacesOverlapInJunctions(name: String) throws {
    guard Self.sources.contains(name) else { return }
    let map = try Self.map(name)
    let inner = try #require(map.roads.first { $0.junction != nil })
    let centre = inner.planSample(at: inner.length / 2).point
    var options = RoadSurfaces.Options()
    options.terrainMargin = 0
    let set = RoadSurfaces(map, options: options).surfaces(around: centre, radius: 40)
    let probe = HeightProbe(set, kinds: [.road, .parking, .sidewalk, .kerb, .terrain])
    let locator = RoadLocator(map)
    var (covered, doubled, holes) = (0, 0, 0)
    for i in 0..<2500 {
      // Golden-ratio points: even, without a pattern that meshes might share.
      let u = (Double(i) * 0.618_033_988_749_894_9).truncatingRemainder(dividingBy: 1)
      let p = centre + 30 * Vector2(2 * u - 1, 2 * Double(i) / 2500 - 1)
      let heights = probe.heights(at: p - Vector2(set.origin.x, set.origin.y)).sorted()
      guard locator.locate(p) != nil else { continue }
      covered += 1
      if heights.isEmpty { holes += 1 }
      // The bed lies 2 cm under the lanes, pavements 12 cm and more above; nearer pairs would flicker.
      if zip(heights, heights.dropFirst()).contains(where: { $1 - $0 < 0.012 }) { doubled += 1 }
    }
    #expect(covered > 300)
    #expect(doubled <= covered / 200, "\(doubled) of \(covered) doubled")
    #expect(holes <= covered / 200, "\(holes) of \(covered) holes")
  }

  /// The ground never rises above a lane, and is there beside it.
  @Test(arguments: sources) func groundStaysBelowRoads(name: String) throws {
    let map = try Self.map(name)
    let start = map.roads[0].planSample(at: map.roads[0].length / 2).point
    let set = RoadSurfaces(map).surfaces(around: start, radius: 80)
    // Terrain triangles of lanes and verges count as road's own; the ground proper has plan coordinates as uvs.
    let ground = HeightProbe(set, kinds: [.terrain]) { mesh, t in
      let p = mesh.positions[Int(t.x)]
      return mesh.uvs[Int(t.x)] == Vector2(p.x, p.y)
    }
    var worst = Double.infinity
    var missing = 0
    var count = 0
    for (r, road) in map.roads.enumerated() {
      for (k, section) in road.sections.enumerated() {
        let n = max(2, Int(section.length / 3))
        for i in 0...n {
          let s = section.start + section.length * Double(i) / Double(n)
          let borders = road.laneBorders(at: s, section: k)
          guard let left = borders.first, let right = borders.last else { continue }
          for w in [0.0, 0.3, 0.5, 0.8, 1] {
            let p = try #require(map.pose(road: r, s: s, t: left * (1 - w) + right * w)).position
            guard length(Vector2(p.x, p.y) - start) < 75 else { continue }
            count += 1
            let heights = ground.heights(at: Vector2(p.x - set.origin.x, p.y - set.origin.y))
            guard let top = heights.max() else {
              missing += 1
              continue
            }
            worst = min(worst, p.z - top)
          }
        }
      }
    }
    #expect(count > 10 && missing == 0)
    #expect(worst > 0.05, "\(name): the ground comes within \(worst) m")
  }

  /// The ground has no gaps: every edge but those of its rim (whole blocks of 16 squares) belongs to two triangles.
  @Test(arguments: ["town-street", "malidrive_Highway.xodr", "curves_elevation.xodr"])
  func groundIsOnePiece(name: String) throws {
    guard Self.sources.contains(name) else { return }
    let map = try Self.map(name)
    let start = map.roads[0].planSample(at: map.roads[0].length / 2).point
    let set = RoadSurfaces(map).surfaces(around: start, radius: 100)
    var open: [SIMD4<Double>: Int] = [:]
    for mesh in set.meshes where mesh.kind == .terrain {
      for t in mesh.triangles
      where mesh.uvs[Int(t.x)] == Vector2(mesh.positions[Int(t.x)].x, mesh.positions[Int(t.x)].y) {
        let p = [t.x, t.y, t.z].map { mesh.positions[Int($0)] }
        for i in 0..<3 {
          let (a, b) = (p[i], p[(i + 1) % 3])
          // Neighbours run along an edge the other way.
          if let n = open[SIMD4(b.x, b.y, a.x, a.y)], n > 0 {
            open[SIMD4(b.x, b.y, a.x, a.y)] = n - 1
          } else {
            open[SIMD4(a.x, a.y, b.x, b.y), default: 0] += 1
          }
        }
      }
    }
    let rim = open.filter { $0.value > 0 }.keys
    #expect(rim.count > 20)
    #expect(rim.allSatisfy { length(Vector2($0.x - $0.z, $0.y - $0.w)) > 31 })
  }

  /// Paint lies on the lanes' triangles: above them, by its own thickness and no more.
  @Test(arguments: ["town-street", "motorway", "curves_elevation.xodr", "SShapeSuperelevatedRoad.xodr"])
  func paintLiesOnTheRoad(name: String) throws {
    guard Self.sources.contains(name) else { return }
    let map = try Self.map(name)
    let start = map.roads[0].planSample(at: map.roads[0].length / 2).point
    let set = RoadSurfaces(map).surfaces(around: start, radius: 100)
    let lanes = HeightProbe(set, kinds: [.road, .parking, .sidewalk, .terrain]) { mesh, t in
      mesh.uvs[Int(t.x)] != Vector2(mesh.positions[Int(t.x)].x, mesh.positions[Int(t.x)].y)
    }
    var count = 0
    for mesh in set.meshes where mesh.className == "road_mark" {
      for t in mesh.triangles {
        let m = (mesh.positions[Int(t.x)] + mesh.positions[Int(t.y)] + mesh.positions[Int(t.z)]) / 3
        guard let below = lanes.heights(at: Vector2(m.x, m.y)).max() else { continue }
        count += 1
        #expect(m.z - below > 0.0005 && m.z - below < 0.0075, "\(name): \(m.z - below) m")
      }
    }
    #expect(count > 20)
  }

  @Test func dashesHaveTheirLengths() throws {
    // 400 m of 3 m dashes and 6 m gaps, 0.12 m wide: 44 whole dashes and one of 3 m from 396 m on.
    let set = RoadSurfaces(try BuiltInRoads.straightStreet.map()).surfaces()
    let paint = set.meshes.filter { $0.className == "road_mark" }.reduce(0) { $0 + Self.area($1) }
    #expect((paint - 45 * 3 * 0.12).magnitude < 1e-6)
  }

  @Test func pavementIsRaisedAndItsKerbFacesTheRoad() throws {
    let set = RoadSurfaces(try BuiltInRoads.straightStreet.map()).surfaces()
    let tops = set.meshes.filter { $0.kind == .sidewalk }.flatMap(\.positions)
    #expect(!tops.isEmpty && tops.allSatisfy { ($0.z - 0.14).magnitude < 1e-9 })
    let faces = set.meshes.filter { $0.kind == .kerb }
    let upright = zip(faces.flatMap(\.positions), faces.flatMap(\.normals)).filter { $0.1.z.magnitude < 0.5 }
    #expect(
      upright.contains { $0.0.y > 0 && $0.1.y < -0.9 } && upright.contains { $0.0.y < 0 && $0.1.y > 0.9 })
  }

  @Test func syntheticPavementFollowsTheRoads() throws {
    guard RealFiles.names.contains("X-Intersection_NCAP.xodr") else { return }
    let map = try RealFiles.map("X-Intersection_NCAP.xodr")
    #expect(!map.hasPavement)
    let paved = map.addingPavement(width: 2)
    #expect(paved.hasPavement)
    let lane = try #require(paved.walkableLanes.first)
    #expect(paved.laneWidth(lane, at: 10) == 2)
    // A second time nothing is added.
    #expect(paved.addingPavement().allLanes.count == paved.allLanes.count)
  }

  @Test func stopLinesStandBeforeEveryEntry() throws {
    let map = try BuiltInRoads.crossroads.map()
    #expect(StopLines(map).lines.count == 4)
    var options = RoadSurfaces.Options()
    let without = RoadSurfaces(map, options: options).surfaces()
    options.paintsStopLines = true
    let with = RoadSurfaces(map, options: options).surfaces()
    let added = Self.planArea(with, [.mark(.white)]) - Self.planArea(without, [.mark(.white)])
    #expect((added - 4 * 0.4 * (3.25 - 0.5)).magnitude < 1e-6)
    // A metre before the crosswalk, which begins 4 m before the end of the arm.
    #expect(StopLines(map).lines.allSatisfy { $0.s == 115 })
    #expect(StopLines(try BuiltInRoads.motorway.map()).lines.isEmpty)
  }

  @Test func crosswalksAreStriped() throws {
    let map = try BuiltInRoads.crossroads.map()
    var options = RoadSurfaces.Options()
    options.paintsMarks = false
    let set = RoadSurfaces(map, options: options).surfaces()
    // 6.1 m wide: six stripes of half a metre by three metres on each of four arms.
    #expect((Self.planArea(set, [.mark(.white)]) - 4 * 6 * 0.5 * 3).magnitude < 1e-6)
    let heights = set.meshes.filter { $0.className == "road_mark" }.flatMap(\.positions).map(\.z)
    #expect(heights.allSatisfy { ($0 - 0.004).magnitude < 1e-9 })
    // The centre line leaves them free: of 14 dashes the last keeps half a metre.
    options.paintsMarks = true
    let marked = RoadSurfaces(map, options: options).surfaces()
    let added = Self.planArea(marked, [.mark(.white)]) - Self.planArea(set, [.mark(.white)])
    #expect((added - 4 * (13 * 3 + 0.5) * 0.12).magnitude < 1e-6)
  }

  /// Where ways cross there are no lines; where they only part and join, lines stay but never cross a lane.
  @Test func paintStaysOnlyWhereNoWaysCross() throws {
    let cross = RoadSurfaces(try BuiltInRoads.crossroads.map()).surfaces()
    for mesh in cross.meshes where mesh.className == "road_mark" {
      #expect(mesh.positions.allSatisfy { max($0.x.magnitude, $0.y.magnitude) > 10 })
    }
    guard RealFiles.names.contains("malidrive_Highway.xodr") else { return }
    let map = try RealFiles.map("malidrive_Highway.xodr")
    let set = RoadSurfaces(map).surfaces(around: [-60, 130], radius: 60)
    let locator = RoadLocator(map)
    var (inside, misplaced) = (0, 0)
    for mesh in set.meshes where mesh.className == "road_mark" {
      for t in mesh.triangles {
        let m =
          (mesh.positions[Int(t.x)] + mesh.positions[Int(t.y)] + mesh.positions[Int(t.z)]) / 3 + set.origin
        let all = locator.locateAll([m.x, m.y]).filter { ($0.elevation - m.z).magnitude < 1 }
        guard all.contains(where: { map.roads[$0.road].junction != nil }) else { continue }
        inside += 1
        let isWithin = all.contains { place in
          guard let span = map.laneSpan(place.lane, at: place.s), map.lane(place.lane)?.type == .driving
          else {
            return false
          }
          return min((place.t - span.inner).magnitude, (place.t - span.outer).magnitude) > 0.6
        }
        if isWithin { misplaced += 1 }
      }
    }
    #expect(inside > 50 && misplaced <= inside / 20, "\(misplaced) of \(inside)")
  }

  @Test func bridgesHaveUndersides() throws {
    guard RealFiles.names.contains("malidrive_Highway.xodr") else { return }
    let map = try RealFiles.map("malidrive_Highway.xodr")
    let set = RoadSurfaces(map).surfaces(around: [-130, 10], radius: 60)
    let decks = set.meshes.filter { $0.kind == .bridge }
    let down = decks.flatMap { zip($0.positions, $0.normals) }.filter { $0.1.z < -0.9 }
    // The deck is 10 m up at most, its underside 0.9 m lower; feet of supports lie in the ground.
    #expect(down.filter { $0.0.z > 2.5 }.count > 10 && down.allSatisfy { $0.0.z < 9.2 })
    #expect(
      RoadSurfaces(try BuiltInRoads.townStreet.map()).surfaces().meshes.allSatisfy { $0.kind != .bridge })
  }

  @Test func meshesConvertToSinglePrecision() throws {
    let set = RoadSurfaces(try BuiltInRoads.townStreet.map()).surfaces()
    let part = try #require(set.meshes.first { $0.kind == .road })
    let mesh = part.mesh
    #expect(mesh.triangles == part.triangles)
    #expect(zip(mesh.positions, part.positions).allSatisfy { length(Vector3($0) - $1) < 1e-4 })
  }

  @Test func hugeCoordinatesKeepTheirDigits() throws {
    let text = RoadEvaluationTests.banked.replacingOccurrences(
      of: "x=\"5\" y=\"6\"", with: "x=\"692005\" y=\"5336006\"")
    let near = RoadSurfaces(try OpenDRIVEParser.parse(text: RoadEvaluationTests.banked)).surfaces()
    let far = RoadSurfaces(try OpenDRIVEParser.parse(text: text)).surfaces()
    let reach = far.meshes.flatMap(\.positions).map { max($0.x.magnitude, $0.y.magnitude) }.max() ?? .infinity
    #expect(reach < 500)
    #expect((near.triangleCount - far.triangleCount).magnitude < near.triangleCount / 20)
  }
}

/// Heights of all triangles over a plan point, by brute force over a grid.
struct HeightProbe {
  private var cells: [SIMD2<Int>: [(Vector3, Vector3, Vector3)]] = [:]

  init(
    _ set: RoadSurfaceSet, kinds: [SurfaceKind],
    where keep: (SurfaceMesh, SIMD3<UInt32>) -> Bool = { _, _ in true }
  ) {
    for mesh in set.meshes where kinds.contains(mesh.kind) {
      for t in mesh.triangles where keep(mesh, t) {
        let (a, b, c) = (mesh.positions[Int(t.x)], mesh.positions[Int(t.y)], mesh.positions[Int(t.z)])
        guard cross(b - a, c - a).z > 1e-9 else { continue }
        let low = Vector2(min(a.x, b.x, c.x), min(a.y, b.y, c.y))
        let high = Vector2(max(a.x, b.x, c.x), max(a.y, b.y, c.y))
        for x in Int((low.x / 4).rounded(.down))...Int((high.x / 4).rounded(.down)) {
          for y in Int((low.y / 4).rounded(.down))...Int((high.y / 4).rounded(.down)) {
            cells[SIMD2(x, y), default: []].append((a, b, c))
          }
        }
      }
    }
  }

  func heights(at p: Vector2) -> [Double] {
    let cell = SIMD2(Int((p.x / 4).rounded(.down)), Int((p.y / 4).rounded(.down)))
    return (cells[cell] ?? []).compactMap { a, b, c in
      func side(_ u: Vector3, _ v: Vector3) -> Double {
        (v.x - u.x) * (p.y - u.y) - (v.y - u.y) * (p.x - u.x)
      }
      let (wa, wb, wc) = (side(b, c), side(c, a), side(a, b))
      guard wa >= -1e-9, wb >= -1e-9, wc >= -1e-9 else { return nil }
      let sum = wa + wb + wc
      return sum > 0 ? (a.z * wa + b.z * wb + c.z * wc) / sum : nil
    }
  }
}
