import Geometry
import Imaging
import VectorMath
package import WorldModel

/// `layout`: planes, lines and corners of the rooms in view, in worlds with a plan.
package struct LayoutAnnotator: Annotator {
  package init() {}
  package var name: String { LayoutLabel.name }
  package var summary: String {
    "planes of the rooms in view with visible and amodal masks, lines and corners with incidence matrices, projected"
  }
  package var needs: CaptureChannels { [.visibility, .depth] }

  package func annotate(_ view: CapturedView, into labels: inout LabelSet) {
    let capture = view.capture
    // Planes are followed along rays through one point.
    guard let plan = capture.world.plan, !plan.rooms.isEmpty, view.camera.projection != .orthographic else {
      return
    }
    let frames = plan.rooms.indices.compactMap { room in
      RoomSurfaces(room, of: plan, in: capture.world).map { RoomWireframe(surfaces: $0) }
    }
    let seen = SeenPlanes(frames, view)
    let eye = capture.worldFromCamera.translation
    let cameraRoom = frames.first {
      Polygon($0.surfaces.corners).contains(Vector2(eye.x, eye.y)) && eye.z > $0.surfaces.low
        && eye.z < $0.surfaces.high
    }?.surfaces.room
    let order = frames.indices.filter { frames[$0].surfaces.room == cameraRoom || seen.isSeen(frame: $0) }
      .sorted { a, b in
        let (x, y) = (frames[a].surfaces.room, frames[b].surfaces.room)
        return x == cameraRoom ? y != cameraRoom : y == cameraRoom ? false : x < y
      }
    let projection = ViewProjection(camera: view.camera)
    let rooms = order.map { index in
      RoomLayout(
        frame: frames[index], kind: plan.rooms[frames[index].surfaces.room].kind.rawValue, view: view,
        projection: projection
      )
      .room { seen.mask(frame: index, plane: $0) }
    }
    labels.set(LayoutLabel(cameraRoom: cameraRoom.map { $0 + 1 } ?? 0, rooms: rooms))
  }
}

/// Which plane of which room each pixel shows: triangles of floors, ceilings and walls that lie in it.
private struct SeenPlanes {
  private let firstPlane: [Int]
  private let count: [Int]
  /// By pixel: number of the plane over all frames + 1; 0 = none.
  private let raster: Raster<UInt32>
  private let boxes: [CapturedView.Seen]

  /// Mesh positions hold 24 bits: this far, in metres, a corner of a triangle may be off its plane.
  private static let slack = 1e-5

  init(_ frames: [RoomWireframe], _ view: CapturedView) {
    var first: [Int] = []
    var total = 0
    for frame in frames {
      first.append(total)
      total += frame.planes.count
    }
    firstPlane = first
    count = frames.map { $0.planes.count }
    var table: [Int: [UInt32]] = [:]
    let snapshot = view.capture.snapshot
    for (k, frame) in frames.enumerated() {
      for (p, plane) in frame.planes.enumerated() {
        for entity in frame.entities(of: p) {
          for piece in snapshot.subjects[entity].pieces {
            let mesh = snapshot.pieces[piece]
            let isOn = mesh.positions.map {
              plane.distance(to: mesh.worldFromMesh * Vector3($0)).magnitude <= Self.slack
            }
            var planes = table[piece] ?? [UInt32](repeating: 0, count: mesh.mesh.triangles.count)
            for (t, corners) in mesh.mesh.triangles.enumerated()
            where isOn[Int(corners.x)] && isOn[Int(corners.y)] && isOn[Int(corners.z)] {
              planes[t] = UInt32(first[k] + p + 1)
            }
            table[piece] = planes
          }
        }
      }
    }
    let byPiece = snapshot.pieces.indices.map { table[$0] }
    var raster = Raster<UInt32>(width: view.width, height: view.height, fill: 0)
    var boxes = [CapturedView.Seen](repeating: CapturedView.Seen(), count: total)
    if let pieces = view.capture.piece, let triangles = view.capture.triangle {
      var i = 0
      for v in 0..<view.height {
        for u in 0..<view.width {
          let piece = Int(pieces.values[i]) - 1
          if piece >= 0, let planes = byPiece[piece] {
            let triangle = Int(triangles.values[i]) - 1
            let number = planes.indices.contains(triangle) ? planes[triangle] : 0
            if number > 0 {
              raster.values[i] = number
              boxes[Int(number) - 1].add(u, v)
            }
          }
          i += 1
        }
      }
    }
    self.raster = raster
    self.boxes = boxes
  }

  func isSeen(frame: Int) -> Bool {
    (0..<count[frame]).contains { boxes[firstPlane[frame] + $0].pixels > 0 }
  }

  /// Where a plane is seen, and the box around it.
  func mask(frame: Int, plane: Int) -> (box: PixelBox?, isInside: (Int, Int) -> Bool) {
    let number = firstPlane[frame] + plane
    return (boxes[number].box, { raster[$0, $1] == UInt32(number + 1) })
  }
}

extension CapturedView.Seen {
  fileprivate mutating func add(_ u: Int, _ v: Int) {
    pixels += 1
    (minU, maxU) = (min(minU, u), max(maxU, u))
    (minV, maxV) = (min(minV, v), max(maxV, v))
  }
}

extension RoomWireframe {
  /// Indices of the entities that a plane is made of.
  func entities(of plane: Int) -> [Int] {
    switch plane {
    case 0: surfaces.floor.map { [$0] } ?? []
    case 1: surfaces.ceiling.map { [$0] } ?? []
    default: surfaces.sides[plane - 2].walls
    }
  }
}
