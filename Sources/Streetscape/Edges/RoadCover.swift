package import Assets
import Imaging
import VectorMath
package import WorldModel

/// Iron in the road: covers of manholes and grates of gullies. The road's surface lies `depth` above its foot.
package struct RoadCover: ParametricAsset {
  package static let assetName = "road_cover"
  package enum Kind: String, Sendable, CaseIterable {
    /// EN 124: 785 mm frames around covers of 605 mm.
    case manhole
    /// Grates of 500 by 300 mm, the long side along the kerb (x).
    case gully
  }
  package var kind: Kind
  /// How deep it goes into the road, and how far it stands out of it, metres.
  package static let depth = 0.05
  private static let proud = 0.006

  package init() { kind = .manhole }

  package init(kind: Kind) { self.kind = kind }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: kind.rawValue, nativeClass: "road")
    let texture = kind == .manhole ? Self.cover : Self.grate
    let iron = asset.material(
      Material(name: "iron_\(kind.rawValue)", baseColorTexture: texture, metallic: 0.35, roughness: 0.6))
    let reach = kind == .manhole ? Vector2(0.36, 0.36) : Vector2(0.25, 0.15)
    var body: MeshBuilder
    switch kind {
    case .manhole:
      body = .cylinder(
        from: .zero, to: Vector3(0, 0, Self.depth + Self.proud), radius: reach.x, sides: 24)
    case .gully:
      body = .box(
        from: Vector3(-reach.x, -reach.y, 0), to: Vector3(reach.x, reach.y, Self.depth + Self.proud))
    }
    body.setUVs { p in Vector2(0.5 + p.x / (2 * reach.x), 0.5 - p.y / (2 * reach.y)) }
    asset.add(body, material: iron)
    return asset.asset()
  }

  /// A frame of concrete and iron around a cover with studs.
  private static let cover: Texture = {
    var canvas = TextureCanvas(width: 128, height: 128, fill: Colour(0x4a4846))
    let middle = Vector2(0.5, 0.5)
    canvas.fillDisc(middle, radius: 0.49, Colour(0x6f6c68))
    canvas.fillDisc(middle, radius: 0.42, Colour(0x35332f))
    canvas.fillDisc(middle, radius: 0.405, Colour(0x55514c))
    for row in -5...5 {
      for column in -5...5 {
        let p = middle + 0.07 * Vector2(Double(column) + (row % 2 == 0 ? 0 : 0.5), Double(row))
        if length(p - middle) < 0.36 { canvas.fillDisc(p, radius: 0.018, Colour(0x6e6a64)) }
      }
    }
    return canvas.texture("manhole", wrap: .clamp)
  }()

  /// Bars across a dark pit.
  private static let grate: Texture = {
    var canvas = TextureCanvas(width: 128, height: 64, fill: Colour(0x57534e))
    for k in 0..<9 {
      let x = 0.09 + 0.095 * Double(k)
      canvas.fillRectangle(Vector2(x, 0.12), Vector2(x + 0.045, 0.46), Colour(0x161514))
      canvas.fillRectangle(Vector2(x, 0.54), Vector2(x + 0.045, 0.88), Colour(0x161514))
    }
    return canvas.texture("gully", wrap: .clamp)
  }()
}
