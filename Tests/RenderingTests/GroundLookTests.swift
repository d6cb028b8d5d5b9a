import Geometry
import Imaging
import Rendering
import Testing
import VectorMath
import WorldModel

/// Grounds seen from above and along: no repeats, the same mean near and far, stripes that last towards the horizon.
@Suite struct GroundLookTests {
  /// Grey noise over 2 m that repeats.
  private static let texture: Texture = {
    var texels = [UInt32](repeating: 0, count: 64 * 64)
    var state: UInt32 = 12345
    for i in texels.indices {
      state = state &* 1_664_525 &+ 1_013_904_223
      let v = 90 + (state >> 24) % 100
      texels[i] = v | v << 8 | v << 16 | 255 << 24
    }
    return Texture(name: "noise", width: 64, height: 64, texels: texels)
  }()

  private static func plane(_ material: Material, size: Float, repeats: Float) -> Snapshot {
    let h = size / 2
    let t = repeats / 2
    let mesh = Mesh(
      positions: [Vector3f(-h, h, 0), Vector3f(-h, -h, 0), Vector3f(h, -h, 0), Vector3f(h, h, 0)],
      uvs: [Vector2f(-t, t), Vector2f(-t, -t), Vector2f(t, -t), Vector2f(t, t)],
      triangles: [SIMD3(0, 1, 2), SIMD3(0, 2, 3)])
    return Snapshot(
      time: 0, pieces: [Snapshot.Piece(mesh: mesh, entity: 0, material: 0, worldFromMesh: .identity)],
      materials: [material],
      subjects: [
        Snapshot.Subject(id: 1, nativeClass: Ontology.classes[0], worldFromObject: .identity, pieces: 0..<1)
      ])
  }

  private static func material(_ kind: GroundFinish.Kind?, puddles: Float = 0) -> Material {
    var m = Material(name: "ground", baseColorTexture: texture, roughness: 0.9)
    m.ground = kind.map { GroundFinish(kind: $0, tile: 2, puddles: puddles) }
    return m
  }

  private static func above(
    _ snapshot: Snapshot, height: Double, side: Int, field: Double, _ channels: CaptureChannels
  ) -> FrameBuffers {
    let renderer = Renderer()
    renderer.render(
      snapshot,
      ViewRequest(
        camera: Camera(width: side, height: side, horizontalFieldOfView: field),
        worldFromCamera: AnalyticScene.lookingAt(Vector3(0, 0, 0), from: Vector3(0, 0.001, height)),
        channels: channels), atlas: TextureAtlas(snapshot.materials))
    return renderer.buffers
  }

  private static func rows(_ r: Raster<UInt8>) -> [[Double]] {
    (0..<r.height).map { v in (0..<r.width).map { Double(r[$0, v, 1]) } }
  }

  /// Correlation of a picture with itself, so many columns further.
  private static func correlation(_ picture: [[Double]], lag: Int) -> Double {
    let all = picture.flatMap { $0 }
    let mean = all.reduce(0, +) / Double(all.count)
    var (same, shifted, count) = (0.0, 0.0, 0.0)
    for row in picture {
      for u in 0..<(row.count - lag) {
        shifted += (row[u] - mean) * (row[u + lag] - mean)
        count += 1
      }
    }
    for v in all { same += (v - mean) * (v - mean) }
    return shifted / count / max(same / Double(all.count), 1e-9)
  }

  @Test(arguments: [GroundFinish.Kind.asphalt, .grass, .gravel]) func nothingRepeats(
    _ kind: GroundFinish.Kind
  ) {
    // 16 m over 512 pixels: a repeat of the texture is 64 pixels.
    let field = 2 * DeterministicMath.atan2(8, 20)
    func lagged(_ material: Material) -> Double {
      let snapshot = Self.plane(material, size: 60, repeats: 30)
      let b = Self.above(snapshot, height: 20, side: 512, field: field, .albedo)
      let rows = Self.rows(b.albedo)
      // What stands out of the slow changes around it is the repeat.
      let around = Self.correlation(rows, lag: 52) + Self.correlation(rows, lag: 76)
      return Self.correlation(rows, lag: 64) - around / 2
    }
    #expect(lagged(Self.material(nil)) > 0.7)
    #expect(lagged(Self.material(kind)).magnitude < 0.25, "\(lagged(Self.material(kind)))")
  }

  /// A picture of few pixels has the mean of one of many: what is too fine fades to what it was on average.
  @Test(arguments: GroundFinish.Kind.allCases) func farIsTheMeanOfNear(_ kind: GroundFinish.Kind) {
    let snapshot = Self.plane(Self.material(kind), size: 60, repeats: 30)
    func mean(_ side: Int) -> Double {
      let b = Self.above(snapshot, height: 30, side: side, field: 1, .hdr)
      let values = b.hdr.values
      return stride(from: 1, to: values.count, by: 3).reduce(0.0) { $0 + Double(values[$1]) }
        / Double(side * side)
    }
    let (near, far) = (mean(1400), mean(40))
    #expect((far / near - 1).magnitude < 0.08, "\(near) near, \(far) far")
  }

  /// Lines that run away from the eye stay apart where a look-up by the footprint's length would have mixed them.
  @Test func stripesLastTowardsTheHorizon() {
    var texels = [UInt32](repeating: 0xff00_0000, count: 64 * 64)
    for i in texels.indices where i % 64 < 32 { texels[i] = 0xffff_ffff }
    let stripes = Texture(name: "stripes", width: 64, height: 64, texels: texels)
    let snapshot = Self.plane(
      Material(name: "s", baseColorTexture: stripes, isUnlit: true), size: 80, repeats: 80)
    let renderer = Renderer()
    renderer.render(
      snapshot,
      ViewRequest(
        camera: Camera(width: 320, height: 240, horizontalFieldOfView: 0.5),
        worldFromCamera: AnalyticScene.lookingAt(Vector3(0, 0, 0), from: Vector3(0, -20, 1.4)),
        channels: [.albedo]), atlas: TextureAtlas(snapshot.materials))
    // Stripes run along y: seen from −y they run away.
    let row = (60..<260).map { Int(renderer.buffers.albedo[$0, 120, 1]) }
    #expect((row.max() ?? 0) - (row.min() ?? 0) > 150, "\(row.min() ?? 0)…\(row.max() ?? 0)")
  }

  /// Puddles mirror; they change the picture, and of the labels only the colour of the surface.
  @Test func finishesTouchNoGeometry() {
    let channels: CaptureChannels = [.rgb, .depth, .normal, .uv, .instance, .visibility]
    let plain = Self.above(
      Self.plane(Self.material(nil), size: 20, repeats: 10), height: 5, side: 120, field: 1, channels)
    let other = Self.above(
      Self.plane(Self.material(.asphalt, puddles: 0.6), size: 20, repeats: 10), height: 5, side: 120,
      field: 1,
      channels)
    #expect(plain.rgb != other.rgb)
    #expect(plain.depth == other.depth && plain.normal == other.normal && plain.uv == other.uv)
    #expect(plain.instance == other.instance && plain.piece == other.piece)
  }
}
