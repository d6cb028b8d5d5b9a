package import Assets
package import InteriorSurfaces

/// What a scene decides about a thing: the palette of its room, and which one of its kind it is.
package struct Look: Sendable, Hashable {
  package var style: StylePack
  package var palette: Palette
  /// Dimensions and details are functions of this alone.
  package var variation: AssetVariation

  package init(
    style: StylePack = .scandinavian, palette: Palette? = nil,
    variation: AssetVariation = AssetVariation(seed: 1)
  ) {
    self.style = style
    self.palette = palette ?? Palette(style)
    self.variation = variation
  }
}

/// A thing of a room, made to a look. The asset's `fittings` say how it is fixed, what can stand on it, what opens and
/// what shines.
///
/// Frame: x forward (the side that one uses: where one sits down, opens a door, looks at), y left, z up, metres. The
/// back of what stands at a wall is its plane of least x. The origin is on the floor below the middle, on the wall, or
/// at the ceiling, as `fittings.mount` says.
package protocol FurnitureAsset: ParametricAsset {
  init(_ look: Look)
}

extension FurnitureAsset {
  package init() { self.init(Look()) }
}
