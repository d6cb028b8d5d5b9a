package import WorldModel

/// A person on foot, with the 17 COCO keypoints, standing at ease; `WalkCycle` makes them walk.
package struct Pedestrian: ParametricAsset {
  package static let assetName = "pedestrian"
  package var body: PersonBody
  package var outfit: PersonOutfit

  package init() { self.init(body: PersonBody()) }

  package init(body: PersonBody, outfit: PersonOutfit = PersonOutfit()) {
    self.body = body
    self.outfit = outfit
  }

  /// One of very many people, chosen by a number.
  /// - Parameter isChild: between six and twelve years old.
  package init(variant: UInt64, isChild: Bool = false) {
    let chance = AssetVariation(seed: variant)
    func pick<T>(_ name: StaticString, _ list: [T], _ fallback: T) -> T {
      let i = chance.choice(name, of: list.count)
      return list.indices.contains(i) ? list[i] : fallback
    }
    let isFemale = chance.unit("sex") < 0.5
    let mean = isFemale ? 1.645 : 1.77
    // The sum of three even numbers is close enough to the bell that statures follow.
    let bell = chance.unit("stature", 0) + chance.unit("stature", 1) + chance.unit("stature", 2) - 1.5
    let stature = isChild ? chance.number("child stature", in: 1.15...1.5) : mean + bell * 0.14
    body = PersonBody(
      stature: stature, build: chance.number("build", in: 0.93...1.14) * (isChild ? 0.96 : 1),
      isFemale: isFemale && !isChild)
    outfit = PersonOutfit(
      top: isChild
        ? pick("top", [.jacket, .shirt, .tshirt], .shirt) : pick("top", PersonOutfit.Top.allCases, .jacket),
      legs: isFemale
        ? pick("legs", [.trousers, .trousers, .skirt, .shorts], .trousers)
        : pick("legs", [.trousers, .trousers, .trousers, .shorts], .trousers),
      hair: isFemale
        ? pick("hair", [.long, .bun, .short, .long], .long)
        : pick("hair", [.short, .short, .cap, isChild ? .short : .bald], .short),
      topColour: pick("top colour", PersonOutfit.clothColours, Colour(0x36506b)),
      legsColour: pick("legs colour", PersonOutfit.legColours, Colour(0x2b3140)),
      shoeColour: pick(
        "shoes", [Colour(0x3a2c24), Colour(0x1d1d1f), Colour(0xd9d7d2), Colour(0x6b2b2b)], Colour(0x1d1d1f)),
      skinColour: pick("skin", PersonOutfit.skinColours, Colour(0xc99a7c)),
      hairColour: pick("hair colour", PersonOutfit.hairColours, Colour(0x2f2219)),
      hasBackpack: chance.unit("bag") < (isChild ? 0.5 : 0.22),
      bagColour: pick("bag colour", PersonOutfit.clothColours, Colour(0x3d3f36)))
  }

  package func makeAsset() -> Asset {
    let empty = AssetBuilder(name: "pedestrian", nativeClass: "person", mainPart: "torso")
    return .levelled(empty, skeleton: "coco17") {
      PersonFigure(body: body, outfit: outfit, detail: $1).add(to: &$0)
    }
  }
}
