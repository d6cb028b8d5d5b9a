package import Assets
import Imaging
import WorldModel

/// What floors and walls are covered with, each with its tile.
extension IndoorMaterial {
  /// A wooden floor. The boards of `.boards`, `.laminate` and `.strips` run along u.
  package static func floor(_ laying: FloorLaying, _ colour: Colour, figure: WoodFigure? = nil) -> Surfacing {
    let figure = figure ?? WoodFigure(suiting: colour)
    let maps = IndoorTexture.floor(laying, figure)
    return Surfacing(
      Material(
        name: "floor_\(laying.rawValue)_\(figure.rawValue)_\(colour.hex)",
        baseColor: IndoorTexture.tint(colour, over: maps.colour), baseColorTexture: maps.colour,
        roughness: laying == .laminate ? 0.45 : 0.5, metallicRoughnessTexture: maps.roughness,
        normalTexture: maps.normals),
      tile: Double(laying.tile))
  }

  /// Glazed tiles of one colour.
  package static func tiles(
    _ laying: TileLaying, _ colour: Colour, grout: Colour = Colour(0xb4b0a7)
  ) -> Surfacing {
    tiled(laying, .glaze, colour, grout, roughness: 0.5)
  }

  /// Glazed tiles, each of another tone: handmade ones, mosaics.
  package static func variedTiles(
    _ laying: TileLaying, _ colour: Colour, grout: Colour = Colour(0xd5d1c8)
  ) -> Surfacing {
    tiled(laying, .varied, colour, grout, roughness: 0.45)
  }

  /// Stoneware with the clouds of natural stone: floors.
  package static func stoneTiles(
    _ laying: TileLaying, _ colour: Colour, grout: Colour = Colour(0x7d786f)
  ) -> Surfacing {
    tiled(laying, .stone, colour, grout, roughness: 0.9)
  }

  /// Polished slabs veined like white marble, tinted.
  package static func marbleTiles(
    _ laying: TileLaying, _ colour: Colour = Colour(0xf0eee9), grout: Colour = Colour(0xa8a49c)
  ) -> Surfacing {
    tiled(laying, .marble, colour, grout, roughness: 0.4)
  }

  private static func tiled(
    _ laying: TileLaying, _ face: IndoorTexture.TileFace, _ colour: Colour, _ grout: Colour, roughness: Float
  ) -> Surfacing {
    let maps = IndoorTexture.tiles(laying, face, colour, grout: grout)
    return Surfacing(
      Material(
        name: "tiles_\(laying.name)_\(face.rawValue)_\(colour.hex)_\(grout.hex)",
        baseColorTexture: maps.colour, roughness: roughness, metallicRoughnessTexture: maps.roughness,
        normalTexture: maps.normals),
      tile: laying.tile)
  }

  /// Slabs of marble without joints.
  package static func marbleFloor(_ kind: Marble = .white) -> Surfacing {
    Surfacing(marble(kind), tile: marbleTile)
  }

  package static func terrazzoFloor(_ binder: Colour = Colour(0xd9d4ca)) -> Surfacing {
    Surfacing(terrazzo(binder), tile: terrazzoTile)
  }

  package static func concreteFloor(_ colour: Colour = Colour(0x9c9a96)) -> Surfacing {
    Surfacing(concrete(colour, roughness: 0.42), tile: concreteTile)
  }

  package static func carpetFloor(_ colour: Colour, isLoop: Bool = false) -> Surfacing {
    Surfacing(carpet(colour, isLoop: isLoop), tile: carpetTile)
  }

  /// Rolled paint with its fine skin.
  package static func wallPaint(_ colour: Colour) -> Surfacing {
    Surfacing(
      Material(
        name: "wall_paint_\(colour.hex)", baseColor: IndoorTexture.tint(colour, over: IndoorTexture.paint),
        baseColorTexture: IndoorTexture.paint, roughness: 0.85, normalTexture: IndoorTexture.orangePeel),
      tile: 0.9)
  }

  /// Lime plaster with the strokes of the float.
  package static func wallPlaster(_ colour: Colour) -> Surfacing {
    Surfacing(
      Material(
        name: "wall_plaster_\(colour.hex)",
        baseColor: IndoorTexture.tint(colour, over: IndoorTexture.plaster),
        baseColorTexture: IndoorTexture.plaster, roughness: 0.95, normalTexture: IndoorTexture.plasterNormals),
      tile: 1.5)
  }

  /// Printed paper. Without `print` a tone of the ground is printed.
  package static func wallpaper(_ pattern: WallpaperPattern, _ ground: Colour, print: Colour? = nil)
    -> Surfacing
  {
    let print = print ?? blend(ground, Colour(0x5a5248), 0.22)
    let texture = IndoorTexture.wallpaper(pattern, ground, print)
    return Surfacing(
      Material(
        name: texture.name, baseColorTexture: texture, roughness: 0.85,
        normalTexture: IndoorTexture.orangePeel, normalScale: 0.6),
      tile: pattern.tile)
  }

  /// Bare bricks, or bricks painted over where mortar and clay are of one colour.
  package static func wallBrick(_ clay: Colour = Colour(0x9a5540), mortar: Colour = Colour(0xb5aea2))
    -> Surfacing
  {
    let maps = IndoorTexture.brick(clay, mortar: mortar)
    return Surfacing(
      Material(
        name: "wall_brick_\(clay.hex)_\(mortar.hex)", baseColorTexture: maps.colour, roughness: 0.92,
        normalTexture: maps.normals),
      tile: 1)
  }

  /// Painted boards standing upright, with grooves.
  package static func wallPanelling(_ colour: Colour) -> Surfacing {
    Surfacing(
      Material(
        name: "wall_panelling_\(colour.hex)",
        baseColor: IndoorTexture.tint(colour, over: IndoorTexture.panelling),
        baseColorTexture: IndoorTexture.panelling, roughness: 0.5,
        normalTexture: IndoorTexture.panellingNormals),
      tile: 1)
  }

  /// Narrow upright slats of wood.
  package static func wallSlats(_ colour: Colour) -> Surfacing {
    Surfacing(
      Material(
        name: "wall_slats_\(colour.hex)", baseColor: IndoorTexture.tint(colour, over: IndoorTexture.slats),
        baseColorTexture: IndoorTexture.slats, roughness: 0.6, normalTexture: IndoorTexture.slatNormals),
      tile: 0.5)
  }
}
