import Geometry
import Imaging
import VectorMath
import WorldModel

/// One room's wireframe as a view has it.
struct RoomLayout {
  let frame: RoomWireframe
  let kind: String
  let view: CapturedView
  let projection: ViewProjection

  private var capture: Capture { view.capture }

  /// - Parameter seen: where a plane, by its number, is seen.
  func room(seen: (Int) -> (box: PixelBox?, isInside: (Int, Int) -> Bool)) -> LayoutLabel.Room {
    let cameraFromWorld = capture.worldFromCamera.inverse
    let corners = frame.corners
    let inCamera = corners.map { cameraFromWorld * $0 }
    let lines = frame.lines
    let planes = frame.planes.enumerated().map { p, plane in
      let visible = seen(p)
      let whole = whole(p, plane.moved(by: cameraFromWorld), inCamera)
      let both = [visible.box, whole.box].compactMap { $0 }
      let box = both.dropFirst().reduce(both.first) { $0?.union($1) }
      return LayoutLabel.Plane(
        kind: p == 0 ? "floor" : p == 1 ? "ceiling" : "wall",
        normal: [plane.normal.x, plane.normal.y, plane.normal.z], offset: plane.offset,
        surfaces: frame.entities(of: p).map { capture.world.entities[$0].id },
        visible: RunLengthMask(
          width: view.width, height: view.height, within: visible.box, isInside: visible.isInside),
        amodal: RunLengthMask(width: view.width, height: view.height, within: box) {
          visible.isInside($0, $1) || whole.isInside($0, $1)
        })
    }
    return LayoutLabel.Room(
      room: frame.surfaces.room + 1, kind: kind, planes: planes,
      lines: lines.map { line(corners[$0.corners.0], corners[$0.corners.1], cameraFromWorld) },
      junctions: zip(corners, inCamera).map(junction),
      planeLines: planes.indices.map { p in lines.map { $0.planes.0 == p || $0.planes.1 == p ? 1 : 0 } },
      lineJunctions: lines.map { line in
        corners.indices.map { line.corners.0 == $0 || line.corners.1 == $0 ? 1 : 0 }
      },
      isCuboid: frame.isCuboid, isManhattan: frame.isManhattan)
  }

  /// Pixels whose centre's ray meets a plane inside of its outline.
  private func whole(
    _ number: Int, _ plane: Plane, _ corners: [Vector3]
  ) -> (box: PixelBox?, isInside: (Int, Int) -> Bool) {
    let ring = frame.ring(of: number).map { corners[$0] }
    // Coordinates in the plane; on a wall along it and upwards.
    let origin = ring[0]
    let along = normalized(ring[1] - ring[0])
    let across = cross(plane.normal, along)
    func flat(_ p: Vector3) -> Vector2 { Vector2(dot(p - origin, along), dot(p - origin, across)) }
    let outline = Polygon(ring.map(flat))
    let projection = projection
    return (
      projection.box(of: ring),
      { u, v in
        let ray = projection.ray(u, v)
        guard let factor = plane.intersection(origin: .zero, direction: ray), projection.isSeen(at: factor)
        else { return false }
        return outline.contains(flat(ray * factor))
      }
    )
  }

  private func line(
    _ a: Vector3, _ b: Vector3, _ cameraFromWorld: RigidTransform<CameraSpace, WorldSpace>
  ) -> LayoutLabel.Line {
    let d = normalized(b - a)
    let parts = projection.visibleParts(of: cameraFromWorld * a, cameraFromWorld * b).map {
      [$0.0, $0.1].map { end -> [Double] in
        let q = view.camera.project(end)
        return [q.x, q.y]
      }
    }
    func length(_ part: [[Double]]) -> Double {
      VectorMath.length(Vector2(part[1][0] - part[0][0], part[1][1] - part[0][1]))
    }
    return LayoutLabel.Line(
      point: [a.x, a.y, a.z], direction: [d.x, d.y, d.z], segment: parts.max { length($0) < length($1) },
      segments: parts.count > 1 ? parts : nil)
  }

  private func junction(_ world: Vector3, _ p: Vector3) -> LayoutLabel.Junction {
    let at = projection.pixel(of: p)
    let isInFrame = at.map(view.camera.contains) ?? false
    return LayoutLabel.Junction(
      position: [world.x, world.y, world.z], camera: [p.x, p.y, p.z], u: at?.x, v: at?.y,
      isInFrame: isInFrame, isVisible: isInFrame && at.map { isSeen(p, at: $0) } ?? false)
  }

  /// Whether the pixel at a place shows a surface of the room that is near a point.
  private func isSeen(_ p: Vector3, at: Vector2) -> Bool {
    guard let depth = capture.depth, let pieces = capture.piece else { return false }
    let u = min(view.width - 1, max(0, Int((at.x + 0.5).rounded(.down))))
    let v = min(view.height - 1, max(0, Int((at.y + 0.5).rounded(.down))))
    let piece = Int(pieces[u, v]) - 1
    guard piece >= 0 else { return false }
    let entity = capture.world.entities[capture.snapshot.pieces[piece].entity]
    guard entity.room == frame.surfaces.room, entity.supportedBy == nil,
      ["floor", "ceiling", "interior_wall", "skirting"].contains(entity.nativeClass.name)
    else { return false }
    let shown = projection.ray(u, v) * Double(depth[u, v])
    return length(shown - p) <= LayoutLabel.reach
  }
}
