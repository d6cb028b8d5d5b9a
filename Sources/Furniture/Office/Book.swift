import Assets
import VectorMath
package import WorldModel

/// A closed book that lies on its back, its head at -x.
package struct Book: FurnitureAsset {
  package static let assetName = "book"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "book", mainPart: "leaves")
    let book = BookShape(look.variation, 0)
    let flat = AffineTransform(translation: Vector3(book.height / 2, 0, book.thickness / 2)) * BookShape.lying
    book.add(to: &asset, flat)
    return asset.asset()
  }
}
