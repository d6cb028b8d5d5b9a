extension FurnitureCatalog {
  /// Lamps, textiles, plants and decoration.
  static let decor: [Entry] = lamps + textiles + walls + plants

  private static let lamps: [Entry] = [
    Entry(TableLamp.self), Entry(FloorLamp.self), Entry(CeilingLamp.self), Entry(PendantLamp.self),
    Entry(Chandelier.self), Entry(WallLamp.self), Entry(DeskLamp.self), Entry(Downlight.self),
  ]

  private static let textiles: [Entry] = [
    Entry(Rug.self), Entry(Doormat.self), Entry(Cushion.self), Entry(Pillow.self),
  ]

  private static let walls: [Entry] = [
    Entry(Picture.self), Entry(PhotoFrame.self), Entry(Poster.self),
  ]

  private static let plants: [Entry] = [
    Entry(LargePottedPlant.self), Entry(SmallPottedPlant.self),
  ]
}
