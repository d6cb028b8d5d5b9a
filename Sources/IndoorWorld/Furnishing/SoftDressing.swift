import Furniture
import Geometry
import InteriorSurfaces
import RandomStreams
import RoomGeometry
import VectorMath
import WorldModel

/// Puts cushions on sofas and a folded blanket on beds: soft things, sunk a few millimetres into what is soft, too.
struct SoftDressing {
  let library: ThingLibrary
  let palette: Palette
  let fullness: Double
  /// 0 = tidy, 1 = chaotic.
  let clutter: Double
  var stream: RandomStream

  /// Metres that soft things sink into each other.
  private static let sink = 0.006

  mutating func dress(_ things: inout [PlacedThing]) {
    for index in things.indices {
      let parent = things[index]
      switch parent.thing.asset.nativeClass.name {
      case "sofa": things += cushions(on: parent, index, wanted: 2 + stream.integer(in: 0..<3))
      case "armchair":
        if stream.bool(probability: 0.5 * fullness) { things += cushions(on: parent, index, wanted: 1) }
      case "bed", "single_bed":
        let isFolded = stream.bool(probability: 0.45 * fullness)
        if isFolded { things += laid("blanket", on: parent, index, from: 0.25...0.45, aside: -0.2...0.2) }
        // Clothes for tomorrow, or those of yesterday.
        if stream.bool(probability: 0.05 + 0.7 * clutter) {
          let side = (stream.bool() ? 0.2 : -0.2) * parent.thing.width
          things += laid(
            "folded_clothes", on: parent, index, from: isFolded ? 0.9...1.1 : 0.3...0.8,
            aside: side - 0.05...side + 0.05, flatness: 0.01)
        }
      default: break
      }
    }
  }

  /// Against the back, beginning at the arms.
  private mutating func cushions(on parent: PlacedThing, _ index: Int, wanted: Int) -> [PlacedThing] {
    guard let first = library.thing("cushion", palette: palette) else { return [] }
    let probe = SurfaceProbe(parent.thing.asset)
    var hold = SoftHold(on: parent.thing.asset)
    let box = parent.thing.bounds
    // Where the back is open to lean on: from left to right, at a cushion's height above the seat.
    var places: [(y: Double, seat: Double, back: Double)] = []
    let count = max(1, Int(box.size.y / 0.1))
    for k in 0..<count {
      let y = box.min.y + (Double(k) + 0.5) / Double(count) * box.size.y
      guard let seat = probe.top(box.center.x + 0.08, y), (0.3...0.56).contains(seat - box.min.z),
        let back = probe.front(y, seat + first.height * 0.7), back < box.center.x
      else { continue }
      places.append((y, seat, back))
    }
    guard let left = places.first?.y, let right = places.last?.y, right - left > first.width * 0.7 else {
      return []
    }
    let half = first.width / 2
    let slots =
      wanted == 1 || right - left < 2 * first.width
      ? [(left + right) / 2 + stream.uniform(-0.1, 0.1)]
      : [left + half, right - half, left + half * 3 + 0.04, right - half * 3 - 0.04]
    var out: [PlacedThing] = []
    var taken: [ClosedRange<Double>] = []
    for y in slots.prefix(wanted) {
      guard let thing = library.thing("cushion", look: stream.integer(in: 0..<4), palette: palette) else {
        continue
      }
      let reach = y - thing.width / 2...y + thing.width / 2
      guard !taken.contains(where: { $0.overlaps(reach) }) else { continue }
      let under = places.filter { reach.contains($0.y) }
      guard let back = under.map(\.back).max(), let seat = under.map(\.seat).max() else { continue }
      let near = Vector3(
        back - thing.bounds.min.x - Self.sink, y - thing.bounds.center.y,
        seat - thing.bounds.min.z - Self.sink)
      let ways = [Vector3.zero, Vector3(0.006, 0, 0), Vector3(0, 0, 0.005), Vector3(0.012, 0, 0.004)]
      guard let settled = settled(thing, near, probe),
        let at = hold.place(thing, among: ways.map { settled + $0 })
      else { continue }
      taken.append(reach)
      out.append(on(parent, index, thing, at, turn: 0))
    }
    return out
  }

  /// Where a cushion comes to lie that is let down in front of a back: its rear touches the back, its underside the
  /// seat, both wherever they bulge most; `nil` where something else is in the way, as an arm.
  private func settled(_ thing: Thing, _ near: Vector3, _ probe: SurfaceProbe) -> Vector3? {
    let box = thing.bounds
    let shape = OutermostPoints(thing)
    // Below it lies the seat, behind it the back: the edge between belongs to neither.
    let rear = (shape.down(0) + shape.down(1) + shape.up(1)).filter {
      $0.z - box.min.z > 0.25 * box.size.z
    }
    let under = shape.down(2).filter {
      $0.z - box.min.z < 0.3 * box.size.z && $0.x - box.min.x > 0.25 * box.size.x
    }
    var at = near
    for _ in 0..<2 {
      var (x, z) = (-Double.infinity, -Double.infinity)
      for p in rear {
        if let front = probe.front(at.y + p.y, at.z + p.z) { x = max(x, front - p.x) }
      }
      guard x.isFinite, x - near.x < 0.15 else { return nil }
      at.x = x - Self.sink
      for p in under {
        if let top = probe.top(at.x + p.x, at.y + p.y), top - at.z - p.z < 0.15 { z = max(z, top - p.z) }
      }
      // Higher up it would lie on the flank of an arm.
      guard z.isFinite, z - near.z < 0.018 else { return nil }
      at.z = z - Self.sink
    }
    return at
  }

  /// Something of cloth, folded, on a bed.
  ///
  /// - Parameters:
  ///   - from: metres from the foot to its edge.
  ///   - aside: metres from the middle to the left.
  ///   - flatness: metres by which the bed may rise and fall below it: what is stiff would tip.
  private mutating func laid(
    _ name: String, on parent: PlacedThing, _ index: Int, from foot: ClosedRange<Double>,
    aside: ClosedRange<Double>, flatness: Double = 0.05
  ) -> [PlacedThing] {
    guard let thing = library.thing(name, look: stream.integer(in: 0..<3), palette: palette) else {
      return []
    }
    let probe = SurfaceProbe(parent.thing.asset)
    let box = parent.thing.bounds
    let x = box.max.x - thing.depth / 2 - stream.uniform(foot.lowerBound, foot.upperBound)
    let y = box.center.y + stream.uniform(aside.lowerBound, aside.upperBound)
    let origin = Vector2(x - thing.bounds.center.x, y - thing.bounds.center.y)
    var (low, high, rest) = (Double.infinity, -Double.infinity, -Double.infinity)
    for p in OutermostPoints(thing).down(2) {
      guard let top = probe.top(origin.x + p.x, origin.y + p.y) else { return [] }
      (low, high, rest) = (min(low, top), max(high, top), max(rest, top - p.z))
    }
    guard high - low < flatness else { return [] }
    var hold = SoftHold(on: parent.thing.asset)
    let heights = [0, 0.003, 0.006].map { Vector3(origin.x, origin.y, rest - Self.sink + $0) }
    guard let at = hold.place(thing, among: heights) else { return [] }
    return [on(parent, index, thing, at, turn: 0)]
  }

  private func on(
    _ parent: PlacedThing, _ index: Int, _ thing: Thing, _ at: Vector3, turn: Double
  ) -> PlacedThing {
    PlacedThing(
      thing: thing, position: parent.position + parent.rotation * at,
      rotation: parent.rotation * Quaternion(yaw: turn), room: parent.room, hold: .thing(index),
      group: parent.group)
  }
}
