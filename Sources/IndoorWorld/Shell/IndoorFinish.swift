package import Assets
import Furniture
import Imaging
package import InteriorSurfaces
import VectorMath
package import WorldModel

/// What floors and walls are covered with, by colour.
package enum IndoorFinish: Sendable, Hashable {
  case paint(Colour)
  case plaster(Colour)
  /// Long boards.
  case boards(Colour)
  case tiles(Colour)
  case marble(Colour)
  case concrete(Colour)
  case carpet(Colour)
  /// Boards, strips or blocks of wood.
  case wood(FloorLaying, Colour)
  /// Glazed tiles, all of one tone.
  case glazed(TileLaying, Colour)
  /// Glazed tiles, each of another tone.
  case handmade(TileLaying, Colour)
  case stone(TileLaying, Colour)
  case terrazzo(Colour)
  /// Printed paper: its pattern, ground and print.
  case wallpaper(WallpaperPattern, Colour, Colour)
  /// Clay and mortar.
  case brick(Colour, Colour)
  /// Grooved boards, painted.
  case panelling(Colour)
  /// Narrow upright slats of wood.
  case slats(Colour)
  /// Lime plaster that shows the strokes of the float.
  case limePlaster(Colour)

  /// Of wooden floors.
  package var woodColour: Colour? {
    switch self {
    case .boards(let c), .wood(_, let c): c
    default: nil
    }
  }

  /// What the library of surfaces has for it; `nil` for the plain ones.
  private var surfacing: Surfacing? {
    switch self {
    case .wood(let laying, let c): IndoorMaterial.floor(laying, c)
    case .glazed(let laying, let c): IndoorMaterial.tiles(laying, c)
    case .handmade(let laying, let c): IndoorMaterial.variedTiles(laying, c)
    case .stone(let laying, let c): IndoorMaterial.stoneTiles(laying, c)
    case .terrazzo(let c): IndoorMaterial.terrazzoFloor(c)
    case .wallpaper(let pattern, let ground, let print):
      IndoorMaterial.wallpaper(pattern, ground, print: print)
    case .brick(let clay, let mortar): IndoorMaterial.wallBrick(clay, mortar: mortar)
    case .panelling(let c): IndoorMaterial.wallPanelling(c)
    case .slats(let c): IndoorMaterial.wallSlats(c)
    case .limePlaster(let c): IndoorMaterial.wallPlaster(c)
    case .paint, .plaster, .boards, .tiles, .marble, .concrete, .carpet: nil
    }
  }

  /// Metres that one repeat of its texture spans.
  package var tile: Double {
    switch self {
    case .paint, .plaster: 2
    case .boards: ProceduralTexture.boardsTile
    case .tiles: ProceduralTexture.tilesTile
    case .marble: ProceduralTexture.marbleTile
    case .concrete: ProceduralTexture.screedTile
    case .carpet: ProceduralTexture.linenTile
    case .wood, .glazed, .handmade, .stone, .terrazzo, .wallpaper, .brick, .panelling, .slats, .limePlaster:
      surfacing?.tile ?? 1
    }
  }

  package var material: Material {
    switch self {
    case .paint(let c): Material(name: "paint_\(c.hex)", baseColor: c.linear, roughness: 0.9)
    case .plaster(let c):
      Material(
        name: "plaster_\(c.hex)", baseColor: c.linear, baseColorTexture: ProceduralTexture.plaster,
        roughness: 0.95)
    case .boards(let c):
      Material(
        name: "boards_\(c.hex)", baseColor: Self.lifted(c, 1.35), baseColorTexture: ProceduralTexture.boards,
        roughness: 0.42)
    case .tiles(let c):
      Material(
        name: "tiles_\(c.hex)", baseColor: c.linear, baseColorTexture: Self.plainTiles, roughness: 0.18)
    case .marble(let c):
      Material(
        name: "marble_\(c.hex)", baseColor: c.linear, baseColorTexture: ProceduralTexture.marble,
        roughness: 0.15)
    case .concrete(let c):
      Material(
        name: "concrete_\(c.hex)", baseColor: Self.lifted(c, 1.3), baseColorTexture: ProceduralTexture.screed,
        roughness: 0.6)
    case .carpet(let c):
      Material(
        name: "carpet_\(c.hex)", baseColor: c.linear, baseColorTexture: ProceduralTexture.linen, roughness: 1)
    case .wood, .glazed, .handmade, .stone, .terrazzo, .wallpaper, .brick, .panelling, .slats, .limePlaster:
      surfacing?.material ?? Material(name: "paint", roughness: 0.9)
    }
  }

  /// The textures of some are mid grey: their colour is what is meant to be seen in the mean.
  private static func lifted(_ colour: Colour, _ factor: Float) -> SIMD4<Float> {
    let c = colour.linear
    return SIMD4(min(1, c.x * factor), min(1, c.y * factor), min(1, c.z * factor), 1)
  }

  /// Glazed tiles of 30 cm × 30 cm in light grout. Near white.
  private static let plainTiles: Texture = {
    let (side, count) = (512, 4)
    var canvas = TextureCanvas(width: side, height: side, fill: Colour(0xe0e0e0))
    canvas.shade { uv in
      let (x, y) = (uv.x * Double(count), uv.y * Double(count))
      let (i, j) = (min(count - 1, Int(x)), min(count - 1, Int(y)))
      let tone = AssetVariation.unit(UInt64(j * count + i) &+ 421) - 0.5
      let glaze = ProceduralTexture.fractal(uv, cells: 16, octaves: 3, seed: 422) - 0.5
      let edge = min(min(x - Double(i), Double(i + 1) - x), min(y - Double(j), Double(j + 1) - y)) * 0.3
      let face = 0.94 + 0.03 * tone + 0.03 * glaze
      let v = Float(0.72 + (face - 0.72) * smoothstep(0.0012, 0.0035, edge))
      return SIMD4(v, v, v, 1)
    }
    return canvas.texture("plain_tiles")
  }()
}

extension Colour {
  /// Between this colour and another, `t` of the way, in sRGB.
  func mixed(_ other: Colour, _ t: Double) -> Colour {
    func mix(_ a: UInt8, _ b: UInt8) -> UInt8 { UInt8((Double(a) + (Double(b) - Double(a)) * t).rounded()) }
    return Colour(
      red: mix(red, other.red), green: mix(green, other.green), blue: mix(blue, other.blue))
  }
}
