import Geometry
import Rendering
import Testing
import VectorMath
import WorldModel

/// One tree of rays for all who ask about a room.
@Suite struct RoomRaysTests {
  private static func world() -> World {
    var scene = RoomScene(hasSun: true, lampsAreOn: true)
    scene.look(
      [(Vector3(4.6, 0.4, 1.6), Vector3(1.2, 3.2, 0.7)), (Vector3(0.4, 3.5, 1.5), Vector3(3.2, 0.6, 0.9))].map
      {
        (eye: $0.0, target: $0.1)
      }, width: 64, height: 48)
    return scene.world
  }

  /// What two cameras see by rays of everything is what they see by rays of what they have in view.
  @Test func answersAreThoseOfTheView() throws {
    let world = Self.world()
    let snapshot = world.snapshot(at: 0)
    let shared = SightLines(snapshot: snapshot, rig: world.rig, at: 0, rays: RoomRays()).caster
    let own = SightLines(snapshot: snapshot, rig: world.rig, at: 0).caster
    var met = Set<Int>()
    for mounted in world.rig.cameras {
      let pose = world.rig.worldFromCamera(mounted, at: 0)
      for v in 0..<48 {
        for u in 0..<64 {
          let (x, y) = (Double(u) + 0.5, Double(v) + 0.5)
          let a = shared.sight(camera: mounted.camera, worldFromCamera: pose, u: x, v: y)
          #expect(a == own.sight(camera: mounted.camera, worldFromCamera: pose, u: x, v: y))
          if let a { met.insert(a.piece) }
        }
      }
    }
    #expect(met.count > 12)
  }

  /// It is kept while light alone changes, and not when a thing moves, a lamp goes out or a surface gets holes.
  @Test func whatStandsOtherwiseIsAskedAnew() {
    let rays = RoomRays()
    let world = Self.world()
    let first = rays.caster(of: world.snapshot(at: 0))
    var dimmed = world
    dimmed.lights = dimmed.lights.map {
      var light = $0
      light.exitance *= 0.5
      return light
    }
    #expect(rays.caster(of: dimmed.snapshot(at: 1)) === first)
    var moved = world
    moved.entities[3].track = Track(still: RigidTransform(translation: Vector3(0, 0, 0.01)))
    #expect(rays.caster(of: moved.snapshot(at: 0)) !== first)
    var dark = world
    dark.lights = []
    #expect(rays.caster(of: dark.snapshot(at: 0)) !== first)
    // Three are remembered.
    #expect(rays.caster(of: world.snapshot(at: 0)) === first)
    var holed = world.snapshot(at: 0)
    holed.materials[0].alpha = .mask(cutoff: 0.5)
    #expect(rays.caster(of: holed) !== first)
  }
}
