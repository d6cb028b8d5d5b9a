import Annotations
import Geometry
import Imaging
import Rendering
import VectorMath
import WorldModel

/// A small street of everything that labels must tell apart, and what its camera records.
struct LabelFixture {
  var world: World
  var time = 0.5
  var step = 0.1

  /// Boxes with normals by face, corners counter-clockwise from outside.
  static func box(_ size: Vector3) -> Mesh {
    var positions: [Vector3f] = []
    var normals: [Vector3f] = []
    var uvs: [Vector2f] = []
    var triangles: [SIMD3<UInt32>] = []
    for axis in 0..<3 {
      for sign in [1.0, -1.0] {
        var n = Vector3.zero
        n[axis] = sign
        var right = Vector3.zero
        right[(axis + 1) % 3] = 1
        let up = cross(n, right)
        let first = UInt32(positions.count)
        for (s, t) in [(-1.0, 1.0), (-1, -1), (1, -1), (1, 1)] {
          positions.append(Vector3f((n + right * s + up * t) * size / 2))
          normals.append(Vector3f(n))
          uvs.append(Vector2f(Float(s + 1) / 2, Float(1 - t) / 2))
        }
        triangles += [SIMD3(first, first + 1, first + 2), SIMD3(first, first + 2, first + 3)]
      }
    }
    return Mesh(positions: positions, normals: normals, uvs: uvs, triangles: triangles)
  }

  private static func asset(
    _ name: String, _ className: String, _ meshes: [Mesh], materials: [Material], parts: [String] = ["body"],
    nodes: [Asset.Node] = [Asset.Node(name: "root")], keypoints: [Asset.Keypoint] = []
  ) -> Asset {
    Asset(
      name: name, nativeClass: Ontology.named(className) ?? Ontology.classes[0],
      pieces: meshes.enumerated().map {
        Asset.Piece(
          mesh: $1, node: min($0, nodes.count - 1), material: min($0, materials.count - 1),
          part: min($0, parts.count - 1))
      }, materials: materials, parts: parts, nodes: nodes, keypoints: keypoints,
      skeleton: keypoints.isEmpty ? "" : "posts")
  }

  private static func at(_ x: Double, _ y: Double, _ z: Double, yaw: Double = 0, pitch: Double = 0)
    -> RigidTransform<WorldSpace, ObjectSpace>
  {
    RigidTransform(rotation: Quaternion(yaw: yaw, pitch: pitch), translation: Vector3(x, y, z))
  }

  init(width: Int = 131, height: Int = 99) {
    let paint = Material(name: "paint", baseColor: SIMD4(0.7, 0.1, 0.1, 1))
    let glass = Material(name: "glass", baseColor: SIMD4(0.2, 0.3, 0.4, 1))
    var holes = Raster<UInt8>(width: 4, height: 4, channels: 4, fill: 255)
    for i in 0..<16 where (i / 4 + i) % 2 == 1 { holes[i % 4, i / 4, 3] = 0 }
    let fence = Material(
      name: "fence", baseColorTexture: Texture(name: "holes", image: holes, isNearest: true),
      alpha: .mask(cutoff: 0.5), isDoubleSided: true)
    let car = Self.asset(
      "car", "car", [Self.box(Vector3(4, 1.8, 0.8)), Self.box(Vector3(2, 1.6, 0.7))],
      materials: [paint, glass], parts: ["body", "cabin"],
      nodes: [
        Asset.Node(name: "root", rest: NodePose(translation: Vector3(0, 0, 0.6))),
        Asset.Node(name: "cabin", parent: 0, rest: NodePose(translation: Vector3(-0.2, 0, 0.7))),
      ],
      keypoints: [
        Asset.Keypoint(name: "front", node: 0, position: Vector3(2, 0, 0), radius: 0.05),
        Asset.Keypoint(name: "rear", node: 0, position: Vector3(-2, 0, 0), radius: 0.05),
        Asset.Keypoint(name: "roof", node: 1, position: Vector3(0, 0, 0.35), radius: 0.05),
        Asset.Keypoint(name: "middle", node: 0, position: .zero, radius: 1.2),
        Asset.Keypoint(name: "right", node: 0, position: Vector3(0, -0.9, 0), radius: 0.05),
        Asset.Keypoint(name: "left", node: 0, position: Vector3(0, 0.9, 0), radius: 0.05),
      ])
    let post = Self.asset("post", "pole", [Self.box(Vector3(0.2, 0.2, 3))], materials: [paint])
    let crate = Self.asset("crate", "box", [Self.box(Vector3(1, 1, 1))], materials: [glass])
    let screen = Self.asset("screen", "traffic_sign", [Self.box(Vector3(0.02, 3, 2))], materials: [fence])
    let road = Self.asset("road", "road", [Self.box(Vector3(120, 8, 0.1))], materials: [glass])
    let grass = Self.asset("grass", "terrain", [Self.box(Vector3(120, 30, 0.1))], materials: [paint])
    var entities: [Entity] = []
    func add(_ asset: Asset, _ name: String, _ track: Track, scale: Double = 1) {
      // Ids with gaps, as after despawning.
      entities.append(
        Entity(
          id: UInt32(3 * entities.count + 7), name: name, asset: asset, track: track, scale: scale,
          attributes: [("state", name)]))
    }
    func still(_ pose: RigidTransform<WorldSpace, ObjectSpace>) -> Track { Track(still: pose) }
    func moving(
      _ a: RigidTransform<WorldSpace, ObjectSpace>, _ b: RigidTransform<WorldSpace, ObjectSpace>
    ) -> Track {
      Track(keys: [Track.Key(time: 0, worldFromObject: a), Track.Key(time: 1, worldFromObject: b)])
    }
    add(road, "road", still(Self.at(40, 0, -0.05)))
    add(grass, "left grass", still(Self.at(40, 19, -0.06)))
    add(grass, "right grass", still(Self.at(40, -19, -0.06)))
    add(car, "near car", moving(Self.at(9, 1.2, 0, yaw: 0.3), Self.at(12, 1, 0, yaw: 0.1)))
    add(car, "far car", moving(Self.at(22, -1.5, 0, yaw: 2.9), Self.at(14, -1.4, 0, yaw: 3)))
    add(post, "post before the car", still(Self.at(7, 0.7, 1.5)))
    add(crate, "hidden crate", still(Self.at(16, 1.3, 0.5)))
    add(crate, "crate cut by the left border", still(Self.at(6, 3.3, 0.5, yaw: 0.4)))
    add(crate, "crate beside the image", still(Self.at(5, -5.5, 0.5)))
    add(crate, "crate behind the camera", still(Self.at(-4, 0, 0.5)))
    add(crate, "crate through the near plane", still(Self.at(0.9, -0.9, 1.2)))
    add(crate, "pierced crate", still(Self.at(11, -2.6, 0.5, yaw: 0.2)), scale: 1.7)
    add(crate, "mirrored crate in the pierced one", still(Self.at(10.4, -2.4, 1, yaw: 0.9)), scale: -1)
    add(screen, "screen", still(Self.at(8, -1.2, 1.4, yaw: 0.1)))
    add(post, "far post", still(Self.at(60, 3, 1.5)))
    world = World(entities: entities)
    let camera = Camera(width: width, height: height, horizontalFieldOfView: 1.1, near: 0.3)
    let mount = Rig.mount(at: Vector3(0, 0, 1.5), yaw: 0.02, pitch: -0.06)
    var right = camera
    right.cx += 3.25
    world.rig = Rig(
      cameras: [
        Rig.MountedCamera(name: "left", camera: camera, rigFromCamera: mount, stereoPartner: "right"),
        Rig.MountedCamera(
          name: "right", camera: right,
          rigFromCamera: RigidTransform(
            rotation: mount.rotation, translation: mount.translation + mount.rotation * Vector3(0.3, 0, 0))),
      ],
      track: moving(Self.at(0, 0, 0), Self.at(1, 0.2, 0, yaw: 0.05)))
  }

  static let everything = CaptureChannels(rawValue: (1 << 19) - 1)

  func capture(_ channels: CaptureChannels = everything, camera: Camera? = nil) -> Capture {
    var world = world
    if let camera { world.rig.cameras[0].camera = camera }
    let moment = CameraSensor.Moment(world: world, time: time, step: step)
    return CameraSensor().capture(
      moment, world.rig.cameras[0], channels: channels, atlas: TextureAtlas(moment.now.materials))
  }

  func labels() -> LabelSet { AnnotatorCatalog.labels(of: capture(), by: AnnotatorCatalog.all) }

  /// The same world with one entity only.
  func alone(_ index: Int) -> LabelFixture {
    var one = self
    one.world.entities = [world.entities[index]]
    return one
  }

  var things: [Int] { world.entities.indices.filter { world.entities[$0].nativeClass.isThing } }
}
