import Assets

/// Offices: glass from floor to floor between narrow bands.
enum Office {
  static func design(width: Double, _ chance: AssetVariation) -> FacadeDesign {
    let band = Colour(chance.pick("band", [0xb9bcbd, 0x6d7276, 0xd8d5ce, 0x4b5054, 0xa89f92]))
    var design = FacadeDesign(
      storeys: 4 + chance.choice("storeys", of: 6), wall: .concrete(band), base: .concrete(Colour(0x6f6f6d)),
      trim: .metal(Colour(0x9a9ea1)),
      frame: .metal(Colour(chance.pick("frame", [0x54595d, 0xa9adb0, 0x34383b]))),
      roofing: .concrete(Colour(0x8a8a88)), door: .metal(Colour(0x3a3f43)),
      glass: .glass(Colour(chance.pick("glass", [0x35505c, 0x2e4a4a, 0x40505f, 0x4a5560]))), ground: .lobby,
      roof: .flat(parapet: 1.1))
    design.groundHeight = 4.4
    design.storeyHeight = 3.6
    design.bay = chance.number("bay", in: 2.6...4.2)
    design.window = .init(
      width: design.bay - 0.3, height: chance.number("height", in: 2.2...2.9), sill: 0.5, reveal: 0.1,
      columns: chance.pick("columns", [[0.5], [0.333, 0.667], [0.25, 0.5, 0.75]]),
      rows: chance.pick("rows", [[], [0.28]]), bar: 0.05, hasSill: false, surround: 0)
    design.plinth = 0
    design.litShare = 0
    design.rooftop = true
    design.drainPipes = false
    design.isBaseAround = true
    design.endBay = 3.4
    design.endWindows = 0.95
    return design
  }
}
