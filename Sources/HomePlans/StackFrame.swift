import RandomStreams
import WorldModel

/// What all storeys of a stack have in common: two bands of rooms along a corridor, the stairs in the upper one, and
/// perhaps blocks that reach out beyond the bands at their ends.
///
/// x runs along the corridor from 0 to `length`; the lower band lies at y from 0. Steps of 0.1 m, up to the middle of
/// walls.
struct StackFrame: Hashable {
  /// An end of a band that reaches out: one room on every storey.
  struct Wing: Hashable {
    var isTop: Bool
    var isLeft: Bool
    var width: Int
    /// Beyond the band.
    var reach: Int
  }

  var length: Int
  /// Depths of the bands and of the corridor between them.
  var bottom: Int
  var corridor: Int
  var top: Int
  /// Where the stairwell is in the upper band, as deep as it.
  var stairs: ClosedRange<Int>
  var wings: [Wing]
  var form: HomePlan.Stair.Form
  /// How far the stairwell reaches out beyond its band, as a tower: a straight flight is longer than rooms are deep.
  var tower = 0

  var depth: Int { bottom + corridor + top }
  /// Where the corridor ends and the upper band begins.
  var near: Int { bottom + corridor }
  var shaft: PlanRect { PlanRect(stairs.lowerBound, near, stairs.upperBound, depth + tower) }

  /// A frame for storeys of an area, m²; `nil` where the stairs do not fit in.
  ///
  /// - Parameter wanted: how the stairs run; as chance has it where `nil`.
  init?(
    area: Double, outline: HomeProgramme.Outline, stairs wanted: HomePlan.Stair.Form?, rise: Double,
    _ chance: inout RandomStream
  ) {
    let form = chance.choose(
      [.halfTurn, .halfTurn, .halfTurn, .quarterTurn, .quarterTurn, .straight] as [HomePlan.Stair.Form])
    self.form = wanted ?? form ?? .halfTurn
    corridor = chance.integer(in: 12...15)
    top = chance.integer(in: 36...46)
    if self.form == .straight { tower = max(9, chance.integer(in: 54...64) - top) }
    bottom = chance.integer(in: 28...44)
    length = Int((area * 100 / Double(bottom + corridor + top) * chance.uniform(0.96, 1.1)).rounded())
    let width =
      switch self.form {
      case .halfTurn: chance.integer(in: 20...23)
      case .straight: chance.integer(in: 19...22)
      case .quarterTurn: chance.integer(in: 30...38)
      }
    guard length >= width + 24, length <= 190 else { return nil }
    // At an end, or with room for rooms on both sides.
    let from = chance.bool(probability: 0.3) ? 0 : chance.integer(in: 0...(length - width))
    stairs = from...(from + width)
    wings = []
    let clear = StairDesign(
      width: Double(width) / 10 - 0.1, depth: Double(top + tower) / 10 - 0.1, rise: rise)
    guard !clear.fits(self.form).isEmpty else { return nil }
    if outline != .rectangular { spread(outline, &chance) }
    let (left, right) = (
      from - (wings.first { $0.isTop && $0.isLeft }?.width ?? 0),
      length - stairs.upperBound - (wings.first { $0.isTop && !$0.isLeft }?.width ?? 0)
    )
    guard left == 0 || left >= 24, right == 0 || right >= 24 else { return nil }
    // No room for a tower beside what reaches out on the same side.
    if tower > 0 {
      let hasWing = (
        left: wings.contains { $0.isTop && $0.isLeft }, right: wings.contains { $0.isTop && !$0.isLeft }
      )
      guard !(hasWing.left && left == 0), !(hasWing.right && right == 0) else { return nil }
    }
  }

  /// Lets ends of bands reach out, as the outline says.
  private mutating func spread(_ outline: HomeProgramme.Outline, _ chance: inout RandomStream) {
    let (isTop, isLeft) = (chance.bool(), chance.bool())
    let ends: [(isTop: Bool, isLeft: Bool)] =
      switch outline {
      case .rectangular: []
      case .l: [(isTop, isLeft)]
      case .u: [(isTop, true), (isTop, false)]
      case .t: [(true, isLeft), (false, isLeft)]
      case .irregular: [(isTop, true), (!isTop, false)]
      }
    for end in ends {
      wings.append(
        Wing(
          isTop: end.isTop, isLeft: end.isLeft, width: chance.integer(in: 30...42),
          reach: chance.integer(in: 9...24)))
    }
    // What reaches out is floor, too: the bands are shorter for it.
    let more = wings.reduce(0) { $0 + $1.width * $1.reach }
    let cut = more / depth
    length -= cut
    if stairs.upperBound > length { stairs = stairs.lowerBound - cut...stairs.upperBound - cut }
    if stairs.lowerBound < 0 { stairs = 0...stairs.upperBound - stairs.lowerBound }
  }
}
