import Assets
import VectorMath

/// The lines of a car's body. Places along the car are `d`, metres behind the foremost point; heights are metres
/// above the ground, sides metres from the middle.
struct CarForm: Sendable {
  var length: Double
  var width: Double
  var height: Double
  var wheelbase: Double
  var frontOverhang: Double
  var wheelRadius: Double
  var tyreWidth: Double
  /// The lower edge of body and bumpers over d.
  var sill: ProfileCurve
  /// The shoulder: edge of the bonnet, top of the doors, edge of the boot, over d.
  var shoulder: ProfileCurve
  /// How much the middle of bonnet and boot rises above the shoulder, over d.
  var crown: ProfileCurve
  /// How far the nose and the tail stand back at a share of their height (0 = lower edge, 1 = shoulder).
  var nose: ProfileCurve
  var tail: ProfileCurve
  /// Metres over which the front and rear corners are rounded in plan, and how square they are.
  var noseDepth: Double
  var tailDepth: Double
  var squareness: Double
  /// The foot of the windscreen in the middle, its head, the end of the roof, the foot of the rear window.
  var cowl: Double
  var header: Double
  var roofEnd: Double
  var rearFoot: Double
  /// The top of the car in the middle, over d, from the header to the roof's end.
  var roof: ProfileCurve
  /// Added to `roof`.
  var roofShift = 0.0
  /// Half the width of the roof's edge.
  var roofHalf: Double
  /// How far the windscreen's foot bows forward in the middle, and its head.
  var screenBow: (foot: Double, head: Double)
  /// Pillars behind the windscreen's: where they begin and end at the belt and at the roof.
  var pillars: [(foot: (Double, Double), head: (Double, Double))]
  /// Where door gaps are, front to rear.
  var doorGaps: [Double]
  /// How far the panes stand in from the shoulder.
  var ledge: Double
  /// The upper edge of the panes over d; `nil` = just below the roof.
  var paneTop: ProfileCurve?
  var hasRearPane: Bool
  var hasCladding: Bool
  var hasRails: Bool
  /// A load bed instead of a boot: from and to.
  var bed: (from: Double, to: Double)?
  var wheelDesign: VehicleWheel.Design
  var detail = Fineness.fine

  // MARK: Surfaces

  /// The top of the car in the middle.
  func roofLine(_ d: Double) -> Double { roof(d) + roofShift }

  func x(_ d: Double) -> Double { length / 2 - d }
  func d(_ x: Double) -> Double { length / 2 - x }
  var axles: [Double] { [x(frontOverhang), x(frontOverhang + wheelbase)] }
  var archRadius: Double { wheelRadius + 0.05 }
  /// Half the distance of the wheels' middles.
  var halfTrack: Double { width / 2 - tyreWidth / 2 - 0.03 }

  /// Half the width in plan where the body is widest.
  func plan(_ d: Double) -> Double {
    let full = width / 2
    func corner(_ at: Double, _ depth: Double, _ n: Double) -> Double {
      guard at < depth else { return 1 }
      let u = max(0, 1 - at / depth)
      return DeterministicMath.pow(max(0, 1 - DeterministicMath.pow(u, n)), 1 / n)
    }
    // Doors stand out a little more than the ends.
    let belly =
      1 - 0.012 * (1 - smoothstep(0.1, 0.35, d / length)) - 0.016 * smoothstep(0.7, 0.95, d / length)
    return full * belly * corner(d, noseDepth, squareness) * corner(length - d, tailDepth, squareness + 0.5)
  }

  /// The share of the full width at d and a height: tucked in at the sill, full at the waist, leaning in above,
  /// with a crease along the doors.
  func share(_ d: Double, _ z: Double) -> Double {
    let (low, high) = (sill(d), shoulder(d))
    let t = (z - low) / max(0.1, high - low)
    let below = max(0, 0.42 - t) / 0.42
    let above = max(0, t - 0.6) / 0.4
    let edge = max(0, t - 0.86) / 0.14
    let isDeck = 1 - smoothstep(cowl - 0.35, cowl + 0.05, d) + smoothstep(rearFoot - 0.1, rearFoot + 0.1, d)
    let crease = bump((t - 0.77) / 0.07) * 0.010 - bump((t - 0.42) / 0.3) * 0.006
    return 1 - 0.05 * below * below - 0.022 * above * above - (0.012 + 0.035 * isDeck) * edge * edge + crease
  }

  private func bump(_ u: Double) -> Double {
    let v = max(0, 1 - u * u)
    return v * v
  }

  /// Half the width of the skin at d and a height, with the lips of the wheel arches.
  func half(_ d: Double, _ z: Double) -> Double {
    var flare = 0.0
    for axle in axles {
      let from = VectorMath.length(Vector2(x(d) - axle, z - wheelRadius))
      let lip = 1 - min(1, max(0, (from - archRadius) / 0.075))
      flare = max(flare, z < wheelRadius - 0.02 ? 0 : lip * lip * (3 - 2 * lip))
    }
    return plan(d) * share(d, z) + flare * (hasCladding ? 0.016 : 0.011)
  }

  /// Where a point of the skin lies at d and a height, with the nose and tail set back.
  func skin(_ d: Double, _ z: Double) -> Vector3 { Vector3(x(d) + setBack(d, z), half(d, z), z) }

  /// How much nose and tail stand back: fades towards the wheels.
  func setBack(_ d: Double, _ z: Double) -> Double {
    func share(_ low: Double, _ high: Double) -> Double { max(0, min(1, (z - low) / max(0.1, high - low))) }
    let reach = frontOverhang - archRadius - 0.02
    if d < reach {
      return -nose(share(sill(0), shoulder(0))) * (1 - smoothstep(0, reach, d))
    }
    let rest = length - d
    let back = length - frontOverhang - wheelbase - archRadius - 0.02
    guard rest < back else { return 0 }
    return tail(share(sill(length), shoulder(length))) * (1 - smoothstep(0, back, rest))
  }

  /// The height of bonnet, boot or load bed's rim at (d, y), without what the cabin cuts out.
  func deck(_ d: Double, _ y: Double) -> Double {
    let edge = half(d, shoulder(d))
    let f = edge > 0.01 ? min(1, y.magnitude / edge) : 0
    return shoulder(d) + crown(d) * (1 - DeterministicMath.pow(f, 2.2))
  }
}
