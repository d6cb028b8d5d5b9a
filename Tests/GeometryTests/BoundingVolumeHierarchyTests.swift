import Geometry
import Testing
import VectorMath

/// The tree against testing every triangle: equal bit for bit.
@Suite struct BoundingVolumeHierarchyTests {
  /// Triangles of every unpleasant kind, around `center` and of about `size`.
  static func soup(_ setting: Case) -> Soup {
    var chance = SoupChance(state: setting.seed)
    let (size, center) = (setting.size, setting.center)
    var soup = Soup()
    for i in 0..<setting.count {
      var a = chance.point(size)
      var b = a + chance.point(size / 10)
      var c = a + chance.point(size / 10)
      switch i % 12 {
      case 0: b = a  // a segment
      case 1: c = (a + b) / 2  // three points on a line
      case 2: (b, c) = (a + chance.point(size * 1e-9), a + chance.point(size * 1e-9))
      case 3: (a, b, c) = (chance.point(size * 3), chance.point(size * 3), chance.point(size * 3))
      case 4: (a.x, b.x, c.x) = (0, 0, 0)
      case 5: (b.y, c.y) = (a.y, a.y)
      case 6: (b.z, c.z) = (a.z, a.z)
      case 7: (a.z, b.z, c.z) = (1e-300, 1e-300, 1e-300)
      case 8: c = b + (b - a) * 1e-13 + chance.point(size * 1e-14)  // a sliver
      default: break
      }
      var trait: BoundingVolumeHierarchy.Traits = []
      if chance.index(2) == 0 { trait.insert(.isOneSided) }
      if chance.index(4) == 0 { trait.insert(.isMirrored) }
      if chance.index(4) == 0 { trait.insert(.isPerforated) }
      soup.add(a + center, b + center, c + center, trait)
      if i % 15 == 0 { soup.add(a + center, b + center, c + center, trait) }
    }
    return soup
  }

  /// Rays through the soup: random, along axes, aimed at corners, from corners, within planes, from afar.
  static func ray(
    _ soup: Soup, _ chance: inout SoupChance, _ setting: Case
  ) -> (origin: Vector3, direction: Vector3) {
    let t = soup.triangles[chance.index(soup.triangles.count)]
    let corner = soup.positions[Int(t.x)]
    let other = soup.positions[Int(t.y)]
    let scale = [1, 1e-3, 1e6, 0.7][chance.index(4)]
    var origin = setting.center + chance.point(setting.size * 2)
    switch chance.index(8) {
    case 0: return (origin, chance.point(scale))
    case 1:
      // Straight at a corner along an axis, within planes of boxes and triangles.
      let axis = chance.index(3)
      let sign: Double = chance.index(2) == 0 ? 1 : -1
      var direction = Vector3.zero
      direction[axis] = sign * scale
      origin = corner
      origin[axis] -= sign * setting.size
      return (origin, direction)
    case 2: return (origin, (corner - origin) * scale)
    case 3: return (corner, (other - corner) * scale)
    case 4: return (corner, chance.point(scale))
    case 5: return (corner + (corner - other), (other - corner) * scale)
    case 6:
      let far = setting.center + chance.point(setting.size * 1e4)
      return (far, ((corner + other) / 2 - far) * scale)
    default:
      var direction = corner - origin
      direction[chance.index(3)] *= 1e-200
      return (origin, direction * scale)
    }
  }

  struct Case: Sendable {
    var seed: UInt64
    var count: Int
    var size: Double
    var center = Vector3.zero
  }

  @Test(arguments: [
    Case(seed: 1, count: 1, size: 1), Case(seed: 2, count: 4, size: 1), Case(seed: 3, count: 5, size: 1),
    Case(seed: 4, count: 40, size: 10), Case(seed: 5, count: 300, size: 100),
    Case(seed: 6, count: 300, size: 1, center: Vector3(1e6, -2e6, 5e5)), Case(seed: 7, count: 300, size: 1e6),
    Case(seed: 8, count: 200, size: 1e-9), Case(seed: 9, count: 200, size: 1e-25),
    Case(seed: 10, count: 200, size: 1e25), Case(seed: 11, count: 1500, size: 3),
  ])
  func equalsTestingEveryTriangle(_ setting: Case) {
    let soup = Self.soup(setting)
    let tree = soup.hierarchy
    var chance = SoupChance(state: setting.seed &* 977)
    var hits = 0
    let isSolid = { (hit: BoundingVolumeHierarchy.Hit) in (hit.triangle &* 31 + Int(hit.b1 * 8)) % 3 != 0 }
    for i in 0..<2000 {
      let (origin, direction) = Self.ray(soup, &chance, setting)
      guard let ray = PreparedRay(origin: origin, direction: direction) else { continue }
      let faces: BoundingVolumeHierarchy.Faces = i % 2 == 0 ? .visible : .both
      let reach = setting.size / length(direction)
      let (from, to): (Double, Double) =
        switch i % 5 {
        case 0: (0, .infinity)
        case 1: (-.infinity, .infinity)
        case 2: (reach, 2 * reach)
        case 3: (-2 * reach, reach)
        default: (0, 1)
        }
      let expected = soup.nearest(ray, from: from, to: to, faces: faces, isSolid: isSolid)
      let found = tree.nearest(ray, from: from, to: to, faces: faces, isSolid: isSolid)
      #expect(found == expected, "ray \(i) from \(origin) along \(direction) within \(from)...\(to)")
      let isBlocked = tree.isBlocked(ray, from: from, to: to, faces: faces, isSolid: isSolid)
      #expect(isBlocked == (expected != nil))
      // What blocks is a triangle that the ray meets on its own.
      if let blocker = tree.blocker(ray, from: from, to: to, faces: faces, isSolid: isSolid) {
        let alone = soup.only(blocker).nearest(ray, from: from, to: to, faces: faces) {
          isSolid(.init(triangle: blocker, t: $0.t, b1: $0.b1, b2: $0.b2, isFront: $0.isFront))
        }
        #expect(alone != nil, "blocker \(blocker) of ray \(i)")
      }
      if expected != nil { hits += 1 }
    }
    #expect(setting.count < 5 || hits > 200)
  }

  @Test func nothingIsMetInAnEmptyTree() {
    let tree = BoundingVolumeHierarchy(positions: [], triangles: [])
    #expect(tree.isEmpty && tree.bounds.isEmpty)
    let ray = PreparedRay(origin: .zero, direction: Vector3(1, 0, 0))
    #expect(ray.flatMap { tree.nearest($0) } == nil)
  }

  @Test func uselessTrianglesAreLeftOut() {
    var soup = Soup()
    soup.add(Vector3(.nan, 0, 0), Vector3(1, 0, 0), Vector3(0, 1, 0))
    soup.add(Vector3(.infinity, 0, 0), Vector3(1, 0, 0), Vector3(0, 1, 0))
    soup.add(Vector3(1e31, 0, 0), Vector3(1, 0, 0), Vector3(0, 1, 0))
    soup.triangles.append(SIMD3(0, 1, 4_000_000))
    soup.traits.append([])
    #expect(soup.hierarchy.isEmpty)
    soup.add(Vector3(0, 0, 5), Vector3(1, 0, 5), Vector3(0, 1, 5))
    let ray = PreparedRay(origin: Vector3(0.25, 0.25, 0), direction: Vector3(0, 0, 1))
    let hit = ray.flatMap { soup.hierarchy.nearest($0) }
    #expect(hit?.triangle == 4 && hit?.t == 5 && hit?.b1 == 0.25 && hit?.b2 == 0.25)
  }

  @Test func lowestIndexWinsATie() {
    var soup = Soup()
    for _ in 0..<100 { soup.add(Vector3(-1, -1, 2), Vector3(1, -1, 2), Vector3(0, 1, 2)) }
    let ray = PreparedRay(origin: .zero, direction: Vector3(0, 0, 1))
    #expect(ray.flatMap { soup.hierarchy.nearest($0)?.triangle } == 0)
    // The lower index is passed over when it is a hole there.
    soup.traits[0] = .isPerforated
    #expect(ray.flatMap { soup.hierarchy.nearest($0, isSolid: { _ in false })?.triangle } == 1)
  }

  /// Concentric triangles: no cut helps, and the tree must still end.
  @Test(arguments: [9, 100, 50_000])
  func coincidingCentersEnd(count: Int) {
    var soup = Soup()
    for i in 0..<count {
      let r = Double(i + 1)
      soup.add(Vector3(-r, -r, 0), Vector3(r, -r, 0), Vector3(0, r, 0))
    }
    let ray = PreparedRay(origin: Vector3(0, -2.5, 4), direction: Vector3(0, 0, -1))
    #expect(ray.flatMap { soup.hierarchy.nearest($0)?.triangle } == 2)
  }

  /// Sizes that shrink by powers, in trees of few levels: where the heuristic has no room left, halves by count take
  /// over, and answers stay right.
  @Test(arguments: [(depth: 18, levels: 5...18), (depth: 6, levels: 5...6), (depth: 1, levels: 5...5)])
  func unevenScalesKeepToTheDepth(depth: Int, levels: ClosedRange<Int>) {
    var soup = Soup()
    var s = 1e20
    // More than 8 × 8⁴ triangles, hence at least five levels.
    while soup.triangles.count < 35_000 {
      for k in 0..<8 {
        let y = s * Double(k)
        soup.add(Vector3(s, y, 0), Vector3(s * 1.5, y, 0), Vector3(s, y + s, s))
      }
      s *= 0.98
    }
    let tree = BoundingVolumeHierarchy(positions: soup.positions, triangles: soup.triangles, depth: depth)
    #expect(levels.contains(tree.depth), "\(tree.depth) levels")
    var chance = SoupChance(state: 5)
    for _ in 0..<50 {
      let t = soup.triangles[chance.index(soup.triangles.count)]
      let target = (soup.positions[Int(t.x)] + soup.positions[Int(t.y)] + soup.positions[Int(t.z)]) / 3
      let ray = PreparedRay(
        origin: target + Vector3(0, 0, target.x.magnitude), direction: Vector3(1e-3, 2e-3, -1))
      let expected = ray.flatMap { soup.nearest($0) }
      #expect(expected != nil)
      #expect(ray.flatMap { tree.nearest($0) } == expected)
    }
  }

  @Test func buildingTwiceGivesTheSameAnswers() {
    let soup = Self.soup(Case(seed: 77, count: 2000, size: 5))
    let (one, two) = (soup.hierarchy, soup.hierarchy)
    var chance = SoupChance(state: 3)
    for _ in 0..<500 {
      let ray = PreparedRay(origin: chance.point(10), direction: chance.point(1))
      #expect(ray.flatMap { one.nearest($0) } == ray.flatMap { two.nearest($0) })
    }
  }
}
