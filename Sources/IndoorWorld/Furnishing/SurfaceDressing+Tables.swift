import Furniture
import Geometry
import RandomStreams
import RoomGeometry
import VectorMath
import WorldModel

/// Tables that are laid and desks that are worked at.
extension SurfaceDressing {
  /// A table laid, or with something in its middle.
  mutating func table(_ shelf: inout Shelf, _ things: [PlacedThing]) -> [PlacedThing] {
    var out: [PlacedThing] = []
    let chairs = things.filter { $0.group == "dining" && $0.thing.asset.nativeClass.name.hasSuffix("chair") }
      .filter {
        length(
          Vector2($0.position.x, $0.position.y) - Vector2(shelf.parent.position.x, shelf.parent.position.y))
          < 2.2
      }
    if stream.bool(probability: 0.45) {
      for chair in chairs {
        let seat = shelf.parent.rotation.conjugate * (chair.position - shelf.parent.position)
        let out2 = Vector2(seat.x, seat.y)
        guard length(out2) > 0.05 else { continue }
        out += placeSetting(&shelf, from: out2)
      }
    }
    let middle = stream.weighted([3, 3, 2, 1, 1.5])
    let names = ["fruit_bowl", "vase", "flower", "candle", ""]
    if names.indices.contains(middle), let thing = thing(names[middle]),
      let placed = put(thing, &shelf, zone: .middle)
    {
      out.append(placed)
    }
    if out.count < 4, let menu = SmallThings.menu("dining_table", in: kind) {
      out += scatter(&shelf, menu)
    }
    return out
  }

  /// Plate, cutlery and glass before a seat; fork on the left, knife on the right of who sits there.
  private mutating func placeSetting(_ shelf: inout Shelf, from seat: Vector2) -> [PlacedThing] {
    // The edge of the table towards the seat.
    let half = shelf.support.size / 2
    let isAlongX = seat.x.magnitude / half.x > seat.y.magnitude / half.y
    let out = isAlongX ? Vector2(seat.x < 0 ? -1 : 1, 0) : Vector2(0, seat.y < 0 ? -1 : 1)
    let edge =
      isAlongX
      ? Vector2(out.x * half.x, max(-half.y, min(half.y, seat.y)))
      : Vector2(max(-half.x, min(half.x, seat.x)), out.y * half.y)
    // Who sits there looks along −out; their right:
    let right = Vector2(-out.y, out.x)
    let yaw = DeterministicMath.atan2(out.y, out.x)
    var placed: [PlacedThing] = []
    func add(_ name: String, _ at: Vector2) {
      if let thing = thing(name, look: 0), let one = put(thing, &shelf, at: at, yaw: yaw) {
        placed.append(one)
      }
    }
    add("plate", edge - out * 0.18)
    guard !placed.isEmpty else { return [] }
    add("fork", edge - out * 0.18 - right * 0.165)
    add("knife", edge - out * 0.18 + right * 0.165)
    add(stream.bool() ? "wine_glass" : "drinking_glass", edge - out * 0.34 + right * 0.15)
    return placed
  }

  /// A place to work: a screen and what belongs to it, or a laptop; papers around.
  mutating func desk(_ shelf: inout Shelf) -> [PlacedThing] {
    var out: [PlacedThing] = []
    let half = shelf.support.size / 2
    func add(_ name: String, _ at: Vector2, _ yaw: Double = 0) {
      if let thing = thing(name, look: 0), let one = put(thing, &shelf, at: at, yaw: yaw) { out.append(one) }
    }
    // Who sits at the desk looks towards −x: their right is +y.
    if stream.bool(probability: 0.55) {
      add("monitor", Vector2(-half.x + 0.16, 0))
      add("keyboard", Vector2(half.x - 0.2, 0))
      add("mouse", Vector2(half.x - 0.2, 0.31))
    } else {
      add("laptop", Vector2(half.x - 0.24, stream.uniform(-0.1, 0.1)))
      if stream.bool(probability: 0.6) { add("mouse", Vector2(half.x - 0.2, 0.32)) }
    }
    if let lamp = thing("desk_lamp"), stream.bool(probability: 0.8),
      let one = put(lamp, &shelf, zone: stream.bool() ? .backLeft : .backRight)
    {
      out.append(one)
    }
    if let menu = SmallThings.menu("desk", in: kind) { out += scatter(&shelf, menu) }
    return out
  }
}
