import Annotations
import Geometry
import Imaging
import Rendering
import Testing
import VectorMath
import WorldModel

/// Rasters that are worked out of others agree with them, pixel by pixel.
@Suite struct PixelLabelsTests {
  private static let fixture = LabelFixture()
  private static let capture = fixture.capture()
  private static let labels = AnnotatorCatalog.labels(of: capture, by: AnnotatorCatalog.all)

  private static func vector(_ r: Raster<Float>, _ i: Int) -> Vector3 {
    Vector3(Double(r.values[3 * i]), Double(r.values[3 * i + 1]), Double(r.values[3 * i + 2]))
  }

  @Test func onePixelOneCoverage() throws {
    let depth = try #require(Self.labels.floats(LabelNames.depth))
    let seen = depth.values.map { $0 < .infinity }
    #expect(seen.contains(true) && seen.contains(false))
    func expect(_ name: String, _ isSet: (Int) -> Bool) {
      #expect(seen.indices.allSatisfy { isSet($0) == seen[$0] }, "\(name)")
    }
    let distance = try #require(Self.labels.floats(LabelNames.distance))
    expect("distance") { distance.values[$0] < .infinity }
    for name in [LabelNames.instance, LabelNames.panoptic, LabelNames.part] {
      let r = try #require(Self.labels.words(name))
      expect(name) { r.values[$0] != 0 }
    }
    for name in [LabelNames.semantic, LabelNames.material] {
      let r = try #require(Self.labels.shorts(name))
      expect(name) { r.values[$0] != 0 }
    }
    for name in [
      LabelNames.normal, LabelNames.normalCamera, LabelNames.normalGeometric,
      LabelNames.normalGeometricCamera, LabelNames.positionWorld, LabelNames.positionCamera,
    ] {
      let r = try #require(Self.labels.floats(name))
      expect(name) { Self.vector(r, $0) != .zero }
    }
    let disparity = try #require(Self.labels.floats(LabelNames.disparity))
    expect("disparity") { disparity.values[$0] != 0 }
    for (name, channels) in [(LabelNames.flowForward, 2), (LabelNames.sceneFlow, 3), (LabelNames.uv, 2)] {
      let r = try #require(Self.labels.floats(name))
      let isQuiet = seen.indices.allSatisfy { i in
        seen[i] || (0..<channels).allSatisfy { r.values[channels * i + $0] == 0 }
      }
      #expect(isQuiet && r.values.allSatisfy(\.isFinite), "\(name)")
    }
  }

  @Test func geometryAgrees() throws {
    let (camera, pose) = (Self.capture.camera, Self.capture.worldFromCamera)
    let depth = try #require(Self.labels.floats(LabelNames.depth))
    let distance = try #require(Self.labels.floats(LabelNames.distance))
    let world = try #require(Self.labels.floats(LabelNames.positionWorld))
    let inCamera = try #require(Self.labels.floats(LabelNames.positionCamera))
    let normals = [LabelNames.normal, LabelNames.normalGeometric].compactMap(Self.labels.floats)
    let turned = [LabelNames.normalCamera, LabelNames.normalGeometricCamera].compactMap(Self.labels.floats)
    #expect(normals.count == 2 && turned.count == 2)
    let rotation = pose.rotation.matrix
    var worst = (distance: 0.0, camera: 0.0, pixel: 0.0, normal: 0.0)
    var inwards = 0
    for v in 0..<camera.height {
      for u in 0..<camera.width {
        let i = v * camera.width + u
        let z = Double(depth.values[i])
        guard z < .infinity else { continue }
        let (p, q) = (Self.vector(world, i), Self.vector(inCamera, i))
        worst.distance = max(worst.distance, (Double(distance.values[i]) - length(q)).magnitude / z)
        worst.camera = max(worst.camera, length(pose * q - p) / (1 + z))
        let at = camera.project(pose.inverse * p)
        worst.pixel = max(worst.pixel, length(at - Vector2(Double(u), Double(v))))
        for (n, m) in zip(normals, turned) {
          worst.normal = max(worst.normal, length(Self.vector(n, i) - rotation * Self.vector(m, i)))
        }
        if dot(Self.vector(turned[1], i), q) >= 0 { inwards += 1 }
      }
    }
    #expect(worst.distance < 3e-7 && worst.camera < 1e-6, "\(worst)")
    #expect(worst.pixel < 0.01 && worst.normal < 3e-7 && inwards == 0, "\(worst)")
  }

  @Test func idsFormOneTree() throws {
    let instance = try #require(Self.labels.words(LabelNames.instance))
    let semantic = try #require(Self.labels.shorts(LabelNames.semantic))
    let panoptic = try #require(Self.labels.words(LabelNames.panoptic))
    let part = try #require(Self.labels.words(LabelNames.part))
    let material = try #require(Self.labels.shorts(LabelNames.material))
    let segments = try #require(Self.labels[PanopticLabel.self]).segments
    let entities = Dictionary(uniqueKeysWithValues: Self.fixture.world.entities.map { ($0.id, $0) })
    let caster = RayCaster(snapshot: Self.capture.snapshot)
    var areas: [UInt32: Int] = [:]
    var boxes: [UInt32: (Int, Int, Int, Int)] = [:]
    var parts: Set<UInt32> = []
    var wrong = 0
    for v in 0..<instance.height {
      for u in 0..<instance.width {
        let id = instance[u, v]
        guard id != 0 else { continue }
        let entity = try #require(entities[id])
        if semantic[u, v] != entity.nativeClass.id { wrong += 1 }
        let key = entity.nativeClass.isThing ? id : 1 << 23 + UInt32(entity.nativeClass.id)
        if panoptic[u, v] != key || part[u, v] >> 8 != id { wrong += 1 }
        areas[key, default: 0] += 1
        let b = boxes[key] ?? (u, v, u, v)
        boxes[key] = (min(b.0, u), min(b.1, v), max(b.2, u), max(b.3, v))
        parts.insert(part[u, v] & 255)
        // Part and material of the very surface that a ray meets, but on outlines.
        guard
          let hit = caster.sight(
            camera: Self.capture.camera, worldFromCamera: Self.capture.worldFromCamera, u: Double(u),
            v: Double(v)), Int(Self.capture.piece?[u, v] ?? 0) == hit.piece + 1
        else { continue }
        let piece = Self.capture.snapshot.pieces[hit.piece]
        if Int(part[u, v] & 255) != piece.part + 1 || Int(material[u, v]) != piece.material + 1 { wrong += 1 }
      }
    }
    #expect(wrong == 0 && parts.contains(1) && parts.contains(2))
    #expect(segments.map(\.id) == areas.keys.sorted())
    for segment in segments {
      let b = try #require(boxes[segment.id])
      #expect(segment.area == areas[segment.id] && segment.id < 1 << 24)
      #expect(segment.box == PixelBox(x: b.0, y: b.1, width: b.2 - b.0 + 1, height: b.3 - b.1 + 1))
      #expect(segment.isThing == (segment.id < 1 << 23))
    }
    // Both lawns are one stretch of terrain.
    #expect(segments.filter { $0.category == "terrain" }.count == 1)
  }

  /// Disparity is where the other eye sees the point, different principal points and all.
  @Test func disparityIsTheOtherEyesColumn() throws {
    let depth = try #require(Self.labels.floats(LabelNames.depth))
    let disparity = try #require(Self.labels.floats(LabelNames.disparity))
    let partner = Self.fixture.world.rig.cameras[1]
    let right = Self.fixture.world.rig.worldFromCamera(partner, at: Self.fixture.time).inverse
    var worst = 0.0
    for v in 0..<depth.height {
      for u in 0..<depth.width where depth[u, v] < .infinity {
        let p = Self.capture.camera.ray(Double(u), Double(v)) * Double(depth[u, v])
        let at = partner.camera.project(right * (Self.capture.worldFromCamera * p))
        worst = max(worst, (Double(u) - at.x - Double(disparity[u, v])).magnitude)
      }
    }
    #expect(worst < 1e-4, "\(worst) px")
    #expect(Self.labels.bytes(LabelNames.disparityOcclusion)?.values.contains(1) == true)
  }

  @Test func flowIsSceneFlowSeen() throws {
    let position = try #require(Self.labels.floats(LabelNames.positionWorld))
    let depth = try #require(Self.labels.floats(LabelNames.depth))
    let motion = try #require(Self.labels.floats(LabelNames.sceneFlow))
    let flow = try #require(Self.labels.floats(LabelNames.flowForward))
    let mounted = Self.fixture.world.rig.cameras[0]
    let next = Self.fixture.world.rig.worldFromCamera(mounted, at: Self.fixture.time + Self.fixture.step)
    var worst = 0.0
    for v in 0..<depth.height {
      for u in 0..<depth.width where depth[u, v] < .infinity {
        let i = v * depth.width + u
        let p = Self.vector(position, i) + Self.capture.worldFromCamera.rotation * Self.vector(motion, i)
        let q = next.inverse * p
        guard q.z > 0.01 else { continue }
        let found = Vector2(Double(flow.values[2 * i]), Double(flow.values[2 * i + 1]))
        worst = max(worst, length(mounted.camera.project(q) - Vector2(Double(u), Double(v)) - found))
      }
    }
    #expect(worst < 0.01, "\(worst) px")
  }
}
