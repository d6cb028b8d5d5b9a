import Assets
import Furniture
import Geometry
import InteriorSurfaces
import VectorMath
import WorldModel

/// A stair as it is built: massive flights with treads of wood, landings, and what one holds on to.
///
/// World coordinates, metres.
struct StairUnit {
  let stair: HomePlan.Stair
  /// Of the landing at the level of the upper storey: as thick as what lies between the storeys.
  let slab: Double
  let finishes: HomeFinishes

  private static let tread = 0.04
  /// How far treads stand out over the riser below.
  private static let nosing = 0.025
  /// How deep flights and landings reach into walls, so that no light comes through the joint.
  private static let sunk = 0.003

  func steps() -> Asset {
    var b = AssetBuilder(name: "stairs", nativeClass: "stairs", mainPart: "flight")
    let wood = treadFinish
    let tread = b.material(wood.material, tile: wood.tile)
    let paint = b.material(IndoorMaterial.lacquer(finishes.trim.mixed(Colour(0xf4f3f0), 0.5), roughness: 0.6))
    for flight in stair.flights { add(flight, tread: tread, paint: paint, &b) }
    for landing in stair.landings {
      let isFloor = HomePlan.isLevel(landing.top, stair.top)
      let (low, high) = (
        Vector3(landing.low.x - Self.sunk, landing.low.y - Self.sunk, landing.top),
        Vector3(landing.high.x + Self.sunk, landing.high.y + Self.sunk, landing.top)
      )
      let board = Vector3(0, 0, Self.tread)
      var top = MeshBuilder.box(from: low - board, to: high)
      top.setUVs { Vector2($0.x, -$0.y) }
      b.add(top, material: tread, part: "landing")
      b.add(
        .box(from: low - Vector3(0, 0, isFloor ? slab : HomePlan.Stair.slab), to: high - board),
        material: paint, part: "landing")
    }
    return b.asset()
  }

  /// Boards like the floor's, or wood where that is of stone.
  private var treadFinish: IndoorFinish {
    let floor = finishes.rooms.indices.contains(stair.room) ? finishes.rooms[stair.room].floor : nil
    if case .boards = floor { return floor ?? .boards(finishes.palette.wood) }
    if case .concrete = floor { return floor ?? .boards(finishes.palette.wood) }
    return .boards(finishes.palette.wood)
  }

  private func add(_ flight: HomePlan.Stair.Flight, tread: Int, paint: Int, _ b: inout AssetBuilder) {
    let half = flight.width / 2 + Self.sunk
    func place(_ x: Double, _ y: Double, _ z: Double) -> Vector3 {
      let p = flight.foot + flight.direction * x + flight.left * y
      return Vector3(p.x, p.y, flight.base + z)
    }
    /// Below the steps: a slope that ends on the floor.
    func underside(_ x: Double) -> Double {
      let z = x * flight.riser / flight.going - HomePlan.Stair.waist
      return HomePlan.isLevel(flight.base, stair.bottom) ? max(0, z) : z
    }
    for step in 1..<max(1, flight.risers) {
      let (x0, x1) = (Double(step - 1) * flight.going, Double(step) * flight.going)
      let top = Double(step) * flight.riser
      let profile = [
        Vector2(x0, underside(x0)), Vector2(x1, underside(x1)), Vector2(x1, top - Self.tread),
        Vector2(x0, top - Self.tread),
      ]
      b.add(
        .loft([-half, half].map { y in profile.map { place($0.x, y, $0.y) } }), material: paint, crease: 0.3)
      var board = MeshBuilder.box(
        from: Vector3(x0 - Self.nosing, -half, top - Self.tread), to: Vector3(x1, half, top), bevel: 0.006)
      // Boards run across.
      board.setUVs { Vector2($0.y, $0.x + $0.z) }
      board.displace { place($0.x, $0.y, $0.z) }
      b.add(board, material: tread, part: "tread", crease: 0.4)
    }
  }

  // MARK: Railing

  /// Above nosings and above landings, to the top.
  static let height = (flight: 0.92, landing: 1.02)
  private static let bar = 0.009
  private static let post = 0.03

  func railing() -> Asset {
    var b = AssetBuilder(name: "stairs_railing", nativeClass: "railing", mainPart: "bars")
    let isMetal = [.industrial, .modern].contains(finishes.style)
    let bars = b.material(
      isMetal
        ? Material(name: "railing_metal", baseColor: Colour(0x2f3133).linear, metallic: 0.3, roughness: 0.5)
        : IndoorMaterial.lacquer(finishes.trim, roughness: 0.42))
    let hold = b.material(
      IndoorMaterial.wood(finishes.palette.wood, roughness: 0.4), tile: IndoorMaterial.woodTile)
    let riser = stair.flights.first?.riser ?? 0.18
    let going = stair.flights.first?.going ?? 0.27
    var posts: [Vector3] = []
    for rail in stair.rails {
      let isLevel = HomePlan.isLevel(rail.from.z, rail.to.z)
      let height = isLevel ? Self.height.landing : Self.height.flight
      let up = Vector3(0, 0, height)
      let run = Vector2(rail.to.x - rail.from.x, rail.to.y - rail.from.y)
      let way = length(run)
      guard way > 1e-6 else { continue }
      let section = roundedRectangle(0.046, 0.04, radius: 0.014, corner: 2)
      var handrail = MeshBuilder.bar(
        [rail.from + up - Vector3(0, 0, 0.02), rail.to + up - Vector3(0, 0, 0.02)], section: section)
      // The grain runs along it.
      handrail.mapUVs { Vector2($0.y, $0.x) }
      b.add(handrail, material: hold, part: "handrail", crease: 0.8)
      // No gap that a ball of 0.1 m goes through.
      let count = max(1, Int((way / 0.105).rounded(.up)))
      for k in stride(from: 1, to: count, by: 1) {
        let s = way * Double(k) / Double(count)
        let p = Vector2(rail.from.x, rail.from.y) + run / way * s
        let line = rail.from.z + (rail.to.z - rail.from.z) * s / way
        // On the tread under it.
        let foot = isLevel ? rail.from.z : rail.from.z + (s / going + 1e-9).rounded(.down) * riser
        b.add(
          .box(
            from: Vector3(p.x - Self.bar, p.y - Self.bar, foot - 0.004),
            to: Vector3(p.x + Self.bar, p.y + Self.bar, line + height - 0.02)), material: bars)
      }
      for end in [rail.from, rail.to] {
        // Two that nearly meet share a post as high as both need.
        if let k = posts.firstIndex(where: {
          length(Vector2($0.x - end.x, $0.y - end.y)) < 0.075 && ($0.z - end.z).magnitude < 0.3
        }) {
          posts[k].z = max(posts[k].z, end.z)
        } else {
          posts.append(end)
        }
      }
    }
    for post in posts {
      // Down to the landing or tread below, wherever that is within a riser.
      var solid = MeshBuilder.box(
        from: Vector3(post.x - Self.post, post.y - Self.post, post.z - riser),
        to: Vector3(post.x + Self.post, post.y + Self.post, post.z + Self.height.landing + 0.05),
        bevel: 0.004)
      solid.setUVs { Vector2($0.z, $0.x + $0.y) }
      b.add(solid, material: isMetal ? bars : hold, part: "post")
    }
    return b.asset()
  }
}
