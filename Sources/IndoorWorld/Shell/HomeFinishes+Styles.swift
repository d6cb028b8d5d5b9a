import Assets
import Furniture
import InteriorSurfaces
import RandomStreams
import WorldModel

/// What floors, walls and doors are like in each style: what tells a home of one from a home of another at first sight.
extension HomeFinishes {
  // Tiles and papers are painted colour by colour: few colours each, so that homes share them.

  static func mainFloor(_ style: StylePack, _ wood: Colour, _ chance: inout RandomStream) -> IndoorFinish {
    let laid: [IndoorFinish] =
      switch style {
      case .scandinavian: [.boards(wood), .boards(wood), .wood(.strips, wood), .wood(.herringbone, wood)]
      case .modern:
        [.boards(wood), .boards(wood), .wood(.herringbone, wood), .stone(.large, Colour(0xc9c4bb))]
      case .industrial: [.concrete(Colour(0x9a9892)), .concrete(Colour(0x8c8a86)), .boards(wood)]
      case .classic: [.wood(.herringbone, wood), .wood(.chevron, wood), .wood(.strips, wood), .boards(wood)]
      case .rustic: [.boards(wood), .boards(wood), .stone(.large, Colour(0xb9a68c))]
      case .chineseModern: [.boards(wood), .wood(.strips, wood), .stone(.large, Colour(0xc9c4bb))]
      }
    return chance.choose(laid) ?? .boards(wood)
  }

  static func wetFloor(_ style: StylePack, _ tone: Colour, _ chance: inout RandomStream) -> IndoorFinish {
    let plain = IndoorFinish.tiles(tone.mixed(Colour(0x777570), 0.3))
    let laid: [IndoorFinish] =
      switch style {
      case .scandinavian: [plain, .stone(.square, Colour(0xb4b1aa)), .terrazzo(Colour(0xd9d4ca))]
      case .modern:
        [plain, .marble(Colour(0xe4e0d8)), .terrazzo(Colour(0xd9d4ca)), .stone(.large, Colour(0xa09d97))]
      case .industrial: [plain, .concrete(Colour(0x8f8d88)), .stone(.large, Colour(0x7c7a76))]
      case .classic: [plain, .marble(Colour(0xe4e0d8)), .stone(.square, Colour(0xc9b998))]
      case .rustic: [plain, .stone(.square, Colour(0xb5825c)), .stone(.square, Colour(0xc9b998))]
      case .chineseModern: [plain, .marble(Colour(0xdedad0)), .stone(.large, Colour(0x7c7a76))]
      }
    return chance.choose(laid) ?? plain
  }

  /// The tiles of bathrooms.
  static func wetWall(
    _ style: StylePack, _ palette: Palette, _ tone: Colour, _ chance: inout RandomStream
  ) -> IndoorFinish {
    let laid: [IndoorFinish] =
      switch style {
      case .scandinavian:
        [.tiles(tone), .glazed(.subway, Colour(0xf0efec)), .handmade(.upright, Colour(0x9fb3a8))]
      case .modern: [.tiles(tone), .marble(Colour(0xe9e6e0)), .handmade(.mosaic, Colour(0x6f8f94))]
      case .industrial:
        [.tiles(tone), .glazed(.subway, Colour(0xf0efec)), .glazed(.subway, Colour(0x3c3f42))]
      case .classic: [.tiles(tone), .glazed(.small, Colour(0xf0ece0)), .marble(Colour(0xe9e4da))]
      case .rustic: [.tiles(tone), .handmade(.small, Colour(0xe6ddc8)), .handmade(.small, Colour(0x8f9a78))]
      case .chineseModern: [.tiles(tone), .handmade(.upright, Colour(0x9fb3a8)), .marble(Colour(0xdedad0))]
      }
    return chance.choose(laid) ?? .tiles(tone)
  }

  /// The one wall of a room that is not like the others.
  static func accent(
    _ style: StylePack, _ palette: Palette, usual: Colour, number: Int, _ chance: inout RandomStream
  ) -> IndoorFinish {
    let colour = palette.accents.isEmpty ? palette.upholstery : palette.accent(number)
    let paint = IndoorFinish.paint(colour.mixed(usual, 0.45))
    /// A ground between the style's walls and its accent, a print that is the accent itself, softened.
    func paper(_ pattern: WallpaperPattern, _ t: Double = 0.8) -> IndoorFinish {
      let ink = Palette(style).accent(0)
      let ground = ink.mixed(wallColours(style).first ?? usual, t)
      return .wallpaper(pattern, ground, ground.mixed(ink, 0.45))
    }
    let choices: [IndoorFinish] =
      switch style {
      case .scandinavian: [paint, paint, paper(.sprigs), .panelling(colour.mixed(usual, 0.6))]
      case .modern: [paint, .slats(palette.wood), paper(.grasscloth, 0.6), .limePlaster(Colour(0xb9b4aa))]
      case .industrial:
        [
          .brick(Colour(0x9a5540), Colour(0xb5aea2)), .brick(Colour(0x8a5a48), Colour(0x9a948a)),
          .brick(Colour(0xe6e3dc), Colour(0xdedad2)), .concrete(Colour(0xa5a29b)), paint,
        ]
      case .classic: [paper(.damask), paper(.stripes), paper(.trellis), paint]
      case .rustic:
        [
          .limePlaster(Colour(0xdccfb4)), .panelling(Colour(0xe9e4d6)),
          .brick(Colour(0xe3dccd), Colour(0xd6cdbb)),
          paper(.sprigs), paint,
        ]
      case .chineseModern: [.slats(palette.wood), paper(.waves), paper(.grasscloth, 0.7), paint]
      }
    return chance.choose(choices) ?? paint
  }

  static func wallColours(_ style: StylePack) -> [Colour] {
    let hex: [UInt32] =
      switch style {
      case .scandinavian: [0xf4f3ef, 0xf0eee8, 0xe6e8e6, 0xe9e4da]
      case .modern: [0xf1f0ed, 0xe7e6e2, 0xdcdad5, 0xe4e2dd]
      case .industrial: [0xdedbd4, 0xcfccc5, 0xe8e5df, 0xc4c1ba]
      case .classic: [0xf1ead9, 0xe8dfc9, 0xdfe1d6, 0xe9ddd0]
      case .rustic: [0xf2ebdc, 0xe9dfc9, 0xe3ddcb, 0xf0e6d8]
      case .chineseModern: [0xf1ede3, 0xe7e1d3, 0xdfdccf, 0xece8de]
      }
    return hex.map(Colour.init)
  }

  static func woods(_ style: StylePack, _ palette: Palette) -> [Colour] {
    switch style {
    case .scandinavian: [Colour(0xd8bd94), Colour(0xc9a877), Colour(0xe0cbaa)]
    case .modern: [Colour(0xb08d66), Colour(0x9b8468), Colour(0xc4aa86)]
    case .industrial: [Colour(0x9c7650), Colour(0x87684a)]
    case .classic: [Colour(0x9a6840), Colour(0x8a5a36), Colour(0xb28556)]
    case .rustic: [Colour(0xb5875a), Colour(0x9a6f46)]
    case .chineseModern: [Colour(0x7c5238), Colour(0x9a7350)]
    }
  }

  static func doors(_ style: StylePack) -> [DoorDesign] {
    switch style {
    case .modern, .industrial: [.flush, .flush, .onePanel]
    case .scandinavian: [.flush, .onePanel, .twoPanels]
    case .classic, .rustic: [.twoPanels, .fourPanels, .fourPanels]
    case .chineseModern: [.twoPanels, .onePanel]
    }
  }
}
