import Geometry
import VectorMath
import WorldModel

/// Which points are indoors, and in which room.
struct Rooms {
  /// Boxes are enlarged by this, metres: reveals and doorways belong to the rooms beside them.
  static let slack = 0.12
  /// How far into the room the reveal of a window reaches, how far its frame lies behind the light's plane, and how wide
  /// the frame is around the glass, metres.
  private static let reveal = 0.5
  private static let frame = 0.065
  private static let border = 0.16

  let boxes: [Box3]
  /// Boxes that touch are one room: the room of each.
  private let rooms: [Int]
  private let portals: [Portal]
  private var last = 0

  private struct Portal {
    var center: Vector3
    var normal: Vector3
    /// Along its sides, so that 1 is the frame's outline.
    var u: Vector3
    var v: Vector3
    var room: Int
  }

  init(_ snapshot: Snapshot) {
    let boxes = snapshot.interiors
    self.boxes = boxes
    var rooms = Array(boxes.indices)
    for i in boxes.indices {
      for j in 0..<i where Self.touch(boxes[i], boxes[j]) {
        let (a, b) = (min(rooms[i], rooms[j]), max(rooms[i], rooms[j]))
        for k in 0...i where rooms[k] == b { rooms[k] = a }
      }
    }
    self.rooms = rooms
    portals = snapshot.portals.compactMap { p in
      let n = normalized(cross(p.halfU, p.halfV))
      let inside = p.center + n * Self.reveal
      let nearest = boxes.indices.min { Self.distance(boxes[$0], inside) < Self.distance(boxes[$1], inside) }
      guard let nearest else { return nil }
      func scaled(_ half: Vector3) -> Vector3 {
        let l = length(half)
        return half / (l * (l + Self.border))
      }
      return Portal(
        center: p.center, normal: n, u: scaled(p.halfU), v: scaled(p.halfV), room: rooms[nearest])
    }
  }

  private static func touch(_ a: Box3, _ b: Box3) -> Bool {
    let gap = maximum(a.min - b.max, b.min - a.max)
    return greatest(gap) < 0.01
  }

  private static func distance(_ box: Box3, _ p: Vector3) -> Double {
    let d = maximum(maximum(box.min - p, p - box.max), .zero)
    return dot(d, d)
  }

  /// The room of a point, metres; −1 outdoors.
  @inline(__always)
  mutating func room(at p: Vector3) -> Int {
    if boxes[last].contains(p) { return rooms[last] }
    return search(p)
  }

  @inline(never)
  private mutating func search(_ p: Vector3) -> Int {
    var best = -1
    var least = Self.slack * Self.slack
    for i in boxes.indices {
      let d = Self.distance(boxes[i], p)
      if d == 0 {
        last = i
        return rooms[i]
      }
      if d < least {
        least = d
        best = rooms[i]
      }
    }
    if best >= 0 { return best }
    for portal in portals {
      let d = p - portal.center
      let (n, u, v) = (dot(d, portal.normal), dot(d, portal.u), dot(d, portal.v))
      if n > -Self.frame, n < Self.reveal, u.magnitude < 1, v.magnitude < 1 { return portal.room }
    }
    return -1
  }

  /// The box that holds a point.
  func box(around p: Vector3) -> Box3? { boxes.first { $0.contains(p) } }

  /// The boxes of a room.
  func boxes(of room: Int) -> [Box3] { boxes.indices.filter { rooms[$0] == room }.map { boxes[$0] } }
}
