package import Assets
import Imaging
package import VectorMath
package import WorldModel

/// An advertisement board on posts beside a road: its face looks along +x, its posts stand on the ground at x = 0.
package struct Hoarding: ParametricAsset {
  package static let assetName = "hoarding"
  package enum Size: String, Sendable, CaseIterable {
    /// A bill of 3.56 × 2.52 m, the usual one along European streets.
    case bill
    /// A sheet of 6 × 3 m along main roads.
    case sheet
    /// A lit case of 1.2 × 1.75 m on a foot, for pavements.
    case case_ = "case"

    /// Of the picture, metres across and up.
    package var face: Vector2 {
      switch self {
      case .bill: Vector2(3.56, 2.52)
      case .sheet: Vector2(6, 3)
      case .case_: Vector2(1.2, 1.75)
      }
    }

    /// Metres below the picture's frame.
    var clearance: Double {
      switch self {
      case .bill: 1.5
      case .sheet: 2.3
      case .case_: 0.55
      }
    }
  }

  package var size: Size
  package var variant: UInt64

  package init() { self.init(size: .bill, variant: 1) }

  package init(size: Size, variant: UInt64) {
    (self.size, self.variant) = (size, variant)
  }

  /// Every firm is made up.
  private static let slogans: [(brand: String, line: String)] = [
    ("AURELO", "FRESH EVERY MORNING"), ("NORDVIA", "FLY FOR LESS"), ("KASTEN", "YOUR NEW KITCHEN"),
    ("SOLANO", "SUN ON YOUR ROOF"), ("MIRABEL", "ICE CREAM SINCE 1954"), ("FINLO", "BANKING MADE EASY"),
    ("TERRAQ", "BOOTS THAT LAST"), ("VELIO", "RIDE TO WORK"), ("OKAPI", "PHONES FROM 9.99"),
    ("LUMENA", "BRIGHTER HOMES"), ("CASA VIVA", "FLATS FOR RENT"), ("GARTENHOF", "EXIT 12  2 KM"),
    ("PURA", "JUST WATER"), ("MOTORAMA", "WINTER TYRES NOW"), ("RADIO 88", "MORE MUSIC"),
    ("BELLINI", "PASTA TONIGHT"), ("ATLAS GYM", "FIRST MONTH FREE"), ("EDELWERK", "WE ARE HIRING"),
  ]

  private var words: (brand: String, line: String) {
    AssetVariation(seed: variant).pick("slogan", Self.slogans)
  }

  /// What is written, line by line.
  package var text: String { "\(words.brand) \(words.line)" }

  private static let colours: [(ground: UInt32, shape: UInt32, accent: UInt32, ink: UInt32)] = [
    (0xf2c230, 0xd23f31, 0xf7efe0, 0x23222a), (0x1f4f8f, 0x7fb2e0, 0xf2d15a, 0xf5f5f2),
    (0xe9e4d8, 0x2f7a55, 0xc8743a, 0x22302b), (0xb8231f, 0xf0a43c, 0xf7efe0, 0xfaf6ee),
    (0x2a2d33, 0x58b0a0, 0xe8643c, 0xf2efe8), (0x8fc3d8, 0xf4f1ea, 0x2f5f7a, 0x1d2a33),
    (0xf4f1ea, 0xc93f6c, 0x32458f, 0x26282b), (0x4f7a3c, 0xe8d84a, 0xf4f1e4, 0xf8f4e4),
  ]

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "object", mainPart: "frame")
    let face = size.face
    let (w, low) = (face.x / 2, size.clearance)
    let high = low + face.y
    let rim = 0.09
    let steel = Surfacing.metal(Colour(0x6d7276)).index(in: &asset)
    let frame = Surfacing.paint(Colour(size == .case_ ? 0x2b2e31 : 0x8a8f92), roughness: 0.5).index(
      in: &asset)
    let board = size == .case_ ? frame : Surfacing.sheeting(Colour(0x9a9c98)).index(in: &asset)
    let depth = size == .case_ ? 0.09 : 0.05
    // The board's box is closed by the picture; its back is plain.
    asset.add(
      .box(from: Vector3(-depth, -w, low), to: Vector3(0.035, w, high)), material: board, part: "board")
    for (a, b) in [
      (Vector3(-depth - 0.01, -w - rim, high), Vector3(0.07, w + rim, high + rim)),
      (Vector3(-depth - 0.01, -w - rim, low - rim), Vector3(0.07, w + rim, low)),
      (Vector3(-depth - 0.01, -w - rim, low), Vector3(0.07, -w, high)),
      (Vector3(-depth - 0.01, w, low), Vector3(0.07, w + rim, high)),
    ] {
      asset.add(.box(from: a, to: b), material: frame)
    }
    if size == .case_ {
      asset.add(
        .box(from: Vector3(-0.08, -0.42, 0), to: Vector3(0.06, 0.42, low - rim + 0.01), bevel: 0.01),
        material: frame,
        part: "post")
    } else {
      let posts = size == .sheet ? [-2.0, 0, 2.0] : [-1.1, 1.1]
      for y in posts {
        asset.add(
          .box(from: Vector3(-depth - 0.2, y - 0.07, 0), to: Vector3(-depth - 0.06, y + 0.07, high - 0.2)),
          material: steel, part: "post")
        for z in [low + 0.3, high - 0.5] {
          asset.add(
            .box(from: Vector3(-depth - 0.07, y - 0.05, z), to: Vector3(-depth + 0.01, y + 0.05, z + 0.1)),
            material: steel, part: "post")
        }
      }
    }
    // The picture: a thin plate before the board, so that the whole stays closed.
    let plate = MeshBuilder.slab(
      columns: 1, rows: 1,
      front: { u, v in Vector3(0.045, -w + 2 * w * u, high - face.y * v) },
      back: { u, v in Vector3(0.03, -w + 2 * w * u, high - face.y * v) })
    let material = asset.material(
      Material(name: "poster_\(variant)", baseColorTexture: picture, roughness: size == .case_ ? 0.12 : 0.6))
    asset.add(plate, material: material, part: "text")
    return asset.asset()
  }

  private var picture: Texture {
    let face = size.face
    let width = face.x > face.y ? 1024 : 512
    let aspect = face.x / face.y
    let height = Int((Double(width) / aspect).rounded())
    let chance = AssetVariation(seed: variant)
    let c = chance.pick("colours", Self.colours)
    let (ground, shape, accent, ink) = (Colour(c.ground), Colour(c.shape), Colour(c.accent), Colour(c.ink))
    var canvas = TextureCanvas(width: width, height: height, fill: ground)
    // Pictures on the right, or above where the board is upright.
    let isWide = aspect > 1
    let (x0, x1, y0, y1) = isWide ? (0.56, 1.0, 0.0, 1.0) : (0.0, 1.0, 0.0, 0.55)
    func at(_ x: Double, _ y: Double) -> Vector2 { Vector2(x0 + (x1 - x0) * x, y0 + (y1 - y0) * y) }
    canvas.fillRectangle(at(0, 0), at(1, 1), shape)
    let unit = isWide ? 0.44 : 0.6
    switch chance.choice("picture", of: 4) {
    case 0:
      canvas.fillDisc(at(0.5, 0.42), radius: 0.28 * unit, accent)
      canvas.fill(
        (0...16).map { n in at(Double(n) / 16, 0.72 + 0.1 * chance.number("ridge", n, in: -0.5...0.5)) }
          + [at(1, 1), at(0, 1)], ink)
    case 1:
      for k in 0..<6 {
        canvas.fillDisc(
          at(chance.number("x", k, in: 0.15...0.85), chance.number("y", k, in: 0.2...0.8)),
          radius: unit * chance.number("r", k, in: 0.08...0.2), [accent, ground, ink][k % 3])
      }
    case 2:
      for k in 0..<5 {
        let x = 0.04 + 0.2 * Double(k)
        canvas.fillRectangle(
          at(x, 0.9 - 0.14 * Double(k + 1)), at(x + 0.13, 0.9), k % 2 == 0 ? accent : ink)
      }
    default:
      canvas.fill([at(0.1, 0.62), at(0.5, 0.16), at(0.9, 0.62)], accent)
      canvas.fillRectangle(at(0.2, 0.6), at(0.8, 0.92), ground)
      canvas.fillRectangle(at(0.43, 0.68), at(0.58, 0.92), ink)
    }
    let (middle, room) = isWide ? (0.28, 0.5) : (0.5, 0.88)
    func write(_ words: String, _ y: Double, _ most: Double) {
      // Advance of a letter is 0.58 × 1.3 of its height.
      let fit = room * Double(width) / (Double(words.count) * 0.58 * 1.3 * Double(height))
      canvas.write(words, center: Vector2(middle, y), height: min(most, fit), ink)
    }
    write(words.brand, isWide ? 0.36 : 0.68, isWide ? 0.2 : 0.1)
    let lines = words.line.split(separator: " ").map(String.init)
    let half = (lines.count + 1) / 2
    write(lines.prefix(half).joined(separator: " "), isWide ? 0.62 : 0.82, isWide ? 0.1 : 0.055)
    write(lines.dropFirst(half).joined(separator: " "), isWide ? 0.78 : 0.91, isWide ? 0.1 : 0.055)
    return canvas.texture("hoarding_\(variant)_\(size.rawValue)", wrap: .clamp)
  }
}
