import Geometry
import Imaging
import VectorMath
import WorldModel

/// A small furnished room, 5 × 4 × 2.6 m, with a window in its south wall, made of boxes.
struct RoomScene {
  var world = World()
  var hasSun = true
  /// Lamps: a panel on the ceiling, a ball on the table.
  var lampsAreOn = false

  static let size = Vector3(5, 4, 2.6)

  static func paint(_ name: String, _ r: Float, _ g: Float, _ b: Float, roughness: Float = 0.8) -> Material {
    Material(name: name, baseColor: SIMD4(r, g, b, 1), roughness: roughness)
  }

  static let wall = paint("wall", 0.8, 0.79, 0.76)
  static let ceiling = paint("ceiling", 0.85, 0.85, 0.85)
  static let floor = paint("floor", 0.36, 0.22, 0.12, roughness: 0.25)
  static let red = paint("red", 0.6, 0.05, 0.04)
  static let wood = paint("wood", 0.4, 0.26, 0.14, roughness: 0.4)
  static let glass = Material(
    name: "glass", baseColor: SIMD4(0.9, 0.96, 0.94, 0.12), roughness: 0.02, alpha: .blend)

  private static func material(mirror: Bool) -> Material {
    Material(
      name: "metal", baseColor: SIMD4(0.93, 0.93, 0.93, 1), metallic: 1, roughness: mirror ? 0.02 : 0.3)
  }

  mutating func add(_ shape: AnalyticShape, at p: Vector3, yaw: Double = 0, _ material: Material) {
    let id = UInt32(world.entities.count + 1)
    let asset = Asset(
      name: "thing \(id)", nativeClass: Ontology.named("object") ?? Ontology.classes[0],
      pieces: [Asset.Piece(mesh: shape.mesh, material: 0)], materials: [material])
    world.entities.append(
      Entity(
        id: id, name: asset.name, asset: asset,
        track: Track(still: RigidTransform(rotation: Quaternion(yaw: yaw), translation: p))))
  }

  /// A box by its corners.
  mutating func box(_ a: Vector3, _ b: Vector3, _ material: Material) {
    add(.box(size: b - a), at: (a + b) / 2, material)
  }

  init(hasSun: Bool = true, lampsAreOn: Bool = false) {
    self.hasSun = hasSun
    self.lampsAreOn = lampsAreOn
    let s = Self.size
    let t = 0.25
    // Slabs reach under the walls, as builders leave them.
    box(Vector3(-t, -t, -0.3), Vector3(s.x + t, s.y + t, 0), Self.floor)
    box(Vector3(-t, -t, s.z), Vector3(s.x + t, s.y + t, s.z + t), Self.ceiling)
    box(Vector3(-t, -t, 0), Vector3(0, s.y + t, s.z), Self.wall)
    box(Vector3(s.x, -t, 0), Vector3(s.x + t, s.y + t, s.z), Self.wall)
    box(Vector3(0, s.y, 0), Vector3(s.x, s.y + t, s.z), Self.wall)
    // South: a window from x = 1.6 to 3.4, z = 0.9 to 2.2.
    box(Vector3(0, -t, 0), Vector3(1.6, 0, s.z), Self.wall)
    box(Vector3(3.4, -t, 0), Vector3(s.x, 0, s.z), Self.wall)
    box(Vector3(1.6, -t, 0), Vector3(3.4, 0, 0.9), Self.wall)
    box(Vector3(1.6, -t, 2.2), Vector3(3.4, 0, s.z), Self.wall)
    box(Vector3(2.47, -0.18, 0.9), Vector3(2.53, -0.12, 2.2), Self.ceiling)
    box(Vector3(1.6, -0.155, 0.9), Vector3(3.4, -0.15, 2.2), Self.glass)
    // Skirting.
    box(Vector3(0, s.y - 0.015, 0), Vector3(s.x, s.y, 0.08), Self.ceiling)
    // Outdoors.
    box(Vector3(-30, -60, -0.6), Vector3(30, -0.25, -0.5), Self.paint("grass", 0.12, 0.25, 0.07))
    // A sofa, a rug, a table with a ball lamp and a drinking glass, a mirror, a cupboard, a metal ball.
    box(Vector3(0.3, 2.9, 0.05), Vector3(2.3, 3.8, 0.42), Self.red)
    box(Vector3(0.3, 3.55, 0.42), Vector3(2.3, 3.85, 0.85), Self.red)
    box(Vector3(0.1, 2.9, 0.05), Vector3(0.3, 3.85, 0.6), Self.red)
    box(Vector3(1.0, 0.8, 0.002), Vector3(3.2, 2.4, 0.012), Self.paint("rug", 0.6, 0.58, 0.5))
    box(Vector3(1.6, 1.2, 0.42), Vector3(2.7, 1.9, 0.46), Self.wood)
    for (x, y) in [(1.65, 1.25), (2.6, 1.25), (1.65, 1.8), (2.6, 1.8)] {
      box(Vector3(x, y, 0.012), Vector3(x + 0.05, y + 0.05, 0.42), Self.wood)
    }
    box(Vector3(4.5, 1.2, 0), Vector3(5, 2.6, 2.0), Self.wood)
    box(Vector3(3.0, 3.96, 0.9), Vector3(4.0, 3.985, 1.9), Self.material(mirror: true))
    add(.sphere(radius: 0.14, subdivisions: 4), at: Vector3(1.85, 1.5, 0.6), Self.material(mirror: false))
    add(
      .sphere(radius: 0.12, subdivisions: 4), at: Vector3(3.6, 1.2, 0.12),
      Self.paint("lacquer", 0.05, 0.15, 0.5, roughness: 0.12))
    box(Vector3(2.3, 1.5, 0.46), Vector3(2.36, 1.56, 0.6), Self.glass)
    world.interiors = [Box3(min: .zero, max: s)]
    world.portals = [
      SkyPortal(center: Vector3(2.5, -0.2, 1.55), halfU: Vector3(-0.9, 0, 0), halfV: Vector3(0, 0, 0.65))
    ]
    world.exposure = .automatic(bias: 0)
    if hasSun {
      world.sun.direction = normalized(Vector3(-0.35, -0.8, 0.75))
    } else {
      world.sun.direction = Vector3(0, 0, -1)
      world.sun.irradiance = .zero
      world.sky = Sky(
        zenith: Vector3f(1e-5, 1e-5, 2e-5), horizon: Vector3f(2e-5, 2e-5, 3e-5),
        ground: Vector3f(1e-5, 1e-5, 1e-5))
    }
    if lampsAreOn {
      let warm = AreaLight(
        center: Vector3(2.45, 1.6, 0.75), shape: .ball(radius: 0.06), flux: 600, temperature: 2700)
      var glowing = Self.paint("bulb", 1, 1, 1)
      glowing.emissive = warm.exitance
      add(.sphere(radius: 0.06, subdivisions: 3), at: warm.center, glowing)
      var lamp = warm
      lamp.entity = UInt32(world.entities.count)
      let top = AreaLight(
        center: Vector3(3.6, 2.6, 2.57), shape: .panel(halfU: Vector3(0.3, 0, 0), halfV: Vector3(0, -0.3, 0)),
        flux: 1500, temperature: 3500)
      var panel = Self.paint("panel", 1, 1, 1)
      panel.emissive = top.exitance
      box(Vector3(3.3, 2.3, 2.575), Vector3(3.9, 2.9, 2.6), panel)
      var ceilingLamp = top
      ceilingLamp.entity = UInt32(world.entities.count)
      world.lights = [lamp, ceilingLamp]
    }
  }

  mutating func look(_ views: [(eye: Vector3, target: Vector3)], width: Int = 640, height: Int = 480) {
    world.rig = Rig(
      cameras: views.enumerated().map { i, v in
        let pose = AnalyticScene.lookingAt(v.target, from: v.eye)
        return Rig.MountedCamera(
          name: "view \(i)", camera: Camera(width: width, height: height, horizontalFieldOfView: 1.25),
          rigFromCamera: RigidTransform(rotation: pose.rotation, translation: pose.translation))
      })
  }
}
