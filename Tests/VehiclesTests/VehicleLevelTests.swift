import Assets
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
      // Where vertices are joined, three may come to lie in a line.
      for piece in asset.pieces where Self.isMade(level) {
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
    let outside = SurfaceDistance(fine)
    for level in fine.levels {
      let coarse = SurfaceDistance(level.asset)
      let lost = outside.greatest(to: coarse)
      let added = coarse.greatest(to: outside)
      #expect(lost <= level.error && added <= level.error, "\(name): \(lost) and \(added)")
      let (a, b) = (fine.restBounds, level.asset.restBounds)
      #expect(length(a.min - b.min) < level.error && length(a.max - b.max) < level.error, "\(name)")
    }
  }

  /// Made by the vehicle's own code, not by joining vertices.
  private static func isMade(_ level: Asset.Level) -> Bool {
    Fineness.allCases.contains { $0.error == level.error }
  }

  /// Every lamp, pane, wheel and plate is still there; where vertices are joined, what is larger than a cell.
  @Test(arguments: names)
  func partsStay(_ name: String) throws {
    let fine = try #require(VehicleCatalogTests.assets[name])
    func names(_ asset: Asset, larger: Double) -> Set<String> {
      Set(
        asset.pieces.filter { least($0.mesh.bounds.size) >= larger }.flatMap {
          [asset.parts[$0.part], asset.materials[$0.material].name]
        }.filter { $0.hasPrefix("lamp_") || asset.parts.contains($0) })
    }
    func least(_ v: Vector3) -> Double { min(v.x, v.y, v.z) }
    for level in fine.levels {
      let wanted = names(fine, larger: Self.isMade(level) ? 0 : 2 * level.error)
      #expect(!wanted.isEmpty && wanted.isSubset(of: names(level.asset, larger: 0)), "\(level.error)")
    }
  }
}
