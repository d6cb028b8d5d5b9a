import DrivingWorld
import Foundation
import Geometry
import LocatedYAML
import RoadNetwork
import Testing
import VectorMath
import WorldModel

@Suite struct TownGeneratorTests {
  @Test(arguments: Town.roads) func numbersAscendFromOne(_ road: String) throws {
    let world = try Town.make("road: {builtin: \(road)}")
    #expect(world.entities.map(\.id) == (1...UInt32(world.entities.count)).map { $0 })
    #expect(Set(world.entities.map(\.name)).count == world.entities.count)
    #expect(world.entities.contains { $0.nativeClass.name == "road" })
  }

  @Test func equalSeedsGiveEqualWorlds() throws {
    let generator = try Town.generator("vehicles: 10")
    let (a, b) = (try Town.world(generator, seed: 5), try Town.world(generator, seed: 5))
    let c = try Town.world(generator, seed: 6)
    func signature(_ world: World) -> [String] {
      world.entities.map { entity in
        let keys = entity.track.keys
        return
          "\(entity.name) \(keys.count) \(keys[0].worldFromObject) \(keys[keys.count - 1].worldFromObject)"
          + entity.attributes.map { "\($0.name)=\($0.value)" }.joined()
      }
    }
    #expect(signature(a) == signature(b))
    #expect(a.rig.track.keys.map(\.worldFromObject) == b.rig.track.keys.map(\.worldFromObject))
    #expect(signature(a) != signature(c))
  }

  /// A draw in one place changes nothing elsewhere: without people, the traffic is the same.
  @Test func partsAreDrawnApart() throws {
    func traffic(_ recipe: String) throws -> [RigidTransform<WorldSpace, ObjectSpace>] {
      try Town.make(recipe).entities.filter { Town.vehicles.contains($0.nativeClass.name) }
        .map { $0.track.pose(at: 1) }
    }
    #expect(try traffic("pedestrians: 0") == traffic("pedestrians: 8\nstanding: 0.5"))
  }

  @Test func zeroDensitiesLeaveRoadAndGround() throws {
    let world = try Town.make(
      "{vehicles: 0, parked: 0, pedestrians: 0, buildings: 0, trees: 0, furniture: 0, lamps: 0}")
    #expect(world.entities.allSatisfy { !$0.nativeClass.isThing })
    #expect(!world.entities.isEmpty)
  }

  @Test func tracksReachASecondBeyondBothEnds() throws {
    let world = try Town.make("", duration: 3)
    for track in world.entities.map(\.track) + [world.rig.track] where !track.isStill {
      let first = try #require(track.keys.first)
      let last = try #require(track.keys.last)
      #expect(first.time <= -1 + 1e-9)
      #expect(last.time >= 4 - 1e-9)
    }
  }

  @Test func aWayThatEndsBringsTheCarrierToAStop() throws {
    let world = try Town.make("{vehicles: 0, radius: 60, ego: {speed: 15}}", duration: 60)
    let end = world.rig.track.pose(at: 60)
    #expect(length(world.rig.track.velocity(at: 59)) < 0.2)
    let locator = RoadLocator(try BuiltInRoads.townStreet.map())
    let nose = end * Vector3(3.4, 0, 0)
    #expect(locator.locate(Vector2(nose.x, nose.y)) != nil)
  }

  @Test func aFileGoesBeforeABuiltInNetwork() throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("diorama-town-\(UUID()).xodr")
    defer { try? FileManager.default.removeItem(at: file) }
    try BuiltInRoads.straightStreet.openDRIVE.write(to: file, atomically: true, encoding: .utf8)
    let world = try Town.make("road: {opendrive: \(file.path), builtin: motorway}")
    #expect(world.attributes.contains { $0.name == "road" && $0.value == file.path })
    #expect(world.attributes.contains { $0.name == "road_kind" && $0.value != "motorway" })
  }

  @Test func leftHandTrafficKeepsLeft() throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("diorama-left-\(UUID()).xodr")
    defer { try? FileManager.default.removeItem(at: file) }
    let text = BuiltInRoads.straightStreet.openDRIVE.replacing("<road ", with: "<road rule=\"LHT\" ")
    try text.write(to: file, atomically: true, encoding: .utf8)
    let world = try Town.make("{road: {opendrive: \(file.path)}, vehicles: 12}")
    #expect(world.attributes.contains { $0.name == "traffic_side" && $0.value == "left" })
    // The road runs along +x: who drives that way is to the left of the middle, at positive y.
    for track in [world.rig.track]
      + world.entities.filter({ Town.vehicles.contains($0.nativeClass.name) }).map(\.track)
    where !track.isStill {
      let pose = track.pose(at: 0)
      let forward = pose.rotation * Vector3(1, 0, 0)
      #expect(forward.x * pose.translation.y > 0)
    }
  }

  @Test func farCoordinatesAreMovedToTheOrigin() throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("diorama-far-\(UUID()).xodr")
    defer { try? FileManager.default.removeItem(at: file) }
    // The only geometries of this network that begin at x = 0.
    let near = BuiltInRoads.straightStreet.openDRIVE
    var text = near
    for zero in ["x=\"0.0\"", "x=\"0\""] { text = text.replacing(zero, with: "x=\"512000\"") }
    try #require(text != near)
    try text.write(to: file, atomically: true, encoding: .utf8)
    let world = try Town.make("road: {opendrive: \(file.path)}")
    #expect(world.attributes.contains { $0.name == "origin" })
    #expect(length(world.rig.track.pose(at: 0).translation) < 1000)
    // What closes the horizon lies further off than the streets.
    for entity in world.entities { #expect(length(entity.track.pose(at: 0).translation) < 2000) }
  }

  @Test func aFileWithoutLanesIsRefusedWithARemedy() throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("diorama-none-\(UUID()).xodr")
    defer { try? FileManager.default.removeItem(at: file) }
    let text = BuiltInRoads.straightStreet.openDRIVE.replacing("\"driving\"", with: "\"sidewalk\"")
    try text.write(to: file, atomically: true, encoding: .utf8)
    do {
      _ = try Town.make("road: {opendrive: \(file.path)}")
      Issue.record("a world without lanes was made")
    } catch {
      #expect("\(error)".contains("help:"))
    }
    #expect(throws: (any Error).self) { try Town.make("road: {opendrive: /nowhere/at-all.xodr}") }
  }

  /// Real files, where they are at hand: a world or one clear error, never a trap.
  @Test(arguments: RealRoads.files) func realFilesGiveWorlds(_ path: String) throws {
    let world = try Town.make("{road: {opendrive: \(path)}, radius: 40, vehicles: 5}", duration: 1)
    #expect(world.entities.map(\.id) == (1...UInt32(world.entities.count)).map { $0 })
    #expect(world.entities.contains { $0.nativeClass.name == "road" })
    for entity in world.entities {
      let p = entity.track.pose(at: 0.5).translation
      #expect(p.x.isFinite && p.y.isFinite && p.z.isFinite)
    }
  }

  @Test func theDescriptionExplainsItself() { #expect(descriptionProblems(of: TownDescription.self).isEmpty) }
}

/// Files of other projects in the shared folder beside the package; none when it is absent.
enum RealRoads {
  static var files: [String] {
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let shared =
      ProcessInfo.processInfo.environment["DIORAMA_SHARED"]
      ?? package.deletingLastPathComponent().appendingPathComponent("shared").path
    let folder = shared + "/data/opendrive"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".xodr") }.sorted().map { folder + "/" + $0 }
  }
}
