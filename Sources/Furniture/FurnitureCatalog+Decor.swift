extension FurnitureCatalog {
  /// Lamps, textiles, living and decoration.
  static let decor: [Entry] = lamps + textiles + walls + living

  private static let lamps: [Entry] = [
    Entry(TableLamp.self), Entry(FloorLamp.self), Entry(CeilingLamp.self), Entry(PendantLamp.self),
    Entry(Chandelier.self), Entry(WallLamp.self), Entry(DeskLamp.self), Entry(Downlight.self),
  ]

  private static let textiles: [Entry] = [
    Entry(Rug.self), Entry(Doormat.self), Entry(Cushion.self), Entry(Pillow.self), Entry(Blanket.self),
    Entry(Throw.self), Entry(HangingTowel.self), Entry(TowelStack.self),
  ]

  private static let walls: [Entry] = [
    Entry(Picture.self), Entry(PhotoFrame.self), Entry(Poster.self), Entry(WallMirror.self),
    Entry(FloorMirror.self), Entry(Clock.self), Entry(Calendar.self), Entry(Whiteboard.self),
  ]

  private static let living: [Entry] = [
    Entry(LargePottedPlant.self), Entry(SmallPottedPlant.self), Entry(FlowerVase.self), Entry(Vase.self),
    Entry(Candle.self), Entry(Sculpture.self),
  ]
}
