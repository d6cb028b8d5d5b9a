import Assets

/// Residential towers: stacks of closed balconies and windows over a darker base.
enum ChineseTower {
  static func design(width: Double, _ chance: AssetVariation) -> FacadeDesign {
    let wall = Colour(
      chance.pick("wall", [0xdcc9a8, 0xe4ddcf, 0xcfae8c, 0xd8d3cb, 0xc8b59c, 0xe0cdb8] as [UInt32]))
    var design = FacadeDesign(
      storeys: 10 + chance.choice("storeys", of: 13), wall: .plaster(wall),
      base: .ashlar(Colour(chance.pick("base", [0x9c7f66, 0xa39a8e, 0x8b7460] as [UInt32]))),
      trim: .concrete(Colour(0xf0ece2)),
      frame: .metal(Colour(chance.pick("frame", [0xdfe2e2, 0x6a6e70] as [UInt32]))),
      roofing: .concrete(Colour(0x8f8d88)), door: .metal(Colour(0x4a4f52)), ground: .dwelling(doorWidth: 2.2),
      roof: .flat(parapet: 1.3))
    design.groundHeight = 3.8
    design.storeyHeight = 2.9
    design.bay = chance.number("bay", in: 3.3...4.2)
    design.window = .init(
      width: 1.7, height: 1.55, sill: 0.9, reveal: 0.12, columns: [0.5], rows: [], bar: 0.05, hasSill: false,
      surround: 0)
    design.balconyEvery = 2
    design.balcony = .enclosed
    design.balconyDepth = 1.3
    design.airConditioners = 0.35
    design.courses = [.init(storey: 0, height: 0.3, out: 0.1), .init(storey: 2, height: 0.3, out: 0.1)]
    design.cornice = .init(storey: 0, height: 0.4, out: 0.25)
    design.endBay = 9
    design.endWindows = 1
    design.hasEndBands = true
    design.isBaseAround = true
    design.rooftop = true
    design.drainPipes = false
    return design
  }
}
