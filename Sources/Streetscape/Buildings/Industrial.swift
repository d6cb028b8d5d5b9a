import Assets

/// Halls of sheet metal or brick with gates for lorries.
enum Industrial {
  static func design(width: Double, _ chance: AssetVariation) -> FacadeDesign {
    let tint = Colour(
      chance.pick("tint", [0xc9ced0, 0x8fa3b0, 0xd8d3c4, 0x9fb0a0, 0x7d8890, 0xb8a890] as [UInt32]))
    let isBrick = chance.unit("brick") < 0.3
    var design = FacadeDesign(
      storeys: 1, wall: isBrick ? .brick(Colour(0xf0d8c8)) : .sheeting(tint),
      base: isBrick ? .brick(Colour(0xf0d8c8)) : .concrete(Colour(0xa5a29c)), trim: .metal(Colour(0x7b8185)),
      frame: .metal(Colour(0x6c7276)), roofing: .sheeting(Colour(0x9da3a6)),
      door: .sheeting(Colour(chance.pick("door", [0x5c6f80, 0x9a9c9a, 0x7a3a2e, 0x3f5f4d] as [UInt32]))),
      ground: .hall,
      roof: chance.unit("flat") < 0.5 ? .flat(parapet: 0.5) : .gable(pitch: 0.22))
    design.groundHeight = chance.number("ground", in: 4.6...5.4)
    design.storeyHeight = chance.number("storey", in: 2...2.8)
    design.bay = chance.number("bay", in: 4.5...6)
    design.window = .init(
      width: design.bay - 0.6, height: 1.1, sill: 0.4, reveal: 0.08, columns: [0.25, 0.5, 0.75], rows: [],
      bar: 0.05,
      hasSill: false, surround: 0)
    design.cornice = .init(storey: 0, height: 0.2, out: 0.05)
    design.plinth = 0
    design.rooftop = true
    design.isBaseAround = true
    return design
  }
}
