import VectorMath
package import WorldModel

/// A cow or a deer that walks as far as its track goes, or stands: looking, or with its mouth in the grass.
///
/// A walk of four beats: hind, fore, hind, fore, each hoof still on the ground for two thirds of the stride, legs after it
/// by inverse kinematics. Depends on distance gone, not on time; only neck, head and tail move in time.
package struct GrazerMotion: Articulating {
  package enum Posture: String, Sendable, CaseIterable {
    case grazing
    /// Its head up.
    case alert
  }

  package var animal: GrazingAnimal
  package var travel: TravelledDistance
  package var posture: Posture
  /// Where in the stride distance 0 falls, and in the nod of the head time 0; 0..<1.
  package var phase: Double

  package init(animal: GrazingAnimal, travel: TravelledDistance, posture: Posture = .alert, phase: Double = 0)
  {
    self.animal = animal
    self.travel = travel
    self.posture = posture
    self.phase = phase
  }

  /// The part of a stride that a hoof stands.
  package static let duty = 0.66
  /// Metres from one strike of a hoof to the next.
  package var stride: Double { animal.bones.stride * animal.height }

  package func articulation(of asset: Asset, at t: Double) -> Articulation {
    let effort = smoothstep(0.02, 0.3, travel.speed(at: t).magnitude)
    let cycle = phase + travel.distance(at: t) / stride
    var poses = asset.restPoses
    func turn(_ name: String, _ angle: Double, axis: Vector3 = Vector3(0, 1, 0)) {
      guard let i = asset.nodes.firstIndex(where: { $0.name == name }) else { return }
      poses[i].rotation = Quaternion(axis: axis, angle: angle)
    }
    // Low enough that the legs reach.
    let drop = 0.018 * animal.height * effort
    if let i = asset.nodes.firstIndex(where: { $0.name == "trunk" }) { poses[i].translation.z -= drop }
    for leg in GrazerLeg.allCases {
      let turns = legTurns(leg, cycle: cycle, effort: effort, drop: drop)
      for (bone, angle) in zip(GrazerLeg.Bone.allCases, turns) { turn(leg.node(bone), angle) }
    }
    let slow = DeterministicMath.sin(2 * Double.pi * (t / 4.3 + phase))
    let nod = 0.05 * effort * DeterministicMath.sin(4 * Double.pi * cycle)
    let isCow = animal.species == .cow
    let isDown = posture == .grazing && effort < 0.5
    let neck = isDown ? (isCow ? 0.78 : 1.7) : 0.12 * effort
    turn("neck", neck + nod)
    turn("nape", (isDown ? 0.7 : 0) + 0.02 * slow)
    turn("head", (isDown ? (isCow ? -0.72 : -1.0) : 0) + 0.03 * slow - nod)
    turn("tail", 0.25 * DeterministicMath.sin(2 * Double.pi * (t / 2.1 + 3 * phase)), axis: Vector3(1, 0, 0))
    return Articulation(poses: poses)
  }

  /// Where a hoof is relative to where it stands at rest, and how cannon and hoof are turned; positive turns bring the
  /// lower end back.
  private func step(_ leg: GrazerLeg, _ cycle: Double) -> (x: Double, z: Double, cannon: Double, hoof: Double)
  {
    let p = (cycle - leg.start) - (cycle - leg.start).rounded(.down)
    // Shoulders lie ahead of the hooves at rest. Cannons lean as the whole leg does.
    let front = (leg.isFore ? 0.58 : 0.5) * stride * Self.duty
    let (early, late) = leg.isFore ? (-0.36, 0.36) : (-0.25, 0.3)
    if p < Self.duty {
      return (front - stride * p, 0, early + (late - early) * p / Self.duty, 0)
    }
    let q = (p - Self.duty) / (1 - Self.duty)
    let back = front - stride * Self.duty
    let slope = -stride * (1 - Self.duty)
    let (q2, q3) = (q * q, q * q * q)
    let x =
      back * (2 * q3 - 3 * q2 + 1) + slope * (q3 - 2 * q2 + q) + front * (3 * q2 - 2 * q3) + slope * (q3 - q2)
    let swing = DeterministicMath.sin(Double.pi * q)
    let fold = (leg.isFore ? 0.75 : 0.35) * swing
    return (
      x, 0.085 * animal.height * swing * swing, late + (early - late) * smoothstep(0, 1, q) + fold,
      0.8 * swing * smoothstep(1, 0.4, q)
    )
  }

  /// The local turns of a leg's four bones about y, radians.
  private func legTurns(_ leg: GrazerLeg, cycle: Double, effort: Double, drop: Double) -> [Double] {
    let s = animal.height
    let joints = animal.bones.joints(leg).map { Vector2($0.x, $0.z) * s }
    func angle(_ v: Vector2) -> Double { DeterministicMath.atan2(v.x, v.y) }
    func turned(_ v: Vector2, _ a: Double) -> Vector2 {
      let (sin, cos) = DeterministicMath.sincos(a)
      return Vector2(v.x * cos + v.y * sin, -v.x * sin + v.y * cos)
    }
    let step = step(leg, cycle)
    let (x, z, cannon, hoof) = (step.x * effort, step.z * effort, step.cannon * effort, step.hoof * effort)
    // The toe leads when a hoof is turned in the air.
    let fetlock = joints[4] + Vector2(x, z + drop) + turned(joints[3] - joints[4], hoof)
    let knee = fetlock - turned(joints[3] - joints[2], cannon)
    let (a, b) = (length(joints[1] - joints[0]), length(joints[2] - joints[1]))
    let way = knee - joints[0]
    let d = max((a - b).magnitude + 1e-6, min(length(way), (a + b) * 0.9995))
    let inner = DeterministicMath.acos(max(-1, min(1, (a * a + d * d - b * b) / (2 * a * d))))
    // The elbow lies behind the line from shoulder to knee, the stifle before that from hip to hock.
    let upper = angle(way) + (leg.isFore ? inner : -inner)
    let (sin, cos) = DeterministicMath.sincos(upper)
    let joint = joints[0] + Vector2(sin, cos) * a
    let lower = angle(knee - joint)
    let upperTurn = wrapped(upper - angle(joints[1] - joints[0]))
    let lowerTurn = wrapped(lower - angle(joints[2] - joints[1]))
    return [upperTurn, lowerTurn - upperTurn, cannon - lowerTurn, hoof - cannon]
  }

  private func wrapped(_ a: Double) -> Double {
    a > Double.pi ? a - 2 * Double.pi : a < -Double.pi ? a + 2 * Double.pi : a
  }
}
