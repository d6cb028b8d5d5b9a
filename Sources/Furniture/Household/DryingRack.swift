import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A folding rack of wires with washing on it, its long side along y.
package struct DryingRack: FurnitureAsset {
  package static let assetName = "drying_rack"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "drying_rack", mainPart: "frame")
    let v = look.variation
    let frame = asset.material(IndoorMaterial.metal(.white))
    let foot = asset.material(IndoorMaterial.plastic(Colour(0x3a6f9a)))
    let h = v.number("height", in: 0.88...0.95)
    let (half, w) = (0.28, v.number("width", in: 0.98...1.1) / 2)
    func pipe(_ path: [Vector3], _ r: Double = 0.008) {
      asset.add(.tube(path, radius: r, sides: 8), material: frame)
    }
    // Two crossed frames.
    for lean in [-1.0, 1] {
      let y = w - (lean > 0 ? 0.0 : 0.02)
      for side in [-1.0, 1] {
        pipe([Vector3(lean * half, side * y, 0.008), Vector3(-lean * half, side * y, h)])
        asset.add(
          .capsule(
            from: Vector3(lean * half - 0.01, side * y, 0.011),
            to: Vector3(lean * half + 0.01, side * y, 0.011), radius: 0.011, sides: 10), material: foot,
          part: "foot")
      }
      pipe([Vector3(lean * half * 0.94, -y, 0.06), Vector3(lean * half * 0.94, y, 0.06)], 0.006)
    }
    // The level part, and two wings that rise a little.
    let reach = 0.34
    let rise = 0.12
    for side in [-1.0, 1] {
      pipe([Vector3(-half, side * w, h), Vector3(half, side * w, h)])
      for wing in [-1.0, 1] {
        pipe([Vector3(wing * half, side * w, h), Vector3(wing * (half + reach), side * w, h + rise)], 0.006)
      }
    }
    var wires: [Vector3] = (0..<8).map { Vector3(-half + 2 * half * Double($0) / 7, 0, h) }
    for wing in [-1.0, 1] {
      for k in 1...5 {
        let t = Double(k) / 5
        wires.append(Vector3(wing * (half + reach * t), 0, h + rise * t))
      }
    }
    for p in wires { pipe([p - Vector3(0, w, 0), p + Vector3(0, w, 0)], 0.0028) }
    let tones = [
      Colour(0xf1eee8), look.palette.accent(0), Colour(0x5a7a9a), look.palette.linen, look.palette.accent(1),
      Colour(0x3a3f48), Colour(0xd9a9a0),
    ]
    let places = [1, 3, 5, 6, 9, 12, 14, 17]
    for (k, place) in places.enumerated() where v.unit("hung", k) < 0.72 {
      let p = wires[min(place, wires.count - 1)]
      let wide = v.number("wide", k, in: 0.3...0.75)
      let cloth = asset.material(
        IndoorMaterial.fabric(tones[v.choice("tone", k, of: tones.count)]), tile: IndoorMaterial.fabricTile)
      let drop = v.number("drop", k, in: 0.2...0.42)
      var sheet = DrapedCloth(
        bar: Vector3(p.x, v.number("y", k, in: -1...1) * (w - wide / 2 - 0.05), p.z), radius: 0.0028,
        width: wide, front: drop, back: drop * v.number("back", k, in: 0.6...1))
      sheet.phase = v.number("phase", k, in: 0...6)
      asset.add(sheet.solid(columns: 10, rows: 16), material: cloth, part: "washing", crease: 1)
      // Pegs hold it.
      for side in [-0.4, 0.4] {
        asset.add(
          .box(
            size: Vector3(0.016, 0.009, 0.06), center: sheet.bar + Vector3(0, side * wide, 0.004),
            bevel: 0.002), material: foot, part: "peg")
      }
    }
    return asset.asset()
  }
}
