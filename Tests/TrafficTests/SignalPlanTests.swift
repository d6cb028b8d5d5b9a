import Testing
import Traffic

@Suite struct SignalPlanTests {
  private let plan = SignalPlan(groups: 3, green: 17, offset: 11)

  /// Never do two groups drive at once, and between one's amber and the next one's green lies the clearance.
  @Test func groupsTakeTurns() {
    var lastAmber = -100.0
    for k in 0..<4000 {
      let t = Double(k) * 0.05
      let aspects = (0..<3).map { plan.aspect($0, at: t) }
      #expect(aspects.filter { $0 == .green || $0 == .amber }.count <= 1)
      if aspects.contains(.amber) { lastAmber = t }
      if aspects.contains(.green), lastAmber > 0, k > 0,
        !(0..<3).contains(where: { plan.aspect($0, at: t - 0.05) == .green })
      {
        #expect(t - lastAmber > 2.9 && t - lastAmber < 3.2)
      }
    }
  }

  /// Of a cycle every group has its green, 3 s of amber and 1 s of red and amber.
  @Test(arguments: [0, 1, 2]) func timesAreAsPlanned(_ group: Int) {
    #expect(plan.cycle == 3 * (17 + 3 + 3))
    var counts: [SignalAspect: Int] = [:]
    for k in 0..<(69 * 20) { counts[plan.aspect(group, at: Double(k) * 0.05 + 0.025), default: 0] += 1 }
    #expect(counts[.green] == 17 * 20)
    #expect(counts[.amber] == 3 * 20)
    #expect(counts[.redAmber] == 20)
  }

  @Test(arguments: [0, 1, 2]) func changesTellWhatAspectsSay(_ group: Int) {
    let changes = plan.changes(group, from: 3, to: 150)
    #expect(changes.count > 8)
    for k in 0..<2940 {
      let t = 3 + Double(k) * 0.05 + 0.01
      #expect(changes.last { $0.time <= t }?.aspect == plan.aspect(group, at: t), "at \(t)")
    }
    #expect(zip(changes, changes.dropFirst()).allSatisfy { $0.time < $1.time && $0.aspect != $1.aspect })
  }
}
