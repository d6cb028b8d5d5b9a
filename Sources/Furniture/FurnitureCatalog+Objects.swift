extension FurnitureCatalog {
  /// Small things that stand and lie about.
  static let objects: [Entry] = []
}
