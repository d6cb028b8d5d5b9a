extension FurnitureCatalog {
  /// Lamps, textiles, plants and decoration.
  static let decor: [Entry] = lamps

  private static let lamps: [Entry] = [
    Entry(TableLamp.self), Entry(FloorLamp.self), Entry(CeilingLamp.self), Entry(PendantLamp.self),
    Entry(Chandelier.self), Entry(WallLamp.self), Entry(DeskLamp.self), Entry(Downlight.self),
  ]
}
