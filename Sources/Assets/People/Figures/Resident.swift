package import WorldModel

/// A person at home: body, hair, skin and clothes of one of very many people, chosen by a number, in any pose.
package struct Resident: ParametricAsset {
  package static let assetName = "resident"

  package enum Age: String, Sendable, CaseIterable { case child, adult, elder }

  package let age: Age
  package var figure: ClothedFigure

  package init() { self.init(variant: 1) }

  package init(variant: UInt64) { self.init(variant: variant, age: .adult) }

  /// - Parameter age: children are between four and twelve years old.
  package init(variant: UInt64, age: Age) {
    let chance = AssetVariation(seed: variant ^ 0x5e1f_0c3d)
    func pick<T>(_ name: StaticString, _ list: [T], _ fallback: T) -> T {
      let i = chance.choice(name, of: list.count)
      return list.indices.contains(i) ? list[i] : fallback
    }
    self.age = age
    let isChild = age == .child
    let isFemale = chance.unit("sex") < 0.5
    let bell = chance.unit("stature", 0) + chance.unit("stature", 1) + chance.unit("stature", 2) - 1.5
    let stature =
      isChild
      ? chance.number("child", in: 1.04...1.46)
      : (isFemale ? 1.645 : 1.77) + bell * 0.14 - (age == .elder ? 0.04 : 0)
    let body = PersonBody(
      stature: stature, build: chance.number("build", in: 0.92...1.16) * (isChild ? 0.97 : 1),
      isFemale: isFemale && !isChild)
    let grey: [Colour] = [Colour(0xb9b6b0), Colour(0x8c8a86), Colour(0xd8d5cf)]
    let isSkirted = isFemale && chance.unit("skirt") < 0.22
    let outfit = PersonOutfit(
      top: pick("top", [.tshirt, .tshirt, .shirt, .jacket, .jacket], .tshirt),
      legs: isSkirted ? .skirt : chance.unit("shorts") < (isChild ? 0.35 : 0.16) ? .shorts : .trousers,
      hair: isFemale
        ? pick("hair", [.long, .bun, .short, .long], .long)
        : pick(
          "hair",
          age == .elder
            ? [.short, .bald, .short] : [.short, .short, .short, .short, isChild ? .short : .bald], .short),
      topColour: pick("top colour", Self.topColours, Colour(0x36506b)),
      legsColour: pick(
        "legs colour", PersonOutfit.legColours + [Colour(0x7d8798), Colour(0xb3a58c)], Colour(0x2b3140)),
      shoeColour: pick(
        "shoes", [Colour(0x6a5a4c), Colour(0x3b3f46), Colour(0xb9aa96), Colour(0x7a3b3b), Colour(0x4b5a4e)],
        Colour(0x3b3f46)),
      skinColour: pick("skin", PersonOutfit.skinColours, Colour(0xc99a7c)),
      hairColour: age == .elder
        ? pick("grey", grey, grey[0]) : pick("hair colour", PersonOutfit.hairColours, Colour(0x2f2219)))
    figure = ClothedFigure(body: body, outfit: outfit)
    figure.feet = pick("feet", [.socks, .socks, .slippers, .slippers, .bare, .shoes], .socks)
    figure.sockColour = pick(
      "socks", [Colour(0xd9d7d2), Colour(0x2c2d31), Colour(0x8a8f96), Colour(0xa8453c), Colour(0x44617a)],
      Colour(0xd9d7d2))
    if chance.unit("stripes") < 0.2 && outfit.top != .shirt {
      figure.stripes = pick(
        "stripe colour", [Colour(0xe6e2d8), Colour(0x2a3444), Colour(0xc9c2b2)], Colour(0xe6e2d8))
    }
  }

  private static let topColours: [Colour] = [
    0x36506b, 0x2f3238, 0x8a3d3c, 0x66785a, 0xc9c1b2, 0xe2e1dc, 0xc8944c, 0x6b5576, 0x3b6d76, 0x9a9b9e,
    0xb56a5a,
    0x7f9bb5, 0xd8b4a6, 0x4a4f3f,
  ].map { Colour($0) }

  package func makeAsset() -> Asset { figure.asset(named: Self.assetName) }
}
