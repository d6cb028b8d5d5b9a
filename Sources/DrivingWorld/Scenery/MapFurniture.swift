import Assets
import Geometry
import RoadNetwork
import Traffic
import VectorMath
import WorldModel

/// What the map itself puts up along its roads: guard rails and walls, gantries with their posts, poles. Buildings and plants of
/// maps are left to the scenery.
struct MapFurniture {
  let scenery: SceneryPlacement
  /// `solids(of:)` of the map: they are the same in all of its worlds.
  let solids: [ObjectSolid]

  /// What becomes of an object by its type: the class, and whether thin bars are rails on posts.
  private static let kinds: [String: (className: String, colour: Colour, isRail: Bool)] = [
    "barrier": ("barrier", Colour(0xa9adb0), true), "railing": ("barrier", Colour(0x8d9194), true),
    "soundBarrier": ("wall", Colour(0x9aa79c), false), "wall": ("wall", Colour(0xa8a49c), false),
    "gantry": ("pole", Colour(0x9ea3a6), false), "pole": ("pole", Colour(0x8d9194), false),
  ]

  /// Bars thinner than this are rails, metres.
  private static let thin = 0.3
  /// The part of a rail's height that its beam takes, from above.
  private static let beam = 0.42
  /// Rings between the posts of rails.
  private static let postSpacing = 2

  /// The bodies of what is put up, of the whole map.
  static func solids(of map: RoadMap) -> [ObjectSolid] {
    map.objectSolids.filter { kinds[map.roads[$0.road].objects[$0.object].type] != nil }
  }

  func place(_ free: inout FootprintIndex) -> [SceneryPlacement.Item] {
    var out: [SceneryPlacement.Item] = []
    for solid in solids {
      let object = scenery.map.roads[solid.road].objects[solid.object]
      guard let kind = Self.kinds[object.type], let nativeClass = Ontology.named(kind.className),
        let origin = solid.positions.first
      else { continue }
      var shape = Shape(origin: origin)
      let isBar = !object.repeats.isEmpty && solid.positions.count % 4 == 0
      if isBar {
        bar(solid, isRail: kind.isRail, into: &shape)
      } else if scenery.region.contains(Vector2(origin.x, origin.y)) {
        for t in solid.triangles { shape.add(t, of: solid.positions) }
      }
      guard let mesh = shape.mesh else { continue }
      let material = Material(name: "metal", baseColor: kind.colour.linear, metallic: 0.4, roughness: 0.5)
      let asset = Asset(
        name: object.type, nativeClass: nativeClass, pieces: [Asset.Piece(mesh: mesh, material: 0)],
        materials: [material])
      out.append(
        SceneryPlacement.Item(
          asset: asset, pose: RigidTransform(translation: origin), scale: 1,
          attributes: [("object", object.id)]))
      claim(solid, isBar: isBar, &free)
    }
    return out
  }

  /// The stretches of a bar within the region, each a body of its own.
  private func bar(_ solid: ObjectSolid, isRail: Bool, into shape: inout Shape) {
    let rings = stride(from: 0, to: solid.positions.count, by: 4).map { Array(solid.positions[$0..<$0 + 4]) }
    for (i, pair) in zip(rings, rings.dropFirst()).enumerated() {
      let (a, b) = pair
      guard scenery.region.contains(Vector2(a[0].x, a[0].y)) else { continue }
      guard isRail, length(a[1] - a[0]) <= Self.thin else {
        shape.add(box: a, b)
        continue
      }
      func lifted(_ ring: [Vector3]) -> [Vector3] {
        [
          ring[0] + (1 - Self.beam) * (ring[3] - ring[0]), ring[1] + (1 - Self.beam) * (ring[2] - ring[1]),
          ring[2], ring[3],
        ]
      }
      shape.add(box: lifted(a), lifted(b))
      if i % Self.postSpacing == 0 { shape.add(postAt: a, along: b) }
    }
  }

  /// Keeps others off.
  private func claim(_ solid: ObjectSolid, isBar: Bool, _ free: inout FootprintIndex) {
    let step = isBar ? 4 : solid.positions.count
    guard step > 0 else { return }
    for start in stride(from: 0, to: solid.positions.count, by: step) {
      let end = min(solid.positions.count, start + (isBar ? 8 : step))
      var box = Box3(solid.positions[start..<end])
      guard scenery.region.contains(Vector2(box.center.x, box.center.y)) else { continue }
      // A beam overhead is in nobody's way.
      let place = Vector2(box.center.x, box.center.y)
      if let spot = scenery.ground.spot(place, below: box.min.z + 1), box.min.z > spot.height + 4 { continue }
      box.insert(box.min - Vector3(0.05, 0.05, 0))
      free.insert(
        Footprint(
          center: Vector2(box.center.x, box.center.y), forward: Vector2(1, 0),
          half: Vector2(box.size.x, box.size.y) / 2, low: box.min.z - 0.2, high: box.max.z))
    }
  }

  /// Triangles with edges that stay sharp.
  private struct Shape {
    let origin: Vector3
    private var positions: [Vector3f] = []
    private var triangles: [SIMD3<UInt32>] = []

    init(origin: Vector3) { self.origin = origin }

    mutating func add(_ t: SIMD3<UInt32>, of points: [Vector3]) {
      add(points[Int(t.x)], points[Int(t.y)], points[Int(t.z)])
    }

    private mutating func add(_ a: Vector3, _ b: Vector3, _ c: Vector3) {
      let first = UInt32(positions.count)
      positions += [a, b, c].map { Vector3f($0 - origin) }
      triangles.append(SIMD3(first, first + 1, first + 2))
    }

    private mutating func add(quad a: Vector3, _ b: Vector3, _ c: Vector3, _ d: Vector3) {
      add(a, b, c)
      add(a, c, d)
    }

    /// A body between two rings of four, each counter-clockwise as seen from the other's side ahead of it.
    mutating func add(box a: [Vector3], _ b: [Vector3]) {
      for k in 0..<4 {
        let next = (k + 1) % 4
        add(quad: a[k], a[next], b[next], b[k])
      }
      add(quad: a[3], a[2], a[1], a[0])
      add(quad: b[0], b[1], b[2], b[3])
    }

    /// A post of 10 cm below the top of a rail.
    mutating func add(postAt ring: [Vector3], along next: [Vector3]) {
      let step = next[0] - ring[0]
      let size = length(step)
      guard size > 0.2 else { return }
      let along = step * (0.1 / size)
      let top = ring.enumerated().map {
        $0 < 2 ? $1 : $1 - 0.1 * (ring[$0 == 2 ? 2 : 3] - ring[$0 == 2 ? 1 : 0])
      }
      add(box: top, top.map { $0 + along })
    }

    var mesh: Mesh? {
      guard !triangles.isEmpty else { return nil }
      return Mesh(positions: positions, triangles: triangles)
    }
  }
}
