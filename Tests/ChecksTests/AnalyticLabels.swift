import Annotations
import Imaging
import VectorMath
import WorldModel

extension AnalyticScene {
  /// The sample of one frame, with both cameras of the pair and every label.
  func sample(_ frame: Int) -> Sample {
    Sample(
      index: frame, sequence: 0, frame: frame, time: Double(frame) * dt, worldFromRig: worldFromRig(frame),
      views: [view(frame, isRight: false), view(frame, isRight: true)], drawn: [],
      attributes: [("weather", "clear")])
  }

  private func view(_ frame: Int, isRight: Bool) -> Sample.View {
    var labels = LabelSet()
    maps(frame, isRight, &labels)
    objects(frame, isRight, &labels)
    labels.set(pointTracks(frame, isRight))
    labels.set(states(frame, of: labels))
    return Sample.View(
      sensor: isRight ? "right" : "left", camera: camera, rigFromCamera: rigFromCamera(isRight: isRight),
      worldFromCamera: worldFromCamera(frame, isRight: isRight), stereoBaseline: isRight ? nil : baseline,
      labels: labels)
  }

  /// A ray through a pixel, in the world, of length 1 along the camera's axis.
  private func ray(_ u: Double, _ v: Double, _ pose: RigidTransform<WorldSpace, CameraSpace>) -> Vector3 {
    pose.rotation.matrix * Vector3((u - camera.cx) / camera.fx, (v - camera.cy) / camera.fy, 1)
  }

  /// Where a world point is seen, and its depth.
  private func seen(_ p: Vector3, _ pose: RigidTransform<WorldSpace, CameraSpace>) -> (Vector2, Double) {
    let c = pose.rotation.matrix.transpose * (p - pose.translation)
    return (Vector2(camera.fx * c.x / c.z + camera.cx, camera.fy * c.y / c.z + camera.cy), c.z)
  }

  /// Whether a surface point is hidden from, behind, or outside the image of a camera.
  private func isHidden(_ p: Vector3, _ pose: RigidTransform<WorldSpace, CameraSpace>, _ frame: Int) -> Bool {
    let (place, z) = seen(p, pose)
    guard z > camera.near, place.x >= -0.5, place.y >= -0.5, place.x <= Double(camera.width) - 0.5,
      place.y <= Double(camera.height) - 0.5
    else { return true }
    guard let hit = trace(pose.translation, ray(place.x, place.y, pose), frame: frame) else { return false }
    return hit.depth < z - 1e-7
  }

  private func maps(_ frame: Int, _ isRight: Bool, _ labels: inout LabelSet) {
    let (w, h) = (camera.width, camera.height)
    func floats(_ channels: Int, _ fill: Float = 0) -> Raster<Float> {
      Raster(width: w, height: h, channels: channels, fill: fill)
    }
    var (depth, distance) = (floats(1, .infinity), floats(1, .infinity))
    var (world, local, normal, normalCamera) = (floats(3), floats(3), floats(3), floats(3))
    var (uv, forward, backward, motion, disparity) = (floats(2), floats(2), floats(2), floats(3), floats(1))
    func flags() -> Raster<UInt8> { Raster(width: w, height: h, fill: 0) }
    var (hiddenForward, hiddenBackward, hiddenRight) = (flags(), flags(), flags())
    var instance = Raster<UInt32>(width: w, height: h, fill: 0)
    var (panoptic, part) = (instance, instance)
    var semantic = Raster<UInt16>(width: w, height: h, fill: 0)
    var material = semantic
    var rgb = Raster<UInt8>(width: w, height: h, channels: 3, fill: 0)
    var albedo = rgb

    let pose = worldFromCamera(frame, isRight: isRight)
    let (next, previous) = (
      worldFromCamera(frame + 1, isRight: isRight), worldFromCamera(frame - 1, isRight: isRight)
    )
    let right = worldFromCamera(frame, isRight: true)
    let axes = pose.rotation.matrix.transpose
    for v in 0..<h {
      for u in 0..<w {
        guard let hit = trace(pose.translation, ray(Double(u), Double(v), pose), frame: frame) else {
          continue
        }
        let body = bodies[hit.body]
        guard let nativeClass = Ontology.named(body.category) else { continue }
        let inCamera = axes * (hit.point - pose.translation)
        depth[u, v] = Float(hit.depth)
        distance[u, v] = Float(length(hit.point - pose.translation))
        let later = moved(hit.point, body: hit.body, from: frame, to: frame + 1)
        let before = moved(hit.point, body: hit.body, from: frame, to: frame - 1)
        let here = seen(hit.point, pose).0
        let flow = seen(later, next).0 - here
        let back = seen(before, previous).0 - here
        let step = axes * (later - hit.point)
        let turned = axes * hit.normal
        for i in 0..<3 {
          world[u, v, i] = Float(hit.point[i])
          local[u, v, i] = Float(inCamera[i])
          normal[u, v, i] = Float(hit.normal[i])
          normalCamera[u, v, i] = Float(turned[i])
          motion[u, v, i] = Float(step[i])
          albedo[u, v, i] = self.albedo(hit, frame: frame)[i]
          rgb[u, v, i] = albedo[u, v, i] / 2
        }
        for i in 0..<2 {
          uv[u, v, i] = Float(hit.point[i])
          forward[u, v, i] = Float(flow[i])
          backward[u, v, i] = Float(back[i])
        }
        hiddenForward[u, v] = isHidden(later, next, frame + 1) ? 1 : 0
        hiddenBackward[u, v] = isHidden(before, previous, frame - 1) ? 1 : 0
        hiddenRight[u, v] = isHidden(hit.point, right, frame) ? 1 : 0
        disparity[u, v] = Float(camera.fx * baseline / hit.depth)
        instance[u, v] = body.id
        semantic[u, v] = nativeClass.id
        panoptic[u, v] = nativeClass.isThing ? body.id : 1 << 23 + UInt32(nativeClass.id)
        part[u, v] = body.id * 256 + UInt32(hit.part) + 1
        material[u, v] = UInt16(hit.body + 1)
      }
    }
    for (name, raster) in [
      (LabelNames.depth, depth), (LabelNames.distance, distance), (LabelNames.positionWorld, world),
      (LabelNames.positionCamera, local), (LabelNames.normal, normal),
      (LabelNames.normalCamera, normalCamera),
      (LabelNames.normalGeometric, normal), (LabelNames.normalGeometricCamera, normalCamera),
      (LabelNames.uv, uv),
      (LabelNames.flowForward, forward), (LabelNames.flowBackward, backward), (LabelNames.sceneFlow, motion),
    ] { labels.set(name, .float(raster)) }
    for (name, raster) in [
      (LabelNames.rgb, rgb), (LabelNames.albedo, albedo), (LabelNames.occlusionForward, hiddenForward),
      (LabelNames.occlusionBackward, hiddenBackward),
    ] { labels.set(name, .uint8(raster)) }
    for (name, raster) in [
      (LabelNames.instance, instance), (LabelNames.panoptic, panoptic), (LabelNames.part, part),
    ] {
      labels.set(name, .uint32(raster))
    }
    labels.set(LabelNames.semantic, .uint16(semantic))
    labels.set(LabelNames.material, .uint16(material))
    if !isRight {
      labels.set(LabelNames.disparity, .float(disparity))
      labels.set(LabelNames.disparityOcclusion, .uint8(hiddenRight))
    }
  }

  private func objects(_ frame: Int, _ isRight: Bool, _ labels: inout LabelSet) {
    let (w, h) = (camera.width, camera.height)
    let pose = worldFromCamera(frame, isRight: isRight)
    guard let instance = labels.words(LabelNames.instance) else { return }
    var listed = ObjectsLabel(entries: [])
    var boxes = Boxes2DLabel(entries: [])
    var masks = MasksLabel(entries: [])
    var visibility = VisibilityLabel(entries: [])
    var boxes3D = Boxes3DLabel(entries: [])
    var keypoints = KeypointsLabel(entries: [])
    var motion = MotionLabel(entries: [])
    var panoptic = PanopticLabel(segments: [])
    var layers: [(id: UInt32, depths: [Double])] = []
    for (b, body) in bodies.enumerated() {
      var modal = Raster<UInt8>(width: w, height: h, fill: 0)
      var amodal = modal
      var depths = [Double](repeating: .infinity, count: w * h)
      var canvas = 0
      for v in -h..<(2 * h) {
        for u in -w..<(2 * w) {
          guard let hit = trace(pose.translation, ray(Double(u), Double(v), pose), frame: frame, only: b)
          else {
            continue
          }
          canvas += 1
          guard u >= 0, v >= 0, u < w, v < h else { continue }
          amodal[u, v] = 1
          depths[v * w + u] = hit.depth
          if instance[u, v] == body.id { modal[u, v] = 1 }
        }
      }
      let whole = RunLengthMask(bitmap: amodal)
      let visible = RunLengthMask(bitmap: modal)
      guard whole.area > 0, let nativeClass = Ontology.named(body.category) else { continue }
      layers.append((body.id, depths))
      listed.entries.append(
        .init(
          instance: body.id, name: body.name, category: body.category, isThing: nativeClass.isThing,
          asset: body.asset,
          attributes: [:]))
      boxes.entries.append(.init(instance: body.id, visible: extent(modal), amodal: extent(amodal)))
      masks.entries.append(.init(instance: body.id, modal: visible, amodal: whole))
      visibility.entries.append(
        .init(instance: body.id, visiblePixels: visible.area, amodalPixels: whole.area, canvasPixels: canvas))
      if let box = extent(modal) {
        panoptic.segments.append(
          .init(
            id: nativeClass.isThing ? body.id : 1 << 23 + UInt32(nativeClass.id), category: body.category,
            isThing: nativeClass.isThing, area: visible.area, box: box))
      }
      guard let half = body.half else { continue }
      boxes3D.entries.append(box3D(body, half, frame, pose))
      let (a, c) = (body.pose(frame - 1), body.pose(frame + 1))
      let speed = (c.position - a.position) / (2 * dt)
      motion.entries.append(
        .init(instance: body.id, velocity: [speed.x, speed.y, speed.z], yawRate: (c.yaw - a.yaw) / (2 * dt)))
      if !body.keypoints.isEmpty {
        keypoints.entries.append(
          .init(
            instance: body.id, skeleton: "crate",
            points: body.keypoints.map {
              keypoint($0.name, body.pose(frame).toWorld($0.position), pose, frame)
            }))
      }
    }
    labels.set(listed)
    labels.set(boxes)
    labels.set(masks)
    labels.set(visibility)
    labels.set(boxes3D)
    labels.set(keypoints)
    labels.set(motion)
    labels.set(panoptic)
    labels.set(occlusion(layers))
  }

  /// The crate is told as something that turns: its top is a lid on an upright hinge through its middle, shut when the
  /// crate's yaw is 0. The barrier's top is water up to its height, in a hollow of the same height. The ball shines.
  private func states(_ frame: Int, of labels: LabelSet) -> StatesLabel {
    let seen = Set(labels[ObjectsLabel.self]?.entries.map(\.instance) ?? [])
    let entries = bodies.compactMap { body -> StatesLabel.Entry? in
      guard seen.contains(body.id) else { return nil }
      let pose = body.pose(frame)
      let p = pose.position
      switch body.name {
      case "crate":
        let half = body.half ?? .zero
        let joint = StatesLabel.Joint(
          name: "lid", motion: "hinge", value: pose.yaw, range: 2, openness: pose.yaw / 2,
          pivot: [p.x, p.y, 0],
          axis: [0, 0, 1], shutCenter: [p.x, p.y, p.z + half.z], shutHalfSize: [half.x, half.y, 0],
          shutRotation: [1, 0, 0, 0], parts: [body.id * 256 + 2])
        return .init(instance: body.id, joints: [joint], openness: pose.yaw / 2)
      case "ball": return .init(instance: body.id, power: "on", lights: 1)
      case "barrier":
        return .init(
          instance: body.id,
          vessels: [
            .init(
              name: "trough", content: "water", fraction: 1, floor: 0, surface: 0.8, brim: 0.8,
              part: body.id * 256 + 2)
          ], holds: [2], posture: nil, activity: nil)
      default: return nil
      }
    }
    return StatesLabel(entries: entries)
  }

  /// Points that the left camera meets between pixel centres in the first and third frame, carried along by their
  /// bodies. The triangles are made up: bodies have none.
  private func pointTracks(_ frame: Int, _ isRight: Bool) -> PointTracksLabel {
    var label = PointTracksLabel(entries: [])
    let pose = worldFromCamera(frame, isRight: isRight)
    for start in [0, 2] {
      let first = worldFromCamera(start, isRight: false)
      for k in 0..<320 {
        let (u, v) = (Double(k % 20) * 4.8 + 0.37, Double(k / 20) * 3.95 + 0.61)
        guard let hit = trace(first.translation, ray(u, v, first), frame: start) else { continue }
        let p = moved(hit.point, body: hit.body, from: start, to: frame)
        let c = pose.rotation.matrix.transpose * (p - pose.translation)
        let (pixel, z) = seen(p, pose)
        let isBehind = z < camera.near
        let isInside =
          !isBehind && pixel.x >= -0.5 && pixel.y >= -0.5 && pixel.x <= Double(camera.width) - 0.5
          && pixel.y <= Double(camera.height) - 0.5
        label.entries.append(
          .init(
            id: UInt32(label.entries.count + 1), instance: bodies[hit.body].id, piece: hit.part, triangle: k,
            weights: [0.25, 0.5, 0.25], camera: [c.x, c.y, c.z], u: isBehind ? nil : pixel.x,
            v: isBehind ? nil : pixel.y, visibility: !isInside ? 0 : isHidden(p, pose, frame) ? 1 : 2))
      }
    }
    return label
  }

  private func extent(_ mask: Raster<UInt8>) -> PixelBox? {
    var (u0, v0, u1, v1) = (Int.max, Int.max, -1, -1)
    for v in 0..<mask.height {
      for u in 0..<mask.width where mask[u, v] != 0 {
        (u0, v0, u1, v1) = (min(u0, u), min(v0, v), max(u1, u), max(v1, v))
      }
    }
    return u1 < 0 ? nil : PixelBox(x: u0, y: v0, width: u1 - u0 + 1, height: v1 - v0 + 1)
  }

  private func box3D(
    _ body: Body, _ half: Vector3, _ frame: Int, _ pose: RigidTransform<WorldSpace, CameraSpace>
  ) -> Boxes3DLabel.Entry {
    let place = body.pose(frame)
    let turn = Quaternion(yaw: place.yaw)
    let seenTurn = pose.rotation.conjugate * turn
    let c = pose.rotation.matrix.transpose * (place.position - pose.translation)
    let corners: [[Double]?] = (0..<8).map { i in
      let local = Vector3(
        i & 1 == 0 ? -half.x : half.x, i & 2 == 0 ? -half.y : half.y, i & 4 == 0 ? -half.z : half.z)
      let (pixel, z) = seen(place.toWorld(local), pose)
      return z > camera.near ? [pixel.x, pixel.y] : nil
    }
    return .init(
      instance: body.id, size: [2 * half.x, 2 * half.y, 2 * half.z],
      center: [place.position.x, place.position.y, place.position.z],
      rotation: [turn.w, turn.x, turn.y, turn.z],
      cameraCenter: [c.x, c.y, c.z], cameraRotation: [seenTurn.w, seenTurn.x, seenTurn.y, seenTurn.z],
      corners: corners)
  }

  private func keypoint(
    _ name: String, _ p: Vector3, _ pose: RigidTransform<WorldSpace, CameraSpace>, _ frame: Int
  ) -> KeypointsLabel.Point {
    let c = pose.rotation.matrix.transpose * (p - pose.translation)
    let (pixel, z) = seen(p, pose)
    let isInside =
      z > camera.near && pixel.x >= -0.5 && pixel.y >= -0.5 && pixel.x <= Double(camera.width) - 0.5
      && pixel.y <= Double(camera.height) - 0.5
    guard isInside else { return .init(name: name, u: 0, v: 0, visibility: 0, camera: [c.x, c.y, c.z]) }
    let surface = trace(pose.translation, ray(pixel.x, pixel.y, pose), frame: frame)?.depth ?? .infinity
    return .init(
      name: name, u: pixel.x, v: pixel.y, visibility: surface < z - 0.1 ? 1 : 2, camera: [c.x, c.y, c.z])
  }

  private func occlusion(_ layers: [(id: UInt32, depths: [Double])]) -> OcclusionLabel {
    var label = OcclusionLabel(edges: [])
    for a in layers {
      for b in layers where a.id != b.id {
        var count = 0
        for (x, y) in zip(a.depths, b.depths) where y < .infinity && x < y { count += 1 }
        if count > 0 { label.edges.append(.init(front: a.id, behind: b.id, pixels: count)) }
      }
    }
    return label
  }
}
