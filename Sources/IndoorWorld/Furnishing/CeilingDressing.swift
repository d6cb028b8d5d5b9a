import Furniture
import Geometry
import InteriorSurfaces
import RoomGeometry
import VectorMath
import WorldModel

/// Hangs lamps: one in the middle of a room, two in long ones, small ones in a row where it is wet or narrow.
struct CeilingDressing {
  /// What it hangs belongs to this group.
  static let group = "ceiling"

  let space: RoomSpace
  let library: ThingLibrary
  let palette: Palette
  let kind: RoomKind

  func dress(_ things: inout [PlacedThing]) {
    let (low, high) = space.bounds
    let size = high - low
    let isSmall = [.hallway, .bathroom, .kitchen, .storage, .laundry].contains(kind)
    let isGrand = library.style == .classic && [.livingRoom, .diningRoom, .bedroom].contains(kind)
    let names =
      isSmall
      ? ["downlight", "ceiling_lamp"] : (isGrand ? ["chandelier"] : []) + ["ceiling_lamp", "pendant_lamp"]
    // Not all rooms of a home have the same lamp; people walk below it.
    let look = isSmall ? 0 : space.index % 3
    guard
      let lamp = names.lazy.compactMap({ library.thing($0, look: look, palette: palette) }).first(where: {
        $0.asset.fittings.mount == .ceiling && $0.height < min(0.6, space.room.height - 2.02)
      })
    else { return }
    let isDown = lamp.name == "downlight"
    let spacing = isDown ? 1.4 : 4.2
    let columns = max(1, Int((size.x / spacing).rounded()))
    let rows = max(1, Int((size.y / spacing).rounded()))
    for i in 0..<columns {
      for j in 0..<rows {
        let p = low + size * Vector2((Double(i) + 0.5) / Double(columns), (Double(j) + 0.5) / Double(rows))
        guard space.contains(p), space.distanceToWall(p) > max(lamp.width, lamp.depth) / 2 + 0.15 else {
          continue
        }
        let isTaken = things.contains {
          $0.hold == .ceiling
            && length(Vector2($0.position.x, $0.position.y) - p) < (isDown ? 0.5 : 1.2)
        }
        // Tall things reach up to low lamps.
        let solid = RoomSpace.Solid(
          area: FloorRectangle(
            center: p, forward: Vector2(1, 0), half: Vector2(lamp.depth / 2, lamp.width / 2)),
          heights: space.room.height + lamp.bounds.min.z...space.room.height)
        if isTaken || things.contains(where: { $0.solid.meets(solid) }) { continue }
        things.append(
          PlacedThing(
            thing: lamp, at: FloorPose(position: p, forward: Vector2(1, 0)), elevation: space.room.height,
            room: space.index, hold: .ceiling, group: Self.group))
      }
    }
  }
}
