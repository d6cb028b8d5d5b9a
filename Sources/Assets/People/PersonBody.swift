/// The proportions of a person, from stature (segment lengths after Drillis and Contini, 1966; breadths after
/// the usual anthropometric tables). Metres.
package struct PersonBody: Sendable, Hashable {
  package var stature: Double
  /// A factor on widths and girths; 1 = average build.
  package var build: Double
  /// The head's size relative to an adult's of the same stature: 1 for adults, about 1.3 for a child of six.
  package var headScale: Double
  package var isFemale: Bool

  package init(stature: Double = 1.75, build: Double = 1, headScale: Double? = nil, isFemale: Bool = false) {
    self.stature = stature
    self.build = build
    // Heads grow far less than legs do.
    self.headScale = headScale ?? 1 + max(0, 1.6 - stature) * 0.62
    self.isFemale = isFemale
  }

  /// Heights of the joints above the ground when standing.
  package var hipHeight: Double { stature * (0.53 - 0.02 * (headScale - 1)) }
  package var kneeHeight: Double { hipHeight * 0.538 }
  package var ankleHeight: Double { 0.048 * stature }
  package var thighLength: Double { hipHeight - kneeHeight }
  package var shankLength: Double { kneeHeight - ankleHeight }
  package var shoulderHeight: Double { neckHeight - 0.054 * stature }
  /// Where the neck leaves the trunk.
  package var neckHeight: Double { stature - headHeight * 1.04 - 0.016 * stature }
  /// Chin to crown.
  package var headHeight: Double { 0.136 * stature * headScale }
  package var upperArmLength: Double { 0.172 * stature }
  package var forearmLength: Double { 0.148 * stature }
  package var handLength: Double { 0.1 * stature }
  package var footLength: Double { 0.162 * stature }
  /// Half the distance of the hip joints.
  package var hipHalfWidth: Double { 0.051 * stature * (isFemale ? 1.05 : 1) }
  /// Half the distance of the shoulder joints.
  package var shoulderHalfWidth: Double { (isFemale ? 0.093 : 0.102) * stature * (0.7 + 0.3 * build) }
}

/// What a person wears and looks like.
package struct PersonOutfit: Sendable, Hashable {
  package enum Top: String, Sendable, CaseIterable { case jacket, shirt, tshirt, coat }
  package enum Legs: String, Sendable, CaseIterable { case trousers, shorts, skirt }
  package enum Hair: String, Sendable, CaseIterable { case short, long, bun, cap, helmet, bald }

  package var top: Top
  package var legs: Legs
  package var hair: Hair
  package var topColour: Colour
  package var legsColour: Colour
  package var shoeColour: Colour
  package var skinColour: Colour
  package var hairColour: Colour
  package var hasBackpack: Bool
  package var bagColour: Colour

  package init(
    top: Top = .jacket, legs: Legs = .trousers, hair: Hair = .short, topColour: Colour = Colour(0x36506b),
    legsColour: Colour = Colour(0x2b3140), shoeColour: Colour = Colour(0x3a2c24),
    skinColour: Colour = Colour(0xc99a7c),
    hairColour: Colour = Colour(0x2f2219), hasBackpack: Bool = false, bagColour: Colour = Colour(0x3d3f36)
  ) {
    self.top = top
    self.legs = legs
    self.hair = hair
    self.topColour = topColour
    self.legsColour = legsColour
    self.shoeColour = shoeColour
    self.skinColour = skinColour
    self.hairColour = hairColour
    self.hasBackpack = hasBackpack
    self.bagColour = bagColour
  }

  package static let skinColours: [Colour] = [0xe2b99a, 0xc99a7c, 0xa9775a, 0x7d5238, 0x5a3a28, 0xf0cdb0].map
  { Colour($0) }
  package static let hairColours: [Colour] = [0x2f2219, 0x171412, 0x6b4a2c, 0xa98352, 0x8c8a86, 0x4b2a1c].map
  { Colour($0) }
  package static let clothColours: [Colour] = [
    0x36506b, 0x2b2d33, 0x7a2f32, 0x586b4a, 0xb9b2a3, 0xd8d9d6, 0xc08a3e, 0x5d4a66, 0x2f5f68, 0x8f8f92,
  ].map { Colour($0) }
  package static let legColours: [Colour] = [0x2b3140, 0x1d1f24, 0x4a5a78, 0x6e6453, 0x565a5e, 0x3b332c].map {
    Colour($0)
  }
}
