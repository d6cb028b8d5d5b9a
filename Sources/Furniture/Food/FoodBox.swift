import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A box of cereals or pasta, or a carton of milk or juice, its front to +x.
package struct FoodBox: FurnitureAsset {
  package static let assetName = "food_box"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "food_box")
    let v = look.variation
    let print = asset.material(
      Material(name: "carton", baseColorTexture: PackagePrint.cartons, roughness: 0.45))
    let brand = v.choice("brand", of: PackagePrint.boxes.count)
    if brand < 4 {
      let size =
        brand == 3
        ? Vector3(0.05, v.number("w", in: 0.1...0.12), v.number("h", in: 0.17...0.19))
        : Vector3(
          v.number("d", in: 0.055...0.075), v.number("w", in: 0.17...0.195), v.number("h", in: 0.25...0.3))
      asset.add(CartonShape.box(brand, size: size), material: print)
    } else {
      let isGable = brand == 4 || brand == 6
      let size = isGable ? Vector3(0.07, 0.07, 0.19) : Vector3(0.064, 0.09, v.number("h", in: 0.17...0.22))
      asset.add(CartonShape.box(brand, size: size, gable: isGable ? 0.028 : 0), material: print)
      let cap = asset.material(IndoorMaterial.plastic(PackagePrint.boxes[brand].ink))
      let foot = isGable ? Vector3(0.018, 0, size.z + 0.0125) : Vector3(0, 0.015, size.z)
      let axis = isGable ? normalized(Vector3(0.028, 0, 0.035)) : Vector3(0, 0, 1)
      asset.add(
        .cylinder(
          from: foot - axis * 0.002, to: foot + axis * 0.013, radius: 0.014, endRadius: 0.013, sides: 18),
        material: cap,
        part: "cap")
    }
    return asset.asset()
  }
}
