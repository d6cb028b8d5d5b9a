import Geometry
package import RoomGeometry
package import VectorMath

/// Things that belong together and keep their places to each other: a bed and its bedside tables, a desk and its
/// chair.
///
/// Group frame: x forward (away from the wall, where one uses it), y left; the origin on the wall for groups that stand
/// at one, in the middle for others; metres.
package struct FurnitureGroup: Sendable {
  package struct Member: Sendable {
    package var thing: Thing
    /// Of the thing's origin.
    package var pose: FloorPose
    /// Of the thing's origin above the floor.
    package var elevation: Double
    /// The member (by index) that it stands or lies on; `nil` = the floor, or what `isHung` says.
    package var support: Int?
    /// Fixed to the wall behind the group.
    package var isHung: Bool
    /// Under the ceiling; `elevation` is then set by the room.
    package var isOverhead: Bool

    /// The part of the room that it fills, group frame.
    package var solid: RoomSpace.Solid {
      let box = thing.bounds
      return RoomSpace.Solid(
        area: pose
          * FloorRectangle(
            center: Vector2(box.center.x, box.center.y), forward: Vector2(1, 0),
            half: Vector2(box.size.x / 2, box.size.y / 2)),
        heights: elevation + box.min.z...elevation + box.max.z)
    }
    /// Rugs: things may stand on it.
    package var isFlat: Bool { thing.height < 0.03 && support == nil && !isHung }
  }

  package enum Anchor: Sendable, Hashable {
    /// The back on a wall, this far from it.
    case wall(gap: Double)
    /// The back on a wall and one side in a corner.
    case corner(gap: Double)
    /// Free in the room.
    case middle
  }

  package var name: String
  package var anchor: Anchor
  package private(set) var members: [Member] = [] { didSet { measure() } }
  /// Stays free of anything that stands: where one sits, stands and walks, group frame.
  package var clear: [FloorRectangle] = []

  package init(_ name: String, anchor: Anchor) {
    self.name = name
    self.anchor = anchor
  }

  /// Adds a thing with its origin at `at`, turned by `forward`; what stands on another thing names its index.
  /// - Returns: its index.
  @discardableResult
  package mutating func add(
    _ thing: Thing, at: Vector2, forward: Vector2 = Vector2(1, 0), elevation: Double = 0,
    on support: Int? = nil,
    isHung: Bool = false, isOverhead: Bool = false
  ) -> Int {
    members.append(
      Member(
        thing: thing, pose: FloorPose(position: at, forward: forward), elevation: elevation, support: support,
        isHung: isHung, isOverhead: isOverhead))
    return members.count - 1
  }

  /// Adds a thing with the back of its box at `x` and its middle at `y`.
  @discardableResult
  package mutating func addBacked(_ thing: Thing, x: Double, y: Double, elevation: Double = 0) -> Int {
    add(thing, at: Vector2(x - thing.bounds.min.x, y - thing.bounds.center.y), elevation: elevation)
  }

  /// Takes out rugs; what stood on them comes down to the floor.
  package mutating func removeRugs(where isBad: (Member) -> Bool) {
    for i in members.indices.reversed() where members[i].isFlat && isBad(members[i]) {
      let top = members[i].thing.bounds.max.z
      members.remove(at: i)
      for j in members.indices {
        if let support = members[j].support, support > i { members[j].support = support - 1 }
        if members[j].support == nil && members[j].elevation == top { members[j].elevation = 0 }
      }
    }
  }

  /// Keeps a rectangle free, given by its lowest and highest corner.
  package mutating func keepClear(_ x: ClosedRange<Double>, _ y: ClosedRange<Double>) {
    clear.append(
      FloorRectangle(
        center: Vector2((x.lowerBound + x.upperBound) / 2, (y.lowerBound + y.upperBound) / 2),
        forward: Vector2(1, 0),
        half: Vector2((x.upperBound - x.lowerBound) / 2, (y.upperBound - y.lowerBound) / 2)))
  }

  /// What fills the room, rugs and overhead things left out; group frame.
  package private(set) var solids: [RoomSpace.Solid] = []
  /// How far the solids reach to the right (negative) and to the left.
  package private(set) var span = 0.0...0.0
  /// How far the solids reach forward.
  package private(set) var depth = 0.0

  /// What is asked for at thousands of places is worked out once.
  private mutating func measure() {
    solids = members.filter { !$0.isFlat && !$0.isOverhead && $0.support == nil }.map(\.solid)
    let corners = solids.flatMap(\.area.corners)
    span = corners.reduce(0) { min($0, $1.y) }...corners.reduce(0) { max($0, $1.y) }
    depth = corners.map(\.x).max() ?? 0
  }
}
