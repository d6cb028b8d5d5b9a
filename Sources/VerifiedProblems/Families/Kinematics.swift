import JSON
import RandomStreams

/// Stopping distances and times to collision, in the units of a dashboard.
struct Kinematics: ProblemFamily {
  let name = "kinematics"

  func propose(level: Int, _ stream: inout RandomStream) -> Problem? {
    switch level {
    case 1: meeting(level, isMetric: true, &stream)
    case 2: meeting(level, isMetric: false, &stream)
    case 3: stopping(level, hasReaction: false, &stream)
    case 4: stopping(level, hasReaction: true, &stream)
    default: gap(level, &stream)
    }
  }

  private static func ratio(_ a: Int, _ b: Int) -> Rational { Rational(a, b) ?? Rational(0) }
  private static func kmh(_ speed: Int) -> Rational { ratio(speed * 5, 18) }

  /// Time until a faster car reaches the one ahead.
  private func meeting(_ level: Int, isMetric: Bool, _ stream: inout RandomStream) -> Problem? {
    let slow = isMetric ? stream.integer(in: 5...20) : stream.integer(in: 4...16) * 5
    let fast = slow + (isMetric ? stream.integer(in: 3...15) : stream.integer(in: 2...10) * 5)
    let distance = stream.integer(in: 10...120)
    func speed(_ v: Int) -> Rational { isMetric ? Rational(v) : Self.kmh(v) }
    let time = Rational(distance) / speed(fast - slow)
    let seconds = Bilingual("秒", "s")
    var draft = ProblemDraft(.number(time, .decimal(1), unit: seconds))
    if !isMetric { draft.mistake("keeps_km_per_hour", Rational(distance) / Rational(fast - slow)) }
    draft.mistake("ignores_the_car_ahead", Rational(distance) / speed(fast))
    draft.mistake("adds_the_speeds", Rational(distance) / speed(fast + slow))
    draft.mistake("multiplies_distance_and_speed", Rational(distance) * speed(fast - slow))
    draft.fillWithSlips(&stream)
    let unit = isMetric ? Bilingual("米/秒", "m/s") : Bilingual("千米/时", "km/h")
    let closing = speed(fast - slow).decimal(places: 2)
    return draft.problem(
      self, level: level,
      parameters: [
        "kind": "meeting", "fast": .integer(fast), "slow": .integer(slow), "distance": .integer(distance),
        "metric": .boolean(isMetric),
      ],
      chinese: [
        "后车以 \(fast) \(unit.chinese)行驶，前车在 \(distance) 米外以 \(slow) \(unit.chinese)同向行驶，两车速度不变。多少秒后相撞？保留一位小数。",
        "自车速度为 \(fast) \(unit.chinese)，与前车相距 \(distance) 米，前车速度为 \(slow) \(unit.chinese)。求碰撞时间（TTC），单位秒，保留一位小数。",
      ],
      english: [
        "A car drives at \(fast) \(unit.english), \(distance) m behind another that drives at \(slow) \(unit.english) in the same direction. If neither changes speed, after how many seconds do they collide? Round to one decimal.",
        "The ego vehicle does \(fast) \(unit.english); the car ahead, \(distance) m away, does \(slow) \(unit.english). What is the time to collision in seconds, to one decimal?",
      ],
      steps: [
        Problem.Step("接近速度为 \(closing) 米/秒", "They close in at \(closing) m/s.", closing),
        Problem.Step(
          "\(distance) ÷ \(closing) ≈ \(draft.answer.canonical) 秒",
          "\(distance) ÷ \(closing) ≈ \(draft.answer.canonical) s.", draft.answer.canonical),
      ],
      difficulty: [.init("quantities", level), .init("conversions", isMetric ? 0 : 1)], &stream)
  }

  /// Distance to a standstill, with or without the time to react.
  private func stopping(_ level: Int, hasReaction: Bool, _ stream: inout RandomStream) -> Problem? {
    let speed = stream.integer(in: 6...26) * 5
    let deceleration = stream.integer(in: 3...9)
    let reaction = hasReaction ? stream.integer(in: 5...15) : 0
    let v = Self.kmh(speed)
    let braking = v * v / Rational(2 * deceleration)
    let thinking = v * Self.ratio(reaction, 10)
    let total = braking + thinking
    let metres = Bilingual("米", "m")
    var draft = ProblemDraft(.number(total, .decimal(1), unit: metres))
    let raw = Rational(speed)
    if hasReaction {
      draft.mistake("forgets_the_reaction_time", braking)
      draft.mistake("forgets_to_brake", thinking)
    }
    draft.mistake("forgets_the_half", v * v / Rational(deceleration) + thinking)
    draft.mistake(
      "keeps_km_per_hour", raw * raw / Rational(2 * deceleration) + raw * Self.ratio(reaction, 10))
    draft.mistake("does_not_square", v / Rational(2 * deceleration) + thinking)
    draft.fillWithSlips(&stream)
    let (vText, bText) = (v.decimal(places: 2), braking.decimal(places: 2))
    var steps = [
      Problem.Step("\(speed) 千米/时 ≈ \(vText) 米/秒", "\(speed) km/h ≈ \(vText) m/s.", vText)
    ]
    let seconds = Self.ratio(reaction, 10).decimal(places: 1)
    if hasReaction {
      let t = thinking.decimal(places: 2)
      steps.append(
        Problem.Step(
          "反应距离 \(vText) × \(seconds) ≈ \(t) 米", "While reacting: \(vText) × \(seconds) ≈ \(t) m.", t))
    }
    steps.append(Problem.Step("制动距离 v² ÷ (2a) ≈ \(bText) 米", "While braking: v² ÷ (2a) ≈ \(bText) m.", bText))
    steps.append(
      Problem.Step(
        "答案约为 \(draft.answer.canonical) 米", "In all about \(draft.answer.canonical) m.",
        draft.answer.canonical))
    let zhReaction = hasReaction ? "，驾驶员反应时间 \(seconds) 秒" : ""
    let enReaction = hasReaction ? " after a reaction time of \(seconds) s" : ""
    return draft.problem(
      self, level: level,
      parameters: [
        "kind": "stopping", "speed": .integer(speed), "deceleration": .integer(deceleration),
        "tenths": .integer(reaction),
      ],
      chinese: [
        "汽车以 \(speed) 千米/时行驶\(zhReaction)，随后以 \(deceleration) 米/秒² 匀减速停下。\(hasReaction ? "从发现情况到停住" : "从开始制动到停住")行驶了多少米？保留一位小数。",
        "一辆车的速度是 \(speed) 千米/时\(zhReaction)，制动减速度为 \(deceleration) 米/秒²。求\(hasReaction ? "停车" : "制动")距离（米），保留一位小数。",
      ],
      english: [
        "A car at \(speed) km/h brakes evenly at \(deceleration) m/s²\(enReaction). How many metres does it need to stop\(hasReaction ? ", reaction included" : "")? Round to one decimal.",
        "What is the \(hasReaction ? "stopping" : "braking") distance in metres of a car at \(speed) km/h that slows down at \(deceleration) m/s²\(enReaction)? Give one decimal.",
      ],
      steps: steps, difficulty: [.init("quantities", level), .init("conversions", 1)], &stream)
  }

  /// What is left of the gap to a standing obstacle after an emergency stop.
  private func gap(_ level: Int, _ stream: inout RandomStream) -> Problem? {
    let speed = stream.integer(in: 6...20) * 5
    let deceleration = stream.integer(in: 4...9)
    let reaction = stream.integer(in: 5...15)
    let v = Self.kmh(speed)
    let braking = v * v / Rational(2 * deceleration)
    let thinking = v * Self.ratio(reaction, 10)
    let need = braking + thinking
    let distance = (Int(need.decimal(places: 0)) ?? 0) + stream.integer(in: 3...40)
    let left = Rational(distance) - need
    guard Self.ratio(1, 2) < left else { return nil }
    let metres = Bilingual("米", "m")
    var draft = ProblemDraft(.number(left, .decimal(1), unit: metres))
    draft.mistake("forgets_the_reaction_time", Rational(distance) - braking)
    draft.mistake("gives_the_stopping_distance", need)
    let full = Rational(distance) - v * v / Rational(deceleration) - thinking
    if Rational(0) < full { draft.mistake("forgets_the_half", full) }
    draft.mistake("forgets_to_brake", Rational(distance) - thinking)
    draft.fillWithSlips(&stream)
    let seconds = Self.ratio(reaction, 10).decimal(places: 1)
    let (t, b, n) = (thinking.decimal(places: 2), braking.decimal(places: 2), need.decimal(places: 2))
    return draft.problem(
      self, level: level,
      parameters: [
        "kind": "gap", "speed": .integer(speed), "deceleration": .integer(deceleration),
        "tenths": .integer(reaction), "distance": .integer(distance),
      ],
      chinese: [
        "汽车以 \(speed) 千米/时行驶，前方 \(distance) 米处出现静止障碍物。驾驶员反应 \(seconds) 秒后以 \(deceleration) 米/秒² 制动，停下时离障碍物还有多少米？保留一位小数。"
      ],
      english: [
        "A car does \(speed) km/h when a standing obstacle appears \(distance) m ahead. The driver reacts for \(seconds) s and then brakes at \(deceleration) m/s². How many metres from the obstacle does the car stop? Round to one decimal."
      ],
      steps: [
        Problem.Step("反应距离约 \(t) 米", "While reacting it goes about \(t) m.", t),
        Problem.Step("制动距离约 \(b) 米", "While braking it goes about \(b) m.", b),
        Problem.Step("共需约 \(n) 米", "In all it needs about \(n) m.", n),
        Problem.Step(
          "剩余 \(distance) − \(n) ≈ \(draft.answer.canonical) 米",
          "Left: \(distance) − \(n) ≈ \(draft.answer.canonical) m.", draft.answer.canonical),
      ],
      difficulty: [.init("quantities", level), .init("conversions", 1)], &stream)
  }
}
