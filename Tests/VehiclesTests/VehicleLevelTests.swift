import Geometry
import TestSupport
import Testing
import VectorMath
import Vehicles
import WorldModel

/// What holds for every coarser making of a vehicle.
@Suite struct VehicleLevelTests {
  static let names = VehicleCatalogTests.assets.filter { !$0.value.levels.isEmpty }.map(\.key).sorted()

  private func triangles(_ asset: Asset) -> Int { asset.pieces.reduce(0) { $0 + $1.mesh.triangles.count } }

  @Test func carsHaveLevels() {
    #expect(Self.names.filter { $0.hasPrefix("car") }.count >= 7)
  }

  /// Each level is less than two thirds of the one before, as closed as it, and stands on the same ground.
  @Test(arguments: names)
  func levelsAreSoundAndSmall(_ name: String) throws {
    let fine = try #require(VehicleCatalogTests.assets[name])
    var last = triangles(fine)
    for level in fine.levels {
      let asset = level.asset
      #expect(triangles(asset) * 3 < last * 2, "\(name): \(triangles(asset)) of \(last)")
      last = triangles(asset)
      for node in asset.nodes.indices {
        let meshes = asset.pieces.filter { $0.node == node }.map(\.mesh)
        let soup = WeldedSoup(meshes)
        #expect(soup.openEdges == 0, "\(name) \(asset.nodes[node].name)")
        #expect(meshes.isEmpty || soup.signedVolume > 0)
      }
      for piece in asset.pieces {
        for t in piece.mesh.triangles {
          let p = [t.x, t.y, t.z].map { Vector3(piece.mesh.positions[Int($0)]) }
          #expect(
            length(cross(p[1] - p[0], p[2] - p[0])) > 1e-12, "\(name) \(asset.materials[piece.material].name)"
          )
        }
      }
      #expect(asset.restBounds.min.z.magnitude < 0.001, "\(name)")
    }
  }

  /// No place of the outside lies farther from the other level than it says: neither has the coarse one lost anything, nor
  /// does anything stand out of it.
  @Test(arguments: ["car", "car_suv", "van"])
  func levelsAreAsNearAsTheySay(_ name: String) throws {
    let fine = try #require(VehicleCatalogTests.assets[name])
    let outside = Self.soup(fine)
    for level in fine.levels {
      let coarse = Self.soup(level.asset)
      let lost = Self.reach(from: outside, to: coarse)
      let added = Self.reach(from: coarse, to: outside)
      #expect(lost <= level.error && added <= level.error, "\(name): \(lost) and \(added)")
      let (a, b) = (fine.restBounds, level.asset.restBounds)
      #expect(length(a.min - b.min) < level.error && length(a.max - b.max) < level.error, "\(name)")
    }
  }

  /// Every lamp, pane, wheel and plate is still there.
  @Test(arguments: names)
  func partsStay(_ name: String) throws {
    let fine = try #require(VehicleCatalogTests.assets[name])
    func parts(_ asset: Asset) -> Set<String> { Set(asset.pieces.map { asset.parts[$0.part] }) }
    func lamps(_ asset: Asset) -> Set<String> {
      Set(asset.pieces.map { asset.materials[$0.material].name }.filter { $0.hasPrefix("lamp_") })
    }
    for level in fine.levels {
      #expect(parts(level.asset) == parts(fine))
      #expect(lamps(level.asset) == lamps(fine))
    }
  }

  private typealias Triangle = (a: Vector3, b: Vector3, c: Vector3)

  /// The triangles of the outside.
  private static func soup(_ asset: Asset) -> [Triangle] {
    let transforms = asset.objectFromNodes(asset.restPoses)
    return asset.pieces.filter { asset.parts[$0.part] != "interior" }.flatMap { piece in
      let p = piece.mesh.positions.map { transforms[piece.node] * Vector3($0) }
      return piece.mesh.triangles.map { (p[Int($0.x)], p[Int($0.y)], p[Int($0.z)]) }
    }
  }

  /// The greatest distance from some places of one surface to the other.
  private static func reach(from: [Triangle], to: [Triangle]) -> Double {
    stride(from: 0, to: from.count, by: max(1, from.count / 24)).map { i -> Double in
      let p = from[i].a
      return to.map { distance(p, $0) }.min() ?? .infinity
    }.max() ?? 0
  }

  /// From a point to a triangle: to its plane inside of it, else to the nearest edge.
  private static func distance(_ p: Vector3, _ t: Triangle) -> Double {
    let n = cross(t.b - t.a, t.c - t.a)
    let edges = [(t.a, t.b), (t.b, t.c), (t.c, t.a)]
    if edges.allSatisfy({ dot(cross($0.1 - $0.0, p - $0.0), n) >= 0 }) {
      return dot(p - t.a, n).magnitude / length(n)
    }
    return edges.map { a, b in
      let u = max(0, min(1, dot(p - a, b - a) / dot(b - a, b - a)))
      return length(p - (a + (b - a) * u))
    }.min() ?? .infinity
  }
}
