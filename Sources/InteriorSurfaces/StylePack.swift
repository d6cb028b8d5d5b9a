/// A way of furnishing that ties the colours and materials of a home together.
package enum StylePack: String, Sendable, Hashable, CaseIterable {
  case scandinavian, modern, industrial, classic, rustic
  /// New Chinese style: dark rosewood, paper white, ink and celadon.
  case chineseModern = "chinese_modern"
}
