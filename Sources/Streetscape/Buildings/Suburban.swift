import Assets

/// Detached houses with gardens.
enum Suburban {
  static func design(width: Double, _ chance: AssetVariation) -> FacadeDesign {
    let kind = chance.unit("kind")
    let tint = Colour(
      chance.pick("tint", [0xece7dc, 0xdfe3e2, 0xd9cdb6, 0xe9dcc4, 0xb9c4c4, 0xd2cbc0, 0xf0eee8] as [UInt32]))
    let wall: Surfacing =
      kind < 0.4
      ? .brick(Colour(chance.pick("bricks", [0xffffff, 0xe0c8b8, 0xf6e4d2] as [UInt32])))
      : kind < 0.65 ? .weatherboard(tint) : .plaster(tint)
    var design = FacadeDesign(
      storeys: chance.unit("storeys") < 0.7 ? 1 : 0, wall: wall,
      base: chance.unit("base") < 0.3 ? .brick(Colour(0xf0e0d0)) : wall,
      trim: .concrete(Colour(0xd9d4c8)),
      frame: .paint(Colour(chance.pick("frame", [0xf2f0ea, 0x4b4f52, 0x6a4f3a]))),
      roofing: chance.unit("slate") < 0.3
        ? .slate(Colour(0x70747a)) : .roofTiles(Colour(chance.pick("roof", [0xffffff, 0xd8c0b4, 0xc0b0a8]))),
      door: .paint(
        Colour(chance.pick("door", [0x2f4a3c, 0x7a2f32, 0x23407a, 0x4a3524, 0x8a8f92] as [UInt32]))),
      ground: width > 8.6 && chance.unit("garage") < 0.6 ? .garage : .dwelling(doorWidth: 1.1),
      roof: chance.unit("hip") < 0.4
        ? .hip(pitch: chance.number("pitch", in: 0.5...0.75))
        : .gable(pitch: chance.number("pitch", in: 0.65...0.95)))
    design.groundHeight = 2.9
    design.storeyHeight = 2.7
    design.bay = chance.number("bay", in: 2.7...3.4)
    design.window = .init(
      width: chance.number("width", in: 1.2...2.0), height: chance.number("height", in: 1.15...1.4),
      sill: 0.9,
      reveal: 0.1, columns: chance.pick("columns", [[0.5], [0.33, 0.67], [0.3]]),
      rows: chance.pick("rows", [[], [0.72], [0.5]]), bar: 0.075, hasSill: true, surround: 0)
    design.cornice = .init(storey: 0, height: 0, out: 0)
    design.chimneys = chance.unit("chimney") < 0.7 ? 1 : 0
    design.dormers = chance.unit("dormers") < 0.25
    design.plinth = 0.35
    return design
  }
}
