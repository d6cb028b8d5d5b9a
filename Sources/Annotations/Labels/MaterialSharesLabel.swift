package import WorldModel

/// `material_shares`: which materials are seen of each entity, and how much of each: what the values of the `material`
/// raster are called.
package struct MaterialSharesLabel: StructuredLabel {
  package static let name = "material_shares"

  package struct Share: Codable, Sendable, Hashable {
    /// The value in the `material` raster.
    package var id: Int
    /// The material's name, which begins with what it is: `oak_c49a6a`.
    package var name: String
    /// Pixels where it is seen.
    package var pixels: Int

    package init(id: Int, name: String, pixels: Int) {
      self.id = id
      self.name = name
      self.pixels = pixels
    }
  }

  package struct Entry: Codable, Sendable, Hashable {
    package var instance: UInt32
    /// Ascending by id.
    package var shares: [Share]

    package init(instance: UInt32, shares: [Share]) {
      self.instance = instance
      self.shares = shares
    }
  }

  /// Ascending by instance; entities of which any pixel is seen.
  package var entries: [Entry]
  package init(entries: [Entry]) { self.entries = entries }
}
