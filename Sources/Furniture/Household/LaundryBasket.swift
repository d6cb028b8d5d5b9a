import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A tall basket for laundry: of wicker with a cloth liner, or a cloth bag in a frame of wood; full to the brim at times.
package struct LaundryBasket: FurnitureAsset {
  package static let assetName = "laundry_basket"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "laundry_basket")
    let v = look.variation
    let half = Vector2(v.number("d", in: 0.15...0.18), v.number("w", in: 0.18...0.23))
    let h = v.number("height", in: 0.48...0.62)
    let linen = asset.material(IndoorMaterial.fabric(look.palette.linen), tile: IndoorMaterial.fabricTile)
    var level = h
    if v.unit("frame") < 0.4 {
      // A bag that hangs between crossed legs.
      let wood = asset.material(IndoorMaterial.wood(look.palette.wood), tile: IndoorMaterial.woodTile)
      level = h - 0.02
      func plan(_ grow: Double) -> [Vector2] {
        superellipse(half.x + grow, half.y + grow, exponent: 4, count: 36)
      }
      asset.add(
        Tub.shell(
          [
            Tub.Level(-0.05, 0.09), Tub.Level(-0.02, 0.1), Tub.Level(-0.015, h * 0.5), Tub.Level(0, level),
            Tub.Level(-0.005, level), Tub.Level(-0.02, h * 0.5),
            Tub.Level(-0.025, 0.106),
          ], outline: plan), material: linen)
      for side in [-1.0, 1] {
        let y = side * (half.y + 0.014)
        for lean in [-1.0, 1] {
          let shift = lean * 0.006 + side * 0.0
          asset.add(
            .bar(
              [
                Vector3(-lean * (half.x + 0.02), y + shift, 0.004),
                Vector3(lean * half.x, y + shift, h + 0.01),
              ], section: roundedRectangle(0.011, 0.02, radius: 0.003, corner: 2),
              up: Vector3(1, 0, 0)), material: wood, part: "leg")
        }
      }
      for x in [-half.x, half.x] {
        asset.add(
          .cylinder(
            from: Vector3(x, -half.y - 0.03, h), to: Vector3(x, half.y + 0.03, h), radius: 0.011, sides: 12),
          material: wood, part: "rail")
        asset.add(
          .cylinder(
            from: Vector3(x * 1.1, -half.y - 0.025, 0.011), to: Vector3(x * 1.1, half.y + 0.025, 0.011),
            radius: 0.011, sides: 12), material: wood, part: "rail")
      }
    } else {
      let tones = [Colour(0xc9a06a), Colour(0xd9c49a), Colour(0x8a6238), Colour(0xe2ddd2)]
      let wicker = asset.material(
        IndoorMaterial.wicker(tones[v.choice("tone", of: 4)]), tile: IndoorMaterial.wickerTile)
      func plan(_ grow: Double) -> [Vector2] {
        superellipse(half.x + grow, half.y + grow, exponent: 3.5, count: 40)
      }
      asset.add(Tub.shell(height: h, flare: 0.02, wall: 0.012, floor: 0.012, outline: plan), material: wicker)
      // The liner folds over the rim, its hem wavy.
      let hem = h - v.number("hem", in: 0.06...0.1)
      // Levels from deep inside over the rim to the hem: what is seen, and what lies on the wicker.
      let seen = [
        Tub.Level(-0.006, h * 0.45), Tub.Level(0.002, h - 0.004), Tub.Level(0.008, h + 0.0055),
        Tub.Level(0.02, h + 0.0055), Tub.Level(0.0265, h - 0.01), Tub.Level(0.0285, hem),
      ]
      let hidden = [
        Tub.Level(-0.0045, h * 0.45), Tub.Level(0.0035, h - 0.005), Tub.Level(0.0085, h + 0.004),
        Tub.Level(0.0195, h + 0.004), Tub.Level(0.0245, h - 0.01), Tub.Level(0.0265, hem),
      ]
      let count = 40
      func at(_ levels: [Tub.Level], _ u: Double, _ t: Double) -> Vector3 {
        let row = min(levels.count - 1, Int((t * Double(levels.count - 1)).rounded()))
        let column = Int((u * Double(count)).rounded()) % count
        let level = levels[row]
        let p = plan(level.grow)[column]
        let wave = row == levels.count - 1 ? 0.006 * DeterministicMath.sin(Double(column) * 1.1) : 0
        return Vector3(p.x, p.y, level.z + wave)
      }
      var liner = MeshBuilder.slab(
        columns: count, rows: seen.count - 1, front: { at(seen, $0, $1) }, back: { at(hidden, $0, $1) })
      liner.projectUVs()
      asset.add(liner, material: linen, part: "liner", crease: 1)
    }
    if v.unit("full") < 0.75 {
      let colours = [look.palette.accent(0), Colour(0xe9e6e0), Colour(0x4a5f7a), look.palette.accent(1)]
      let first = v.choice("clothes", of: 4)
      let under = asset.material(IndoorMaterial.fabric(colours[first]), tile: IndoorMaterial.fabricTile)
      asset.add(
        SoftHeap.heap(
          v, half: half - Vector2(repeating: 0.03), low: level * 0.6, high: level + 0.05, exponent: 3),
        material: under, part: "laundry", crease: 1.2)
      let over = asset.material(
        IndoorMaterial.fabric(colours[(first + 1) % 4]), tile: IndoorMaterial.fabricTile)
      let other = AssetVariation(seed: v.seed &+ 9)
      asset.add(
        SoftHeap.heap(other, half: half * 0.5, low: level * 0.8, high: level + 0.085, exponent: 2).translated(
          half.x * 0.15, half.y * 0.25, 0), material: over, part: "laundry", crease: 1.2)
    }
    return asset.asset()
  }
}
