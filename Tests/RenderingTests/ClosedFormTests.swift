import Geometry
import Imaging
import Rendering
import Testing
import VectorMath
import WorldModel

/// Depth, normals and texture coordinates of bodies that have closed forms.
@Suite struct ClosedFormTests {
  private static let turn = Quaternion(yaw: 0.5, pitch: 0.3, roll: -0.2)
  private static let scene = AnalyticScene(bodies: [
    AnalyticBody(.rectangle(width: 4000, height: 3000), at: .zero),
    AnalyticBody(.box(size: Vector3(2, 1, 1.5)), at: Vector3(0.5, 0.3, 1.5), rotation: turn),
    AnalyticBody(.sphere(radius: 1.2, subdivisions: 7), at: Vector3(-1.5, 1.5, 1.4)),
    AnalyticBody(
      .rectangle(width: 3, height: 2), at: Vector3(2.5, 2, 1), rotation: Quaternion(yaw: 0.3, roll: -1.2),
      material: Material(name: "sheet", isDoubleSided: true)),
  ])

  struct Eye: Sendable, CustomStringConvertible {
    var name: String
    var camera: Camera
    var pose: RigidTransform<WorldSpace, CameraSpace>
    var description: String { name }
  }

  static let eyes: [Eye] = {
    let plain = Camera(width: 160, height: 120, horizontalFieldOfView: 1.1)
    let odd = Camera(width: 131, height: 67, fx: 90, fy: 140, cx: 20.25, cy: 50.5, near: 0.3)
    let wide = Camera(width: 96, height: 96, horizontalFieldOfView: 2.4)
    return [
      Eye(
        name: "above", camera: plain,
        pose: AnalyticScene.lookingAt(Vector3(0, 0.5, 1), from: Vector3(4, -6, 3.2))),
      Eye(
        name: "grazing", camera: plain,
        pose: AnalyticScene.lookingAt(Vector3(0, 0.5, 0.2), from: Vector3(3, -7, 0.25))),
      Eye(
        name: "off centre", camera: odd,
        pose: AnalyticScene.lookingAt(Vector3(0, 0.5, 1.2), from: Vector3(-5, -3, 1.7))),
      Eye(
        name: "wide", camera: wide, pose: AnalyticScene.lookingAt(Vector3(0, 1, 1), from: Vector3(1, -2, 2))),
      Eye(
        name: "behind the sheet", camera: plain,
        pose: AnalyticScene.lookingAt(Vector3(2, 2, 1), from: Vector3(4.5, 6, 1.8))),
    ]
  }()

  /// Pixels whose surroundings settle what they show, with the truth.
  private static func visit(
    _ eye: Eye, _ body: (_ u: Int, _ v: Int, _ ray: Vector3, _ truth: AnalyticScene.Sight?) throws -> Void
  ) rethrows {
    for v in 0..<eye.camera.height {
      for u in 0..<eye.camera.width {
        let (x, y) = (Double(u), Double(v))
        guard scene.isSettled(eye.camera, eye.pose, u: x, v: y, reach: 0.05) else { continue }
        try body(u, v, eye.camera.ray(x, y), scene.sight(eye.camera, eye.pose, u: x, v: y))
      }
    }
  }

  private static func render(_ eye: Eye, _ channels: CaptureChannels) -> FrameBuffers {
    let renderer = Renderer()
    let snapshot = scene.snapshot()
    renderer.render(
      snapshot, ViewRequest(camera: eye.camera, worldFromCamera: eye.pose, channels: channels),
      atlas: TextureAtlas(snapshot.materials))
    return renderer.buffers
  }

  @Test(arguments: eyes) func depth(_ eye: Eye) {
    let buffers = Self.render(eye, [.depth, .instance, .semantic, .visibility])
    let (depth, instance, piece) = (buffers.depth, buffers.instance, buffers.piece)
    let semantic = buffers.semantic
    let ball = Self.scene.bodies[2].shape.deviation
    var seen = [0, 0, 0, 0, 0]
    var worst = [0.0, 0, 0, 0]
    var wrong = 0
    Self.visit(eye) { u, v, ray, truth in
      seen[(truth?.body ?? -1) + 1] += 1
      guard let truth else {
        if depth[u, v] < .infinity || instance[u, v] != 0 || piece[u, v] != 0 || semantic[u, v] != 0 {
          wrong += 1
        }
        return
      }
      if Int(instance[u, v]) != truth.body + 1 || Int(piece[u, v]) != truth.body + 1
        || semantic[u, v] != Self.scene.bodies[truth.body].nativeClass.id
      {
        wrong += 1
      }
      let slope = dot(truth.normal, eye.pose.rotation * ray).magnitude
      // A facet lies up to `deviation` inside the ball, seen along the ray.
      let slack = truth.body == 2 ? 1.5 * ball / slope : 0
      let error = max(0, (Double(depth[u, v]) - truth.depth).magnitude - slack) / truth.depth
      worst[truth.body] = max(worst[truth.body], error)
    }
    // A matrix entry is rounded to 26 bits below the largest: at grazing sight of a far plane, up to height over
    // distance turns that into more.
    #expect(worst.allSatisfy { $0 < 1e-5 }, "\(worst)")
    #expect(wrong == 0)
    #expect(seen.reduce(0, +) > eye.camera.width * eye.camera.height * 9 / 10)
  }

  @Test(arguments: eyes) func normals(_ eye: Eye) {
    let buffers = Self.render(eye, [.normal, .faceNormal, .depth])
    let (normal, face, depth) = (buffers.normal, buffers.faceNormal, buffers.depth)
    var wrong = 0
    var worst = [0.0, 0, 0, 0]
    Self.visit(eye) { u, v, ray, truth in
      func vector(_ r: Raster<Float>) -> Vector3 {
        Vector3(Double(r[u, v, 0]), Double(r[u, v, 1]), Double(r[u, v, 2]))
      }
      let (shading, flat) = (vector(normal), vector(face))
      guard let truth else {
        if shading != .zero || flat != .zero || depth[u, v] < .infinity { wrong += 1 }
        return
      }
      if (length(shading) - 1).magnitude > 1e-5 || (length(flat) - 1).magnitude > 1e-6
        || dot(flat, eye.pose.rotation * ray) >= 0
      {
        wrong += 1
      }
      let isBall = truth.body == 2
      worst[isBall ? 2 : 0] = max(worst[isBall ? 2 : 0], length(flat - truth.normal))
      worst[isBall ? 3 : 1] = max(worst[isBall ? 3 : 1], length(shading - truth.normal))
    }
    #expect(wrong == 0)
    #expect(worst[0] < 2e-7 && worst[1] < 2e-6, "\(worst)")
    // The ball's face normals turn from facet to facet, its shading normals follow the true ones.
    #expect(worst[2] < 2e-2 && worst[3] < 2e-3, "\(worst)")
  }

  /// Texture coordinates run evenly over rectangles and box faces.
  @Test(arguments: eyes) func textureCoordinates(_ eye: Eye) {
    let buffers = Self.render(eye, [.uv, .depth])
    let uv = buffers.uv
    var worst = 0.0
    Self.visit(eye) { u, v, _, truth in
      guard let truth else {
        if uv[u, v, 0] != 0 || uv[u, v, 1] != 0 { worst = .infinity }
        return
      }
      guard case .rectangle(let width, let height) = Self.scene.bodies[truth.body].shape else { return }
      let p = Self.scene.bodies[truth.body].track.pose(at: 0).inverse * truth.position
      let expected = Vector2(p.x / width + 0.5, 0.5 - p.y / height)
      worst = max(worst, length(Vector2(Double(uv[u, v, 0]), Double(uv[u, v, 1])) - expected))
    }
    #expect(worst < 5e-6, "\(worst)")
  }

  /// Points of the ball's facets on their planes exactly, not on the ball: each facet is flat to rounding.
  @Test func facetsAreFlat() {
    let eye = Self.eyes[0]
    let snapshot = Self.scene.snapshot()
    let buffers = Self.render(eye, [.depth, .visibility, .faceNormal])
    let (depth, piece, triangle) = (buffers.depth, buffers.piece, buffers.triangle)
    let face = buffers.faceNormal
    var worst = 0.0
    for v in 0..<eye.camera.height {
      for u in 0..<eye.camera.width where piece[u, v] == 3 {
        let p = eye.pose * (eye.camera.ray(Double(u), Double(v)) * Double(depth[u, v]))
        let mesh = snapshot.pieces[2].mesh
        let corner = mesh.triangles[Int(triangle[u, v]) - 1].x
        let a = snapshot.pieces[2].worldFromMesh * Vector3(mesh.positions[Int(corner)])
        let n = Vector3(Double(face[u, v, 0]), Double(face[u, v, 1]), Double(face[u, v, 2]))
        worst = max(worst, dot(n, p - a).magnitude)
      }
    }
    #expect(worst < 2e-6, "\(worst) m")
  }
}
