import VectorMath

/// The body of a person in a pose and what they wear over it, as fields in the object frame: one skin over all joints,
/// which fillets where limbs meet instead of letting parts stick through each other.
///
/// Cross-sections are those of clothed bodies of average build, in parts of stature.
struct FigureShape: Sendable {
  let skeleton: PersonSkeleton
  let outfit: PersonOutfit
  private let pelvis: FleshField
  private let torso: FleshField
  private let seat: [RoundCone]
  private let bust: [RoundCone]
  private let legs: [Limb]
  private let arms: [Limb]
  private let hipJoints: [Vector3]
  private let shoulders: [Vector3]

  /// Upper and lower part. A reference: fields are read some hundred thousand times for a figure, and copies would take
  /// longer than they do.
  private final class Limb: Sendable {
    let upper: FleshField
    let lower: FleshField
    /// The joint between them.
    let joint: Vector3
    let fillet: Double

    init(upper: FleshField, lower: FleshField, joint: Vector3, fillet: Double) {
      (self.upper, self.lower, self.joint, self.fillet) = (upper, lower, joint, fillet)
    }

    func callAsFunction(_ p: Vector3) -> Double { merged(upper(p), lower(p), fillet) }
  }

  private var h: Double { skeleton.body.stature }

  init(_ skeleton: PersonSkeleton, _ outfit: PersonOutfit) {
    self.skeleton = skeleton
    self.outfit = outfit
    let body = skeleton.body
    let h = body.stature
    let g = h * body.build
    typealias Row = FleshField.Row
    let isChild = h < 1.5
    let f = body.isFemale
    // Children have rounder bellies and no waist.
    let hip = (f ? 0.099 : 0.09) * g * (isChild ? 0.93 : 1)
    pelvis = FleshField(
      skeleton[.pelvis],
      [
        Row(-0.052 * h, 0.03 * g, hip * 0.55, -0.004 * h), Row(-0.03 * h, 0.056 * g, hip * 0.86, -0.005 * h),
        Row(0, 0.064 * g, hip * 0.98, -0.004 * h), Row(0.03 * h, 0.06 * g, hip * 0.93, -0.002 * h),
        Row(0.06 * h, 0.055 * g, hip * 0.84, 0), Row(0.085 * h, 0.05 * g, hip * 0.74, 0),
      ], squareness: 0.25)
    let s = h * 0.08
    let neck = body.neckHeight - body.hipHeight - s
    let shoulder = neck - 0.046 * h
    let w = body.shoulderHalfWidth
    let loose = FigureShape.looseness(outfit.top)
    let waist = (f ? 0.074 : 0.083) * g * (isChild ? 1.06 : 1)
    torso = FleshField(
      skeleton[.spine],
      [
        Row(-s + 0.02 * h, 0.064 * g, hip * 0.98, 0.001 * h),
        Row(-s + 0.055 * h, 0.06 * g, (hip + waist) / 2 * loose, 0.002 * h),
        Row(0.02 * h, 0.058 * g * loose, waist * loose, 0.003 * h),
        Row(shoulder * 0.42, 0.062 * g * loose, (waist + w) * 0.51 * loose, 0.002 * h),
        Row(shoulder * 0.7, (f ? 0.068 : 0.068) * g * loose, w * 0.93 * loose, 0.003 * h),
        Row(shoulder * 0.9, 0.062 * g * loose, w * 0.93, -0.003 * h),
        Row(shoulder + 0.006 * h, 0.053 * g, w * 0.86, -0.008 * h),
        Row(shoulder + 0.024 * h, 0.044 * g, w * 0.66, -0.011 * h),
        Row(shoulder + 0.036 * h, 0.039 * g, 0.052 * h, -0.01 * h),
        Row(neck + 0.012 * h, 0.035 * g, 0.036 * h, -0.006 * h),
      ], squareness: 0.35)
    let back = skeleton[.pelvis]
    seat = [1.0, -1].map { side in
      RoundCone(
        back * Vector3(-0.026 * g, side * 0.042 * g, 0.004 * h),
        back * Vector3(-0.022 * g, side * 0.044 * g, -0.026 * h), 0.047 * g, 0.045 * g)
    }
    let chest = skeleton[.spine]
    bust =
      f && !isChild
      ? [1.0, -1].map { side in
        RoundCone(
          chest * Vector3(0.03 * g, side * 0.046 * g, shoulder * 0.72),
          chest * Vector3(0.043 * g, side * 0.044 * g, shoulder * 0.68), 0.038 * g, 0.034 * g)
      } : []
    let (thigh, shank) = (body.thighLength, body.shankLength)
    legs = [(PersonNode.thighLeft, PersonNode.shankLeft), (.thighRight, .shankRight)].map { upper, lower in
      let isBare = outfit.legs != .trousers
      let k = isBare ? 0.94 : 1.0
      return Limb(
        upper: FleshField(
          skeleton[upper],
          [
            Row(0.02 * h, 0.047 * g, 0.043 * g, -0.002 * h), Row(0, 0.053 * g, 0.048 * g, -0.002 * h),
            Row(-thigh * 0.2, 0.053 * g, 0.049 * g, 0),
            Row(-thigh * 0.55, 0.046 * g * k, 0.043 * g * k, 0.002 * h),
            Row(-thigh * 0.85, 0.039 * g * k, 0.037 * g * k, 0.002 * h),
            Row(-thigh - 0.008 * g, 0.033 * g * k, 0.032 * g * k, 0.003 * h),
          ]),
        lower: isBare
          ? FleshField(
            skeleton[lower],
            [
              Row(0.012 * g, 0.029 * g, 0.028 * g, 0.002 * h),
              Row(-shank * 0.12, 0.029 * g, 0.029 * g, -0.001 * h),
              Row(-shank * 0.3, 0.033 * g, 0.031 * g, -0.007 * h),
              Row(-shank * 0.6, 0.025 * g, 0.024 * g, -0.004 * h),
              Row(-shank * 0.9, 0.018 * g, 0.017 * g, -0.002 * h),
              Row(-shank * 1.04, 0.02 * g, 0.018 * g, 0.002 * h),
            ])
          : FleshField(
            skeleton[lower],
            [
              Row(0.014 * g, 0.032 * g, 0.031 * g, 0.001 * h),
              Row(-shank * 0.25, 0.035 * g, 0.0335 * g, -0.004 * h),
              Row(-shank * 0.6, 0.031 * g, 0.03 * g, -0.004 * h),
              Row(-shank * 0.96, 0.0295 * g, 0.0275 * g, -0.003 * h),
            ]),
        joint: skeleton.place(lower), fillet: 0.03 * g)
    }
    let (upperArm, forearm) = (body.upperArmLength, body.forearmLength)
    let sleeve = (outfit.top == .tshirt ? 0.9 : 1.0) * loose
    arms = [(PersonNode.upperArmLeft, PersonNode.forearmLeft), (.upperArmRight, .forearmRight)].map {
      upper, lower in
      Limb(
        upper: FleshField(
          skeleton[upper],
          [
            Row(0.012 * g, 0.024 * g, 0.022 * g, 0), Row(-0.012 * g, 0.031 * g, 0.028 * g, 0),
            Row(-upperArm * 0.35, 0.0285 * g * sleeve, 0.027 * g * sleeve, 0),
            Row(-upperArm * 0.8, 0.025 * g * sleeve, 0.024 * g * sleeve, 0),
            Row(-upperArm - 0.004 * g, 0.0225 * g * sleeve, 0.022 * g * sleeve, 0),
          ]),
        lower: FleshField(
          skeleton[lower],
          outfit.top == .tshirt
            ? [
              Row(0.006 * g, 0.0215 * g, 0.021 * g, 0),
              Row(-forearm * 0.28, 0.0235 * g, 0.022 * g, 0.001 * h),
              Row(-forearm * 0.7, 0.0175 * g, 0.0165 * g, 0), Row(-forearm * 1.02, 0.0145 * g, 0.0155 * g, 0),
            ]
            : [
              Row(0.006 * g, 0.0225 * g * loose, 0.022 * g * loose, 0),
              Row(-forearm * 0.3, 0.024 * g * loose, 0.023 * g * loose, 0),
              Row(-forearm * 0.75, 0.0205 * g * loose, 0.02 * g * loose, 0),
              Row(-forearm * 0.97, 0.0185 * g, 0.0185 * g, 0),
            ]), joint: skeleton.place(lower), fillet: 0.022 * g)
    }
    hipJoints = [skeleton.place(.thighLeft), skeleton.place(.thighRight)]
    shoulders = [skeleton.place(.upperArmLeft), skeleton.place(.upperArmRight)]
  }

  private static func looseness(_ top: PersonOutfit.Top) -> Double {
    switch top {
    case .jacket: 1.09
    case .coat: 1.12
    case .shirt: 1.03
    case .tshirt: 1.02
    }
  }

  // MARK: Fields

  /// The pelvis with the upper ends of the legs.
  private func hips(_ p: Vector3) -> Double {
    var d = pelvis(p)
    for ball in seat { d = merged(d, ball(p), 0.03 * h) }
    return d
  }

  private func leg(_ i: Int, _ p: Vector3, into trunk: Double) -> Double {
    // Filleted at the hip only, else a hand or a thigh that touches would grow on.
    let near = smoothstep(0.2 * h, 0.07 * h, length(p - hipJoints[i]))
    return merged(trunk, legs[i](p), 0.055 * h * near)
  }

  /// Pelvis and legs down to the ankles: trousers, or bare legs and what is under a skirt.
  func lower(_ p: Vector3) -> Double {
    let trunk = hips(p)
    let field = min(leg(0, p, into: trunk), leg(1, p, into: trunk))
    let waist = skeleton[.pelvis]
    // Ends at the waist, under what is worn above.
    let above = dot(p - waist.translation, waist.linear.z) - 0.075 * h
    return max(field, above)
  }

  /// Trunk and arms down to the wrists.
  func upper(_ p: Vector3) -> Double {
    var d = torso(p)
    for ball in bust { d = merged(d, ball(p), 0.035 * h) }
    for i in 0..<2 {
      let near = smoothstep(0.17 * h, 0.05 * h, length(p - shoulders[i]))
      d = merged(d, arms[i](p), 0.04 * h * near)
    }
    return d
  }

  /// Trunk alone, from the hips to the neck.
  func trunk(_ p: Vector3) -> Double { merged(torso(p), hips(p), 0.04 * h) }

  /// The distances to the flesh around each joint, for skinning: in the order of `PersonNode.allCases`.
  func distances(_ p: Vector3) -> [(PersonNode, Double)] {
    [
      (.pelvis, hips(p)), (.spine, torso(p)), (.upperArmLeft, arms[0].upper(p)),
      (.forearmLeft, arms[0].lower(p)), (.upperArmRight, arms[1].upper(p)), (.forearmRight, arms[1].lower(p)),
      (.thighLeft, legs[0].upper(p)), (.shankLeft, legs[0].lower(p)), (.thighRight, legs[1].upper(p)),
      (.shankRight, legs[1].lower(p)),
    ]
  }

  /// One arm or leg alone.
  func arm(_ i: Int, _ p: Vector3) -> Double { arms[i](p) }
  func thigh(_ i: Int, _ p: Vector3) -> Double { legs[i].upper(p) }
  func shank(_ i: Int, _ p: Vector3) -> Double { legs[i].lower(p) }
  func elbow(_ i: Int) -> Vector3 { arms[i].joint }
  func knee(_ i: Int) -> Vector3 { legs[i].joint }

  /// A box that holds all of it.
  var bounds: (min: Vector3, max: Vector3) {
    var (low, high) = (Vector3(repeating: .infinity), Vector3(repeating: -.infinity))
    for node in PersonNode.allCases {
      low = minimum(low, skeleton.place(node))
      high = maximum(high, skeleton.place(node))
    }
    let margin = Vector3(repeating: 0.16 * h)
    return (low - margin, high + margin)
  }
}
