import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A chair on two bent runners, with arms and a tall back of spindles or slats.
package struct RockingChair: FurnitureAsset {
  package static let assetName = "rocking_chair"
  private let parts: ChairParts
  private let look: Look

  package init(_ look: Look) {
    let v = look.variation
    parts = ChairParts(
      half: Vector2(0.24, v.number("width", in: 0.48...0.54) / 2), seat: v.number("seat", in: 0.41...0.44),
      back: v.number("back", in: 1.02...1.14), lean: 0.3)
    self.look = look
  }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "rocking_chair", mainPart: "seat")
    let v = look.variation
    let p = parts
    let wood = look.either(look.wood, look.darkWood, "wood", share: 0.4)
    asset.add(p.woodenSeat(thickness: 0.032, radius: 0.07), wood)
    let isPadded = v.unit("pad") < 0.6
    if isPadded {
      let pad = ChairParts(half: p.half - Vector2(0.03, 0.03), seat: p.seat + 0.03, back: 0).paddedSeat(
        thickness: 0.042, radius: 0.06)
      asset.add(pad, .fabric(look.palette.accent(v.choice("c", of: 3))), part: "cushion", crease: 1.1)
    }
    // Runners: arcs that touch the floor under the chair's weight, which a pad moves forward.
    let radius = 1.05
    let lowest = isPadded ? -0.04 : -0.068
    func runner(_ x: Double) -> Double {
      radius - (radius * radius - (x - lowest) * (x - lowest)).squareRoot()
    }
    for sign in [-1.0, 1] {
      let y = sign * (p.half.y - 0.03)
      let path = (0...16).map { i -> Vector3 in
        let x = lowest + 0.92 * (Double(i) / 16 - 0.5)
        return Vector3(x, y, runner(x) + 0.016)
      }
      asset.add(
        MeshBuilder.bar(path, section: roundedRectangle(0.026, 0.032, radius: 0.008, corner: 2)).grainAlong,
        wood, part: "runner", crease: 1)
      for (top, foot) in [(p.half.x - 0.06, p.half.x - 0.01), (-p.half.x + 0.06, -p.half.x - 0.02)] {
        let low = runner(foot) + 0.02
        asset.add(
          MeshBuilder.tube(
            [
              Vector3(foot, y, low), Vector3((top + foot) / 2, y, (low + p.seat) / 2),
              Vector3(top, y * 0.94, p.seat - 0.015),
            ],
            radii: [0.012, 0.018, 0.014], sides: 10
          ).grainAlong, wood, part: "leg", crease: 1.2)
      }
      asset.add(
        MeshBuilder.cylinder(
          from: Vector3(-p.half.x + 0.02, y * 0.98, 0.24), to: Vector3(p.half.x - 0.03, y * 0.98, 0.24),
          radius: 0.009, sides: 8
        ).grainAlong,
        wood, part: "stretcher")
      // The post of the back, and the arm that runs from it to a support in front.
      let foot = Vector3(-p.half.x + 0.05, sign * (p.half.y - 0.05), p.seat - 0.01)
      let head = Vector3(
        -p.half.x + 0.05 - p.lean * (p.back - p.seat), sign * (p.half.y - 0.03), p.back - 0.02)
      asset.add(
        MeshBuilder.tube([foot, foot + (head - foot) * 0.5, head], radii: [0.014, 0.017, 0.012], sides: 10)
          .grainAlong, wood, part: "back", crease: 1.2)
      let z = p.seat + 0.22
      let start = foot + (head - foot) * ((z - p.seat) / (p.back - p.seat))
      let arm = (0...10).map { i -> [Vector3] in
        let t = Double(i) / 10
        let half = 0.02 + 0.018 * smoothstep(0.3, 0.85, t) * (t > 0.97 ? 0.5 : 1)
        let x = start.x + (p.half.x - 0.01 - start.x) * t
        return superellipse(half, 0.012, exponent: 3, count: 12).map {
          Vector3(x, sign * (p.half.y - 0.01) + $0.x, z - 0.01 + $0.y)
        }
      }
      asset.add(MeshBuilder.loft(arm).grainAlong, wood, part: "arm", crease: 1)
      for x in [p.half.x - 0.08, 0.02] {
        asset.add(
          MeshBuilder.cylinder(
            from: Vector3(x, sign * (p.half.y - 0.05), p.seat - 0.01),
            to: Vector3(x, sign * (p.half.y - 0.012), z - 0.012), radius: 0.011, sides: 10
          )
          .grainAlong, wood, part: "arm")
      }
    }
    for z in [0.21] {
      asset.add(
        MeshBuilder.cylinder(
          from: Vector3(p.half.x - 0.03, 0.03 - p.half.y, z),
          to: Vector3(p.half.x - 0.03, p.half.y - 0.03, z), radius: 0.01, sides: 8
        ).grainAlong, wood, part: "stretcher")
    }
    let rear = -p.half.x + 0.05
    let count = 7
    for i in 0..<count {
      let t = 2 * (Double(i) + 1) / Double(count + 1) - 1
      let foot = Vector3(rear - 0.02 * (1 - t * t), t * (p.half.y - 0.05), p.seat - 0.01)
      let head = Vector3(
        rear - p.lean * (p.back - p.seat) - 0.03 * (1 - t * t), t * (p.half.y - 0.03), p.back - 0.03)
      asset.add(
        MeshBuilder.tube([foot, foot + (head - foot) * 0.4, head], radii: [0.007, 0.009, 0.006], sides: 8)
          .grainAlong, wood, part: "back", crease: 1.2)
    }
    let crest = (0...12).map { i -> Vector3 in
      let t = Double(i) / 6 - 1
      return Vector3(
        rear - p.lean * (p.back - p.seat) - 0.03 * (1 - t * t), t * (p.half.y + 0.005),
        p.back - 0.02 + 0.02 * (1 - t * t))
    }
    asset.add(
      MeshBuilder.bar(crest, section: roundedRectangle(0.022, 0.09, radius: 0.01, corner: 3)).grainAlong,
      wood, part: "back", crease: 1)
    return asset.asset()
  }
}
