import VectorMath

/// What a figure wears, as closed solids over its shape: cloth stands off the skin, ends in hems and lies in folds where
/// joints are bent.
struct Garments {
  let shape: FigureShape
  let outfit: PersonOutfit

  private var skeleton: PersonSkeleton { shape.skeleton }
  private var body: PersonBody { skeleton.body }
  private var h: Double { body.stature }

  /// One solid of cloth or skin.
  struct Solid {
    var part: String
    var field: (Vector3) -> Double
    var box: (min: Vector3, max: Vector3)
  }

  /// Beyond a plane through a joint's frame: how far a point lies below `z`.
  private func below(_ node: PersonNode, _ z: Double, _ p: Vector3) -> Double {
    let frame = skeleton[node]
    return z - dot(p - frame.translation, frame.linear.z)
  }

  /// Height of the hem of what is worn above, pelvis frame.
  private var hem: Double {
    switch outfit.top {
    case .coat: -0.2 * h
    case .jacket: -0.028 * h
    case .shirt: -0.035 * h
    case .tshirt: -0.025 * h
    }
  }

  /// Folds, metres: deeper near bent joints and the waist.
  private func folds(_ p: Vector3, depth: Double) -> Double {
    let frame = skeleton[.spine]
    let q = frame.linear.transpose * (p - frame.translation)
    return depth * rumples(q * (38 / h)) + 0.4 * depth * rumples(Vector3(q.z, q.x, q.y) * (80 / h))
  }

  private func bend(_ p: Vector3, at joints: [Vector3], reach: Double) -> Double {
    joints.reduce(0) { max($0, smoothstep(reach, 0.2 * reach, length(p - $1))) }
  }

  var top: Solid {
    let isTucked = outfit.legs == .skirt && outfit.top != .jacket && outfit.top != .coat
    let (shape, hem, h) = (self.shape, isTucked ? 0.05 * self.h : self.hem, self.h)
    let sleeves = outfit.top == .tshirt ? 0.52 * body.upperArmLength : .infinity
    let thick = outfit.top == .jacket || outfit.top == .coat ? 0.006 : outfit.top == .shirt ? 0.003 : 0.0035
    let depth = outfit.top == .tshirt ? 0.0012 : 0.0016
    let elbows = [shape.elbow(0), shape.elbow(1)]
    let neck = skeleton[.head]
    let collar = outfit.top == .tshirt ? -0.012 * h : 0.002 * h
    return Solid(
      part: "torso",
      field: { p in
        var d = shape.upper(p)
        // Over the hips it hangs free.
        d = merged(d, shape.trunk(p) - 0.013, 0.02 * h) - thick
        if d.magnitude < 0.03 {
          d += folds(p, depth: depth * (1 + 1.4 * bend(p, at: elbows, reach: 0.16 * h)))
        }
        d = max(d, below(.pelvis, hem, p))
        // Open at the neck.
        d = max(d, dot(p - neck.translation, neck.linear.z) - collar)
        guard sleeves.isFinite else { return d }
        for (i, node) in [PersonNode.upperArmLeft, .upperArmRight].enumerated() {
          let frame = skeleton[node]
          let past = -dot(p - frame.translation, frame.linear.z) - sleeves
          // Only what is arm ends there, not the trunk beside it.
          if shape.arm(i, p) < 0.02 && shape.trunk(p) > 0.004 { d = max(d, past) }
        }
        return d
      }, box: shape.bounds)
  }

  var bottom: Solid {
    let (shape, h) = (self.shape, self.h)
    let knees = [shape.knee(0), shape.knee(1)]
    let thigh = body.thighLength
    let box = shape.bounds
    switch outfit.legs {
    case .trousers:
      return Solid(
        part: "legs",
        field: { p in
          var d = shape.lower(p) - 0.0015
          if d.magnitude < 0.03 {
            d += folds(p, depth: 0.0012 * (1 + 1.6 * bend(p, at: knees, reach: 0.13 * h)))
          }
          return d
        }, box: box)
    case .shorts:
      return Solid(
        part: "legs",
        field: { p in
          var d = shape.lower(p) - 0.007
          for (i, node) in [PersonNode.thighLeft, .thighRight].enumerated() {
            let frame = skeleton[node]
            let past = -dot(p - frame.translation, frame.linear.z) - 0.78 * thigh
            if shape.thigh(i, p) < 0.03 || shape.shank(i, p) < 0.03 { d = max(d, past) }
          }
          if d.magnitude < 0.03 { d += folds(p, depth: 0.0014) }
          return d
        }, box: box)
    case .skirt:
      return Solid(
        part: "legs",
        field: { p in
          // Cloth spans from one thigh to the other.
          var d = merged(shape.thigh(0, p), shape.thigh(1, p), 0.2 * h)
          d = merged(d, shape.trunk(p), 0.05 * h) - 0.009
          for node in [PersonNode.thighLeft, .thighRight] {
            let frame = skeleton[node]
            d = max(d, -dot(p - frame.translation, frame.linear.z) - 0.9 * thigh)
          }
          let waist = skeleton[.pelvis]
          d = max(d, dot(p - waist.translation, waist.linear.z) - 0.085 * h)
          if d.magnitude < 0.03 { d += folds(p, depth: 0.003) }
          return d
        }, box: box)
    }
  }

  /// Bare arms and legs; `nil` where clothes cover both.
  var skin: Solid? {
    let (shape, hasArms, hasLegs) = (self.shape, outfit.top == .tshirt, outfit.legs != .trousers)
    guard hasArms || hasLegs else { return nil }
    return Solid(
      part: "limbs",
      field: { p in
        var d = Double.infinity
        if hasArms { d = min(shape.arm(0, p), shape.arm(1, p)) }
        if hasLegs {
          for i in 0..<2 { d = min(d, merged(shape.thigh(i, p), shape.shank(i, p), 0.05)) }
        }
        return d
      }, box: shape.bounds)
  }
}
