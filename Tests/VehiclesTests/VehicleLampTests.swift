import Assets
import Geometry
import Testing
import VectorMath
import Vehicles
import WorldModel

@Suite struct VehicleLampTests {
  static let driven = VehicleCatalog.names.filter { !$0.hasPrefix("bicycle") }

  /// Whoever drives on roads can brake, turn and be seen.
  @Test(arguments: driven)
  func everyVehicleHasItsLamps(_ name: String) throws {
    let asset = try #require(VehicleCatalog.make(name))
    let names = Set(asset.materials.map(\.name))
    // A trailer has them behind only.
    let front: [VehicleLamp] = asset.nativeClass.name == "trailer" ? [] : [.head]
    for lamp in front + [.tail, .brake, .indicatorLeft, .indicatorRight] {
      #expect(names.contains(lamp.rawValue), "\(lamp.rawValue)")
    }
  }

  @Test func onlyLampsAskedForShine() throws {
    let asset = try #require(VehicleCatalog.make("car"))
    let lit = VehicleLamp.materials(of: asset, lit: [.brake, .indicatorLeft])
    func glow(_ lamp: VehicleLamp) throws -> Float {
      let i = try #require(asset.materials.firstIndex { $0.name == lamp.rawValue })
      let e = try #require(lit[i]).emissive
      return e.x + e.y + e.z
    }
    #expect(try glow(.brake) > 1)
    #expect(try glow(.indicatorLeft) > 1)
    #expect(try glow(.indicatorRight) < 0.5)
    #expect(try glow(.head) < 0.5)
    // Nothing but lamps is replaced.
    let names = lit.values.map(\.name).sorted()
    #expect(names.allSatisfy { VehicleLamp(rawValue: $0.replacing("_lit", with: "")) != nil })
    #expect(names.filter { $0.hasSuffix("_lit") } == ["lamp_brake_lit", "lamp_indicator_left_lit"])
  }

  /// Left indicators lie on the left.
  @Test(arguments: driven)
  func indicatorsLieOnTheirSides(_ name: String) throws {
    let asset = try #require(VehicleCatalog.make(name))
    let transforms = asset.objectFromNodes(asset.restPoses)
    for piece in asset.pieces {
      let material = asset.materials[piece.material].name
      guard material.hasPrefix("lamp_indicator") else { continue }
      let ys = piece.mesh.positions.map { (transforms[piece.node] * Vector3($0)).y }
      #expect(material.hasSuffix("left") ? ys.allSatisfy { $0 > 0 } : ys.allSatisfy { $0 < 0 })
    }
  }
}
