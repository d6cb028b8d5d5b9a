package import VectorMath
import WorldModel

/// Where a person's joints are in a pose: object-from-joint transforms, object frame as the asset's.
package struct PersonSkeleton: Sendable {
  package let body: PersonBody
  package let pose: PersonPose
  /// In the order of `PersonNode.allCases`.
  private let transforms: [AffineTransform]

  package init(body: PersonBody, pose: PersonPose) {
    self.body = body
    self.pose = pose
    var known: [AffineTransform] = []
    for node in PersonNode.allCases {
      let local = NodePose(translation: Self.offset(node, body, pose), rotation: pose.rotation(of: node))
        .affine
      // Parents come before their children.
      known.append(node.parent.map { known[$0.ordinal] * local } ?? local)
    }
    transforms = known
  }

  /// A joint's place relative to its parent's.
  static func offset(_ node: PersonNode, _ body: PersonBody, _ pose: PersonPose) -> Vector3 {
    node == .pelvis ? node.offset(body) + pose.shift : node.offset(body)
  }

  package subscript(_ node: PersonNode) -> AffineTransform { transforms[node.ordinal] }

  /// Where a joint is.
  package func place(_ node: PersonNode) -> Vector3 { self[node].translation }
}

extension PersonPose.Arm {
  /// The arm whose wrist is at `target` (or as near as it reaches), its elbow as far towards `elbow` as may be.
  ///
  /// - Parameters:
  ///   - target: from the shoulder, in the frame of the spine, metres.
  ///   - elbow: a direction in the frame of the spine.
  ///   - isLeft: which arm.
  package static func reaching(
    _ target: Vector3, elbow hint: Vector3, body: PersonBody, isLeft: Bool
  ) -> PersonPose.Arm {
    let (a, b) = (body.upperArmLength, body.forearmLength)
    let far = length(target)
    guard far > 1e-6 else { return PersonPose.Arm(elbow: 2.6) }
    let d = max((a - b).magnitude + 0.02 * a, min(far, (a + b) * 0.998))
    let way = target / far
    // The elbow lies on a circle about the line from shoulder to wrist.
    let along = (a * a - b * b + d * d) / (2 * d)
    let radius = max(0, a * a - along * along).squareRoot()
    var out = hint - way * dot(hint, way)
    if length(out) < 1e-6 { out = cross(way, Vector3(0, 1, 0)) }
    let joint = way * along + normalized(out) * radius
    let upper = normalized(joint)
    let fore = normalized(way * d - joint)
    let bend = DeterministicMath.acos(max(-1, min(1, dot(upper, fore))))
    // The upper arm's frame: it hangs along −z, and the elbow brings the forearm towards +x.
    let z = -upper
    let bent = fore - upper * dot(fore, upper)
    let x = length(bent) > 1e-6 ? normalized(bent) : normalized(cross(Vector3(0, 1, 0), z))
    let y = cross(z, x)
    // As rotations about y, then x, then z.
    let roll = DeterministicMath.asin(max(-1, min(1, -z.y)))
    let pitch = DeterministicMath.atan2(z.x, z.z)
    let yaw = DeterministicMath.atan2(x.y, y.y)
    return PersonPose.Arm(
      shoulder: -pitch, elbow: bend, abduction: isLeft ? roll : -roll, twist: isLeft ? -yaw : yaw)
  }
}
