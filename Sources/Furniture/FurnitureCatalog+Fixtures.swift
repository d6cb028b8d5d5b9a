extension FurnitureCatalog {
  /// Kitchens, baths, appliances and electronics.
  static let fixtures: [Entry] = []
}
