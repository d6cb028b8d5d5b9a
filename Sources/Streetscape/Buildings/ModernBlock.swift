import Assets

/// Blocks of flats since about 1960: flat roofs, wide windows, balconies.
enum ModernBlock {
  private static let walls: [UInt32] = [
    0xe9e6df, 0xd8d5ce, 0xc9c2b5, 0xe6dcc8, 0xb9b4ab, 0xdfe2e2, 0xcdbfa9, 0xa9a39b,
  ]

  static func design(width: Double, _ chance: AssetVariation) -> FacadeDesign {
    let wall = Colour(chance.pick("wall", walls))
    let kind = chance.unit("kind")
    let surface: Surfacing =
      kind < 0.25
      ? .brick(Colour(chance.pick("bricks", [0xffffff, 0xd8c0b0, 0xf0e0d0, 0xb0a8a0])))
      : kind < 0.4 ? .concrete(wall) : .plaster(wall)
    let dark = Colour(chance.pick("dark", [0x3a3d40, 0x4a4742, 0x2c3136]))
    var design = FacadeDesign(
      storeys: 3 + chance.choice("storeys", of: 4), wall: surface,
      base: chance.unit("base") < 0.5 ? .concrete(Colour(0x9a9690)) : surface,
      trim: .concrete(Colour(chance.pick("trim", [0xdad7d0, 0xc2beb6, 0x8e8b86]))),
      frame: chance.unit("frame") < 0.5 ? .paint(Colour(0xeceae5)) : .paint(dark),
      roofing: .concrete(Colour(0x8a8a88)), door: .paint(dark),
      ground: chance.unit("shops") < 0.5 ? .shops(isChinese: false) : .dwelling(doorWidth: 1.8),
      roof: .flat(parapet: chance.number("parapet", in: 0.4...1)))
    design.groundHeight = chance.number("ground", in: 3.1...3.9)
    design.storeyHeight = chance.number("storey", in: 2.8...3.0)
    design.bay = chance.number("bay", in: 2.9...3.7)
    let isWide = chance.unit("wide") < 0.5
    design.window = .init(
      width: isWide ? chance.number("wide width", in: 1.9...2.4) : chance.number("width", in: 1.2...1.6),
      height: isWide ? 1.5 : chance.number("height", in: 1.4...2.0), sill: isWide ? 0.9 : 0.7,
      reveal: chance.number("reveal", in: 0.12...0.25), columns: isWide ? [0.35] : [0.5], rows: [],
      bar: 0.065,
      hasSill: true, surround: 0)
    if chance.unit("balconies") < 0.75 {
      design.balconyEvery = 2 + chance.choice("every", of: 2)
      design.balcony = chance.pick("balcony", [.bars, .glass, .wall])
      design.balconyDepth = chance.number("balcony depth", in: 1.0...1.4)
    }
    design.cornice = .init(storey: 0, height: 0.18, out: 0.05)
    if chance.unit("bands") < 0.35 {
      design.courses = (0...design.storeys - 1).map { .init(storey: $0, height: 0.22, out: 0.03) }
    }
    design.endBay = 3.8
    design.endWindows = 0.8
    design.hasEndBands = chance.unit("end bands") < 0.5
    design.rooftop = true
    return design
  }
}
