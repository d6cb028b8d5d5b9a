import JSON
import RandomStreams

/// The smaller angle between the hands of a clock.
struct ClockAngle: ProblemFamily {
  let name = "clock-angle"

  func propose(level: Int, _ stream: inout RandomStream) -> Problem? {
    let hour = stream.integer(in: 1...12)
    let minute =
      switch level {
      case 1: 0
      case 2: 30
      case 3: stream.integer(in: 1...11) * 5
      case 4: stream.integer(in: 1...29) * 2
      default: stream.integer(in: 0...29) * 2 + 1
      }
    // In half degrees: the hour hand does one a minute, the minute hand twelve.
    let hourHand = hour % 12 * 60 + minute
    let minuteHand = minute * 12
    func smaller(_ a: Int, _ b: Int) -> Int {
      let difference = abs(a - b) % 720
      return min(difference, 720 - difference)
    }
    func degrees(_ halves: Int) -> Rational { Rational(halves, 2) ?? Rational(0) }
    let halves = smaller(hourHand, minuteHand)
    let places = level >= 5 ? 1 : 0
    guard level < 5 || halves % 2 == 1 || stream.bool() else { return nil }
    let unit = Bilingual("°", "°")
    let numeral: Answer.Numeral = places == 0 ? .integer : .decimal(1)
    var draft = ProblemDraft(.number(degrees(halves), numeral, unit: unit))
    draft.mistake("keeps_the_hour_hand_still", degrees(smaller(hour % 12 * 60, minuteHand)))
    draft.mistake("takes_the_reflex_angle", degrees(720 - halves))
    draft.mistake("moves_the_hour_hand_backwards", degrees(smaller(hour % 12 * 60 - minute, minuteHand)))
    draft.mistake("takes_five_degrees_a_minute", degrees(smaller(hourHand, minute * 10)))
    draft.mistake("counts_one_hour_too_many", degrees(smaller(hourHand + 60, minuteHand)))
    draft.mistake("counts_one_hour_too_few", degrees(smaller(hourHand - 60, minuteHand)))
    draft.fillWithSlips(&stream)

    let clock = minute < 10 ? "\(hour):0\(minute)" : "\(hour):\(minute)"
    let answer = draft.answer.text(in: .english)
    let (h, m) = (Self.written(hourHand), Self.written(minuteHand))
    return draft.problem(
      self, level: level, parameters: ["hour": .integer(hour), "minute": .integer(minute)],
      chinese: [
        "钟面显示 \(clock) 时，时针与分针的较小夹角是多少度？", "\(clock) 的时候，时针和分针所成的较小的角是多少度？",
      ],
      english: [
        "What is the smaller angle between the hands of a clock at \(clock)?",
        "A clock shows \(clock). How many degrees is the smaller angle between its hands?",
      ],
      steps: [
        Problem.Step("时针从 12 点起转过 \(h)°", "The hour hand stands \(h)° past 12.", h),
        Problem.Step("分针从 12 点起转过 \(m)°", "The minute hand stands \(m)° past 12.", m),
        Problem.Step(
          "较小夹角为 \(answer)", "The smaller angle between them is \(answer).", draft.answer.canonical),
      ],
      difficulty: [.init("minute_grain", [0, 1, 2, 3, 4][level - 1]), .init("half_degrees", halves % 2)],
      &stream)
  }

  private static func written(_ halves: Int) -> String {
    (Rational(halves, 2) ?? Rational(0)).decimal(places: halves % 2)
  }
}
