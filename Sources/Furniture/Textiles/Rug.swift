import Assets
import Imaging
import InteriorSurfaces
package import VectorMath
package import WorldModel

/// A rug, its long side along y: flat woven or knotted, with or without fringes, sometimes round.
package struct Rug: FurnitureAsset {
  package static let assetName = "rug"
  /// Metres along x and y, without fringes.
  package var size: Vector2
  package var isRound: Bool
  package var hasFringe: Bool
  private let pattern: RugPattern
  private let look: Look

  package init(_ look: Look) {
    let v = look.variation
    let patterns = RugPattern.suiting(look.style)
    isRound = v.unit("round") < 0.15
    pattern = isRound ? .braided : patterns[v.choice("pattern", of: patterns.count)]
    let width = v.number("width", in: 1.3...2.0)
    size = isRound ? Vector2(width, width) : Vector2(width, width * 1.5)
    hasFringe = !isRound && (pattern == .persian || pattern == .kilim || pattern == .berber)
    self.look = look
  }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "rug", mainPart: "pile")
    let p = look.palette
    let k = look.variation.choice("colours", of: 3)
    let accents = [p.accent(k), p.accent(k + 1)]
    let (ground, second): (Colour, Colour) =
      switch pattern {
      case .berber: (Colour(0xeae4d6), Colour(0x3a3632))
      case .border, .meander: (p.linen, p.accent(k))
      case .persian: (Colour(0x7e2b2b), Colour(0x24304a))
      case .faded: (IndoorMaterial.blend(p.linen, p.upholstery, 0.35), p.upholstery)
      case .braided: (Colour(0xbfa67e), p.accent(k))
      case .stripes: (p.linen, p.upholstery)
      default: (IndoorMaterial.blend(p.upholstery, p.linen, 0.55), p.upholstery)
      }
    let inks =
      pattern == .persian ? [Colour(0xb98a4e), Colour(0xe4d7b8)] : accents
    let texture = pattern.texture(ground, second, inks)
    let wool = asset.material(
      Material(
        name: texture.name, baseColorTexture: texture, roughness: 0.95, normalTexture: RugPattern.normals))
    let h = look.variation.number("thickness", in: 0.008...0.012)
    let waves = look.variation.number("waves", in: 0...6.28)
    /// Never quite flat.
    func top(_ q: Vector2) -> Double {
      let wave = DeterministicMath.sin(q.x * 2.1 + waves) * DeterministicMath.sin(q.y * 1.7 + 2 * waves)
      return h + 0.0004 * wave
    }
    if isRound { round(&asset, wool, h) } else { oblong(&asset, wool, top) }
    if hasFringe { fringe(&asset, h) }
    return asset.asset()
  }

  private func uv(_ q: Vector2) -> Vector2 { Vector2(0.5 + q.x / size.x, 0.5 - q.y / size.y) }

  private func oblong(_ asset: inout AssetBuilder, _ wool: Int, _ top: (Vector2) -> Double) {
    // Rows of points from the rim on the floor up a rounded edge to the pile.
    let half = size / 2
    func line(_ h: Double, _ count: Int) -> [(Double, Double)] {
      [(-h, 0), (-h, 0.55), (0.003 - h, 0.9)]
        + (0...count).map { (-(h - 0.008) + 2 * (h - 0.008) * Double($0) / Double(count), 1) }
        + [(h - 0.003, 0.9), (h, 0.55), (h, 0)]
    }
    let (xs, ys) = (line(half.x, 12), line(half.y, 18))
    var b = MeshBuilder()
    let ids = xs.map { x in
      ys.map { y -> Int in
        let q = Vector2(x.0, y.0)
        return b.point(Vector3(q.x, q.y, min(x.1, y.1) * top(q)))
      }
    }
    for i in 0..<xs.count - 1 {
      for j in 0..<ys.count - 1 { b.quad(ids[i][j], ids[i + 1][j], ids[i + 1][j + 1], ids[i][j + 1]) }
    }
    // The underside, over the same rim.
    let low = xs.map { x in ys.map { y in b.point(Vector3(x.0, y.0, 0)) } }
    for i in 0..<xs.count - 1 {
      for j in 0..<ys.count - 1 { b.quad(low[i][j], low[i][j + 1], low[i + 1][j + 1], low[i + 1][j]) }
    }
    b.setUVs { uv(Vector2($0.x, $0.y)) }
    asset.add(b, material: wool)
  }

  private func round(_ asset: inout AssetBuilder, _ wool: Int, _ h: Double) {
    let r = size.x / 2
    // A ridge for each braid, no deeper than what feet that stand between two of them bridge.
    let braids = 20
    var profile = [Vector2(0, 0), Vector2(r, 0), Vector2(r + 0.001, h * 0.5)]
    for i in stride(from: braids, to: 0, by: -1) {
      let outer = r * Double(i) / Double(braids)
      profile.append(Vector2(outer - 0.003, h - 0.0008))
      profile.append(Vector2(outer - r / Double(braids) / 2, h))
    }
    profile.append(Vector2(0, h))
    var b = MeshBuilder.lathe(profile, sides: 64)
    b.setUVs { uv(Vector2($0.x, $0.y)) }
    asset.add(b, material: wool)
  }

  /// Knotted tassels at both short ends.
  private func fringe(_ asset: inout AssetBuilder, _ h: Double) {
    let yarn = asset.material(IndoorMaterial.paper(Colour(0xe6dfcc)))
    let count = Int(size.x / 0.028)
    for side in [-1.0, 1] {
      for i in 0..<count {
        let n = i * 2 + (side > 0 ? 1 : 0)
        let x = -size.x / 2 + size.x * (Double(i) + 0.5) / Double(count)
        let l = look.variation.number("tassel", n, in: 0.05...0.075)
        let bend = look.variation.number("bend", n, in: -0.012...0.012)
        let y = side * size.y / 2
        func ring(_ t: Double, _ w: Double, _ z: Double) -> [Vector3] {
          let c = Vector3(x + bend * t * t, y + side * (l * t - 0.004), 0)
          return [
            c + Vector3(-w, 0, 0), c + Vector3(w, 0, 0), c + Vector3(w * 0.5, 0, z),
            c + Vector3(-w * 0.5, 0, z),
          ]
        }
        asset.add(
          .loft([
            ring(0, 0.004, h * 0.6), ring(0.18, 0.003, h * 0.7), ring(0.5, 0.006, h * 0.4),
            ring(1, 0.008, 0.002),
          ]),
          material: yarn, part: "fringe")
      }
    }
  }
}
