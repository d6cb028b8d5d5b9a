import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A mirror on a wall, round, oblong or arched, the origin behind its middle.
package struct WallMirror: FurnitureAsset {
  package static let assetName = "mirror"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "mirror", mainPart: "glass")
    asset.fittings.mount = .wall
    let v = look.variation
    let outline: [Vector2]
    switch v.choice("shape", of: 3) {
    case 0:
      let r = v.number("radius", in: 0.28...0.42)
      outline = superellipse(r, r, count: 64)
    case 1:
      let w = v.number("width", in: 0.45...0.7)
      outline = roundedRectangle(
        w, w * v.number("aspect", in: 1.2...1.6), radius: v.number("corner", in: 0.01...0.09), corner: 8)
    default:
      outline = Self.arch(v.number("width", in: 0.45...0.6), v.number("height", in: 0.75...1))
    }
    MirrorParts.add(to: &asset, outline, look, tilt: nil)
    return asset.asset()
  }

  /// A rectangle with half a circle on top, about its middle.
  static func arch(_ width: Double, _ height: Double) -> [Vector2] {
    let r = width / 2
    return [Vector2(-r, -height / 2), Vector2(r, -height / 2)]
      + (0...24).map { i in
        let (s, c) = DeterministicMath.sincos(.pi * Double(i) / 24)
        return Vector2(r * c, height / 2 - r + r * s)
      }
  }
}

/// A mirror for the whole figure that leans a little on its strut.
package struct FloorMirror: FurnitureAsset {
  package static let assetName = "mirror_standing"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "mirror", mainPart: "glass")
    let v = look.variation
    let (w, h) = (v.number("width", in: 0.45...0.62), v.number("height", in: 1.55...1.75))
    let outline =
      v.unit("arch") < 0.5 ? WallMirror.arch(w, h) : roundedRectangle(w, h, radius: 0.03, corner: 6)
    let lean = 0.1
    let (s, c) = DeterministicMath.sincos(lean)
    let forward = 0.1
    MirrorParts.add(
      to: &asset, outline, look,
      tilt: {
        $0.translated(0, 0, h / 2 + MirrorParts.rail(look)).rotated(
          Quaternion(axis: Vector3(0, 1, 0), angle: -lean)
        ).translated(
          forward, 0, 0)
      })
    let frame = asset.material(MirrorParts.frame(look), tile: 1)
    // The strut: two legs from behind the upper third to the floor.
    for y in [-1.0, 1] {
      let top = Vector3(forward - s * h * 0.66, y * w * 0.28, c * h * 0.66)
      let foot = Vector3(forward - s * h * 0.66 - 0.24, y * w * 0.36, 0)
      asset.add(
        MeshBuilder.cylinder(from: foot, to: top, radius: 0.01, sides: 10).levelled, material: frame,
        part: "strut")
    }
    return asset.asset()
  }
}

/// Glass and frame of a mirror from its outline in (y, z), the back at x = 0.
enum MirrorParts {
  static func frame(_ look: Look) -> Material {
    switch look.variation.choice("frame", of: 3) {
    case 0: IndoorMaterial.wood(look.palette.wood)
    case 1: IndoorMaterial.metal(look.palette.metal == .white ? .brass : look.palette.metal)
    default: look.style == .classic ? IndoorMaterial.metal(.brass) : IndoorMaterial.lacquer(Colour(0x202122))
    }
  }

  /// How far the frame reaches beyond the glass, metres.
  static func rail(_ look: Look) -> Double { look.variation.number("rail", in: 0.012...0.03) }

  static func add(
    to asset: inout AssetBuilder, _ outline: [Vector2], _ look: Look, tilt: ((MeshBuilder) -> MeshBuilder)?
  ) {
    let place = tilt ?? { $0 }
    let silver = asset.material(IndoorMaterial.mirror)
    let frame = asset.material(self.frame(look), tile: 1)
    let rail = self.rail(look)
    let depth = 0.025
    // From (y, z) outlines to the wall: extrusions run along z and are turned to x.
    let turned = AffineTransform(
      linear: Matrix3(columns: Vector3(0, 1, 0), Vector3(0, 0, 1), Vector3(1, 0, 0)), translation: .zero)
    asset.add(
      place(MeshBuilder.extrusion(outline, bottom: 0.001, top: 0.012).transformed(turned)), material: silver)
    // The rail around it, its section swept along the outline.
    var b = MeshBuilder()
    let n = outline.count
    let section = [
      Vector2(-0.002, 0), Vector2(rail, 0), Vector2(rail, depth - 0.003), Vector2(rail - 0.003, depth),
      Vector2(0.002, depth), Vector2(-0.002, depth - 0.004),
    ]
    let rings = (0..<n).map { i -> [Int] in
      let before = normalized(outline[i] - outline[(i + n - 1) % n])
      let along = normalized(before + normalized(outline[(i + 1) % n] - outline[i]))
      let out = Vector2(along.y, -along.x)
      // Sharp corners reach farther.
      let stretch = 1 / max(0.5, dot(along, before))
      return section.map { p in
        let q = outline[i] + out * (p.x * stretch)
        return b.point(Vector3(p.y, q.x, q.y))
      }
    }
    var way = 0.0
    for i in 0..<n {
      let j = (i + 1) % n
      let next = way + length(outline[j] - outline[i])
      for k in section.indices {
        let l = (k + 1) % section.count
        let (p, q) = (Double(k) * 0.012, Double(k + 1) * 0.012)
        b.quad(
          rings[i][k], rings[i][l], rings[j][l], rings[j][k],
          uv: (Vector2(way, p), Vector2(way, q), Vector2(next, q), Vector2(next, p)))
      }
      way = next
    }
    b.orientOutward()
    asset.add(place(b), material: frame, part: "frame", crease: 0.5)
  }
}
