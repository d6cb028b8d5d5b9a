import Assets
import InteriorSurfaces
import VectorMath
import WorldModel

/// What all pieces of one kitchen share: fronts, handles, worktop. A function of the look, so that pieces made one by
/// one match.
struct KitchenStyle {
  enum Front { case slab, shaker, boarded }
  enum Handle { case bar, knob, cup, rail }
  enum Top { case wood, stone }

  var front: Front
  var handle: Handle
  var top: Top
  /// Metres.
  var barLength: Double
  private let look: Look

  /// Heights and depths of all kitchens, metres.
  static let plinth = 0.1
  static let baseHeight = 0.86
  static let topThickness = 0.04
  static let topHeight = 0.9
  static let depth = 0.6
  static let overhang = 0.02
  static let wallDepth = 0.35
  static let wallLow = 1.45
  static let wallHigh = 2.15
  static let board = 0.018
  static let frontThickness = 0.02
  /// Half the gap between fronts.
  static let gap = 0.0015

  init(_ look: Look) {
    self.look = look
    let v = look.variation
    let turn = v.choice("kitchen front", of: 2)
    (front, handle, top) =
      switch look.style {
      case .scandinavian:
        turn == 0 ? (.slab, .bar, .wood) : (.shaker, .knob, .wood)
      case .modern: turn == 0 ? (.slab, .rail, .stone) : (.slab, .bar, .stone)
      case .industrial: turn == 0 ? (.slab, .bar, .wood) : (.slab, .rail, .stone)
      case .classic: turn == 0 ? (.shaker, .cup, .stone) : (.shaker, .knob, .stone)
      case .rustic: turn == 0 ? (.boarded, .knob, .wood) : (.shaker, .cup, .wood)
      case .chineseModern: turn == 0 ? (.slab, .bar, .stone) : (.shaker, .bar, .stone)
      }
    barLength = v.number("kitchen bar", in: 0.13...0.26)
  }

  /// The colour of the fronts below.
  func lower(_ asset: inout AssetBuilder) -> Int {
    if isWooden {
      return asset.material(IndoorMaterial.wood(look.palette.wood), tile: IndoorMaterial.woodTile)
    }
    return asset.material(IndoorMaterial.lacquer(lowerColour))
  }

  /// The colour of the fronts above.
  func upper(_ asset: inout AssetBuilder) -> Int {
    if isWooden && look.variation.choice("kitchen upper", of: 2) == 0 { return lower(&asset) }
    return asset.material(IndoorMaterial.lacquer(look.palette.lacquer))
  }

  private var isWooden: Bool { front != .boarded && look.variation.choice("kitchen colour", of: 4) == 3 }

  private var lowerColour: Colour {
    // Most kitchens have one quiet colour; some set the lower fronts in an accent.
    look.variation.choice("kitchen colour", of: 4) == 2
      ? look.palette.accent(0).tinged(by: Colour(0x6f706c), 0.5) : look.palette.lacquer
  }

  /// Boards of the carcass inside.
  func carcass(_ asset: inout AssetBuilder) -> Int {
    asset.material(IndoorMaterial.lacquer(Colour(0xe6e3dc), roughness: 0.5))
  }

  func metal(_ asset: inout AssetBuilder) -> Int { asset.material(IndoorMaterial.metal(handleMetal)) }

  private var handleMetal: Palette.MetalFinish {
    look.palette.metal == .white ? .blackened : look.palette.metal
  }

  func plinth(_ asset: inout AssetBuilder) -> Int {
    asset.material(IndoorMaterial.lacquer(Colour(0x4a4948), roughness: 0.6))
  }

  func worktop(_ asset: inout AssetBuilder) -> Int {
    switch top {
    case .wood: asset.material(IndoorMaterial.wood(look.palette.wood), tile: IndoorMaterial.woodTile)
    case .stone:
      asset.material(IndoorMaterial.granite(look.palette.stone), tile: IndoorMaterial.worktopTile)
    }
  }

  /// The panel behind the worktop: tiles, or the worktop's own stone.
  func splashback(_ asset: inout AssetBuilder) -> Int {
    if top == .stone && look.variation.choice("splashback", of: 3) == 0 { return worktop(&asset) }
    let colours = [
      Colour(0xf4f2ec), look.palette.linen, look.palette.accent(1).tinged(by: Colour(0xe6e3da), 0.62),
      Colour(0xe3e7e6),
    ]
    return asset.material(
      IndoorMaterial.glazedTiles(colours[look.variation.choice("splash colour", of: 4)]),
      tile: IndoorMaterial.glazedTile)
  }
}

extension Colour {
  /// This colour with a part (0...1) of another one in it.
  func tinged(by other: Colour, _ part: Double) -> Colour {
    func mix(_ a: UInt8, _ b: UInt8) -> UInt8 {
      UInt8(max(0, min(255, Double(a) + (Double(b) - Double(a)) * part)))
    }
    return Colour(red: mix(red, other.red), green: mix(green, other.green), blue: mix(blue, other.blue))
  }
}
