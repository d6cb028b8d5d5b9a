import Furniture
import RandomStreams
import RoomGeometry
import VectorMath
import WorldModel

/// What is laid out for sale.
extension SurfaceDressing {
  /// Kinds of goods that lie on the tables of shops, in blocks.
  private static let goods = [
    "folded_clothes", "handbag", "hat", "shoe", "vase", "mug", "candle", "teddy_bear", "bottle", "bowl",
    "shampoo_bottle", "storage_jar", "book_stack", "potted_plant_small", "plate_stack", "teapot", "food_box",
  ]

  /// A table of a shop: a few kinds beside each other along it, each in rows that face the customer.
  mutating func display(_ shelf: inout Shelf) -> [PlacedThing] {
    let half = shelf.support.size / 2
    let kinds = max(1, min(4, Int((shelf.support.size.y / 0.5).rounded())))
    let width = 2 * half.y / Double(kinds)
    var out: [PlacedThing] = []
    for k in 0..<kinds {
      guard let name = stream.choose(Self.goods), let first = thing(name) else { continue }
      let middle = -half.y + (Double(k) + 0.5) * width
      let pitch = Vector2(first.depth, first.width) + stream.uniform(0.02, 0.06)
      // What is large stands alone, what is small in three rows at most.
      let rows = max(1, min(3, Int((2 * half.x - 0.04) / pitch.x)))
      let columns = max(1, min(5, Int((width - 0.06) / pitch.y)))
      // Some have been sold.
      let sold = stream.uniform(0, 0.4) * (1.2 - fullness)
      for i in 0..<rows {
        for j in 0..<columns where stream.uniform() >= sold {
          let at = Vector2(
            (Double(i) - Double(rows - 1) / 2) * pitch.x,
            middle + (Double(j) - Double(columns - 1) / 2) * pitch.y)
          let jitter = Vector2(stream.normal(sd: 0.004), stream.normal(sd: 0.004)) * clutter
          let yaw = SmallThings.isRound(name) ? stream.uniform(0, 2 * .pi) : stream.normal(sd: 0.08 * clutter)
          if let placed = put(first, &shelf, at: at + jitter, yaw: yaw) { out.append(placed) }
        }
      }
    }
    return out
  }
}
