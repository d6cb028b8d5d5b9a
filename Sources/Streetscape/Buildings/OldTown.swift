import Assets

/// Rows of plastered town houses of the 18th and 19th century, steep roofs, tall windows with surrounds.
enum OldTown {
  private static let walls: [UInt32] = [
    0xe9dcb9, 0xe4cda4, 0xddbb93, 0xcdd3c4, 0xdcd8d0, 0xc9977a, 0xeadccf, 0xbecace, 0xe8e2d2, 0xd2b196,
    0xc7b9a4,
    0xe0d3a2,
  ]
  private static let bases: [UInt32] = [0xb9b2a4, 0xcfc7b6, 0xa49d92, 0xd8d2c6]
  private static let frames: [UInt32] = [0xf0eee8, 0xefece2, 0x5b4636, 0x44524a, 0xe6e4de]
  private static let doors: [UInt32] = [0x4a3524, 0x2f4a3c, 0x5c2327, 0x24364f, 0x6b5537]

  static func design(width: Double, _ chance: AssetVariation) -> FacadeDesign {
    let wall = Colour(chance.pick("wall", walls))
    let isBrick = chance.unit("brick") < 0.14
    let hasMansard = chance.unit("mansard") < 0.25
    let hasStoneBase = chance.unit("stone base") < 0.5
    let trim = Surfacing.concrete(Colour(chance.pick("trim", [0xf2efe6, 0xe4ddcd, 0xd5cdbb])))
    var design = FacadeDesign(
      storeys: 2 + chance.choice("storeys", of: 3),
      wall: isBrick ? .brick(Colour(chance.pick("bricks", [0xffffff, 0xe8d8c8, 0xffe9d0]))) : .plaster(wall),
      base: hasStoneBase ? .ashlar(Colour(chance.pick("base", bases))) : .plaster(wall), trim: trim,
      frame: .paint(Colour(chance.pick("frame", frames))),
      roofing: hasMansard
        ? .slate(Colour(0x6a6f76))
        : .roofTiles(Colour(chance.pick("roof", [0xffffff, 0xe8d0c0, 0xd8c8c0, 0xf2dccb]))),
      door: .paint(Colour(chance.pick("door", doors))),
      ground: chance.unit("shops") < 0.62 ? .shops(isChinese: false) : .dwelling(doorWidth: 1.25),
      roof: hasMansard ? .mansard : .gable(pitch: chance.number("pitch", in: 0.75...1.1)))
    design.groundHeight = chance.number("ground", in: 3.5...4.2)
    design.storeyHeight = chance.number("storey", in: 2.9...3.4)
    design.bay = chance.number("bay", in: 2.0...2.7)
    design.window = .init(
      width: chance.number("window width", in: 0.95...1.2),
      height: chance.number("window height", in: 1.55...1.95), sill: 0.75,
      reveal: chance.number("reveal", in: 0.12...0.22), columns: [0.5],
      rows: chance.pick("rows", [[0.68], [0.34, 0.67], [0.5], []]), bar: 0.075, hasSill: true,
      surround: chance.unit("surround") < 0.65 ? chance.number("surround width", in: 0.12...0.2) : 0)
    design.courses = [.init(storey: 0, height: 0.24, out: 0.12)]
    if chance.unit("courses") < 0.4 {
      design.courses += (1..<design.storeys).map { .init(storey: $0, height: 0.12, out: 0.06) }
    }
    design.cornice = .init(storey: 0, height: chance.number("cornice", in: 0.25...0.45), out: 0.26)
    if chance.unit("shutters") < 0.3 {
      design.shutters = .paint(
        Colour(chance.pick("shutter", [0x49604f, 0x6d7f86, 0x7a4b39, 0x8a9a8c])), roughness: 0.7)
    }
    if chance.unit("balconies") < 0.25 {
      design.balconyEvery = 3
      design.balconyDepth = 0.85
    }
    design.dormers = chance.unit("dormers") < 0.7
    design.chimneys = 1 + chance.choice("chimneys", of: 2)
    design.endWindows = 0.55
    return design
  }
}
