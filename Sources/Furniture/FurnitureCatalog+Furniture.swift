extension FurnitureCatalog {
  /// What stands in rooms: seats, tables, beds, storage.
  static let furniture: [Entry] = [
    Entry(Nightstand.self)
  ]
}
