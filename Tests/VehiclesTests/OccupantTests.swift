import Assets
import Geometry
import Testing
import VectorMath
import Vehicles
import WorldModel

/// People in vehicles: seen through panes, inside of the body, drivers with both hands on the wheel.
struct OccupantTests {
  static let names = VehicleCatalog.names.filter {
    VehicleCatalogTests.assets[$0].map { !$0.fittings.seats.isEmpty } ?? false
  }

  /// Triangles of an asset's vehicle and of its people, asset frame.
  private struct Shape {
    var body: [(a: Vector3, b: Vector3, c: Vector3, isGlass: Bool)] = []
    var people: [Vector3] = []
    var faces: [(a: Vector3, b: Vector3, c: Vector3)] = []

    init(_ asset: Asset) {
      let transforms = asset.objectFromNodes(asset.restPoses)
      for piece in asset.pieces {
        let points = piece.mesh.positions.map { transforms[piece.node] * Vector3($0) }
        let isPerson = asset.parts[piece.part] == Asset.occupantPart
        if isPerson { people += points }
        for t in piece.mesh.triangles {
          let (a, b, c) = (points[Int(t.x)], points[Int(t.y)], points[Int(t.z)])
          if isPerson {
            faces.append((a, b, c))
          } else {
            body.append((a, b, c, asset.materials[piece.material].name == "glass"))
          }
        }
      }
    }

    /// Shares of the way from p to q where it meets a triangle, from its front side.
    static func meet(_ p: Vector3, _ q: Vector3, _ a: Vector3, _ b: Vector3, _ c: Vector3) -> Double? {
      let way = q - p
      let n = cross(b - a, c - a)
      let down = dot(n, way)
      guard down < 0 else { return nil }
      let t = dot(n, a - p) / down
      guard t > 0, t < 1 else { return nil }
      let x = p + way * t
      for (u, v) in [(a, b), (b, c), (c, a)] where dot(cross(v - u, x - u), n) < 0 { return nil }
      return t
    }

    /// Whether somebody is the first to be seen behind nothing but panes.
    func isSeen(_ eye: Vector3, _ at: Vector3) -> Bool {
      let end = eye + (at - eye) * 1.1
      let person = faces.compactMap { Self.meet(eye, end, $0.a, $0.b, $0.c) }.min()
      let wall = body.filter { !$0.isGlass }.compactMap { Self.meet(eye, end, $0.a, $0.b, $0.c) }.min()
      return person.map { $0 < wall ?? 2 } ?? false
    }
  }

  private func crewed(_ name: String, _ side: DriverSide, person: UInt64) throws -> (Asset, Asset.Seat) {
    let asset = try #require(VehicleCatalog.make(name, driver: side))
    let seat = try #require(asset.fittings.seats.first { $0.name == "driver" })
    let sitting = SeatedPerson(variant: person).on(seat)
    return (asset.seating([(sitting.seat, sitting.person.makeAsset())]), sitting.seat)
  }

  @Test func everyVehicleWithPanesHasASeatForItsDriver() {
    let cycles = ["motorcycle", "scooter", "bicycle", "bicycle_electric", "bicycle_cargo"]
    #expect(Set(VehicleCatalog.names).subtracting(Self.names) == Set(cycles + ["semitrailer", "tram"]))
    for name in Self.names {
      let seats = VehicleCatalogTests.assets[name]?.fittings.seats ?? []
      #expect(seats.filter { $0.name == "driver" }.count == 1, "\(name)")
      #expect(Set(seats.map(\.name)).count == seats.count, "\(name)")
    }
  }

  /// Each palm is on the rim, one on each side: flesh around it, but none across its plane by more than a hand.
  @Test(arguments: names, [DriverSide.left, .right])
  func handsAreOnTheWheel(_ name: String, _ side: DriverSide) throws {
    for person in [2, 5] as [UInt64] {
      let (asset, seat) = try crewed(name, side, person: person)
      let wheel = try #require(seat.wheel)
      #expect((wheel.center.y > 0) == (side == .left))
      let points = Shape(asset).people
      for hand in [1.0, -1.0] {
        let near = points.filter { ($0.y - wheel.center.y) * hand > 0.5 * wheel.radius }.map { p -> Double in
          let q = p - wheel.center
          let up = dot(q, wheel.axis)
          let flat = length(q - wheel.axis * up) - wheel.radius
          return (up * up + flat * flat).squareRoot()
        }
        #expect(near.min() ?? 1 < 0.025, "\(name), person \(person): \(near.min() ?? 1) m")
      }
    }
  }

  /// The head is seen from ahead and from the driver's side, as by another driver.
  @Test(arguments: names, [DriverSide.left, .right])
  func driversAreSeen(_ name: String, _ side: DriverSide) throws {
    let (asset, seat) = try crewed(name, side, person: 2)
    let shape = Shape(asset)
    let top = shape.people.max { $0.z < $1.z } ?? .zero
    let head = Vector3(top.x, seat.hip.y, top.z - 0.13)
    let front = asset.restBounds.max.x
    let sign: Double = side == .left ? 1 : -1
    let ahead = [-0.5, 0, 0.5].map { Vector3(front + 6, $0, max(1.5, head.z - 0.5)) }
    let beside = [0.2, 0.6, 1.0].map { Vector3(head.x + $0 * 3, sign * 4, head.z) }
    for (place, eyes) in [("ahead", ahead), ("beside", beside)] {
      #expect(eyes.contains { shape.isSeen($0, head) }, "\(name) from \(place)")
    }
  }

  /// Nobody comes through the roof or the doors: above what hides them, all have the body over and beside them.
  @Test(arguments: names)
  func everybodyIsInside(_ name: String) throws {
    let asset = try #require(VehicleCatalog.make(name))
    let seats = asset.fittings.seats
    for seat in seats.filter({ $0.name == "driver" }) + seats.suffix(1) {
      // Somebody tall, and somebody in a cap.
      for person in [3, 8] as [UInt64] {
        let sitting = SeatedPerson(variant: person).on(seat)
        let shape = Shape(asset.seating([(sitting.seat, sitting.person.makeAsset())]))
        let high = shape.people.filter { $0.z > max(seat.floor, sitting.seat.hip.z) + 0.05 }
        #expect(!high.isEmpty)
        var reach = Box3()
        for p in high { reach.insert(p) }
        let around = shape.body.filter { t in
          min(t.a.z, t.b.z, t.c.z) < reach.max.z + 2 && max(t.a.z, t.b.z, t.c.z) > reach.min.z
            && min(t.a.x, t.b.x, t.c.x) < reach.max.x && max(t.a.x, t.b.x, t.c.x) > reach.min.x
        }
        for (k, p) in high.enumerated() where k % 15 == 0 || p.z > reach.max.z - 0.01 {
          for way in [Vector3(0, 0, 3), Vector3(0, p.y > 0 ? 2 : -2, 0)] {
            // From outside: the body's faces look outward.
            let hit = around.contains { Shape.meet(p + way, p, $0.a, $0.b, $0.c) != nil }
            #expect(hit, "\(name), \(seat.name), person \(person) at \(p)")
            if !hit { return }
          }
        }
      }
    }
  }

  /// Vehicles keep what they have by index, levels get coarser, and people are few triangles far away.
  @Test func peopleAreAPartOfTheVehicle() throws {
    for name in ["car", "bus"] {
      let empty = try #require(VehicleCatalog.make(name))
      let (asset, _) = try crewed(name, .left, person: 4)
      #expect(asset.restBounds.min == empty.restBounds.min && asset.restBounds.max == empty.restBounds.max)
      #expect(asset.materials.prefix(empty.materials.count).map(\.name) == empty.materials.map(\.name))
      #expect(Array(asset.parts.prefix(empty.parts.count)) == empty.parts)
      #expect(asset.parts.last == Asset.occupantPart)
      func triangles(_ asset: Asset) -> Int {
        asset.pieces.filter { asset.parts[$0.part] == Asset.occupantPart }
          .reduce(0) { $0 + $1.mesh.triangles.count }
      }
      let counts = [triangles(asset)] + asset.levels.map { triangles($0.asset) }
      #expect(counts[0] < 4500 && counts.last ?? 9999 < 500, "\(counts)")
      #expect(zip(counts, counts.dropFirst()).allSatisfy { $0 >= $1 })
      let errors = asset.levels.map(\.error)
      #expect(errors == errors.sorted() && Set(errors).isSuperset(of: empty.levels.map(\.error)))
    }
  }
}
