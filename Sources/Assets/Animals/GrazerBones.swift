import VectorMath

/// Where the joints of a cow or a deer are when it stands with its head up, and how thick it is around them: x forward,
/// y left, z up, in heights of its withers. The origin lies on the ground between its feet.
struct GrazerBones: Sendable, Hashable {
  /// A length of the trunk: a ball that is stretched between two places of the plane of symmetry.
  struct Barrel: Sendable, Hashable {
    var from: Vector2
    var to: Vector2
    var radii: (Double, Double)

    init(_ from: Vector2, _ to: Vector2, _ radius: Double, _ end: Double) {
      (self.from, self.to, radii) = (from, to, (radius, end))
    }

    static func == (a: Barrel, b: Barrel) -> Bool { a.from == b.from && a.to == b.to && a.radii == b.radii }
    func hash(into hasher: inout Hasher) { hasher.combine(from) }
  }

  var trunk: [Barrel]
  /// From the withers to behind the poll.
  var neck: Barrel
  var poll: Vector2
  /// From the poll to the nose.
  var look: Vector2
  /// Shoulder, elbow, knee, fetlock, hoof's middle on the ground; of the left leg.
  var fore: [Vector3]
  /// Hip, stifle, hock, fetlock, hoof's middle on the ground.
  var hind: [Vector3]
  /// At the first four joints.
  var foreRadii: [Double]
  var hindRadii: [Double]
  var tail: [Vector3]
  /// Metres of a stride at a walk, in heights of the withers.
  var stride: Double

  static let cow = GrazerBones(
    trunk: [
      Barrel(Vector2(-0.5, 0.835), Vector2(0.32, 0.845), 0.145, 0.15),
      Barrel(Vector2(-0.36, 0.67), Vector2(0.16, 0.635), 0.205, 0.235),
      Barrel(Vector2(-0.5, 0.76), Vector2(-0.42, 0.72), 0.185, 0.19),
      Barrel(Vector2(0.28, 0.7), Vector2(0.4, 0.6), 0.2, 0.15),
    ],
    neck: Barrel(Vector2(0.36, 0.8), Vector2(0.68, 1.0), 0.17, 0.105), poll: Vector2(0.72, 1.06),
    look: Vector2(0.74, -0.67),
    fore: [
      Vector3(0.36, 0.13, 0.66), Vector3(0.215, 0.135, 0.5), Vector3(0.285, 0.125, 0.285),
      Vector3(0.285, 0.125, 0.085), Vector3(0.31, 0.125, 0),
    ],
    hind: [
      Vector3(-0.44, 0.12, 0.76), Vector3(-0.34, 0.15, 0.55), Vector3(-0.55, 0.135, 0.365),
      Vector3(-0.525, 0.135, 0.095), Vector3(-0.5, 0.135, 0),
    ],
    foreRadii: [0.115, 0.085, 0.048, 0.037], hindRadii: [0.16, 0.115, 0.05, 0.04],
    tail: [
      Vector3(-0.62, 0, 0.93), Vector3(-0.69, 0, 0.86), Vector3(-0.7, 0, 0.62), Vector3(-0.69, 0, 0.36),
    ], stride: 0.85)

  static let deer = GrazerBones(
    trunk: [
      Barrel(Vector2(-0.4, 0.875), Vector2(0.26, 0.87), 0.108, 0.11),
      Barrel(Vector2(-0.26, 0.775), Vector2(0.18, 0.755), 0.14, 0.16),
      Barrel(Vector2(-0.43, 0.84), Vector2(-0.34, 0.8), 0.13, 0.135),
      Barrel(Vector2(0.24, 0.79), Vector2(0.33, 0.76), 0.145, 0.105),
    ],
    neck: Barrel(Vector2(0.29, 0.88), Vector2(0.55, 1.26), 0.115, 0.066), poll: Vector2(0.58, 1.33),
    look: Vector2(0.87, -0.49),
    fore: [
      Vector3(0.28, 0.085, 0.78), Vector3(0.15, 0.09, 0.6), Vector3(0.225, 0.085, 0.335),
      Vector3(0.225, 0.085, 0.1), Vector3(0.25, 0.085, 0),
    ],
    hind: [
      Vector3(-0.37, 0.085, 0.84), Vector3(-0.26, 0.1, 0.655), Vector3(-0.47, 0.09, 0.425),
      Vector3(-0.44, 0.09, 0.11), Vector3(-0.415, 0.09, 0),
    ],
    foreRadii: [0.085, 0.056, 0.03, 0.022], hindRadii: [0.125, 0.08, 0.032, 0.024],
    tail: [Vector3(-0.53, 0, 0.9), Vector3(-0.57, 0, 0.86), Vector3(-0.59, 0, 0.79)], stride: 0.85)

  func joints(_ leg: GrazerLeg) -> [Vector3] {
    (leg.isFore ? fore : hind).map { Vector3($0.x, leg.side * $0.y, $0.z) }
  }

  func radii(_ leg: GrazerLeg) -> [Double] { leg.isFore ? foreRadii : hindRadii }
}

/// A leg of an animal with four: also what its nodes are called.
package enum GrazerLeg: String, Sendable, CaseIterable {
  case hindLeft = "hind_left"
  case foreLeft = "fore_left"
  case hindRight = "hind_right"
  case foreRight = "fore_right"

  var isFore: Bool { self == .foreLeft || self == .foreRight }
  var side: Double { self == .foreLeft || self == .hindLeft ? 1 : -1 }
  /// The part of a stride after which it strikes: a walk puts down hind, fore, hind, fore, one side after the other.
  var start: Double {
    switch self {
    case .hindLeft: 0
    case .foreLeft: 0.25
    case .hindRight: 0.5
    case .foreRight: 0.75
    }
  }

  /// From the trunk down.
  enum Bone: String, CaseIterable { case upper, lower, cannon, hoof }

  func node(_ bone: Bone) -> String { "\(rawValue)_\(bone.rawValue)" }
}
