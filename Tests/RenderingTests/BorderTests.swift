import Geometry
import Imaging
import Rendering
import Testing
import VectorMath
import WorldModel

/// Where off-by-one errors live: single pixels, image borders, odd sizes, extreme scales, nothing at all.
@Suite struct BorderTests {
  /// A camera at the origin whose pixel (u, v) sees ((u − cx)/64, (v − cy)/64, 1): exact in binary.
  private static func camera(_ width: Int, _ height: Int) -> Camera {
    Camera(width: width, height: height, fx: 64, fy: 64, cx: 16, cy: 8, near: 0.125)
  }

  /// A rectangle that covers [u0, u1] × [v0, v1] of that camera's image.
  private static func patch(_ u0: Double, _ v0: Double, _ u1: Double, _ v1: Double, z: Double = 1) -> Mesh {
    func corner(_ u: Double, _ v: Double) -> Vector3f {
      Vector3f(Vector3((u - 16) / 64, (v - 8) / 64, 1) * z)
    }
    return Mesh(
      positions: [corner(u0, v0), corner(u0, v1), corner(u1, v1), corner(u1, v0)],
      triangles: [SIMD3(0, 1, 2), SIMD3(0, 2, 3)])
  }

  private static func snapshot(_ meshes: [Mesh]) -> Snapshot {
    let pieces = meshes.enumerated().map {
      Snapshot.Piece(mesh: $1, entity: $0, material: 0, worldFromMesh: .identity)
    }
    return Snapshot(
      time: 0, pieces: pieces, materials: [Material(name: "m", isDoubleSided: true)],
      subjects: pieces.indices.map {
        Snapshot.Subject(
          id: UInt32($0 + 1), nativeClass: Ontology.classes[0], worldFromObject: .identity,
          pieces: $0..<($0 + 1))
      })
  }

  private static func seen(_ meshes: [Mesh], _ camera: Camera, renderer: Renderer = Renderer()) -> Raster<
    UInt32
  > {
    let s = snapshot(meshes)
    renderer.render(
      s,
      ViewRequest(
        camera: camera, worldFromCamera: .identity, channels: [.visibility, .depth, .instance]),
      atlas: TextureAtlas(s.materials))
    let (piece, depth, instance) = (renderer.buffers.piece, renderer.buffers.depth, renderer.buffers.instance)
    // One coverage for all.
    let isOne = piece.values.indices.allSatisfy {
      (piece.values[$0] > 0) == (depth.values[$0] < .infinity) && piece.values[$0] == instance.values[$0]
    }
    #expect(isOne)
    return piece
  }

  static let sizes = [
    [1, 1], [1, 17], [17, 1], [67, 131], [64, 64], [65, 63], [7, 9], [128, 3], [63, 130], [129, 65],
  ]

  @Test(arguments: sizes) func onePixelIsOnePixelEverywhere(_ size: [Int]) {
    let (w, h) = (size[0], size[1])
    let renderer = Renderer()
    for v in Set([0, 1, h / 2, 63, 64, h - 2, h - 1]).filter({ $0 >= 0 && $0 < h }).sorted() {
      for u in Set([0, 1, 7, 8, w / 2, 63, 64, w - 2, w - 1]).filter({ $0 >= 0 && $0 < w }).sorted() {
        let (x, y) = (Double(u), Double(v))
        for reach in [0.004, 0.5, 0.99] {
          let piece = Self.seen(
            [Self.patch(x - reach, y - reach, x + reach, y + reach)], Self.camera(w, h), renderer: renderer)
          let hit = piece.values.indices.filter { piece.values[$0] != 0 }
          #expect(hit == [v * w + u], "\(w)×\(h) pixel (\(u), \(v)) reach \(reach): \(hit)")
        }
        // Between the centres lies nothing.
        let gap = Self.seen(
          [Self.patch(x + 0.01, y + 0.01, x + 0.99, y + 0.99)], Self.camera(w, h), renderer: renderer)
        #expect(gap.values.allSatisfy { $0 == 0 })
      }
    }
  }

  @Test func topAndLeftEdgesOwnTheirCentres() {
    let camera = Self.camera(40, 40)
    let piece = Self.seen([Self.patch(5, 6, 9, 12)], camera)
    for v in 0..<40 {
      for u in 0..<40 { #expect((piece[u, v] != 0) == (u >= 5 && u < 9 && v >= 6 && v < 12), "(\(u), \(v))") }
    }
  }

  @Test(arguments: sizes) func fullImagesAreFull(_ size: [Int]) {
    let (w, h) = (size[0], size[1])
    let camera = Self.camera(w, h)
    for z in [0.125, 1, 4096] {
      let all = Self.seen([Self.patch(-0.5, -0.5, Double(w) - 0.5, Double(h) - 0.5, z: z)], camera)
      #expect(all.values.allSatisfy { $0 == 1 })
      let past = Self.seen([Self.patch(-90_000, -90_000, 90_000, 90_000, z: z)], camera)
      #expect(past.values.allSatisfy { $0 == 1 })
    }
    // All around the image, and behind the camera: nothing.
    let beside = [
      Self.patch(-30, -30, -0.51, Double(h) + 30),
      Self.patch(Double(w) - 0.49, -30, Double(w) + 30, Double(h) + 30),
      Self.patch(-30, -30, Double(w) + 30, -0.51), Self.patch(-30, Double(h) - 0.49, Double(w) + 30, 900),
      Self.patch(-9, -9, Double(w) + 9, Double(h) + 9, z: -1),
      Self.patch(-9, -9, Double(w) + 9, Double(h) + 9, z: 0.1249),
    ]
    #expect(Self.seen(beside, camera).values.allSatisfy { $0 == 0 })
  }

  @Test func nothingIsSeenInAnEmptyWorld() {
    let renderer = Renderer()
    let all = CaptureChannels(rawValue: (1 << 12) - 1)
    let here = OtherInstant(snapshot: Self.snapshot([]), worldFromCamera: .identity)
    renderer.render(
      Self.snapshot([]),
      ViewRequest(camera: Self.camera(67, 5), worldFromCamera: .identity, channels: all),
      atlas: TextureAtlas([]), next: here, previous: here)
    let b = renderer.buffers
    #expect(b.depth.values.allSatisfy { $0 == .infinity })
    #expect(b.piece.values.allSatisfy { $0 == 0 } && b.triangle.values.allSatisfy { $0 == 0 })
    #expect(b.instance.values.allSatisfy { $0 == 0 } && b.semantic.values.allSatisfy { $0 == 0 })
    for r in [b.normal, b.faceNormal, b.uv, b.flowForward, b.flowBackward] {
      #expect(r.values.allSatisfy { $0 == 0 })
    }
    #expect(b.hdr.values.allSatisfy { $0.isFinite && $0 >= 0 } && b.albedo.values.allSatisfy { $0 == 0 })
    let world = World(
      rig: Rig(cameras: [
        Rig.MountedCamera(name: "c", camera: Self.camera(67, 5), rigFromCamera: .identity)
      ]))
    let c = CameraSensor().capture(
      CameraSensor.Moment(world: world, time: 0, step: 0.1), world.rig.cameras[0],
      channels: CaptureChannels(rawValue: (1 << 18) - 1), atlas: TextureAtlas([]))
    #expect(c.alone.isEmpty && c.sceneFlow?.values.allSatisfy { $0 == 0 } == true)
    #expect(c.occlusionForward?.values.allSatisfy { $0 == 0 } == true)
  }

  /// Everything 2ᵏ times as large, near plane and all: the same picture, depths 2ᵏ times as large, bit for bit.
  @Test(arguments: [-10, 17]) func sizeMeansNothing(_ exponent: Int) {
    let scale = Double(sign: .plus, exponent: exponent, significand: 1)
    for number in 0..<8 {
      let scene = RandomScene(number, width: 131, height: 67)
      var scaled = scene
      for i in scaled.snapshot.pieces.indices {
        let m = scaled.snapshot.pieces[i].worldFromMesh
        scaled.snapshot.pieces[i].worldFromMesh = AffineTransform(
          linear: m.linear * Matrix3(diagonal: Vector3(repeating: scale)), translation: m.translation * scale)
      }
      scaled.worldFromCamera.translation *= scale
      scaled.camera.near *= scale
      let renderer = Renderer()
      func run(_ s: RandomScene) -> (Raster<UInt32>, Raster<Float>, Raster<Float>, Raster<Float>) {
        renderer.render(
          s.snapshot,
          ViewRequest(
            camera: s.camera, worldFromCamera: s.worldFromCamera,
            channels: [.visibility, .depth, .normal, .uv]),
          atlas: TextureAtlas(s.snapshot.materials))
        let b = renderer.buffers
        return (b.triangle, b.depth, b.normal, b.uv)
      }
      let (one, many) = (run(scene), run(scaled))
      #expect(one.0 == many.0)
      #expect(one.1.values.map { $0 * Float(scale) } == many.1.values)
      #expect(one.2 == many.2 && one.3 == many.3)
    }
  }

  /// Moving the principal point by whole pixels moves the picture by as many.
  @Test func principalPointMovesThePicture() {
    let renderer = Renderer()
    for number in 0..<8 {
      let scene = RandomScene(number, width: 100, height: 80)
      func run(_ du: Int, _ dv: Int) -> (Raster<UInt32>, Raster<Float>) {
        var camera = scene.camera
        // Binary fractions, so that the sum is exact.
        camera.cx = (camera.cx * 16).rounded() / 16 + Double(du)
        camera.cy = (camera.cy * 16).rounded() / 16 + Double(dv)
        renderer.render(
          scene.snapshot,
          ViewRequest(
            camera: camera, worldFromCamera: scene.worldFromCamera, channels: [.visibility, .depth]),
          atlas: TextureAtlas(scene.snapshot.materials))
        return (renderer.buffers.triangle, renderer.buffers.depth)
      }
      let here = run(0, 0)
      for (du, dv) in [(1, 0), (0, -1), (37, 21), (-64, 40)] {
        let there = run(du, dv)
        var different = 0
        var worst: Float = 0
        for v in 0..<80 where v + dv >= 0 && v + dv < 80 {
          for u in 0..<100 where u + du >= 0 && u + du < 100 {
            if here.0[u, v] != there.0[u + du, v + dv] { different += 1 }
            let (a, b) = (here.1[u, v], there.1[u + du, v + dv])
            if here.0[u, v] == there.0[u + du, v + dv], a != b {
              worst = max(worst, (a - b).magnitude / a)
            }
          }
        }
        // A coordinate that rounds the other way in the last place, once in a while.
        #expect(different <= 2 && worst < 1e-6)
      }
    }
  }
}
