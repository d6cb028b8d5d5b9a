import Assets
import VectorMath
package import WorldModel

/// Two to five books that lie on each other, their spines about at +x.
package struct BookStack: FurnitureAsset {
  package static let assetName = "book_stack"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "book", mainPart: "leaves")
    let v = look.variation
    let books = (0..<2 + v.choice("count", of: 4)).map { BookShape(v, $0) }
      .sorted { $0.height * $0.depth > $1.height * $1.depth }
    var z = 0.0
    for (i, book) in books.enumerated() {
      let turn = v.number("turn", i, in: -0.16...0.16)
      // Spine to +x: the head to -y.
      let flat =
        AffineTransform(
          linear: Quaternion(axis: Vector3(0, 0, 1), angle: turn).matrix,
          translation: Vector3(v.number("x", i, in: -0.01...0.01), 0, z + book.thickness / 2))
        * AffineTransform(linear: Quaternion(axis: Vector3(1, 0, 0), angle: Double.pi / 2).matrix)
        * AffineTransform(translation: Vector3(0, 0, -book.height / 2))
      book.add(to: &asset, flat)
      z += book.thickness + 0.0002
    }
    if let top = books.last {
      asset.support(
        "top", at: Vector3(0, 0, z - 0.0002), size: Vector2(top.depth * 0.6, top.height * 0.6))
    }
    return asset.asset()
  }
}
