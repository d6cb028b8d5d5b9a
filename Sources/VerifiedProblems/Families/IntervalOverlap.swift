import JSON
import RandomStreams

/// Minutes that meetings share, or take up together.
struct IntervalOverlap: ProblemFamily {
  let name = "interval-overlap"

  func propose(level: Int, _ stream: inout RandomStream) -> Problem? {
    let count = [2, 2, 3, 3, 4][level - 1]
    let wantsUnion = level >= 4
    let grain = level == 1 ? 15 : 5
    var meetings: [(start: Int, end: Int)] = []
    for _ in 0..<count {
      let start = 8 * 60 + stream.integer(in: 0...(6 * 60 / grain)) * grain
      meetings.append((start, start + stream.integer(in: 3...(180 / grain)) * grain))
    }
    let latestStart = meetings.map(\.start).max() ?? 0
    let earliestEnd = meetings.map(\.end).min() ?? 0
    let shared = max(0, earliestEnd - latestStart)
    let sum = meetings.reduce(0) { $0 + $1.end - $1.start }
    let hull = (meetings.map(\.end).max() ?? 0) - (meetings.map(\.start).min() ?? 0)
    // Sweep over the meetings by their beginning.
    var union = 0
    var reached = 0
    var pieces: [(start: Int, end: Int)] = []
    for meeting in meetings.sorted(by: { $0.start < $1.start }) {
      union += max(0, meeting.end - max(meeting.start, reached))
      if meeting.start <= reached, let last = pieces.indices.last {
        pieces[last].end = max(pieces[last].end, meeting.end)
      } else {
        pieces.append(meeting)
      }
      reached = max(reached, meeting.end)
    }
    let value = wantsUnion ? union : shared
    guard value > 0, wantsUnion ? union < sum : true else { return nil }
    let unit = Bilingual("分钟", "minutes")
    var draft = ProblemDraft(.integer(value, unit: unit))
    draft.mistake("adds_all_durations", sum)
    draft.mistake("takes_the_union", union)
    draft.mistake("takes_the_overlap", shared)
    draft.mistake("ignores_the_gaps", hull)
    draft.mistake("takes_100_minutes_for_an_hour", value / 60 * 100 + value % 60)
    draft.fillWithSlips(&stream)

    func clock(_ minutes: Int) -> String { "\(minutes / 60):\(minutes % 60 < 10 ? "0" : "")\(minutes % 60)" }
    let spans = meetings.map { "\(clock($0.start))–\(clock($0.end))" }
    let zhList = spans.enumerated().map { "会议 \($0.offset + 1)：\($0.element)" }.joined(separator: "，")
    let enList = spans.enumerated().map { "meeting \($0.offset + 1) \($0.element)" }.joined(separator: ", ")
    var steps: [Problem.Step] = []
    if wantsUnion {
      for piece in pieces {
        steps.append(
          Problem.Step(
            "合并后的时段 \(clock(piece.start))–\(clock(piece.end))，长 \(piece.end - piece.start) 分钟",
            "Merged: \(clock(piece.start))–\(clock(piece.end)), \(piece.end - piece.start) minutes.",
            String(piece.end - piece.start)))
      }
      steps.append(Problem.Step("合计 \(union) 分钟", "Together: \(union) minutes.", String(union)))
    } else {
      steps.append(
        Problem.Step(
          "最晚开始于 \(clock(latestStart))", "The latest start is \(clock(latestStart)).", clock(latestStart)))
      steps.append(
        Problem.Step(
          "最早结束于 \(clock(earliestEnd))", "The earliest end is \(clock(earliestEnd)).", clock(earliestEnd)))
      steps.append(Problem.Step("相差 \(shared) 分钟", "Between them lie \(shared) minutes.", String(shared)))
    }
    return draft.problem(
      self, level: level,
      parameters: [
        "meetings": .array(meetings.map { [.integer($0.start), .integer($0.end)] }),
        "union": .boolean(wantsUnion),
      ],
      chinese: wantsUnion
        ? ["今天的会议安排是：\(zhList)。至少有一场会议正在进行的时间一共有多少分钟？", "\(zhList)。这些会议总共占用多少分钟（重叠部分只算一次）？"]
        : ["今天的会议安排是：\(zhList)。所有会议同时进行的时间有多少分钟？", "\(zhList)。这些会议共同重叠了多少分钟？"],
      english: wantsUnion
        ? [
          "Today's meetings are: \(enList). For how many minutes is at least one of them going on?",
          "The calendar shows \(enList). How many minutes do they take up, overlaps counted once?",
        ]
        : [
          "Today's meetings are: \(enList). For how many minutes do all of them run at the same time?",
          "The calendar shows \(enList). How many minutes do all of them have in common?",
        ],
      steps: steps, difficulty: [.init("work", count * 10 + level), .init("meetings", count)], &stream)
  }
}
