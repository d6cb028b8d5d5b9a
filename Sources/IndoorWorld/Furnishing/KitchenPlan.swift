import Furniture
import Geometry
import RandomStreams
import RoomGeometry
import VectorMath
import WorldModel

/// Runs of kitchen units along the walls of a room: one long run, or two that meet in a corner.
///
/// Walls are weighed by how much can stand on them between doors, and by whether a window is above the sink.
struct KitchenPlan {
  let space: RoomSpace
  let look: Look
  var stream: RandomStream

  /// A part of a wall without doors, long enough to stand units on.
  private struct Stretch {
    var face: Int
    /// Along the face.
    var range: ClosedRange<Double>
    var length: Double { range.upperBound - range.lowerBound }
  }

  /// Things of all runs, in place; empty where no wall is long enough.
  mutating func things(at room: Int, library: ThingLibrary) -> [PlacedThing] {
    let stretches = self.stretches
    guard let best = stretches.max(by: { $0.length < $1.length }), best.length >= 1.2 else { return [] }
    // An L where the longest run ends in a corner whose other wall is free for 1.5 m, and the room is wide enough.
    let wantsCorner = best.length < 4 || stream.bool(probability: 0.5)
    if wantsCorner, let other = meeting(best, stretches) {
      return held(corner(best, other.stretch, isAtStart: other.isAtStart, room: room))
    }
    return held(run(best, room: room, limit: 4.8))
  }

  /// Sinks and hobs are let into the worktop, ovens into their cabinet.
  private func held(_ things: [PlacedThing]) -> [PlacedThing] {
    let holders = [
      "kitchen_sink": "kitchen_counter", "hob": "kitchen_counter", "oven": "kitchen_base_cabinet",
    ]
    return things.map { thing in
      guard let holder = holders[thing.thing.asset.nativeClass.name] else { return thing }
      let center = thing.solid.area.center
      guard
        let index = things.firstIndex(where: {
          $0.thing.asset.nativeClass.name == holder && $0.solid.area.contains(center)
        })
      else { return thing }
      var thing = thing
      thing.hold = .thing(index)
      return thing
    }
  }

  private var stretches: [Stretch] {
    space.faces.enumerated().flatMap { i, face in
      // Doors need their frame and their swing; a balcony door, too.
      face.free(from: 0, to: 0.85, margin: 0.12).map { Stretch(face: i, range: $0) }
    }
    .filter { $0.length >= 0.9 && isClear($0, depth: 0.65) }
  }

  /// Whether no door swings over the floor of a stretch.
  private func isClear(_ s: Stretch, depth: Double) -> Bool {
    let face = space.faces[s.face]
    let area = FloorRectangle(
      center: face.point((s.range.lowerBound + s.range.upperBound) / 2) + face.inward * (depth / 2),
      forward: face.inward, half: Vector2(depth / 2, s.length / 2 - 0.01))
    return space.holds(area)
      && !space.fixed.contains { $0.heights.lowerBound < 0.8 && $0.area.overlaps(area) && isDoor($0) }
  }

  /// Curtains do not hang over worktops; ways in stay free.
  private func isDoor(_ solid: RoomSpace.Solid) -> Bool {
    space.ways.contains { face, gap in
      let middle = face.point((gap.range.lowerBound + gap.range.upperBound) / 2)
      return solid.area.grown(0.02).contains(middle)
    }
  }

  /// The stretch at a right angle that shares a corner of the room with `first`.
  private func meeting(_ first: Stretch, _ all: [Stretch]) -> (stretch: Stretch, isAtStart: Bool)? {
    let count = space.faces.count
    var options: [(stretch: Stretch, isAtStart: Bool)] = []
    for s in all where s.length >= 1.7 {
      let face = space.faces[s.face]
      if s.face == (first.face + 1) % count, first.range.upperBound > space.faces[first.face].length - 0.02,
        s.range.lowerBound < 0.02, dot(face.direction, space.faces[first.face].inward) > 0.99
      {
        options.append((s, false))
      }
      if s.face == (first.face + count - 1) % count, first.range.lowerBound < 0.02,
        s.range.upperBound > face.length - 0.02, dot(face.direction, space.faces[first.face].inward) < -0.99
      {
        options.append((s, true))
      }
    }
    return options.max { $0.stretch.length < $1.stretch.length }
  }

  // MARK: runs

  /// A face's direction runs against the y axis of the run on it.
  private func pose(_ face: WallFace, middle: Double) -> FloorPose {
    FloorPose(position: face.point(middle), forward: face.inward)
  }

  private mutating func run(_ s: Stretch, room: Int, limit: Double) -> [PlacedThing] {
    let length = min(s.length, limit)
    // At the end that lies in a corner, if one does.
    let isAtEnd = s.range.upperBound > space.faces[s.face].length - 0.02
    let range =
      isAtEnd
      ? s.range.upperBound - length...s.range.upperBound : s.range.lowerBound...s.range.lowerBound + length
    return placed(Stretch(face: s.face, range: range), low: .open, high: .open, needs: .usual, room: room)
  }

  /// The first stretch fills the corner, the second meets it.
  private mutating func corner(
    _ first: Stretch, _ second: Stretch, isAtStart: Bool, room: Int
  ) -> [PlacedThing] {
    var (a, b) = (first, second)
    a.range =
      isAtStart
      ? 0...min(a.length, 3.6) : max(a.range.lowerBound, a.range.upperBound - 3.6)...a.range.upperBound
    b.range =
      isAtStart
      ? max(b.range.lowerBound, b.range.upperBound - 2.6)...b.range.upperBound : 0...min(b.length, 2.6)
    // y runs against the face: what is at the face's end is at the run's low end.
    return placed(
      a, low: isAtStart ? .open : .corner, high: isAtStart ? .corner : .open,
      needs: [.sink, .dishwasher, .refrigerator], room: room)
      + placed(
        b, low: isAtStart ? .meets : .open, high: isAtStart ? .open : .meets, needs: [.hob], room: room)
  }

  /// The window nearest to a corner of the room, in the wall that meets a face at its end (or at its start), where it
  /// is so near that its board is over the units.
  private func window(aroundCornerOf index: Int, atEnd: Bool) -> HomePlan.Opening? {
    let count = space.faces.count
    let face = space.faces[(index + (atEnd ? 1 : count - 1)) % count]
    return face.gaps.first {
      $0.opening.isGlazed
        && (atEnd ? $0.range.lowerBound : face.length - $0.range.upperBound) < KitchenRun.depth + 0.12
    }?.opening
  }

  private func placed(
    _ stretch: Stretch, low: KitchenRun.End, high: KitchenRun.End, needs: KitchenNeeds, room: Int
  ) -> [PlacedThing] {
    var s = stretch
    let face = space.faces[s.face]
    // Where a run ends at a wall with a window, units stay clear of its board. y runs against the face.
    let isAtEnd = s.range.upperBound > face.length - 0.02
    let isAtStart = s.range.lowerBound < 0.02
    let (end, start) = (
      isAtEnd ? window(aroundCornerOf: s.face, atEnd: true) : nil,
      isAtStart ? window(aroundCornerOf: s.face, atEnd: false) : nil
    )
    let margin = 0.055
    if s.length > 1 {
      s.range =
        s.range.lowerBound + (start != nil && high == .open ? margin : 0)...s.range.upperBound
        - (end != nil && low == .open ? margin : 0)
    }
    let middle = (s.range.lowerBound + s.range.upperBound) / 2
    let pose = pose(face, middle: middle)
    let glazed = face.gaps.filter {
      $0.opening.isGlazed && $0.range.upperBound > s.range.lowerBound
        && $0.range.lowerBound < s.range.upperBound
    }
    let windows = glazed.map { middle - $0.range.upperBound - 0.06...middle - $0.range.lowerBound + 0.06 }
    var run = KitchenRun(
      length: s.length,
      modules: KitchenRun.modules(
        for: s.length, needs: needs, look: look, low: low, high: high, windows: windows),
      look: look, low: low, high: high)
    run.windows = windows
    if let window = low == .corner ? end : high == .corner ? start : nil { run.cornerSill = window.sill }
    run.sill = glazed.map(\.opening.sill).min() ?? 1
    run.ceiling = space.room.height
    return run.pieces.map { piece in
      let at = pose * Vector2(piece.at.x, piece.at.y)
      let hold: PlacedThing.Hold = piece.at.z < 0.01 && piece.asset.fittings.mount == .floor ? .floor : .wall
      return PlacedThing(
        thing: Thing(asset: piece.asset, bounds: piece.asset.restBounds),
        at: FloorPose(position: at, forward: pose.forward), elevation: piece.at.z, room: room, hold: hold,
        group: "kitchen")
    }
  }
}
