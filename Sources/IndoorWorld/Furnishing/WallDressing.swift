import Furniture
import Geometry
import InteriorSurfaces
import RandomStreams
import RoomGeometry
import VectorMath
import WorldModel

/// Hangs pictures, mirrors, clocks, shelves and switches where the walls are free.
struct WallDressing {
  let space: RoomSpace
  let library: ThingLibrary
  let palette: Palette
  let kind: RoomKind
  var stream: RandomStream

  /// A part of a wall on which nothing could be hung.
  private struct Bare {
    var face: Vector2
    var range: ClosedRange<Double>
  }
  private var bare: [Bare] = []
  /// Looks of pictures that hang already: no room has the same one twice.
  var shown: Set<Int> = []

  init(
    space: RoomSpace, library: ThingLibrary, palette: Palette, kind: RoomKind, stream: RandomStream
  ) {
    self.space = space
    self.library = library
    self.palette = palette
    self.kind = kind
    self.stream = stream
  }

  /// A free part of a wall's face over some heights.
  struct Field {
    var face: WallFace
    var range: ClosedRange<Double>
    /// Height of the tallest thing below, metres.
    var floor: Double
    /// What stands there; empty = nothing.
    var below: String

    var length: Double { range.upperBound - range.lowerBound }
    var middle: Double { (range.upperBound + range.lowerBound) / 2 }
  }

  mutating func dress(_ things: inout [PlacedThing], fullness: Double) {
    switches(&things)
    airConditioner(&things)
    // The wall above the largest piece first: sofa, bed, sideboard.
    for _ in 0..<count(fullness) {
      let fields = self.fields(things).filter { $0.length > 0.35 }
      guard let field = fields.max(by: { weight($0) < weight($1) }) else { return }
      let hung = hangings(on: field, besides: things).filter { placed in
        // Behind an open door there is no room.
        !space.swings.contains { $0.meets(placed.solid) } && !things.contains { $0.solid.meets(placed.solid) }
      }
      if hung.isEmpty { bare.append(Bare(face: field.face.start, range: field.range)) }
      things += hung
    }
  }

  /// How many fields of the walls are hung.
  private mutating func count(_ fullness: Double) -> Int {
    switch kind {
    case .livingRoom, .bedroom, .diningRoom, .study, .hallway, .office, .hotelRoom, .meetingRoom:
      min(6, 1 + Int(fullness * (space.area / 8 + stream.uniform(0, 1.5))))
    case .bathroom: 1 + Int(fullness * stream.uniform(0.4, 2.2))
    case .kitchen: stream.bool(probability: 0.3 + 0.6 * fullness) ? 1 : 0
    case .classroom: 2 + Int(fullness * 4)
    case .clinic, .shop: 1 + Int(fullness * 2.5)
    case .laundry, .storage: stream.bool(probability: 0.6 * fullness) ? 1 : 0
    case .warehouse, .balcony, .stairwell: 0
    }
  }

  private func weight(_ f: Field) -> Double {
    let isBare = bare.contains { $0.face == f.face.start && $0.range.overlaps(f.range) }
    return min(f.length, 2.2) + (f.below.isEmpty ? 0 : 1) - (isBare ? 10 : 0)
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

  func hung(_ thing: Thing, on face: WallFace, along: Double, middle: Double) -> PlacedThing {
    let inward = face.inward
    let left = Vector2(-inward.y, inward.x)
    let at = face.point(along) - left * thing.bounds.center.y
    return PlacedThing(
      thing: thing, at: FloorPose(position: at, forward: inward), elevation: middle - thing.bounds.center.z,
      room: space.index, hold: .wall, group: "wall")
  }
}
