import Furniture
import Geometry
import RandomStreams
import RoomGeometry
import VectorMath
import WorldModel

/// What stands on shelves.
extension SurfaceDressing {
  /// One compartment: books, things of one kind in a line, or a few things to look at. Some stay empty.
  mutating func compartment(_ shelf: inout Shelf) -> [PlacedThing] {
    let theme = self.theme(of: shelf)
    guard stream.uniform() > 0.03 + 0.3 * (1 - fullness) else { return [] }
    var out: [PlacedThing] = []
    switch stream.weighted([theme.books, theme.lines.isEmpty ? 0 : theme.inLine, theme.single]) {
    case 0: out = books(&shelf)
    case 1: out = line(&shelf, stream.choose(theme.lines) ?? "storage_box")
    default: out = ornaments(&shelf, theme.things, most: max(1, Int(shelf.support.size.y / 0.28)))
    }
    // Where what was chosen was too large; and what is left beside books.
    if out.isEmpty { out = theme.books > 0 ? books(&shelf) : line(&shelf, "mug") }
    if theme.books > 0, stream.bool(probability: 0.6) { out += ornaments(&shelf, theme.things, most: 1) }
    return out
  }

  /// What a shelf is for: the weights of its ways of being filled, what stands there in lines, and what by itself.
  private struct Theme {
    var books = 0.0
    var inLine = 0.0
    var single = 0.0
    var lines: [String] = []
    var things: [String] = []
  }

  private func theme(of shelf: Shelf) -> Theme {
    if shelf.parent.thing.asset.nativeClass.name == "display_cabinet", kind != .shop {
      return Theme(
        inLine: 0.75, single: 0.25,
        lines: ["wine_glass", "drinking_glass", "cup", "bowl", "plate_stack", "mug"],
        things: ["teapot", "vase", "sculpture", "plate_stack", "bowl", "photo_frame", "wine_bottle"])
    }
    switch kind {
    case .kitchen:
      return Theme(
        inLine: 0.7, single: 0.3, lines: ["storage_jar", "mug", "bowl", "cup", "drinking_glass", "food_box"],
        things: ["potted_plant_small", "teapot", "bottle", "plate_stack", "vase", "food_box", "basket"])
    case .bathroom:
      return Theme(
        inLine: 0.2, single: 0.8, lines: ["shampoo_bottle", "toilet_paper"],
        things: [
          "towel_stack", "shampoo_bottle", "candle", "potted_plant_small", "soap_dispenser", "toilet_paper",
          "basket",
        ])
    case .storage, .laundry:
      return Theme(
        inLine: 0.5, single: 0.5,
        lines: ["storage_box", "basket", "bottle", "can", "toilet_paper", "food_box"],
        things: ["storage_box", "basket", "bucket", "towel_stack", "folded_clothes", "iron", "hat"])
    case .shop:
      return Theme(
        inLine: 0.9, single: 0.1,
        lines: [
          "food_box", "can", "bottle", "shampoo_bottle", "wine_bottle", "vase", "handbag", "hat",
          "folded_clothes",
          "mug", "storage_jar", "teddy_bear", "shoe", "book", "candle",
        ], things: ["handbag", "vase", "sculpture", "potted_plant_small", "basket"])
    case .clinic:
      return Theme(
        books: 0.25, inLine: 0.4, single: 0.35, lines: ["storage_box", "bottle", "food_box", "towel_stack"],
        things: ["storage_box", "tissue_box", "towel_stack", "potted_plant_small"])
    default:
      if isForChildren {
        return Theme(
          books: 0.4, inLine: 0.1, single: 0.5, lines: ["toy_car", "storage_box"],
          things: ["teddy_bear", "toy_car", "toy_blocks", "ball", "storage_box", "book_stack", "basket"])
      }
      return Theme(
        books: 0.66, inLine: 0.06, single: 0.28, lines: ["storage_box", "basket"],
        things: SmallThings.ornaments)
    }
  }

  /// Rows of books from one end on, sometimes the whole length.
  private mutating func books(_ shelf: inout Shelf) -> [PlacedThing] {
    var out: [PlacedThing] = []
    let half = shelf.support.size / 2
    var side = 0.012 - half.y
    let stop = stream.bool(probability: 0.45) ? half.y : half.y * stream.uniform(0, 0.8)
    let depth = stream.uniform(0.01, 0.04)
    var misses = 0
    while side < stop && misses < 4 {
      guard let row = thing("book_row"), fits(row, shelf),
        let placed = put(
          row, &shelf, at: Vector2(half.x - row.depth / 2 - depth, side + row.width / 2), yaw: 0)
      else {
        misses += 1
        continue
      }
      out.append(placed)
      side += row.width + 0.004
    }
    return out
  }

  /// Things of one kind and look beside each other, a little off the straight line.
  private mutating func line(_ shelf: inout Shelf, _ name: String) -> [PlacedThing] {
    guard let first = thing(name), fits(first, shelf) else { return ornaments(&shelf, [name], most: 1) }
    let half = shelf.support.size / 2
    let pitch = first.width + stream.uniform(0.015, 0.05)
    let room = 2 * half.y - first.width - 0.02
    let count = min(1 + Int(room / pitch), 8)
    let back = min(half.x - first.depth / 2 - 0.005, stream.uniform(-0.02, 0.05))
    var out: [PlacedThing] = []
    for k in 0..<count {
      let y = (Double(k) - Double(count - 1) / 2) * pitch + stream.normal(sd: 0.004 * clutter)
      let yaw = SmallThings.isRound(name) ? stream.uniform(0, 2 * .pi) : stream.normal(sd: 0.12 * clutter)
      if let placed = put(first, &shelf, at: Vector2(-back, y), yaw: yaw) { out.append(placed) }
    }
    return out
  }

  /// A few different things with air between them.
  private mutating func ornaments(_ shelf: inout Shelf, _ names: [String], most: Int) -> [PlacedThing] {
    let zones: [SmallThings.Zone] =
      most == 1 ? [.anywhere] : most == 2 ? [.left, .right] : [.left, .middle, .right]
    let count = min(most, 1 + stream.integer(in: 0..<max(1, most)))
    var out: [PlacedThing] = []
    for k in 0..<count {
      guard let name = stream.choose(names), let extra = thing(name),
        let placed = put(extra, &shelf, zone: zones[k % zones.count])
      else { continue }
      out.append(placed)
    }
    return out
  }

  /// On top of what is taller than the eyes: what one rarely needs.
  mutating func top(_ shelf: inout Shelf) -> [PlacedThing] {
    guard stream.bool(probability: 0.25 + 0.45 * clutter) else { return [] }
    return ornaments(&shelf, ["storage_box", "basket", "storage_box", "vase", "potted_plant_small"], most: 2)
  }
}
