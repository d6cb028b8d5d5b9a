package import VectorMath
package import WorldModel

/// Somebody who sits in a vehicle, with both hands on the wheel or in the lap.
///
/// The asset is flat and its origin lies between the hip joints. It is made for what panes show: at best of middle
/// fineness, and without what door and floor hide.
package struct SeatedPerson: Sendable, Hashable {
  package var body: PersonBody
  package var outfit: PersonOutfit
  /// How far the back leans, radians.
  package var recline: Double
  /// From the hips; `nil` = holds nothing.
  package var wheel: Asset.Seat.Wheel?
  /// Whether the thighs are to be seen.
  package var hasThighs: Bool
  /// To the left, radians.
  package var gaze: Double

  /// One of many people, chosen by a number, as they dress for a drive.
  package init(variant: UInt64, isChild: Bool = false) {
    let walker = Pedestrian(variant: variant, isChild: isChild)
    let chance = AssetVariation(seed: variant)
    body = walker.body
    outfit = walker.outfit
    // Nobody sits on a rucksack or on the skirts of a coat.
    outfit.hasBackpack = false
    if outfit.top == .coat { outfit.top = .jacket }
    if outfit.legs == .skirt { outfit.legs = .trousers }
    recline = 0
    hasThighs = false
    gaze = chance.number("gaze", in: -0.2...0.2)
  }

  /// This person on a seat, and the seat where the hips really are: somebody tall sits lower.
  package func on(_ seat: Asset.Seat) -> (person: SeatedPerson, seat: Asset.Seat) {
    var person = self
    var own = seat
    person.recline = seat.recline
    // Whole centimetres, so that people of one stature are alike in vehicles of one kind.
    let room = ((seat.top - sittingHeight(recline: seat.recline)) * 100).rounded(.down) / 100
    own.hip.z = min(seat.hip.z, room)
    person.hasThighs = own.hip.z > seat.floor
    person.wheel = seat.wheel.map { wheel in
      var held = wheel
      held.center -= own.hip
      held.center = (held.center * 1024).rounded(.toNearestOrAwayFromZero) / 1024
      return held
    }
    return (person, own)
  }

  /// From the hip joints to the top of the hair or the cap, metres.
  package func sittingHeight(recline: Double) -> Double {
    let spine = 0.08 * body.stature
    let cap = outfit.hair == .cap ? 0.2 : 0.1
    let above = body.stature - body.hipHeight - spine + cap * body.headHeight / 2
    return spine + above * DeterministicMath.cos(recline)
  }

  package var pose: PersonPose {
    // Hips at the height of a chair, for legs that reach the ground; the figure is then shifted to its hips.
    let hip = 0.24 * body.stature
    var pose = PersonPose.sitting(
      body, hip: hip, knee: hip + 0.03 * body.stature, recline: recline, reach: (1, 1), turns: (0.12, 0.12))
    pose.headYaw = gaze
    guard let wheel else {
      pose.restHandsOnThighs(body, at: (0.45, 0.55))
      return pose
    }
    let up = normalized(Vector3(0, 0, 1) - wheel.axis * wheel.axis.z)
    for isLeft in [true, false] {
      let side: Double = isLeft ? 1 : -1
      let (sin, cos) = DeterministicMath.sincos(Self.grip)
      let outward = up * cos + Vector3(0, side * sin, 0)
      // The palm lies on the rim from outside; the fingers go over it, away from the driver.
      let fingers = normalized(up * 0.5 - wheel.axis * 0.75 - Vector3(0, side * 0.3, 0))
      let palm = wheel.center + outward * (wheel.radius + 0.12 * body.handLength) + wheel.axis * 0.012
      let wrist = palm - fingers * (0.36 * body.handLength) + Vector3(0, 0, hip)
      pose.place(
        isLeft: isLeft, wrist: wrist, fingers: fingers, palm: -outward,
        elbow: Vector3(-0.35, side * 0.45, -0.9), body: body)
    }
    return pose
  }

  /// From the top of the wheel to each hand, radians: a quarter to three.
  private static let grip = 1.4

  package func makeAsset() -> Asset {
    let empty = AssetBuilder(name: "occupant", nativeClass: "person", mainPart: Asset.occupantPart)
    let pose = pose
    let whole = Asset.levelled(empty) {
      PersonFigure(
        body: body, outfit: outfit, pose: pose, detail: $1, extent: hasThighs ? .toKnees : .toHips
      ).add(to: &$0, offset: -Vector3(0, 0, body.hipHeight) - pose.shift)
    }.flattened
    guard let near = whole.levels.first else { return whole }
    return near.asset.with(levels: Array(whole.levels.dropFirst())).withClusters([0.1])
  }

  /// Materials that give who sits on a seat of `asset` other colours, by index.
  package static func colours(_ outfit: PersonOutfit, of seat: Asset.Seat, in asset: Asset) -> [Int: Material]
  {
    var out: [Int: Material] = [:]
    let skin = outfit.skinColour.linear
    for (name, colour) in [
      ("skin", skin), ("lip", skin * SIMD4(0.72, 0.46, 0.45, 1)), ("hair", outfit.hairColour.linear),
      ("top", outfit.topColour.linear), ("legs", outfit.legsColour.linear), ("cap", outfit.bagColour.linear),
    ] {
      let own = Asset.material(name, of: seat)
      guard let i = asset.materials.firstIndex(where: { $0.name == own }) else { continue }
      out[i] = asset.materials[i]
      out[i]?.baseColor = colour
    }
    return out
  }
}
