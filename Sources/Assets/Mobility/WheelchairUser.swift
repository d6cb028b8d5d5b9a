import VectorMath
package import WorldModel

/// Somebody in a wheelchair, to be placed on the track of a `Wheelchair`: both share one origin. Class `person`, the 17
/// COCO keypoints.
package struct WheelchairUser: ParametricAsset {
  package static let assetName = "wheelchair_user"
  package var body: PersonBody
  package var outfit: PersonOutfit

  package init() { self.init(variant: 3) }

  /// One of many people, chosen by a number.
  package init(variant: UInt64) {
    let walker = Pedestrian(variant: variant)
    body = walker.body
    outfit = walker.outfit
    outfit.hasBackpack = false
    if outfit.top == .coat { outfit.top = .jacket }
    if outfit.legs == .skirt { outfit.legs = .trousers }
  }

  package func makeAsset() -> Asset {
    let empty = AssetBuilder(name: Self.assetName, nativeClass: "person", mainPart: "torso")
    let pose = WheelchairPush.pose(body, cycle: 0, effort: 0)
    return .levelled(empty, skeleton: "coco17") {
      PersonFigure(body: body, outfit: outfit, pose: pose, detail: $1).add(to: &$0)
    }
  }
}
