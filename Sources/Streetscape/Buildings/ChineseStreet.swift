import Assets

/// Street fronts of Chinese towns: tiled walls over open shops with boards across the whole width, air conditioners,
/// barred windows.
enum ChineseStreet {
  private static let walls: [UInt32] = [
    0xf0ece4, 0xe4d8cc, 0xd9dfda, 0xe8d4c4, 0xcfd4d6, 0xdccfb4, 0xd2bfae, 0xe9e4d2,
  ]

  static func design(width: Double, _ chance: AssetVariation) -> FacadeDesign {
    let wall = Colour(chance.pick("wall", walls))
    let isTiled = chance.unit("tiled") < 0.6
    var design = FacadeDesign(
      storeys: 2 + chance.choice("storeys", of: 5), wall: isTiled ? .mosaic(wall) : .plaster(wall),
      base: .mosaic(Colour(chance.pick("base", [0xb9aa9a, 0x8f8a84, 0xc9c2b8]))),
      trim: .concrete(Colour(0xc9c4ba)),
      frame: .metal(Colour(chance.pick("frame", [0xe4e6e6, 0xb9bdbf, 0x6a5a4a]))),
      roofing: .concrete(Colour(0x8f8d88)),
      door: .metal(Colour(chance.pick("door", [0x6b2a26, 0x55585a, 0x3d4f5c]))),
      ground: .shops(isChinese: true), roof: .flat(parapet: chance.number("parapet", in: 0.7...1.2)))
    design.groundHeight = chance.number("ground", in: 3.8...4.4)
    design.storeyHeight = chance.number("storey", in: 2.8...3.1)
    design.bay = chance.number("bay", in: 2.8...3.6)
    design.window = .init(
      width: chance.number("width", in: 1.4...1.9), height: 1.5, sill: 0.9, reveal: 0.12,
      columns: chance.pick("columns", [[0.5], [0.33, 0.67]]), rows: chance.pick("rows", [[], [0.7]]),
      bar: 0.05,
      hasSill: false, surround: 0)
    if chance.unit("balconies") < 0.6 {
      design.balconyEvery = 2 + chance.choice("every", of: 2)
      design.balcony = chance.pick("balcony", [.enclosed, .enclosed, .bars, .wall])
    }
    design.cornice = .init(storey: 0, height: 0.2, out: 0.12)
    design.airConditioners = chance.number("air", in: 0.3...0.75)
    design.cages = chance.number("cages", in: 0...0.5)
    design.endBay = 3.4
    design.endWindows = 0.85
    design.hasEndBands = chance.unit("end bands") < 0.5
    design.plinth = 0.3
    design.rooftop = true
    return design
  }
}
