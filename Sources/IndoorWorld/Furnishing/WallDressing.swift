import Furniture
import Geometry
import RandomStreams
import VectorMath
import WorldModel

/// Hangs pictures, mirrors, clocks, shelves and switches where the walls are free.
struct WallDressing {
  let space: RoomSpace
  let library: ThingLibrary
  let palette: Palette
  let kind: RoomKind
  var stream: RandomStream

  /// A free part of a wall's face over some heights.
  private struct Field {
    var face: WallFace
    var range: ClosedRange<Double>
    /// Height of the tallest thing below, metres.
    var floor: Double
    /// What stands there; empty = nothing.
    var below: String
  }

  mutating func dress(_ things: inout [PlacedThing], fullness: Double) {
    switches(&things)
    airConditioner(&things)
    let count: Int
    switch kind {
    case .livingRoom, .bedroom, .diningRoom, .study, .hallway, .office, .hotelRoom:
      count = 1 + Int(fullness * (space.area / 7 + stream.uniform(0, 1.5)))
    case .kitchen, .bathroom: count = stream.bool(probability: 0.5 * fullness) ? 1 : 0
    default: count = 0
    }
    // The wall above the largest piece first: sofa, bed, sideboard.
    for _ in 0..<min(count, 6) {
      var fields = self.fields(things)
      guard !fields.isEmpty else { return }
      for i in fields.indices.reversed() where fields[i].range.upperBound - fields[i].range.lowerBound < 0.35
      {
        fields.remove(at: i)
      }
      guard
        let field = fields.max(by: { weight($0) < weight($1) }),
        let hung = picture(on: field, besides: things)
      else { return }
      things.append(hung)
    }
  }

  private func weight(_ f: Field) -> Double {
    let length = f.range.upperBound - f.range.lowerBound
    return min(length, 2.2) + (f.below.isEmpty ? 0 : 1)
  }

  /// Over which heights things are hung, metres.
  private static let band = 1.15...2.15

  private func fields(_ things: [PlacedThing]) -> [Field] {
    var fields: [Field] = []
    for face in space.faces {
      // What stands or hangs at this wall, along it.
      let near = things.compactMap {
        thing -> (range: ClosedRange<Double>, top: Double, name: String, blocks: Bool)? in
        guard thing.room == space.index, thing.hold != .ceiling else { return nil }
        let solid = thing.solid
        let away = dot(solid.area.center - face.start, face.inward) - solid.area.reach(face.inward)
        guard away < 0.45 else { return nil }
        let along = dot(solid.area.center - face.start, face.direction)
        let reach = solid.area.reach(face.direction)
        guard along + reach > 0 && along - reach < face.length else { return nil }
        let top = solid.heights.upperBound
        let blocks = top > 1.3 || (thing.hold == .wall && top > Self.band.lowerBound)
        return (along - reach...along + reach, top, thing.thing.name, blocks)
      }
      for part in face.free(from: Self.band.lowerBound - 0.3, to: Self.band.upperBound, margin: 0.12) {
        // Curtains hang beside windows.
        var from = part.lowerBound + 0.1
        var to = part.upperBound - 0.1
        for gap in face.gaps where gap.opening.isGlazed {
          if gap.range.upperBound < part.lowerBound + 0.2 { from = max(from, gap.range.upperBound + 0.45) }
          if gap.range.lowerBound > part.upperBound - 0.2 { to = min(to, gap.range.lowerBound - 0.45) }
        }
        var cuts = near.filter { $0.blocks }.map { $0.range }.sorted { $0.lowerBound < $1.lowerBound }
        cuts.append(to...max(to, face.length + 1))
        for cut in cuts {
          let end = min(to, cut.lowerBound - 0.08)
          if end - from > 0.35 {
            let low = near.filter { !$0.blocks && $0.range.upperBound > from && $0.range.lowerBound < end }
            // Above a piece of furniture its own width is the field.
            if let piece = low.filter({ $0.top > 0.35 && $0.range.upperBound - $0.range.lowerBound > 0.7 })
              .max(by: {
                $0.range.upperBound - $0.range.lowerBound < $1.range.upperBound - $1.range.lowerBound
              })
            {
              let a = max(from, piece.range.lowerBound)
              let b = min(end, piece.range.upperBound)
              if b - a > 0.35 {
                // With what stands on it.
                let top = low.filter { $0.range.overlaps(a...b) }.map(\.top).max() ?? piece.top
                fields.append(Field(face: face, range: a...b, floor: top, below: piece.name))
              }
            } else {
              fields.append(
                Field(face: face, range: from...end, floor: low.map(\.top).max() ?? 0, below: ""))
            }
          }
          from = max(from, cut.upperBound + 0.08)
        }
      }
    }
    return fields
  }

  /// Something that suits the field, in its middle at the height of the eyes, clear of what stands below.
  ///
  /// - Parameter known: what hangs already; of most kinds one in a room is enough.
  private mutating func picture(on field: Field, besides known: [PlacedThing]) -> PlacedThing? {
    let length = field.range.upperBound - field.range.lowerBound
    var names: [String]
    switch kind {
    case .hallway: names = ["mirror", "picture", "clock", "jacket"]
    case .kitchen: names = ["clock", "calendar", "wall_shelf", "picture"]
    case .bathroom: names = ["towel", "towel_rail", "picture"]
    case .study, .office: names = ["whiteboard", "picture", "wall_shelf", "clock"]
    default: names = ["picture", "picture", "picture", "wall_shelf", "clock", "poster", "mirror"]
    }
    if ["sofa", "sofa_two_seater", "double_bed", "single_bed"].contains(field.below) { names = ["picture"] }
    if field.below == "dresser" || field.below == "dressing_table" { names = ["mirror"] + names }
    let once = ["clock", "calendar", "whiteboard", "mirror", "jacket", "towel"]
    let hanging = Set(known.filter { $0.hold == .wall }.map(\.thing.name))
    names.removeAll { once.contains($0) && hanging.contains($0) }
    for _ in 0..<8 {
      guard let name = stream.choose(names),
        let thing = library.thing(name, look: stream.integer(in: 0..<14), palette: palette),
        thing.asset.fittings.mount == .wall
      else { continue }
      guard thing.width < length * 0.92, thing.depth < 0.4 else { continue }
      let low = field.floor + 0.2
      let wanted = max(1.52, low + thing.height / 2)
      let top = wanted + thing.height / 2
      guard top < min(space.room.height - 0.15, 2.35) else { continue }
      let along = (field.range.lowerBound + field.range.upperBound) / 2
      let placed = hung(thing, on: field.face, along: along, middle: wanted)
      // Behind an open door there is no room.
      if space.swings.contains(where: { $0.meets(placed.solid) }) { continue }
      return placed
    }
    return nil
  }

  private func hung(_ thing: Thing, on face: WallFace, along: Double, middle: Double) -> PlacedThing {
    let inward = face.inward
    let left = Vector2(-inward.y, inward.x)
    let at = face.point(along) - left * thing.bounds.center.y
    return PlacedThing(
      thing: thing, at: FloorPose(position: at, forward: inward), elevation: middle - thing.bounds.center.z,
      room: space.index, hold: .wall, group: "wall")
  }

  /// High on a wall of rooms where people stay, now and then.
  private mutating func airConditioner(_ things: inout [PlacedThing]) {
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
  private mutating func switches(_ things: inout [PlacedThing]) {
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
        center: face.point(along) + face.inward * 0.03, forward: face.inward, half: Vector2(0.03, 0.07)),
      heights: heights)
    return !things.contains { $0.solid.meets(probe) }
  }
}
