import Assets
import Geometry
import Imaging
import RandomStreams
import VectorMath
import WorldModel

/// What a table's top is made of.
enum TableSurface: String, CaseIterable {
  case boards
  case marble
  case linen
  case screed
  case tiles

  /// A square plate at height 0 with the texture in its natural size.
  ///
  /// - Parameters:
  ///   - side: metres.
  static func draw(_ draws: inout Draws, side: Double, nativeClass: NativeClass) -> Asset {
    let surface = draws.choose(allCases, "table/surface", name: \.rawValue) ?? .boards
    var material = Material(
      name: surface.rawValue, baseColorTexture: surface.texture, roughness: Float(surface.roughness(&draws)))
    material.baseColor = surface.tint(&draws)
    // Turned and shifted against the things on it, which are drawn around the middle.
    let turn = draws.draw(.uniform(min: 0, max: 2 * .pi), "table/turn")
    let (s, c) = DeterministicMath.sincos(turn)
    let shift = Vector2(
      draws.draw(.uniform(min: 0, max: 1), "table/shift_u"),
      draws.draw(.uniform(min: 0, max: 1), "table/shift_v"))
    let h = side / 2
    let corners = [Vector2(-h, -h), Vector2(h, -h), Vector2(h, h), Vector2(-h, h)]
    let mesh = Mesh(
      positions: corners.map { Vector3f(Float($0.x * c - $0.y * s), Float($0.x * s + $0.y * c), 0) },
      uvs: corners.map { p in
        let at = p / surface.tile + shift
        return Vector2f(Float(at.x), Float(-at.y))
      }, triangles: [SIMD3(0, 1, 2), SIMD3(0, 2, 3)])
    return Asset(
      name: "table", nativeClass: nativeClass, pieces: [Asset.Piece(mesh: mesh, material: 0)],
      materials: [material], parts: ["top"])
  }

  private var texture: Texture {
    switch self {
    case .boards: ProceduralTexture.boards
    case .marble: ProceduralTexture.marble
    case .linen: ProceduralTexture.linen
    case .screed: ProceduralTexture.screed
    case .tiles: ProceduralTexture.tiles
    }
  }

  /// Metres of one repeat.
  private var tile: Double {
    switch self {
    case .boards: ProceduralTexture.boardsTile
    case .marble: ProceduralTexture.marbleTile
    case .linen: ProceduralTexture.linenTile
    case .screed: ProceduralTexture.screedTile
    case .tiles: ProceduralTexture.tilesTile
    }
  }

  private func roughness(_ draws: inout Draws) -> Double {
    let range: (Double, Double) =
      switch self {
      case .boards: (0.4, 0.75)
      case .marble: (0.18, 0.35)
      case .linen: (0.9, 1)
      case .screed: (0.6, 0.9)
      case .tiles: (0.15, 0.3)
      }
    return draws.draw(.uniform(min: range.0, max: range.1), "table/roughness")
  }

  /// Usual colours of the material, sRGB, varied in lightness.
  private var colours: [(name: String, colour: Colour)] {
    switch self {
    case .boards:
      [
        ("oak", Colour(0xd0a878)), ("pine", Colour(0xe8c898)), ("walnut", Colour(0x8a6448)),
        ("cherry", Colour(0xb87850)), ("weathered", Colour(0xb4aca0)),
      ]
    case .marble:
      [
        ("white", Colour(0xf4f2ee)), ("cream", Colour(0xeadfc8)), ("grey", Colour(0xb0b4b8)),
        ("green", Colour(0x8ea596)),
      ]
    case .linen:
      [
        ("white", Colour(0xf2f0ea)), ("flax", Colour(0xcdbd9f)), ("blue", Colour(0x6f8cab)),
        ("red", Colour(0xa34a45)), ("olive", Colour(0x87906a)),
      ]
    case .screed: [("plain", Colour(0xd2cfc8)), ("warm", Colour(0xd0c4b2)), ("dark", Colour(0x8e8e90))]
    case .tiles:
      [
        ("white", Colour(0xf0efea)), ("terracotta", Colour(0xd48a63)), ("blue", Colour(0x8fb0cc)),
        ("sage", Colour(0xa9bd9c)),
      ]
    }
  }

  private func tint(_ draws: inout Draws) -> SIMD4<Float> {
    let colour = draws.choose(colours, "table/colour", name: \.name)?.colour ?? Colour(0xd0d0d0)
    let light = Float(draws.draw(.uniform(min: 0.82, max: 1.05), "table/light"))
    var linear = colour.linear * light
    linear.w = 1
    return linear.clamped(lowerBound: .zero, upperBound: .one)
  }
}
