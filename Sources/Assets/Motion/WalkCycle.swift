import VectorMath
package import WorldModel

/// Walking and running: feet that stand still on the ground while they carry, legs that follow by inverse
/// kinematics, arms that swing against them.
///
/// Depends on distance gone, not on time, so a person who slows down takes the same steps more slowly; where
/// a track stands still the person comes to a standing pose.
package struct WalkCycle: Articulating {
  package var body: PersonBody
  package var travel: TravelledDistance
  /// Metres from one left heel strike to the next.
  package var stride: Double
  /// Where in the cycle distance 0 falls, 0..<1; 0 = the left heel strikes.
  package var phase: Double
  package var isRunning: Bool
  /// How the person stands.
  package var rest = PersonPose.standing

  /// - Parameters:
  ///   - speed: the usual speed, m/s, which decides stride and gait.
  ///   - travel: the way gone; `nil` = `speed` for ever.
  ///   - stride: `nil` = the usual one for the speed and stature.
  package init(
    body: PersonBody, speed: Double, phase: Double = 0, stride: Double? = nil,
    travel: TravelledDistance? = nil
  ) {
    self.body = body
    self.travel = travel ?? TravelledDistance(steadySpeed: speed)
    self.phase = phase
    let ratio = speed / max(0.3, 1.4 * (body.stature / 1.75).squareRoot())
    isRunning = ratio > 1.45
    // Step length grows with the root of speed (a constant walk ratio).
    let usual = body.stature * (isRunning ? 0.86 * ratio : 0.8 * max(0.2, ratio).squareRoot())
    self.stride = min(stride ?? usual, body.stature * (isRunning ? 1.55 : 0.98))
  }

  /// For a person who follows a track at about `speed` m/s.
  package init(body: PersonBody, track: Track, speed: Double, phase: Double = 0) {
    self.init(body: body, speed: speed, phase: phase, travel: TravelledDistance(track: track))
  }

  package func articulation(of asset: Asset, at t: Double) -> Articulation {
    pose(at: t).articulation(of: asset)
  }

  /// The pose at a world time, seconds.
  package func pose(at t: Double) -> PersonPose {
    let speed = travel.speed(at: t).magnitude
    let cycle = phase + travel.distance(at: t) / stride
    return pose(cycle: cycle, effort: smoothstep(0.02, 0.25, speed))
  }

  /// The pose at a point of the cycle.
  /// - Parameter effort: 1 = walking, 0 = standing.
  package func pose(cycle: Double, effort: Double = 1) -> PersonPose {
    let left = cycle - cycle.rounded(.down)
    let right = (cycle + 0.5) - (cycle + 0.5).rounded(.down)
    let c1 = DeterministicMath.cos(2 * Double.pi * left)
    let c2 = DeterministicMath.cos(4 * Double.pi * left)
    let reach = 0.994 * (body.thighLength + body.shankLength)
    // Low enough that the striking leg reaches the ground.
    let strike = ankle(0)
    let low = strike.z + max(0.01, reach * reach - strike.x * strike.x).squareRoot() - body.hipHeight
    let bounce = (isRunning ? 0.03 : 0.022) * body.stature * min(1, stride / (0.8 * body.stature))
    var height = min(0, low) + (isRunning ? bounce * (0.3 - 0.7 * c2) : bounce * (1 - c2) / 2)
    height = min(height, (isRunning ? -0.004 : -0.002) * body.stature)
    var pose = PersonPose.standing
    pose.shift = Vector3(0, 0, height)
    pose.spinePitch = isRunning ? 0.14 : 0.035
    pose.headPitch = -pose.spinePitch * 0.7
    pose.spineYaw = -0.09 * c1
    pose.headYaw = 0.08 * c1
    pose.leftLeg = leg(left, height: height)
    pose.rightLeg = leg(right, height: height)
    let swing = (isRunning ? 0.6 : 0.36) * min(1.3, stride / (0.8 * body.stature))
    let bend = isRunning ? 1.45 : 0.28
    pose.leftArm = PersonPose.Arm(
      shoulder: -swing * c1 - (isRunning ? 0.15 : 0), elbow: bend + 0.22 * max(0, -c1), abduction: 0.1,
      twist: isRunning ? 0.3 : 0.1)
    pose.rightArm = PersonPose.Arm(
      shoulder: swing * c1 - (isRunning ? 0.15 : 0), elbow: bend + 0.22 * max(0, c1), abduction: 0.1,
      twist: isRunning ? 0.3 : 0.1)
    return effort >= 1 ? pose : .blend(rest, pose, effort)
  }

  // MARK: Feet

  /// The part of the cycle that a foot stands on the ground.
  package var duty: Double { isRunning ? 0.3 : 0.62 }

  /// Where the foot's reference point is when it strikes, ahead of the hips.
  private var strikeAhead: Double { isRunning ? 0.42 * stride * duty : 0.39 * stride * duty }

  /// Pitch of the foot, positive toes down: heel first, then flat, then off over the toes.
  private func pitch(_ p: Double) -> Double {
    let heelStrike = isRunning ? -0.12 : -0.34
    let toeOff = isRunning ? 0.75 : 0.66
    if p < duty {
      let landing = heelStrike * (1 - smoothstep(0, duty * 0.2, p))
      return landing + toeOff * smoothstep(duty * 0.58, duty, p)
    }
    let q = (p - duty) / (1 - duty)
    return toeOff + (heelStrike - toeOff) * smoothstep(0.05, 0.95, q)
  }

  /// The ankle relative to the hips' place on the ground, sagittal plane: x forward, z up.
  private func ankle(_ p: Double) -> (x: Double, z: Double) {
    // The flat foot's reference travels back with the ground, then forward through the air.
    var x = strikeAhead - stride * p
    var lift = 0.0
    if p >= duty {
      let q = (p - duty) / (1 - duty)
      let back = strikeAhead - stride * duty
      // Hermite: leaves and meets the ground at the ground's own speed.
      let slope = -stride * (1 - duty)
      let (q2, q3) = (q * q, q * q * q)
      x =
        back * (2 * q3 - 3 * q2 + 1) + slope * (q3 - 2 * q2 + q) + strikeAhead * (3 * q2 - 2 * q3) + slope
        * (q3 - q2)
      lift = DeterministicMath.sin(Double.pi * q) * (isRunning ? 0.16 : 0.035) * body.stature
    }
    let foot = rolledAnkle(pitch(p))
    return (x + foot.x, lift + foot.y)
  }

  /// Where the ankle is when the foot is pitched by `angle` and its sole has rolled there without sliding,
  /// relative to the flat foot's place: about the heel with toes up; with the heel up first about the ball,
  /// then, once the toe cap's rise is used up, about its tip.
  private func rolledAnkle(_ angle: Double) -> Vector2 {
    let l = body.footLength
    let ankle = Vector2(0, body.ankleHeight)
    func turned(_ p: Vector2, _ a: Double) -> Vector2 {
      let (s, c) = DeterministicMath.sincos(a)
      return Vector2(p.x * c + p.y * s, -p.x * s + p.y * c)
    }
    func about(_ pivot: Vector2, _ a: Double) -> Vector2 { pivot + turned(ankle - pivot, a) }
    if angle <= 0 { return about(Vector2(PersonFigure.heel * l, 0), angle) }
    let ball = Vector2(PersonFigure.ball * l, 0)
    let tip = Vector2(PersonFigure.toe * l, PersonFigure.toeRise * l)
    let rise = DeterministicMath.atan2(tip.y - ball.y, tip.x - ball.x)
    if angle <= rise { return about(ball, angle) }
    return ball + turned(tip - ball, rise) + turned(ankle - tip, angle)
  }

  /// Hip, knee and ankle angles that put the foot where it belongs.
  private func leg(_ p: Double, height: Double) -> PersonPose.Leg {
    let target = ankle(p)
    let (dx, dz) = (target.x, target.z - body.hipHeight - height)
    let (a, b) = (body.thighLength, body.shankLength)
    let d = min((dx * dx + dz * dz).squareRoot(), (a + b) * 0.9995)
    let inner = DeterministicMath.acos(max(-1, min(1, (a * a + b * b - d * d) / (2 * a * b))))
    let toTarget = DeterministicMath.atan2(dx, -dz)
    let offset = DeterministicMath.acos(max(-1, min(1, (a * a + d * d - b * b) / (2 * a * d))))
    let hip = toTarget + offset
    let knee = Double.pi - inner
    // Foot pitch (toes down) = −hip flexion + knee flexion − ankle.
    return PersonPose.Leg(hip: hip, knee: knee, ankle: knee - hip - pitch(p), spread: 0)
  }
}

extension PersonPose {
  /// Between two poses, joint by joint; `t` in 0...1.
  package static func blend(_ a: PersonPose, _ b: PersonPose, _ t: Double) -> PersonPose {
    func mix(_ x: Double, _ y: Double) -> Double { x + (y - x) * t }
    func leg(_ x: Leg, _ y: Leg) -> Leg {
      Leg(
        hip: mix(x.hip, y.hip), knee: mix(x.knee, y.knee), ankle: mix(x.ankle, y.ankle),
        spread: mix(x.spread, y.spread), turn: mix(x.turn, y.turn))
    }
    func arm(_ x: Arm, _ y: Arm) -> Arm {
      var arm = Arm(
        shoulder: mix(x.shoulder, y.shoulder), elbow: mix(x.elbow, y.elbow),
        abduction: mix(x.abduction, y.abduction),
        twist: mix(x.twist, y.twist), wrist: mix(x.wrist, y.wrist))
      if x.hand != nil || y.hand != nil {
        arm.hand = .interpolate(x.hand ?? .identity, y.hand ?? .identity, t)
      }
      return arm
    }
    return PersonPose(
      shift: a.shift + (b.shift - a.shift) * t, pelvisPitch: mix(a.pelvisPitch, b.pelvisPitch),
      spinePitch: mix(a.spinePitch, b.spinePitch), spineYaw: mix(a.spineYaw, b.spineYaw),
      headPitch: mix(a.headPitch, b.headPitch), headYaw: mix(a.headYaw, b.headYaw),
      leftLeg: leg(a.leftLeg, b.leftLeg),
      rightLeg: leg(a.rightLeg, b.rightLeg), leftArm: arm(a.leftArm, b.leftArm),
      rightArm: arm(a.rightArm, b.rightArm))
  }
}
