import TextModel

/// Texts of which between them every perturbation finds something: requests, judgements, statements, values.
enum SampleTexts {
  /// Pieces in brackets are slots: `[city:Paris]`, `[city=PAR:Paris]`; `·` ends a word.
  static func text(
    _ template: String, _ language: String, _ labels: [TextLabel] = [], tokenises: Bool = false
  ) throws -> AnnotatedText {
    var realiser = TextRealiser(tokenises: tokenises)
    var literal = ""
    func flush() {
      if !literal.isEmpty { realiser.literal(literal) }
      literal = ""
    }
    var tag = ""
    var isTag = false
    for character in template {
      switch character {
      case "[":
        flush()
        (tag, isTag) = ("", true)
      case ":" where isTag:
        let parts = tag.split(separator: "=").map(String.init)
        realiser.beginSlot(SlotTag(parts[0], role: "r", value: parts.count > 1 ? parts[1] : nil))
        isTag = false
      case "]":
        flush()
        realiser.endSlot()
      case "·":
        flush()
        realiser.boundary()
      default: if isTag { tag.append(character) } else { literal.append(character) }
      }
    }
    flush()
    return try realiser.finish(labels: labels, language: language)
  }

  static func english(tokenises: Bool) throws -> [AnnotatedText] {
    let (positive, negative) = ([TextLabel("sentiment", "positive")], [TextLabel("sentiment", "negative")])
    return try [
      (
        "Navigate to [place:the [name:Café René] at [city=SFO:San Francisco]], then book a large table for [count:4].",
        [TextLabel("intent", "navigate")]
      ),
      (
        "Call [person:Mary] tomorrow at 10:30, it will rain and I do not know whether we are ready!",
        [TextLabel("intent", "call")]
      ),
      (
        "We don't think it's far: [distance:12 km], maybe fifteen minutes from [city:London].",
        [TextLabel("intent", "inform")]
      ),
      (
        "Reserve an easy tour on [date=2026-03-05:March 5, 2026] 👨‍👩‍👧 for our friend [person:James]",
        [TextLabel("intent", "reserve")]
      ),
      ("The room was clean.", positive), ("I like the staff", positive),
      ("The waiter is not friendly.", negative),
      ("Their breakfast was terrible!", negative), ("He recommends the hotel.", positive),
      ("The capital of France is [city:Paris].", [TextLabel("truth", "true")]),
    ].map { try text($0.0, "en-US", $0.1, tokenises: tokenises) }
  }

  static func chinese(tokenises: Bool) throws -> [AnnotatedText] {
    let (positive, negative) = ([TextLabel("sentiment", "positive")], [TextLabel("sentiment", "negative")])
    return try [
      ("我·想·去·[city:北京]·，·请·打开·导航·，·再·播放·[count:3]·首·歌", [TextLabel("intent", "navigate")]),
      ("查找·附近的·[place:加油站]·，·大概·[distance:5公里]·，·5G·信号·非常·好", [TextLabel("intent", "search")]),
      ("帮·我·预订·[date=2026-03-05:2026年3月5日]·[person:王建国]·的·房间·，·开·2·个·小时·👍🏽", [TextLabel("intent", "book")]),
      ("关闭·空调·，·登录·账号", [TextLabel("intent", "control")]),
      ("房间·很·干净·。", positive), ("我·喜欢·这家·店", positive), ("服务员·不·热情·。", negative), ("这里·吵闹", negative),
      ("我·不喜欢·这家·店", negative),
    ].map { try text($0.0, "zh-CN", $0.1, tokenises: tokenises) }
  }

  /// All of them, with and without known words.
  static func all() throws -> [AnnotatedText] {
    try [false, true].flatMap { try english(tokenises: $0) + chinese(tokenises: $0) }
  }
}
