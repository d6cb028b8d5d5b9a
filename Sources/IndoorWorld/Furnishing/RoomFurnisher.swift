import Furniture
import Geometry
package import InteriorSurfaces
package import RandomStreams
package import RoomGeometry
import VectorMath
package import WorldModel

/// Decides which groups a room should get, from large to small.
package struct RoomFurnisher {
  /// The group of what children play with.
  static let toys = "toys"

  let space: RoomSpace
  let library: ThingLibrary
  let palette: Palette
  /// How much stands in the room: 0 = only what it needs, 1 = all that fits.
  let fullness: Double
  /// How things stand about: 0 = tidy, 1 = chaotic.
  var clutter = 0.3
  var stream: RandomStream

  package init(
    space: RoomSpace, library: ThingLibrary, palette: Palette, fullness: Double, stream: RandomStream
  ) {
    self.space = space
    self.library = library
    self.palette = palette
    self.fullness = fullness
    self.stream = stream
  }

  /// What a room of this kind gets, the most important first.
  package mutating func requests(for kind: RoomKind) -> [GroupRequest] {
    switch kind {
    case .livingRoom: livingRoom()
    case .bedroom: bedroom()
    case .hotelRoom: bedroom() + desk()
    case .diningRoom: diningRoom()
    case .kitchen: kitchen()
    case .bathroom: bathroom()
    case .hallway: hallway()
    case .study: study()
    case .laundry, .storage: storeRoom()
    case .office: openOffice()
    case .meetingRoom: meetingRoom()
    case .classroom: classroom()
    case .shop: shop()
    case .clinic: clinic()
    case .warehouse: warehouse()
    case .balcony, .stairwell: []
    }
  }

  /// A thing of the room's palette; the look is one of a few, so that a home's chairs match.
  func thing(_ name: String, look: Int = 0) -> Thing? { library.thing(name, look: look, palette: palette) }

  /// The first that the catalog has, in a random order.
  mutating func any(_ names: [String], look: Int = 0) -> Thing? {
    for i in stream.permutation(names.count) {
      if let thing = thing(names[i], look: look) { return thing }
    }
    return nil
  }

  /// Whether an optional thing of this importance (1 = usual, 0 = rare) is wanted.
  mutating func wants(_ importance: Double) -> Bool {
    stream.uniform() < importance * (0.35 + 0.65 * fullness)
  }

  /// The look of a kind that is the widest within a limit, metres; `nil` where all are wider.
  func widest(_ name: String, upTo limit: Double) -> Thing? {
    (0..<6).compactMap { thing(name, look: $0) }.filter { $0.width <= limit }
      .max { $0.width < $1.width }
  }

  // MARK: costs

  /// 0 far from every door, rising to 1 at one.
  static func nearDoor(_ pose: FloorPose, _ group: FurnitureGroup, _ space: RoomSpace) -> Double {
    let at = pose * Vector2(group.depth / 2, (group.span.lowerBound + group.span.upperBound) / 2)
    let nearest =
      space.ways.map { face, gap in
        length(face.point((gap.range.lowerBound + gap.range.upperBound) / 2) - at)
      }.min() ?? 4
    return max(0, 1 - nearest / 3)
  }

  /// 0 at a window, 1 at 4 m from it.
  static func farFromWindow(_ pose: FloorPose, _ group: FurnitureGroup, _ space: RoomSpace) -> Double {
    let at = pose * Vector2(group.depth / 2, 0)
    let nearest =
      space.windows.map { face, gap in
        length(face.point((gap.range.lowerBound + gap.range.upperBound) / 2) - at)
      }.min() ?? 4
    return min(1, nearest / 4)
  }

  /// 1 where the back of a group stands before a window.
  static func beforeWindow(_ pose: FloorPose, _ group: FurnitureGroup, _ space: RoomSpace) -> Double {
    for (face, gap) in space.windows where dot(face.inward, pose.forward) > 0.999 {
      let along = dot(pose.position - face.start, face.direction)
      let away = dot(pose.position - face.start, face.inward)
      if away < 0.6 && gap.range.lowerBound - 0.3 < along && along < gap.range.upperBound + 0.3 { return 1 }
    }
    return 0
  }

  /// 0 in a corner, 1 in the middle of a wall.
  static func outOfCorner(_ pose: FloorPose, _ group: FurnitureGroup, _ space: RoomSpace) -> Double {
    for face in space.faces where dot(face.inward, pose.forward) > 0.999 {
      let along = dot(pose.position - face.start, face.direction)
      guard (0...face.length).contains(along) else { continue }
      let rest = min(along - group.span.upperBound, face.length - along + group.span.lowerBound)
      return min(1, max(0, rest) / max(0.3, face.length / 2))
    }
    return 1
  }
}
