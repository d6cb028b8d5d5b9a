import Furniture
import Geometry
import RandomStreams
import RoomGeometry
import VectorMath
import WorldModel

/// What belongs to the installations of a house.
extension WallDressing {
  /// High on a wall of rooms where people stay, now and then.
  mutating func airConditioner(_ things: inout [PlacedThing]) {
    guard [.livingRoom, .bedroom, .study, .office].contains(kind), stream.bool(probability: 0.3),
      let unit = library.thing("air_conditioner", palette: palette)
    else { return }
    let middle = space.room.height - 0.2 - unit.height / 2
    let low = middle - unit.height / 2
    for i in stream.permutation(space.faces.count) {
      let face = space.faces[i]
      // Curtain rails are up to 0.2 m above windows.
      for part in face.free(from: low - 0.3, to: space.room.height, margin: 0.5)
      where part.upperBound - part.lowerBound > unit.width + 0.6 {
        let along = (part.lowerBound + part.upperBound) / 2
        let placed = hung(unit, on: face, along: along, middle: middle)
        // Low rooms have it beside the upper edge of a door that stands open.
        if !things.contains(where: { $0.solid.meets(placed.solid) }),
          !space.swings.contains(where: { $0.meets(placed.solid) })
        {
          things.append(placed)
          return
        }
      }
    }
  }

  /// A light switch beside every door, on the side of its handle; some sockets.
  mutating func switches(_ things: inout [PlacedThing]) {
    if let button = library.thing("light_switch", palette: palette) {
      for (face, gap) in space.ways where gap.opening.kind == .hingedDoor {
        let along = gap.hingeAtStart ? gap.range.upperBound + 0.2 : gap.range.lowerBound - 0.2
        guard along > 0.08 && along < face.length - 0.08, isFree(face, along, 0.9...1.2, things) else {
          continue
        }
        things.append(hung(button, on: face, along: along, middle: 1.05))
      }
    }
    guard let socket = library.thing("power_socket", palette: palette) else { return }
    for face in space.faces where face.length > 1.6 {
      let along = stream.uniform(0.3, face.length - 0.3)
      let isClear = face.gaps.allSatisfy {
        along < $0.range.lowerBound - 0.2 || along > $0.range.upperBound + 0.2
      }
      if isClear && isFree(face, along, 0.2...0.4, things) {
        things.append(hung(socket, on: face, along: along, middle: 0.3))
      }
    }
  }

  private func isFree(
    _ face: WallFace, _ along: Double, _ heights: ClosedRange<Double>, _ things: [PlacedThing]
  ) -> Bool {
    let probe = RoomSpace.Solid(
      area: FloorRectangle(
        center: face.point(along) + face.inward * 0.03, forward: face.inward, half: Vector2(0.03, 0.09)),
      heights: heights)
    return !things.contains { $0.solid.meets(probe) }
  }
}
