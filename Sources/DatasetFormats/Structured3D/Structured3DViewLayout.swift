import Encodings
import Geometry
import VectorMath
import WorldModel

/// The planes of the camera's room in a perspective picture, as `layout.json` has them: what of each is in the picture,
/// and what of that no other wall of the room hides. Furniture does not count, and openings belong to their walls.
struct Structured3DViewLayout {
  struct Junction {
    /// The junction of `annotation_3d.json`; `nil` where lines meet each other or the picture's border.
    var id: Int?
    /// Pixels whose top left corner has the integers.
    var place: Vector2
    var isVisible: Bool
  }

  struct Plane {
    var id: Int
    var kind: String
    /// Camera frame, metres.
    var plane: Geometry.Plane
    /// Rings of junctions, by their place in the list.
    var visible: [[Int]]
    var amodal: [[Int]]
  }

  private(set) var junctions: [Junction] = []
  private(set) var planes: [Plane] = []

  private let camera: Camera
  private let cameraFromWorld: RigidTransform<CameraSpace, WorldSpace>
  private let frustum: Frustum
  /// Places in `junctions` by junction of the home, and of others by their pixel in 1/4096.
  private var known: [SIMD3<Int>: Int] = [:]

  init(_ room: Structured3DStructure.Room, of home: Structured3DStructure, _ view: Sample.View) {
    camera = view.camera
    cameraFromWorld = view.worldFromCamera.inverse
    let low = camera.ray(-0.5, -0.5)
    let high = camera.ray(Double(camera.width) - 0.5, Double(camera.height) - 0.5)
    frustum = Frustum(low: Vector2(low.x, low.y), high: Vector2(high.x, high.y), near: camera.near)
    let t = view.worldFromCamera.translation
    let seen = VisibilityPolygon(of: Polygon(room.corners), from: Vector2(t.x, t.y))
    for p in 0..<room.corners.count + 2 {
      let own = home.planes[room.firstPlane + p]
      let whole = room.ring(of: p).map { RingCut.Corner(place: home.junctions[$0], id: $0) }
      let visible = seen.map { Self.rings(of: p, in: room, $0) } ?? []
      let plane = Plane(
        id: room.firstPlane + p, kind: own.kind, plane: own.plane.moved(by: cameraFromWorld),
        visible: visible.flatMap { cut($0, isVisible: true) }, amodal: cut(whole, isVisible: false))
      if !plane.amodal.isEmpty { planes.append(plane) }
    }
  }

  /// What is seen of a plane from all around, world frame: walls are as high as the room, so that what is seen on the
  /// plan is seen at all heights.
  private static func rings(
    of plane: Int, in room: Structured3DStructure.Room, _ seen: VisibilityPolygon
  ) -> [[RingCut.Corner]] {
    let n = room.corners.count
    func corner(_ p: Vector2, _ id: Int?, isHigh: Bool) -> RingCut.Corner {
      RingCut.Corner(
        place: Vector3(p.x, p.y, isHigh ? room.height : 0),
        id: id.map { room.firstJunction + $0 + (isHigh ? n : 0) })
    }
    if plane < 2 { return [seen.ring.map { corner($0.place, $0.corner, isHigh: plane == 1) }] }
    return seen.pieces.filter { $0.edge == plane - 2 }.map { piece in
      [
        corner(piece.from, piece.fromCorner, isHigh: false), corner(piece.to, piece.toCorner, isHigh: false),
        corner(piece.to, piece.toCorner, isHigh: true), corner(piece.from, piece.fromCorner, isHigh: true),
      ]
    }
  }

  /// The rings of what the picture shows, by junctions.
  private mutating func cut(_ ring: [RingCut.Corner], isVisible: Bool) -> [[Int]] {
    var cut = RingCut(ring.map { RingCut.Corner(place: cameraFromWorld * $0.place, id: $0.id) })
    for plane in frustum.planes { cut.keep(inFrontOf: plane) }
    return cut.rings.compactMap { corners in
      var out: [Int] = []
      for corner in corners {
        let junction = junction(corner, isVisible)
        if out.last != junction { out.append(junction) }
      }
      if out.count > 1, out.first == out.last { out.removeLast() }
      return out.count >= 3 ? out : nil
    }
  }

  private mutating func junction(_ corner: RingCut.Corner, _ isVisible: Bool) -> Int {
    let q = camera.project(corner.place)
    let (w, h) = (Double(camera.width), Double(camera.height))
    let place = Vector2(max(0, min(w, q.x + 0.5)), max(0, min(h, q.y + 0.5)))
    let key =
      corner.id.map { SIMD3($0, 0, 0) }
      ?? SIMD3(-1, Int((place.x * 4096).rounded()), Int((place.y * 4096).rounded()))
    if let found = known[key] {
      if isVisible { junctions[found].isVisible = true }
      return found
    }
    known[key] = junctions.count
    junctions.append(Junction(id: corner.id, place: place, isVisible: isVisible))
    return junctions.count - 1
  }

  var json: JSONText {
    func rings(_ list: [[Int]]) -> JSONText { .array(list.map { .array($0.map { .int($0) }) }) }
    return .object([
      (
        "junctions",
        .array(
          junctions.map {
            .object([
              ("ID", $0.id.map { .int($0) } ?? .null),
              (
                "coordinate", .array([.number($0.place.x, decimals: 6), .number($0.place.y, decimals: 6)])
              ),
              ("isvisible", .bool($0.isVisible)),
            ])
          })
      ),
      (
        "planes",
        .array(
          planes.map { plane in
            let n = plane.plane.normal
            return .object([
              ("ID", .int(plane.id)), ("visible_mask", rings(plane.visible)),
              ("amodal_mask", rings(plane.amodal)),
              // Structured3D's camera axes: right, up, forward.
              (
                "normal",
                .array([n.x, 0 - n.y, n.z].map { .number($0, decimals: 12) })
              ), ("offset", .number(0 - plane.plane.offset * 1000, decimals: 6)),
              ("type", .string(plane.kind)),
            ])
          })
      ),
    ])
  }
}
