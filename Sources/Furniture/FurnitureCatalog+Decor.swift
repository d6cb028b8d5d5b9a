extension FurnitureCatalog {
  /// Lamps, textiles, plants and decoration.
  static let decor: [Entry] = [
    Entry(TableLamp.self)
  ]
}
