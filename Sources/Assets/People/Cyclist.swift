package import WorldModel

/// A person riding a bicycle, to be placed on the same track as a `Bicycle` of the same geometry: both share
/// one origin. Class `rider`; the 17 COCO keypoints.
package struct Cyclist: ParametricAsset {
  package static let assetName = "cyclist"
  package var body: PersonBody
  package var outfit: PersonOutfit
  package var geometry: BicycleGeometry

  package init() {
    self.init(
      body: PersonBody(),
      outfit: PersonOutfit(
        top: .shirt, hair: .helmet, topColour: Colour(0xc8641e), bagColour: Colour(0xd8d9d6)))
  }

  package init(body: PersonBody, outfit: PersonOutfit) {
    self.body = body
    self.outfit = outfit
    geometry = BicycleGeometry(riderStature: body.stature)
  }

  /// A rider chosen by a number.
  package init(variant: UInt64) {
    let walker = Pedestrian(variant: variant)
    var outfit = walker.outfit
    if AssetVariation(seed: variant).unit("helmet") < 0.6 { outfit.hair = .helmet }
    // Coats and skirts would reach into the wheels.
    if outfit.top == .coat { outfit.top = .jacket }
    if outfit.legs == .skirt { outfit.legs = .trousers }
    self.init(body: walker.body, outfit: outfit)
  }

  package func makeAsset() -> Asset {
    let empty = AssetBuilder(name: "cyclist", nativeClass: "rider", mainPart: "torso")
    let pose = CyclingPose(body: body, geometry: geometry).pose(crank: 0)
    return .levelled(empty, skeleton: "coco17") {
      PersonFigure(body: body, outfit: outfit, pose: pose, detail: $1).add(to: &$0)
    }
  }
}
