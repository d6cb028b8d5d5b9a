package import VectorMath

/// Something about a home that must not be.
package struct HomeViolation: Sendable, CustomStringConvertible {
  package enum Rule: String, Sendable, Hashable, CaseIterable {
    /// Two rooms share floor; square metres.
    case roomsOverlap = "rooms-overlap"
    /// Rooms and walls leave a part of the footprint open, or reach beyond it; square metres.
    case footprintOpen = "footprint-open"
    /// A way does not lie on one edge of each of the rooms that it joins; metres off.
    case doorAdrift = "door-adrift"
    /// No way leads to a room, whatever stands in it.
    case roomCutOff = "room-cut-off"
    /// A thing is inside of another, metres deep.
    case interpenetration = "interpenetration"
    /// A thing is inside of a wall, metres deep.
    case intoWall = "into-wall"
    /// A thing is below the floor or above the ceiling, metres.
    case intoFloorOrCeiling = "into-floor-or-ceiling"
    /// A thing is inside of a moulding, a door, a window or what hangs before one, metres deep.
    case intoFittings = "into-fittings"
    /// Nothing holds a thing; metres to what is below.
    case unsupported
    /// A thing stands beside its centre of mass; metres from the mass to what holds it.
    case unbalanced
    /// A thing does not touch what it is said to stand on.
    case supportMisnamed = "support-misnamed"
    /// A thing stands where a door's leaf swings, metres deep.
    case swingBlocked = "swing-blocked"
    /// A room cannot be reached on foot; the metres that the widest way to it is narrower than asked for.
    case unreachable
    /// Steps of a stair differ, or are not those of a home; metres off.
    case stepsUneven = "steps-uneven"
    /// A flight is narrower than asked for, metres.
    case stairNarrow = "stair-narrow"
    /// Something is less than two metres above a step; metres missing.
    case headroomLow = "headroom-low"
    /// Nothing keeps from falling off a landing; metres down.
    case edgeUnguarded = "edge-unguarded"
    /// A camera is inside of something.
    case cameraInside = "camera-inside"
    /// Something is nearer to a camera than its near limit; metres too near.
    case cameraTooNear = "camera-too-near"
  }

  package var rule: Rule
  /// Names of the entities or rooms, those that are at fault first.
  package var things: [String]
  /// World, metres.
  package var place: Vector3
  /// How bad, in the unit that the rule names.
  package var amount: Double

  package init(_ rule: Rule, _ things: [String], at place: Vector3, by amount: Double) {
    (self.rule, self.things, self.place, self.amount) = (rule, things, place, amount)
  }

  package var description: String {
    func short(_ x: Double) -> String { "\((x * 1000).rounded() / 1000)" }
    return "\(rule.rawValue) \(things.joined(separator: " | ")) at "
      + "(\(short(place.x)), \(short(place.y)), \(short(place.z))) by \(short(amount))"
  }
}
