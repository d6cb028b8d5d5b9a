import Geometry
import VectorMath
import WorldModel

extension HomeVariant {
  /// Takes away what the variant does not show.
  func reduce(_ world: inout World, _ note: inout VariantNote) {
    guard contents != .full else { return }
    let gone = Set(world.entities.filter { !stays($0) }.map(\.id))
    let all = world.carried(by: gone)
    note.changed.append("presence")
    note.entities += all.sorted()
    note.before = "\(world.entities.count) entities"
    world.remove(all)
    note.after = "\(world.entities.count) entities"
  }

  private func stays(_ entity: Entity) -> Bool {
    // The shell and what is outside stand on nothing.
    guard let support = entity.attribute("supported_by") else { return true }
    let isFixed = support == "ceiling" || support == "wall"
    let name = entity.nativeClass.name
    if contents == .empty { return isFixed && entity.isLamp }
    if Self.decoration.contains(name) { return false }
    if support == "ceiling" || entity.isLamp || Self.fixtures.contains(name) { return true }
    // What is small as a whole is no furniture: shoes, toys, cups.
    let size = entity.asset.restBounds.size
    let least = support == "floor" || support == "wall" ? 0.34 : 0.45
    return max(size.x, size.y, size.z) >= least
  }

  /// Classes that only decorate, or lie about, however large they are.
  private static let decoration: Set<String> = [
    "picture", "poster", "photo_frame", "calendar", "clock", "sculpture", "vase", "flower", "candle",
    "potted_plant", "plant", "towel", "book", "magazine", "newspaper", "cushion", "pillow", "blanket",
    "jacket",
    "handbag", "backpack", "suitcase", "umbrella", "teddy_bear", "toy_car", "toy_blocks", "ball", "guitar",
    "box", "basket", "laundry_basket", "storage_box", "waste_bin", "broom", "bucket", "tray", "shoe",
    "slipper",
    "paper", "pet_bed",
  ]
  /// Small parts of kitchens, baths and walls that belong to the furniture.
  private static let fixtures: Set<String> = [
    "kitchen_sink", "hob", "oven", "tap", "washbasin", "light_switch", "power_socket", "towel_rail",
    "toilet_paper_holder", "radiator",
  ]
}
