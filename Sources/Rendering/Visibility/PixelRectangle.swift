/// A rectangle of whole pixels, upper bounds excluded; may reach outside the image.
package struct PixelRectangle: Sendable, Hashable {
  package var minU: Int
  package var minV: Int
  package var maxU: Int
  package var maxV: Int

  package init(minU: Int, minV: Int, maxU: Int, maxV: Int) {
    self.minU = minU
    self.minV = minV
    self.maxU = maxU
    self.maxV = maxV
  }

  package init(width: Int, height: Int) { self.init(minU: 0, minV: 0, maxU: width, maxV: height) }

  package var width: Int { max(0, maxU - minU) }
  package var height: Int { max(0, maxV - minV) }
  package var isEmpty: Bool { maxU <= minU || maxV <= minV }

  package func intersection(_ other: PixelRectangle) -> PixelRectangle {
    PixelRectangle(
      minU: max(minU, other.minU), minV: max(minV, other.minV), maxU: min(maxU, other.maxU),
      maxV: min(maxV, other.maxV))
  }

  package func union(_ other: PixelRectangle) -> PixelRectangle {
    if isEmpty { return other }
    if other.isEmpty { return self }
    return PixelRectangle(
      minU: min(minU, other.minU), minV: min(minV, other.minV), maxU: max(maxU, other.maxU),
      maxV: max(maxV, other.maxV))
  }

  /// The rectangle three times as wide and high around this one.
  package var enlarged: PixelRectangle {
    PixelRectangle(minU: minU - width, minV: minV - height, maxU: maxU + width, maxV: maxV + height)
  }
}
