import VectorMath

/// A hand with fingers, in the frame of the wrist: it hangs along −z, the palm towards the thigh.
struct FigureHand {
  /// Of the wrist's stature-dependent size, metres from wrist to the tip of the middle finger.
  let length: Double
  /// 1 = left (palm towards −y), −1 = right.
  let side: Double
  /// How far the fingers are bent: 0 = flat, 1 = a fist.
  let curl: Double

  func mesh() -> MeshBuilder {
    let l = length
    func palm(_ x: Double, _ y: Double, _ z: Double) -> Vector3 { Vector3(x * l, -side * y * l, -z * l) }
    // The palm: a flat block that widens to the knuckles.
    var hand = MeshBuilder.loft(
      [
        (-0.1, 0.115, 0.1, 0.0), (0.0, 0.12, 0.092, 0.0), (0.1, 0.15, 0.088, 0.0), (0.25, 0.19, 0.08, 0.005),
        (0.4, 0.205, 0.072, 0.008), (0.47, 0.195, 0.06, 0.01), (0.5, 0.16, 0.035, 0.01),
      ].map { z, width, thick, y in
        superellipse(width * l, thick * l, exponent: 2.5, count: 14).map {
          Vector3($0.x, $0.y - side * y * l, -z * l)
        }
      })
    // Fingers from the forefinger (forwards) to the little one: knuckle, reach, radius.
    let fingers: [(x: Double, z: Double, reach: Double, radius: Double)] = [
      (0.148, 0.46, 0.40, 0.046), (0.052, 0.475, 0.44, 0.048), (-0.045, 0.465, 0.41, 0.046),
      (-0.135, 0.435, 0.33, 0.041),
    ]
    for (i, finger) in fingers.enumerated() {
      var at = palm(finger.x, 0.005, finger.z)
      // Each of three bones bends on from the one before; outer fingers more.
      let bend = curl * (0.62 + 0.12 * Double(i))
      var angle = 0.1 + 0.35 * bend
      let spread = (1.5 - Double(i)) * 0.045 * (1 - curl)
      for (k, share) in [0.46, 0.3, 0.24].enumerated() {
        let (s, c) = DeterministicMath.sincos(angle)
        let next = at + Vector3(spread, -side * s, -c) * (share * finger.reach * l)
        let r = finger.radius * l * (1 - 0.09 * Double(k))
        hand.append(
          .capsule(from: at, to: next, radius: r, endRadius: r * 0.91, sides: 8, capRings: k == 2 ? 3 : 2))
        at = next
        angle += 1.15 * bend + 0.08
      }
    }
    // The thumb stands off forwards and across the palm.
    let joint = palm(0.19, 0.05 + 0.03 * curl, 0.24)
    let tip = palm(0.25 - 0.08 * curl, 0.1 + 0.1 * curl, 0.44)
    hand.append(
      .capsule(
        from: palm(0.09, 0.02, 0.1), to: joint, radius: 0.07 * l, endRadius: 0.058 * l, sides: 8, capRings: 2)
    )
    hand.append(
      .capsule(from: joint, to: tip, radius: 0.057 * l, endRadius: 0.044 * l, sides: 8, capRings: 3))
    return hand
  }
}
