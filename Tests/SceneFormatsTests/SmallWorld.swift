import DatasetStore
import Foundation
import Geometry
import Imaging
import SceneFormats
import VectorMath
import WorldModel

/// Two crates of one asset, one twice as large, a lidded box that stands open and a mirrored wedge.
enum SmallWorld {
  /// A closed cuboid from `low` to `high`, six faces of their own vertices.
  static func cuboid(
    _ low: Vector3f, _ high: Vector3f, colors: SIMD4<Float>? = nil
  ) -> Mesh {
    var (positions, normals, uvs): ([Vector3f], [Vector3f], [Vector2f]) = ([], [], [])
    var triangles: [SIMD3<UInt32>] = []
    for axis in 0..<3 {
      for side in 0..<2 {
        var n = Vector3f.zero
        n[axis] = side == 0 ? -1 : 1
        let (a, b) = side == 0 ? ((axis + 2) % 3, (axis + 1) % 3) : ((axis + 1) % 3, (axis + 2) % 3)
        let first = UInt32(positions.count)
        for (s, t) in [(0, 0), (1, 0), (1, 1), (0, 1)] {
          var p = Vector3f.zero
          p[axis] = side == 0 ? low[axis] : high[axis]
          p[a] = s == 0 ? low[a] : high[a]
          p[b] = t == 0 ? low[b] : high[b]
          positions.append(p)
          normals.append(n)
          uvs.append(Vector2f(Float(s), Float(t) / 4))
        }
        triangles += [SIMD3(first, first + 1, first + 2), SIMD3(first, first + 2, first + 3)]
      }
    }
    return Mesh(
      positions: positions, normals: normals, uvs: uvs,
      colors: colors.map { [SIMD4<Float>](repeating: $0, count: positions.count) } ?? [],
      triangles: triangles)
  }

  /// Two by two texels: red, green with half alpha, blue, white.
  static let texture = Texture(
    name: "four",
    image: Raster<UInt8>(
      width: 2, height: 2, channels: 4,
      values: [255, 0, 0, 255, 0, 255, 0, 128, 0, 0, 255, 255, 255, 255, 255, 255]),
    wrap: (.clamp, .mirror))

  static func world() -> World {
    let plain = Material(name: "plain wood", baseColor: [0.5, 0.25, 0.125, 1], roughness: 0.75)
    var painted = Material(name: "painted", baseColorTexture: texture, metallic: 0.25)
    painted.alpha = .mask(cutoff: 0.25)
    painted.normalTexture = texture
    var lamp = Material(name: "glow", emissive: Vector3f(4, 2, 1), isUnlit: false)
    lamp.alpha = .blend
    lamp.isDoubleSided = true
    let box = Ontology.named("box") ?? Ontology.classes[0]
    let chair = Ontology.named("chair") ?? Ontology.classes[0]
    let crate = Asset(
      name: "crate", nativeClass: box,
      pieces: [.init(mesh: cuboid([-0.5, -0.5, 0], [0.5, 0.5, 1]), material: 0)],
      materials: [plain])
    var fittings = Asset.Fittings()
    fittings.joints = [.init(name: "lid", node: 1, motion: .slide(Vector3(0, 0, 0.5)))]
    let lidded = Asset(
      name: "lidded", nativeClass: box,
      pieces: [
        .init(mesh: cuboid([-1, -0.5, 0], [1, 0.5, 0.5]), material: 0),
        .init(mesh: cuboid([-1, -0.5, 0], [1, 0.5, 0.25]), node: 1, material: 1, part: 1),
        .init(
          mesh: cuboid([-0.25, -0.25, 0.25], [0.25, 0.25, 0.5], colors: [1, 0.5, 0.25, 1]), node: 1,
          material: 2, part: 1),
      ],
      materials: [plain, painted, lamp], parts: ["body", "the lid"],
      nodes: [
        .init(name: "root"), .init(name: "lid", parent: 0, rest: .init(translation: Vector3(0, 0, 0.5))),
      ], fittings: fittings)
    let mirrored = Asset(
      name: "mirrored", nativeClass: chair,
      pieces: [.init(mesh: cuboid([0, 0, 0], [1, 2, 3]), material: 0)], materials: [plain],
      nodes: [.init(name: "root", rest: NodePose(scale: Vector3(-1, 1, 1)))])
    func at(_ x: Double, _ y: Double, _ z: Double, yaw: Double = 0) -> Track {
      Track(still: RigidTransform(rotation: Quaternion(yaw: yaw), translation: Vector3(x, y, z)))
    }
    var world = World(entities: [
      Entity(id: 3, name: "crate a", asset: crate, track: at(5, 0, 0)),
      Entity(
        id: 7, name: "crate \"b\"", asset: crate, track: at(0, 8, 1, yaw: 0.75), scale: 2,
        attributes: [("room", "2"), ("room_kind", "kitchen"), ("supported_by", "3")]),
      Entity(
        id: 300, name: "lidded", asset: lidded, track: at(-4, -4, 0, yaw: -0.5),
        articulation: OpenJoints(all: lidded, open: 1), attributes: [("room", "bedroom_0")]),
      Entity(id: 301, name: "mirrored", nativeClass: chair, asset: mirrored, track: at(0, 0, 10)),
    ])
    world.rig.cameras = [
      .init(
        name: "left eye", camera: Camera(width: 64, height: 48, fx: 50, fy: 40, cx: 30, cy: 25, near: 0.125),
        rigFromCamera: Rig.mount(at: Vector3(1, 2, 3))),
      .init(
        name: "fish eye",
        camera: Camera(width: 64, height: 64, fx: 20, fy: 20, cx: 31.5, cy: 31.5, projection: .fisheye),
        rigFromCamera: Rig.mount(at: Vector3(1, 2, 4))),
    ]
    world.sun = Sun(direction: Vector3(0.6, 0, 0.8), irradiance: Vector3f(0.5, 0.25, 0.125))
    world.lights = [
      // 4 m² of exitance 0.01 × 100 000 lux, shining down.
      AreaLight(
        center: Vector3(1, 2, 3), shape: .panel(halfU: Vector3(0, 1, 0), halfV: Vector3(1, 0, 0)),
        exitance: Vector3f(0.005, 0.01, 0.0025), entity: 300),
      AreaLight(center: Vector3(4, 5, 6), shape: .ball(radius: 0.5), exitance: Vector3f(0.02, 0.02, 0.02)),
      // Switched off.
      AreaLight(center: Vector3(4, 5, 6), shape: .ball(radius: 0.5), exitance: .zero),
    ]
    return world
  }

  static let scene = SceneModel(world(), at: 0.5, name: "small 0")

  /// A folder of its own.
  static func folder() -> String {
    FileManager.default.temporaryDirectory.appendingPathComponent("scene-\(UUID().uuidString)").path
  }

  /// The scene written as `small.EXT` in a folder; returns the path of the main file.
  static func write(_ type: any SceneFormat.Type, in folder: String) throws -> String {
    let path = folder + "/small." + type.fileExtension
    let files = try StagedScene(path, files: DurableFiles(sync: .never))
    try type.init().write(scene, to: files)
    try files.commit()
    return path
  }

  static func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: path)))
  }

  /// Area, and volume by the divergence theorem: positive for closed meshes that face outward.
  static func measures(_ triangles: [(Vector3, Vector3, Vector3)]) -> (area: Double, volume: Double) {
    triangles.reduce((0, 0)) {
      let (a, b, c) = $1
      return ($0.0 + length(cross(b - a, c - a)) / 2, $0.1 + dot(a, cross(b, c)) / 6)
    }
  }

  /// What must come out, worked out by hand: area, volume, lowest and highest corner by instance.
  static let truth: [UInt32: (area: Double, volume: Double, low: Vector3, high: Vector3)] = {
    let (s, c) = DeterministicMath.sincos(0.75)
    let (s2, c2) = DeterministicMath.sincos(-0.5)
    let (wide, deep) = (c2 + 0.5 * s2.magnitude, s2.magnitude + 0.5 * c2)
    return [
      3: (6, 1, Vector3(4.5, -0.5, 0), Vector3(5.5, 0.5, 1)),
      7: (24, 8, Vector3(-(s + c), 8 - (s + c), 1), Vector3(s + c, 8 + s + c, 3)),
      // The body 2 × 1 × ½; the lid 2 × 1 × ¼ half a metre higher; a knob ½ × ½ × ¼ on it.
      300: (
        7 + 5.5 + 1, 1 + 0.5 + 0.0625, Vector3(-4 - wide, -4 - deep, 0), Vector3(-4 + wide, -4 + deep, 1.5)
      ),
      301: (22, 6, Vector3(-1, 0, 10), Vector3(0, 2, 13)),
    ]
  }()

  /// Compares triangles of one instance with the truth.
  static func differences(
    _ id: UInt32, _ triangles: [(Vector3, Vector3, Vector3)], slack: Double = 1e-5
  ) -> String? {
    guard let wanted = truth[id] else { return "thing \(id)" }
    let found = measures(triangles)
    let box = Box3(triangles.flatMap { [$0.0, $0.1, $0.2] })
    let sound =
      abs(found.area - wanted.area) < slack && abs(found.volume - wanted.volume) < slack
      && greatest(abs(box.min - wanted.low)) < slack && greatest(abs(box.max - wanted.high)) < slack
    return sound ? nil : "\(id): \(found) \(box), not \(wanted)"
  }

  static func abs(_ v: Vector3) -> Vector3 { maximum(v, -v) }
  static func abs(_ x: Double) -> Double { x.magnitude }
}
