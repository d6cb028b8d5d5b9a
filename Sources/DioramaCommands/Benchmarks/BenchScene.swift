import Assets
import Diagnostics
import Geometry
import Rendering
import VectorMath
import Vehicles
import WorldModel

/// What is rendered, and from where, in a measurement.
struct BenchScene: Sendable {
  var name: String
  var snapshot: Snapshot
  var camera: Camera
  var poses: [RigidTransform<WorldSpace, CameraSpace>]
  var shading: Shading

  /// A glTF scene with the camera path written for it.
  init(scene: String, cameras: String) throws {
    let entities = try GLTFImporter().importScene(scene).product
    let path = try BenchCameras.file(cameras)
    name = String(scene.split(separator: "/").last ?? "scene")
    snapshot = World(entities: entities, sun: Sun(direction: path.lightDirection)).snapshot(at: 0)
    camera = path.camera
    poses = path.worldFromCameras
    shading = .lambert(
      LambertShading(
        direction: Vector3f(path.lightDirection), ambient: Float(path.ambient), background: path.background))
  }

  private init(
    name: String, entities: [Entity], camera: Camera, eye: (Double) -> (Vector3, Vector3), frames: Int
  ) {
    let light = normalized(Vector3(0.4, 0.5, 0.8))
    self.name = name
    snapshot = World(entities: entities, sun: Sun(direction: light)).snapshot(at: 0)
    self.camera = camera
    poses = (0..<frames).map { i in
      let (from, to) = eye(Double(i) / Double(max(1, frames)))
      return Self.looking(from: from, at: to)
    }
    shading = .lambert(
      LambertShading(direction: Vector3f(light), ambient: 0.35, background: Vector3f(0.55, 0.7, 0.9)))
  }

  /// A street of the built-in assets, 60 frames along it: needs no file.
  static func street(width: Int, height: Int) -> BenchScene {
    let row = [
      "house", "tree", "car", "bench", "street_lamp", "pedestrian", "house_plaster", "van", "hedge", "bus",
    ]
    let assets = row.compactMap { AssetCatalog.make($0) ?? VehicleCatalog.make($0) }
    var entities = [
      Entity(id: 1, name: "ground", asset: Self.plane(side: 400), track: Track(still: .identity))
    ]
    for i in 0..<60 {
      let asset = assets[i % assets.count]
      let side: Double = i % 2 == 0 ? 1 : -1
      let distance = asset.restBounds.size.y > 4 ? 16.0 : 5.5
      entities.append(
        Entity(
          id: UInt32(i + 2), name: asset.name, asset: asset,
          track: Track(
            still: RigidTransform(
              rotation: Quaternion(axis: Vector3(0, 0, 1), angle: side * Double.pi / 2),
              translation: Vector3(Double(i) * 4, side * distance, 0)))))
    }
    return BenchScene(
      name: "street of built-in assets", entities: entities,
      camera: Camera(width: width, height: height, horizontalFieldOfView: 1.2),
      eye: { t in (Vector3(t * 120, 0, 1.6), Vector3(t * 120 + 10, 0.5, 1.5)) }, frames: 60)
  }

  /// Rolling ground of 2048 · `tiles`² triangles seen from above, all of it in the image and nothing twice.
  static func terrain(tiles: Int, width: Int, height: Int, frames: Int) -> BenchScene {
    let side = 100.0
    let cells = 32
    let material = Material(name: "ground", baseColor: SIMD4(0.5, 0.6, 0.4, 1))
    func point(_ i: Int, _ j: Int) -> Vector3f {
      let (x, y) = (side * Double(i) / Double(cells * tiles), side * Double(j) / Double(cells * tiles))
      let z = DeterministicMath.sin(x * 0.3) + DeterministicMath.sin(y * 0.4 + x * 0.1)
      return Vector3f(Vector3(x - side / 2, y - side / 2, z))
    }
    var entities: [Entity] = []
    for tile in 0..<(tiles * tiles) {
      let (a, b) = (tile % tiles * cells, tile / tiles * cells)
      let positions = (0...cells).flatMap { j in (0...cells).map { i in point(a + i, b + j) } }
      let row = UInt32(cells + 1)
      var triangles: [SIMD3<UInt32>] = []
      triangles.reserveCapacity(2 * cells * cells)
      for j in 0..<UInt32(cells) {
        for i in 0..<UInt32(cells) {
          let k = j * row + i
          triangles.append(SIMD3(k, k + 1, k + row + 1))
          triangles.append(SIMD3(k, k + row + 1, k + row))
        }
      }
      let mesh = Mesh(positions: positions, triangles: triangles)
      entities.append(
        Entity(
          id: UInt32(tile + 1), name: "tile", asset: Self.asset(mesh, material),
          track: Track(still: .identity)))
    }
    // From 54 m up the image's longer side spans less than the ground, so that it is full of it.
    let angle = 2 * DeterministicMath.atan(0.45 * side / 54)
    return BenchScene(
      name: "terrain", entities: entities,
      camera: Camera(width: width, height: height, horizontalFieldOfView: angle),
      eye: { t in
        let (s, c) = DeterministicMath.sincos(2 * Double.pi * t)
        return (Vector3(2 * c, 2 * s, 54), Vector3(0, 0, 0))
      }, frames: frames)
  }

  private static func asset(_ mesh: Mesh, _ material: Material) -> Asset {
    Asset(
      name: "ground", nativeClass: Ontology.named("object") ?? Ontology.classes[0],
      pieces: [Asset.Piece(mesh: mesh, material: 0)], materials: [material])
  }

  /// A camera upright in the world, or with the world's y up where it looks straight down.
  private static func looking(from eye: Vector3, at target: Vector3) -> RigidTransform<
    WorldSpace, CameraSpace
  > {
    let forward = normalized(target - eye)
    let right = normalized(cross(forward, forward.z.magnitude < 0.99 ? Vector3(0, 0, 1) : Vector3(0, 1, 0)))
    let axes = Matrix3(columns: right, cross(forward, right), forward)
    return RigidTransform(rotation: Quaternion(axes), translation: eye)
  }

  private static func plane(side: Double) -> Asset {
    let h = Float(side / 2)
    let mesh = Mesh(
      positions: [Vector3f(-h, -h, 0), Vector3f(h, -h, 0), Vector3f(h, h, 0), Vector3f(-h, h, 0)],
      triangles: [SIMD3(0, 1, 2), SIMD3(0, 2, 3)])
    return Self.asset(mesh, Material(name: "ground", baseColor: SIMD4(0.4, 0.4, 0.4, 1)))
  }
}
