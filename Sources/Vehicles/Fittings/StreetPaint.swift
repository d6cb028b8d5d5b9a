package import Assets

/// The colours that cars on the road have, with the share of each in percent: white, black, greys and silver make
/// up three quarters (colour popularity reports of paint makers, 2018–2023, rounded).
package enum StreetPaint {
  package static let shares: [(colour: Colour, share: Double)] = [
    (Colour(0xe6e7e6), 30), (Colour(0x17181a), 20), (Colour(0x55595d), 14), (Colour(0xa9adb0), 9),
    (Colour(0x35383c), 4), (Colour(0x1f3b70), 8), (Colour(0x84181f), 5), (Colour(0x2e4a3a), 2.5),
    (Colour(0x9c8a70), 2.5), (Colour(0x5c86a8), 2), (Colour(0xb8541c), 1.5), (Colour(0xd8b42c), 1.5),
  ]

  /// One of them by a number, each as often as its share.
  static func colour(_ variant: UInt64) -> Colour {
    let whole = shares.reduce(0) { $0 + $1.share }
    var left = AssetVariation(seed: variant).unit("street paint") * whole
    for entry in shares {
      left -= entry.share
      if left < 0 { return entry.colour }
    }
    return shares[0].colour
  }
}
