package import Assets

/// The colours and finishes that the things of one room share.
package struct Palette: Sendable, Hashable {
  package enum MetalFinish: String, Sendable, Hashable, CaseIterable {
    case steel, chrome, brass, blackened, copper, white
  }

  /// The usual wood of tables, frames and fronts.
  package var wood: Colour
  /// A second, darker or warmer wood for contrast.
  package var darkWood: Colour
  /// Lacquered fronts: kitchens, cabinets.
  package var lacquer: Colour
  /// Large textiles: sofas, curtains.
  package var upholstery: Colour
  /// Light textiles: bed linen, shades.
  package var linen: Colour
  /// Small things that catch the eye: cushions, throws, vases.
  package var accents: [Colour]
  package var leather: Colour
  package var stone: Colour
  package var metal: MetalFinish

  package init(
    wood: Colour, darkWood: Colour, lacquer: Colour, upholstery: Colour, linen: Colour, accents: [Colour],
    leather: Colour, stone: Colour, metal: MetalFinish
  ) {
    self.wood = wood
    self.darkWood = darkWood
    self.lacquer = lacquer
    self.upholstery = upholstery
    self.linen = linen
    self.accents = accents
    self.leather = leather
    self.stone = stone
    self.metal = metal
  }

  /// The usual palette of a style; `variant` chooses among its sets of textile colours.
  package init(_ style: StylePack, variant: Int = 0) {
    let sets = Self.textiles(style)
    let set = sets[(variant % sets.count + sets.count) % sets.count]
    let base = Self.base(style)
    self.init(
      wood: base.wood, darkWood: base.darkWood, lacquer: base.lacquer, upholstery: set.upholstery,
      linen: set.linen, accents: set.accents, leather: base.leather, stone: base.stone, metal: base.metal)
  }

  /// An accent by number; any number will do.
  package func accent(_ index: Int) -> Colour {
    accents.isEmpty ? upholstery : accents[(index % accents.count + accents.count) % accents.count]
  }

  private struct Base {
    var wood: Colour
    var darkWood: Colour
    var lacquer: Colour
    var leather: Colour
    var stone: Colour
    var metal: MetalFinish

    init(
      _ wood: UInt32, _ darkWood: UInt32, _ lacquer: UInt32, _ leather: UInt32, _ stone: UInt32,
      _ metal: MetalFinish
    ) {
      (self.wood, self.darkWood, self.lacquer) = (Colour(wood), Colour(darkWood), Colour(lacquer))
      (self.leather, self.stone, self.metal) = (Colour(leather), Colour(stone), metal)
    }
  }

  private static func base(_ style: StylePack) -> Base {
    switch style {
    case .scandinavian: Base(0xd9b88c, 0xb08a5e, 0xf2f0ea, 0xb0764a, 0xe9e6e0, .white)
    case .modern: Base(0x8a6648, 0x4f3a2a, 0xe8e8e6, 0x2f2d2b, 0x5c5e60, .chrome)
    case .industrial: Base(0x9c7148, 0x5a4230, 0x4a4e50, 0x7a4a2c, 0x83807a, .blackened)
    case .classic: Base(0x7c4a2c, 0x54301c, 0xeee8d8, 0x6a3a24, 0xe6ddc8, .brass)
    case .rustic: Base(0xb8895a, 0x7a5636, 0xcfd4c4, 0x8a5a38, 0xb5a890, .copper)
    case .chineseModern: Base(0x5e3422, 0x3a2018, 0xe8e2d4, 0x8c5a3a, 0x3c3e40, .brass)
    }
  }

  private struct Textiles {
    var upholstery: Colour
    var linen: Colour
    var accents: [Colour]

    init(_ upholstery: UInt32, _ linen: UInt32, _ accents: [UInt32]) {
      self.upholstery = Colour(upholstery)
      self.linen = Colour(linen)
      self.accents = accents.map(Colour.init)
    }
  }

  private static func textiles(_ style: StylePack) -> [Textiles] {
    switch style {
    case .scandinavian:
      [
        Textiles(0xb9b6ae, 0xf1eee6, [0x6f8f94, 0xd9a441, 0x3f4a4f]),
        Textiles(0x8d9a8c, 0xf3f0e8, [0xd98f6c, 0xe6d3b1, 0x4c5a52]),
        Textiles(0x6d7c8c, 0xeeeae0, [0xc9d2d6, 0xb56a4f, 0x2e3a46]),
      ]
    case .modern:
      [
        Textiles(0x5a5d61, 0xe9e7e3, [0x1f5c6b, 0xc7a34a, 0xd9d4cc]),
        Textiles(0xd8d3c8, 0xf2efe9, [0x2b2d2f, 0x8b2f2f, 0x9a9388]),
        Textiles(0x2f4858, 0xe6e2da, [0xe0b354, 0xa8b6bd, 0xd5cfc4]),
      ]
    case .industrial:
      [
        Textiles(0x6a5a4a, 0xd8d0c2, [0x9c4a2c, 0x3d4a4e, 0xc2a35a]),
        Textiles(0x4b4f52, 0xcfc9bd, [0xb5652b, 0x7d8a86, 0xdad3c6]),
      ]
    case .classic:
      [
        Textiles(0x7c2f34, 0xf0e8d6, [0xc6a256, 0x3e5245, 0xe7dcc0]),
        Textiles(0x3f5563, 0xefe9da, [0xb8935a, 0x8c3b3f, 0xd8cfb6]),
        Textiles(0xc7b48f, 0xf4eedf, [0x5c6b4c, 0x8a5148, 0xe6d9b8]),
      ]
    case .rustic:
      [
        Textiles(0xa8997c, 0xeee4d0, [0xb5533c, 0x6d7a4e, 0xd9b66f]),
        Textiles(0x7f8b7a, 0xece3d2, [0xc47b4a, 0x8a4a3c, 0xe3d2aa]),
      ]
    case .chineseModern:
      [
        Textiles(0xcfc7b4, 0xf0ebe0, [0x9c2f2a, 0x2c3a3f, 0x8fae9e]),
        Textiles(0x6e7f78, 0xeee8da, [0xb8893f, 0x7c2a26, 0xd7dccf]),
      ]
    }
  }
}
