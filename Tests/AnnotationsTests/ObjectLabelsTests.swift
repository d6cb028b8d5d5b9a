import Annotations
import Geometry
import Imaging
import Rendering
import Testing
import VectorMath
import WorldModel

/// Boxes, masks, counts and the occlusion graph against renderings of each thing in a world of its own.
@Suite struct ObjectLabelsTests {
  private static let fixture = LabelFixture()
  private static let capture = fixture.capture()
  private static let labels = AnnotatorCatalog.labels(of: capture, by: AnnotatorCatalog.all)
  /// Depth of each thing alone, by index of the entity.
  private static let alone: [Int: Raster<Float>] = Dictionary(
    uniqueKeysWithValues: fixture.things.map { i in
      (
        i,
        fixture.alone(i).capture(.depth).depth ?? Raster(width: 1, height: 1, fill: 0)
      )
    })

  private static func box(_ isInside: (Int, Int) -> Bool) -> PixelBox? {
    var (u0, v0, u1, v1) = (Int.max, Int.max, -1, -1)
    for v in 0..<capture.camera.height {
      for u in 0..<capture.camera.width where isInside(u, v) {
        (u0, u1, v0, v1) = (min(u0, u), max(u1, u), min(v0, v), max(v1, v))
      }
    }
    return u1 < 0 ? nil : PixelBox(x: u0, y: v0, width: u1 - u0 + 1, height: v1 - v0 + 1)
  }

  private static func index(_ id: UInt32) throws -> Int {
    try #require(fixture.world.entities.firstIndex { $0.id == id })
  }

  @Test func boxesAndMasksAreThoseOfThePixels() throws {
    let boxes = try #require(Self.labels[Boxes2DLabel.self])
    let masks = try #require(Self.labels[MasksLabel.self])
    let instance = try #require(Self.labels.words(LabelNames.instance))
    #expect(boxes.entries.map(\.instance) == masks.entries.map(\.instance))
    var hidden = 0
    for (entry, mask) in zip(boxes.entries, masks.entries) {
      let alone = try #require(Self.alone[try Self.index(entry.instance)])
      #expect(entry.visible == Self.box { instance[$0, $1] == entry.instance })
      #expect(entry.amodal == Self.box { alone[$0, $1] < .infinity })
      let modal = mask.modal.bitmap
      let amodal = mask.amodal.bitmap
      for i in modal.values.indices where (modal.values[i] != 0) != (instance.values[i] == entry.instance) {
        Issue.record("modal mask of \(entry.instance) at \(i)")
      }
      for i in modal.values.indices where (amodal.values[i] != 0) != (alone.values[i] < .infinity) {
        Issue.record("amodal mask of \(entry.instance) at \(i)")
      }
      #expect(modal.values.indices.allSatisfy { modal.values[$0] <= amodal.values[$0] })
      #expect(mask.modal.bounds == entry.visible && mask.amodal.bounds == entry.amodal)
      if let visible = entry.visible { #expect(entry.amodal?.contains(visible) == true) }
      if entry.visible == nil && entry.amodal != nil { hidden += 1 }
    }
    #expect(hidden >= 1 && boxes.entries.count >= 10)
  }

  /// Whatever is nearest of the things alone, and of the ground, is what is seen.
  @Test func theNearestIsSeen() throws {
    let instance = try #require(Self.labels.words(LabelNames.instance))
    let layers = Self.capture.alone
    let isThing = Dictionary(
      uniqueKeysWithValues: Self.fixture.world.entities.map { ($0.id, $0.nativeClass.isThing) })
    let depth = try #require(Self.capture.depth)
    var wrong = 0
    for v in 0..<instance.height {
      for u in 0..<instance.width {
        var best: (w: Float, id: UInt32) = (0, 0)
        for layer in layers where layer.covers(u, v) {
          let w = layer.inverseDepth[(v - layer.v0) * layer.width + u - layer.u0]
          if w > best.w { best = (w, Self.fixture.world.entities[layer.entity].id) }
        }
        if isThing[instance[u, v]] == true {
          if instance[u, v] != best.id { wrong += 1 }
        } else if best.w * depth[u, v] > 1 + 1e-5 {
          wrong += 1
        }
      }
    }
    #expect(wrong == 0)
  }

  @Test func countsAreThoseOfALargerImage() throws {
    let visibility = try #require(Self.labels[VisibilityLabel.self])
    let instance = try #require(Self.labels.words(LabelNames.instance))
    var camera = Self.capture.camera
    camera.cx += Double(camera.width)
    camera.cy += Double(camera.height)
    camera.width *= 3
    camera.height *= 3
    var truncated = 0
    for entry in visibility.entries {
      let i = try Self.index(entry.instance)
      let large = try #require(Self.fixture.alone(i).capture(.depth, camera: camera).depth)
      let canvas = large.values.filter { $0 < .infinity }.count
      let alone = try #require(Self.alone[i])
      #expect(entry.canvasPixels == canvas, "\(Self.fixture.world.entities[i].name)")
      #expect(entry.amodalPixels == alone.values.filter { $0 < .infinity }.count)
      #expect(entry.visiblePixels == instance.values.filter { $0 == entry.instance }.count)
      #expect(entry.visiblePixels <= entry.amodalPixels && entry.amodalPixels <= entry.canvasPixels)
      #expect((0...1).contains(entry.visibleFraction) && (0...1).contains(entry.truncation))
      #expect((entry.truncation - (1 - Double(entry.amodalPixels) / Double(canvas))).magnitude < 1e-12)
      if entry.truncation > 0 { truncated += 1 }
    }
    // Every thing with a pixel on the canvas is listed, and no other.
    let listed = Set(visibility.entries.map(\.instance))
    for i in Self.fixture.things {
      let large = try #require(Self.fixture.alone(i).capture(.depth, camera: camera).depth)
      let entity = Self.fixture.world.entities[i]
      #expect(listed.contains(entity.id) == large.values.contains { $0 < .infinity }, "\(entity.name)")
    }
    #expect(truncated >= 3)
    // All but the crate behind the camera, and a post that may be too far to meet a pixel's centre.
    #expect(listed.count >= Self.fixture.things.count - 2)
  }

  @Test func occlusionGraphIsThatOfPairs() throws {
    let edges = try #require(Self.labels[OcclusionLabel.self]).edges
    #expect(
      edges.map { [$0.front, $0.behind] }
        == edges.map { [$0.front, $0.behind] }.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) })
    var table: [SIMD2<UInt32>: Int] = [:]
    for edge in edges { table[SIMD2(edge.front, edge.behind)] = edge.pixels }
    #expect(table.count == edges.count && edges.allSatisfy { $0.pixels > 0 })
    var found = 0
    for a in Self.fixture.things {
      for b in Self.fixture.things where a != b {
        let (za, zb) = (try #require(Self.alone[a]), try #require(Self.alone[b]))
        var (before, even) = (0, 0)
        for i in za.values.indices where za.values[i] < .infinity && zb.values[i] < .infinity {
          if (za.values[i] - zb.values[i]).magnitude < 1e-6 * za.values[i] {
            even += 1
          } else if za.values[i] < zb.values[i] {
            before += 1
          }
        }
        let ids = SIMD2(Self.fixture.world.entities[a].id, Self.fixture.world.entities[b].id)
        let pixels = table[ids] ?? 0
        #expect(pixels >= before && pixels <= before + even, "\(ids): \(pixels) against \(before)")
        if before > 0 { found += 1 }
      }
    }
    #expect(found > 6)
    // Two crates that pierce each other hide each other.
    let ids = [11, 12].map { Self.fixture.world.entities[$0].id }
    #expect(table[SIMD2(ids[0], ids[1])] != nil && table[SIMD2(ids[1], ids[0])] != nil)
  }

  @Test func boxes3DAreTight() throws {
    let boxes = try #require(Self.labels[Boxes3DLabel.self])
    let amodal = try #require(Self.labels[Boxes2DLabel.self])
    #expect(boxes.entries.map(\.instance) == amodal.entries.map(\.instance))
    let snapshot = Self.capture.snapshot
    var projected = 0
    for (entry, flat) in zip(boxes.entries, amodal.entries) {
      let i = try Self.index(entry.instance)
      let rotation = Quaternion(
        w: entry.rotation[0], x: entry.rotation[1], y: entry.rotation[2], z: entry.rotation[3])
      let center = Vector3(entry.center[0], entry.center[1], entry.center[2])
      let size = Vector3(entry.size[0], entry.size[1], entry.size[2])
      var reach = Box3()
      for piece in snapshot.pieces[snapshot.subjects[i].pieces] {
        for p in piece.positions {
          reach.insert(rotation.conjugate * (piece.worldFromMesh * Vector3(p) - center))
        }
      }
      #expect(length(reach.max - size / 2) < 1e-6 && length(reach.min + size / 2) < 1e-6)
      // The pose in the camera is the same pose.
      let cameraFromWorld = Self.capture.worldFromCamera.inverse
      let inCamera = Vector3(entry.cameraCenter[0], entry.cameraCenter[1], entry.cameraCenter[2])
      #expect(length(cameraFromWorld * center - inCamera) < 1e-9)
      let cameraRotation = Quaternion(
        w: entry.cameraRotation[0], x: entry.cameraRotation[1], y: entry.cameraRotation[2],
        z: entry.cameraRotation[3])
      var hull: [Vector2] = []
      for k in 0..<8 {
        let corner = Vector3(k & 1 == 0 ? -0.5 : 0.5, k & 2 == 0 ? -0.5 : 0.5, k & 4 == 0 ? -0.5 : 0.5) * size
        let world = cameraFromWorld * (center + rotation * corner)
        let p = inCamera + cameraRotation * corner
        #expect(length(world - p) < 1e-9)
        if p.z > 0 {
          let at = Self.capture.camera.project(p)
          let stored = try #require(entry.corners[k])
          #expect(length(Vector2(stored[0], stored[1]) - at) < 1e-6 * (1 + length(at)))
          hull.append(at)
        } else {
          #expect(entry.corners[k] == nil)
        }
      }
      if hull.count == 8, let box = flat.amodal {
        projected += 1
        let (low, high) = (hull.map(\.x).min() ?? 0, hull.map(\.x).max() ?? 0)
        let (top, foot) = (hull.map(\.y).min() ?? 0, hull.map(\.y).max() ?? 0)
        #expect(Double(box.x) >= low - 0.01 && Double(box.x + box.width - 1) <= high + 0.01)
        #expect(Double(box.y) >= top - 0.01 && Double(box.y + box.height - 1) <= foot + 0.01)
      }
    }
    #expect(projected > 6)
  }

  @Test func keypointsAreSeenWhereRaysReachThem() throws {
    let label = try #require(Self.labels[KeypointsLabel.self])
    let caster = RayCaster(snapshot: Self.capture.snapshot)
    let camera = Self.capture.camera
    var states = [0, 0, 0]
    for entry in label.entries {
      let i = try Self.index(entry.instance)
      let entity = Self.fixture.world.entities[i]
      #expect(entry.skeleton == "posts" && entry.points.count == entity.asset.keypoints.count)
      for (point, keypoint) in zip(entry.points, entity.asset.keypoints) {
        #expect(point.name == keypoint.name)
        states[point.visibility] += 1
        let nodes = entity.asset.objectFromNodes(entity.asset.restPoses)
        let world =
          entity.track.pose(at: Self.fixture.time) * (nodes[keypoint.node] * keypoint.position)
        let p = Self.capture.worldFromCamera.inverse * world
        #expect(length(p - Vector3(point.camera[0], point.camera[1], point.camera[2])) < 1e-9)
        let at = camera.project(p)
        let isInside =
          p.z > camera.near && at.x >= -0.5 && at.y >= -0.5 && at.x < Double(camera.width) - 0.5
          && at.y < Double(camera.height) - 0.5
        guard isInside else {
          #expect(point.visibility == 0 && point.u == 0 && point.v == 0)
          continue
        }
        #expect(length(at - Vector2(point.u, point.v)) < 1e-9)
        let hit = caster.sight(
          camera: camera, worldFromCamera: Self.capture.worldFromCamera, u: at.x.rounded(), v: at.y.rounded())
        #expect(point.visibility == ((hit?.t ?? .infinity) >= p.z - keypoint.radius ? 2 : 1), "\(point)")
      }
    }
    #expect(label.entries.count == 2 && states[1] > 0 && states[2] > 0, "\(states)")
  }

  @Test func objectsSayWhoIsThere() throws {
    let objects = try #require(Self.labels[ObjectsLabel.self])
    let instance = try #require(Self.labels.words(LabelNames.instance))
    let ids = objects.entries.map(\.instance)
    #expect(ids == ids.sorted() && Set(ids).count == ids.count)
    for id in Set(instance.values) where id != 0 { #expect(ids.contains(id)) }
    for entry in objects.entries {
      let entity = Self.fixture.world.entities[try Self.index(entry.instance)]
      #expect(entry.name == entity.name && entry.category == entity.nativeClass.name)
      #expect(entry.isThing == entity.nativeClass.isThing && entry.asset == entity.asset.name)
      #expect(entry.attributes == ["state": entity.name])
    }
  }

  @Test func motionIsThatOfTheTracks() throws {
    let motion = try #require(Self.labels[MotionLabel.self])
    for entry in motion.entries {
      let track = Self.fixture.world.entities[try Self.index(entry.instance)].track
      let (a, b) = (track.pose(at: 0.4), track.pose(at: 0.6))
      let velocity = (b.translation - a.translation) / 0.2
      #expect(length(velocity - Vector3(entry.velocity[0], entry.velocity[1], entry.velocity[2])) < 1e-6)
      #expect(((b.rotation.yaw - a.rotation.yaw) / 0.2 - entry.yawRate).magnitude < 1e-3)
    }
    #expect(motion.entries.contains { $0.yawRate != 0 })
  }
}
