import Geometry
import Imaging
import RandomStreams
import Rendering
import VectorMath
import WorldModel

/// A world made of everything that is hard for a rasteriser, and a camera somewhere in it.
struct RandomScene {
  var snapshot: Snapshot
  var camera: Camera
  var worldFromCamera: RigidTransform<WorldSpace, CameraSpace>

  /// - Parameter number: worlds are numbered; a number always gives the same world.
  init(_ number: Int, width: Int = 160, height: Int = 120) {
    var draws = RandomStream(seed: 20).child(number)
    var pieces: [Snapshot.Piece] = []
    let materials = Self.materials
    func add(_ mesh: Mesh, _ material: Int, _ place: AffineTransform) {
      pieces.append(
        Snapshot.Piece(mesh: mesh, entity: pieces.count, material: material, worldFromMesh: place))
    }
    if number % 3 != 0 {
      // A ground that passes under, and mostly behind, the camera.
      add(
        AnalyticShape.rectangle(width: 400, height: 300).mesh, 0,
        AffineTransform(translation: Vector3(30, -20, -2)))
    }
    for _ in 0..<draws.integer(in: 6..<18) {
      let place = Self.place(&draws)
      switch draws.integer(in: 0..<7) {
      case 0, 1:
        let size = Vector3(draws.uniform(0.2, 3), draws.uniform(0.2, 3), draws.uniform(0.2, 3))
        add(AnalyticShape.box(size: size).mesh, draws.bool() ? 0 : 1, place)
      case 2:
        let ball = AnalyticShape.sphere(
          radius: draws.uniform(0.3, 1.5), subdivisions: draws.integer(in: 1..<4))
        add(ball.mesh, draws.bool(probability: 0.7) ? 0 : 1, place)
      case 3:
        add(
          AnalyticShape.rectangle(width: draws.uniform(0.5, 5), height: draws.uniform(0.5, 5)).mesh,
          draws.integer(in: 0..<2), place)
      case 4:
        add(AnalyticShape.rectangle(width: 3, height: 2).mesh, draws.integer(in: 2..<materials.count), place)
      case 5: add(Self.slivers(&draws), 1, place)
      default:
        // A body around the camera, or a wall through it.
        add(AnalyticShape.box(size: Vector3(9, 7, 5)).mesh, 1, place)
      }
    }
    let subjects = pieces.indices.map { i in
      Snapshot.Subject(
        id: UInt32(i + 1), nativeClass: Ontology.named("object") ?? Ontology.classes[0],
        worldFromObject: .identity, pieces: i..<(i + 1))
    }
    snapshot = Snapshot(time: 0, pieces: pieces, materials: materials, subjects: subjects)
    let eye = Vector3(draws.uniform(-6, 6), draws.uniform(-6, 6), draws.uniform(-1.9, 5))
    let target = Vector3(draws.uniform(-3, 3), draws.uniform(-3, 3), draws.uniform(-2, 2))
    let roll = Quaternion(axis: Vector3(0, 0, 1), angle: draws.bool() ? 0 : draws.uniform(-3, 3))
    let straight = AnalyticScene.lookingAt(target, from: eye)
    worldFromCamera = RigidTransform(
      rotation: (straight.rotation * roll).normalized, translation: straight.translation)
    camera = Camera(
      width: width, height: height, horizontalFieldOfView: draws.uniform(0.4, 1.9),
      near: draws.uniform(0.02, 0.6))
    if draws.bool() {
      camera.fy *= draws.uniform(0.6, 1.5)
      camera.cx += draws.uniform(-90, 90)
      camera.cy += draws.uniform(-70, 70)
    }
  }

  /// 0 one-sided, 1 two-sided, then surfaces with holes.
  static let materials: [Material] = [
    Material(name: "plain", baseColor: SIMD4(0.6, 0.5, 0.4, 1)),
    Material(name: "sheet", isDoubleSided: true),
    Material(
      name: "fence", baseColorTexture: .chequeredHoles(4, isNearest: false), alpha: .mask(cutoff: 0.5)),
    Material(
      name: "lattice", baseColorTexture: .chequeredHoles(6, isNearest: true), alpha: .mask(cutoff: 0.3),
      isDoubleSided: true),
    Material(
      name: "gauze", baseColorTexture: .chequeredHoles(8, isNearest: false, wrap: .mirror), alpha: .blend,
      isDoubleSided: true),
  ]

  /// Turned, sometimes mirrored, sometimes stretched.
  private static func place(_ draws: inout RandomStream) -> AffineTransform {
    let axis = draws.unitVector()
    let turn = Quaternion(axis: axis, angle: draws.bool(probability: 0.3) ? 0 : draws.uniform(-3, 3)).matrix
    var scale = Vector3(1, 1, 1)
    if draws.bool(probability: 0.4) {
      scale = Vector3(draws.uniform(0.3, 2), draws.uniform(0.3, 2), draws.uniform(0.3, 2))
    }
    if draws.bool(probability: 0.3) { scale.x *= -1 }
    let at = Vector3(draws.uniform(-5, 5), draws.uniform(-5, 5), draws.uniform(-2, 3))
    return AffineTransform(linear: turn * Matrix3(diagonal: scale), translation: at)
  }

  /// Triangles a few metres long and millimetres wide, and some ordinary ones that pierce each other.
  private static func slivers(_ draws: inout RandomStream) -> Mesh {
    var positions: [Vector3f] = []
    var triangles: [SIMD3<UInt32>] = []
    for _ in 0..<12 {
      let a = Vector3(draws.uniform(-2, 2), draws.uniform(-2, 2), draws.uniform(-2, 2))
      let b = Vector3(draws.uniform(-2, 2), draws.uniform(-2, 2), draws.uniform(-2, 2))
      let width = draws.bool() ? 0.005 : 1.5
      let c = a + Vector3(draws.uniform(-1, 1), draws.uniform(-1, 1), draws.uniform(-1, 1)) * width
      let first = UInt32(positions.count)
      positions += [Vector3f(a), Vector3f(b), Vector3f(c)]
      triangles.append(SIMD3(first, first + 1, first + 2))
    }
    return Mesh(positions: positions, triangles: triangles)
  }
}
