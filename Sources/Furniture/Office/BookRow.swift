import Assets
import VectorMath
package import WorldModel

/// Books that stand side by side, their spines to +x; the last one may lean on the others.
package struct BookRow: FurnitureAsset {
  package static let assetName = "book_row"
  /// Metres along y, about.
  package var width: Double
  private let look: Look

  package init(_ look: Look) {
    width = look.variation.number("width", in: 0.12...0.42)
    self.look = look
  }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "book", mainPart: "leaves")
    let v = look.variation
    // A row is mostly of one format, with some that differ.
    let common = BookShape(v, 100)
    var books: [BookShape] = []
    var length = 0.0
    while length < width, books.count < 14 {
      var book = BookShape(v, books.count)
      if v.unit("as others", books.count) < 0.45 {
        book.height = common.height + v.number("near", books.count, in: -0.006...0.006)
        book.depth = common.depth
      }
      if let last = books.last, last.title == book.title { book.title = (book.title + 5) % 16 }
      // Works of several volumes: the same book again.
      if let last = books.last, v.unit("volume", books.count) < 0.12 { book = last }
      length += book.thickness + 0.0006
      books.append(book)
    }
    let leaning = books.count > 4 && v.unit("leaning", 0) < 0.4
    let leaner = leaning ? books.removeLast() : nil
    var y = -length / 2
    var deepest = 0.0
    for (i, book) in books.enumerated() {
      y += book.thickness / 2
      let front = v.number("set back", i, in: -0.008...0)
      book.add(
        to: &asset, AffineTransform(translation: Vector3(0.08 + front - book.depth / 2, y, 0)))
      y += book.thickness / 2 + 0.0006
      deepest = max(deepest, book.depth)
    }
    if let book = leaner {
      let angle = v.number("angle", in: 0.1...0.24)
      let (s, c) = DeterministicMath.sincos(angle)
      let top = min(book.height, (books.last?.height ?? 0.2) / c)
      let turn = AffineTransform(
        linear: Quaternion(axis: Vector3(1, 0, 0), angle: angle).matrix,
        translation: Vector3(
          0.08 - book.depth / 2, y + book.thickness / 2 * c + top * s, book.thickness / 2 * s))
      book.add(to: &asset, turn)
    }
    return asset.asset()
  }
}
