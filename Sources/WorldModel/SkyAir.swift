/// What fills a sky: air that scatters sunlight, and clouds. Pictures show it; labels never do.
package struct SkyAir: Sendable, Hashable {
  /// Genera of clouds by the look that they give a sky (WMO, "International Cloud Atlas", 2017).
  package enum Clouds: String, Sendable, Hashable, CaseIterable {
    /// Heaps with flat bases, blue between them.
    case cumulus
    /// Thin high streaks of ice.
    case cirrus
    /// A low grey layer.
    case stratus
    /// Heaps under streaks.
    case mixed
  }

  /// As in `Daylight`.
  package var haze: Double
  /// The part of the sky that clouds hide, 0 to 1.
  package var cloudCover: Double
  package var clouds: Clouds
  /// Which clouds of their kind.
  package var seed: UInt64

  package init(haze: Double, cloudCover: Double, clouds: Clouds, seed: UInt64) {
    self.haze = haze
    self.cloudCover = cloudCover
    self.clouds = clouds
    self.seed = seed
  }
}
