extension FurnitureCatalog {
  /// Kitchens, baths, appliances and electronics.
  static let fixtures: [Entry] = kitchen

  private static let kitchen: [Entry] = [
    Entry(KitchenBaseCabinet.self), Entry(KitchenWallCabinet.self), Entry(KitchenTallCabinet.self),
    Entry(KitchenCounter.self), Entry(KitchenSink.self), Entry(Hob.self), Entry(Oven.self),
    Entry(RangeHood.self), Entry(Dishwasher.self), Entry(Refrigerator.self), Entry(KitchenIsland.self),
  ]
}
