import Imaging
package import VectorMath
package import WorldModel

/// Records what a rig's cameras see of a world. Owned by one worker.
package final class CameraSensor {
  private let renderer: Renderer
  private let alone: AloneLayers
  /// Camera-from-mesh of the pieces of the capture in hand.
  private var here: [AffineTransform] = []

  /// Rays in the rooms that were seen last.
  package let rays = RoomRays()

  package init(transform: PointTransform = PointTransform()) {
    renderer = Renderer(transform: transform, rays: rays)
    alone = AloneLayers(transform: transform)
  }

  /// One instant and its neighbours in the sequence.
  package struct Moment: Sendable {
    package var world: World
    package var time: Double
    package let now: Snapshot
    package let next: Snapshot
    package let previous: Snapshot
    /// Seconds to the next and from the previous frame.
    package var step: Double
    /// Who answers what is hidden at each of the three instants.
    fileprivate let sights: (now: SightLines, next: SightLines, previous: SightLines)

    /// - Parameters:
    ///   - sights: of the world at this time, if somebody has asked already.
    ///   - rays: the sensor's, which saves time in rooms.
    package init(
      world: World, time: Double, step: Double, sights known: SightLines? = nil, rays: RoomRays? = nil
    ) {
      self.world = world
      self.time = time
      self.step = step
      now = world.snapshot(at: time)
      next = world.snapshot(at: time + step)
      previous = world.snapshot(at: time - step)
      sights = (
        known ?? SightLines(snapshot: now, rig: world.rig, at: time, rays: rays),
        SightLines(snapshot: next, rig: world.rig, at: time + step, rays: rays),
        SightLines(snapshot: previous, rig: world.rig, at: time - step, rays: rays)
      )
    }
  }

  package func capture(
    _ moment: Moment, _ mounted: Rig.MountedCamera, channels: CaptureChannels, atlas: TextureAtlas,
    shading: Shading = .physical
  ) -> Capture {
    let rig = moment.world.rig
    let pose = rig.worldFromCamera(mounted, at: moment.time)
    let nextPose = rig.worldFromCamera(mounted, at: moment.time + moment.step)
    let previousPose = rig.worldFromCamera(mounted, at: moment.time - moment.step)
    // Other lenses than pinholes have no rectified partner.
    let partner = mounted.stereoPartner.flatMap { name in
      rig.cameras.first {
        $0.name == name && $0.camera.projection == .pinhole && mounted.camera.projection == .pinhole
      }
    }
    let baseline = partner.map { ($0.rigFromCamera.translation - mounted.rigFromCamera.translation) }.map {
      dot(mounted.rigFromCamera.rotation.conjugate * $0, Vector3(1, 0, 0))
    }
    var needed = channels
    let deforms = moment.now.pieces.contains { $0.deformedPositions != nil }
    let isPinhole = mounted.camera.projection == .pinhole
    let isRasterised = mounted.camera.isRasterised
    var follows: CaptureChannels = [.occlusionForward, .occlusionBackward, .sceneFlow, .stereoOcclusion]
    // Flow of a pinhole's rigid pieces is linear in the image; other lenses follow each point.
    if !isPinhole { follows.formUnion([.flowForward, .flowBackward]) }
    if !channels.isDisjoint(with: follows) || deforms { needed.insert(.visibility) }
    let request = ViewRequest(camera: mounted.camera, worldFromCamera: pose, channels: needed)
    let exposure = needed.contains(.rgb) ? exposure(moment, mounted, atlas) : nil
    if isRasterised {
      renderer.render(
        moment.now, request, atlas: atlas, shading: shading,
        next: isPinhole ? OtherInstant(snapshot: moment.next, worldFromCamera: nextPose) : nil,
        previous: isPinhole ? OtherInstant(snapshot: moment.previous, worldFromCamera: previousPose) : nil,
        exposure: exposure)
      here = renderer.pass.maps
    } else {
      renderer.renderByRays(
        moment.now, request, caster: moment.sights.now.caster, atlas: atlas, shading: shading,
        exposure: exposure)
      here = moment.now.cameraFromPieces(pose)
    }

    var c = Capture(
      sensor: mounted.name, camera: mounted.camera,
      rigFromCamera: rig.rigFromCamera(mounted, at: moment.time), worldFromCamera: pose,
      stereoBaseline: baseline, world: moment.world, snapshot: moment.now)
    let b = renderer.buffers
    if needed.contains(.rgb) { c.rgb = b.rgb }
    if needed.contains(.hdr) { c.hdr = b.hdr }
    if needed.contains(.albedo) { c.albedo = b.albedo }
    if needed.contains(.depth) { c.depth = b.depth }
    if needed.contains(.normal) { c.normal = b.normal }
    if needed.contains(.faceNormal) { c.faceNormal = b.faceNormal }
    if needed.contains(.uv) { c.uv = b.uv }
    if needed.contains(.instance) { c.instance = b.instance }
    if needed.contains(.semantic) { c.semantic = b.semantic }
    if needed.contains(.visibility) {
      c.piece = b.piece
      c.triangle = b.triangle
    }
    if isPinhole {
      if needed.contains(.flowForward) { c.flowForward = b.flowForward }
      if needed.contains(.flowBackward) { c.flowBackward = b.flowBackward }
    }
    if channels.contains(.alone) {
      c.alone =
        isRasterised
        ? alone.draw(moment.now, camera: mounted.camera, worldFromCamera: pose)
        : AloneRays(camera: mounted.camera, worldFromCamera: pose).layers(of: moment.now)
    }
    follow(&c, channels, .flowForward, .occlusionForward, moment.next, nextPose, moment.sights.next)
    follow(
      &c, channels, .flowBackward, .occlusionBackward, moment.previous, previousPose, moment.sights.previous)
    if channels.contains(.sceneFlow) { c.sceneFlow = sceneFlow(c, moment.next) }
    if channels.contains(.stereoOcclusion), let partner {
      let right = rig.worldFromCamera(partner, at: moment.time)
      c.stereoOcclusion = hidden(c, moment.now, partner.camera, right, moment.sights.now)
    }
    if channels.contains(.points) { c.points = points(c, moment) }
    return c
  }

  /// Factors on linear red, green and blue of a camera in a room; `nil` without rooms.
  ///
  /// Automatic exposure is metered at whole seconds of the sequence and follows these geometrically: it depends on the
  /// world alone, and does not flicker.
  private func exposure(_ moment: Moment, _ mounted: Rig.MountedCamera, _ atlas: TextureAtlas) -> Vector3f? {
    let world = moment.world
    guard !world.interiors.isEmpty else { return nil }
    let bias: Double
    switch world.exposure {
    case .fixed(let factor): return world.balance * Float(factor)
    case .automatic(let stops): bias = DeterministicMath.pow(2, stops)
    }
    let isStill = world.entities.allSatisfy { $0.track.isStill && $0.articulation == nil }
    func metered(_ time: Double) -> Vector3 {
      let snapshot = isStill ? moment.now : world.snapshot(at: time)
      let view = ViewRequest(
        camera: mounted.camera, worldFromCamera: world.rig.worldFromCamera(mounted, at: time), channels: .rgb)
      return Vector3(renderer.meter(snapshot, view, atlas: atlas) ?? Vector3f(repeating: 1))
    }
    let first = metered(moment.time.rounded(.down))
    let part = moment.time - moment.time.rounded(.down)
    guard part > 0, !world.rig.track.isStill || !isStill else {
      return Vector3f(first * bias) * world.balance
    }
    let second = metered(moment.time.rounded(.down) + 1)
    func between(_ k: Int) -> Float {
      Float(first[k] * DeterministicMath.pow(second[k] / first[k], part) * bias)
    }
    return Vector3f(between(0), between(1), between(2)) * world.balance
  }

  /// Flow of bending pieces (of all, through other lenses than pinholes), and what is hidden in the other frame.
  private func follow(
    _ c: inout Capture, _ channels: CaptureChannels, _ flow: CaptureChannels, _ occlusion: CaptureChannels,
    _ there: Snapshot, _ pose: RigidTransform<WorldSpace, CameraSpace>, _ sights: SightLines
  ) {
    if channels.contains(flow), c.camera.projection != .pinhole {
      let raster = self.flow(c, there, pose)
      if flow == .flowForward { c.flowForward = raster } else { c.flowBackward = raster }
    } else if channels.contains(flow), c.snapshot.pieces.contains(where: { $0.deformedPositions != nil }) {
      if flow == .flowForward {
        bend(&c.flowForward, c, there, pose)
      } else {
        bend(&c.flowBackward, c, there, pose)
      }
    }
    guard channels.contains(occlusion) else { return }
    let raster = hidden(c, there, c.camera, pose, sights)
    if occlusion == .occlusionForward { c.occlusionForward = raster } else { c.occlusionBackward = raster }
  }

  /// Flow of every pixel, each surface point followed by itself, the shorter way round.
  private func flow(
    _ c: Capture, _ there: Snapshot, _ pose: RigidTransform<WorldSpace, CameraSpace>
  ) -> Raster<Float> {
    var raster = Raster<Float>(width: c.camera.width, height: c.camera.height, channels: 2, fill: 0)
    let maps = there.cameraFromPieces(pose)
    let moves = self.moves(c, there, maps)
    forEachPoint(c, where: { moves[$0] != .identity }) { i, u, v, point in
      let move = moves[point.piece]
      let start =
        move == nil ? point.position(in: c.snapshot, map: here[point.piece], move: nil) : point.position
      let p = point.position(in: there, map: maps[point.piece], move: move)
      // What does not move has exactly no flow.
      guard p != start, c.camera.canProject(p) else { return }
      let d = c.camera.displacement(from: Vector2(Double(u), Double(v)), to: c.camera.project(p))
      raster.values[2 * i] = Float(d.x)
      raster.values[2 * i + 1] = Float(d.y)
    }
    return raster
  }

  /// Replaces the rigid flow of pieces whose shape changes.
  private func bend(
    _ flow: inout Raster<Float>?, _ c: Capture, _ there: Snapshot,
    _ pose: RigidTransform<WorldSpace, CameraSpace>
  ) {
    guard var raster = flow else { return }
    let maps = there.cameraFromPieces(pose)
    forEachPoint(c, where: { c.snapshot.pieces[$0].deformedPositions != nil }) { i, u, v, point in
      let p = point.position(in: there, map: maps[point.piece], move: nil)
      // What does not move has exactly no flow.
      let moves = p != point.position(in: c.snapshot, map: here[point.piece], move: nil)
      let isAhead = moves && p.z > Double(SurfacePoint.least)
      let at = c.camera.project(p)
      raster.values[2 * i] = isAhead ? Float(at.x - Double(u)) : 0
      raster.values[2 * i + 1] = isAhead ? Float(at.y - Double(v)) : 0
    }
    flow = raster
  }

  /// 1 where the point that a pixel shows is not seen by a camera in another snapshot, by one ray each.
  ///
  /// Seen means: inside the image, on a side that is drawn, and nothing nearer along its exact ray.
  private func hidden(
    _ c: Capture, _ there: Snapshot, _ camera: Camera, _ pose: RigidTransform<WorldSpace, CameraSpace>,
    _ sights: SightLines
  ) -> Raster<UInt8> {
    var raster = Raster<UInt8>(width: c.camera.width, height: c.camera.height, fill: 0)
    let maps = there.cameraFromPieces(pose)
    let moves = self.moves(c, there, maps)
    // What does not move against the camera hides nothing that it did not hide before: at its very outline the picture,
    // whose edges are rounded to 1/256 pixel, may have been of another opinion than the ray.
    let still = moves.map { $0 == .identity }
    // Where nothing moves at all, the other picture is this one.
    guard !still.allSatisfy({ $0 }) else { return raster }
    let view = RaySight(caster: sights.caster, camera: camera, worldFromCamera: pose)
    let isParallel = camera.projection == .orthographic
    forEachPoint(c) { i, _, _, point in
      let map = maps[point.piece]
      let isSeen =
        point.isFacing(in: there, map: map, isParallel: isParallel)
        && view.sees(
          point.position(in: there, map: map, move: moves[point.piece]),
          ignoring: still[point.piece] ? { still[$0] } : nil)
      if !isSeen { raster.values[i] = 1 }
    }
    return raster
  }

  /// Where the world's tracked points are, and which of them are seen, by one exact ray each.
  private func points(_ c: Capture, _ moment: Moment) -> [Capture.PointSight] {
    guard !moment.world.trackedPoints.isEmpty else { return [] }
    let view = RaySight(
      caster: moment.sights.now.caster, camera: c.camera, worldFromCamera: c.worldFromCamera)
    return moment.world.trackedPoints.map { tracked in
      let map = here[tracked.piece]
      let point = SurfacePoint(tracked, snapshot: c.snapshot, map: map)
      return Capture.PointSight(
        point: tracked, position: point.position,
        isSeen: point.isFacing(in: c.snapshot, map: map, isParallel: c.camera.projection == .orthographic)
          && view.sees(point.position))
    }
  }

  /// World motion in this frame's camera axes.
  private func sceneFlow(_ c: Capture, _ next: Snapshot) -> Raster<Float> {
    var raster = Raster<Float>(width: c.camera.width, height: c.camera.height, channels: 3, fill: 0)
    let maps = next.cameraFromPieces(c.worldFromCamera)
    let moves = self.moves(c, next, maps)
    let still = zip(maps, here).map { $0 == $1 }
    forEachPoint(c, where: { !still[$0] || c.snapshot.pieces[$0].deformedPositions != nil }) {
      i, _, _, point in
      // Both ends by the same rule: what does not move is exactly zero.
      let move = moves[point.piece]
      let start =
        move == nil ? point.position(in: c.snapshot, map: here[point.piece], move: nil) : point.position
      let d = point.position(in: next, map: maps[point.piece], move: move) - start
      for k in 0..<3 { raster.values[3 * i + k] = Float(d[k]) }
    }
    return raster
  }

  /// How the camera-frame points of each piece move until another instant; `nil` for pieces that change their shape.
  private func moves(_ c: Capture, _ there: Snapshot, _ maps: [AffineTransform]) -> [AffineTransform?] {
    return c.snapshot.pieces.indices.map { i in
      guard c.snapshot.pieces[i].deformedPositions == nil, there.pieces[i].deformedPositions == nil else {
        return nil
      }
      if here[i] == maps[i] { return .identity }
      return here[i].inverse.map { maps[i] * $0 }
    }
  }

  /// Visits all pixels that show a piece.
  private func forEachPoint(
    _ c: Capture, where include: (Int) -> Bool = { _ in true }, _ body: (Int, Int, Int, SurfacePoint) -> Void
  ) {
    guard let pieces = c.piece, let triangles = c.triangle else { return }
    let here = self.here
    let included = c.snapshot.pieces.indices.map(include)
    let isRasterised = c.camera.isRasterised
    let lens = Lens(c.camera)
    var i = 0
    for v in 0..<c.camera.height {
      for u in 0..<c.camera.width {
        let piece = Int(pieces.values[i]) - 1
        if piece >= 0 && included[piece] {
          let triangle = Int(triangles.values[i]) - 1
          let (x, y) = (Double(u), Double(v))
          body(
            i, u, v,
            isRasterised
              ? SurfacePoint(
                piece: piece, triangle: triangle, u: x, v: y, snapshot: c.snapshot, map: here[piece],
                lens: lens)
              : SurfacePoint(
                piece: piece, triangle: triangle, ray: c.camera.ray(x, y), snapshot: c.snapshot,
                map: here[piece]))
        }
        i += 1
      }
    }
  }
}

extension Camera {
  /// Whether triangles are drawn straight into the picture: slopes of rays, or places, are linear in the pixel.
  var isRasterised: Bool { projection == .pinhole || projection == .orthographic }
}
